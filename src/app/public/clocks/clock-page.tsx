import { statusOf, type Rule, type Terms } from '#law/rules/rule.ts'
import { explanationTexts } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import type { PublicTerm } from '#platform/deadlines/terms/term-queries.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { SourceLink } from '#ui/explanation.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx'
import { publicUrls } from '../urls.ts'
import { AnswerPart } from './answer-part.tsx'
import { RuleCalculator } from './calculator-part.tsx'
import { State } from './clock-list-page.tsx'
import { MOST_TERMS } from './clock-list-rules.ts'
import type { ClockAnswer, ClockView } from './clock-view.ts'
import { clockTexts } from './texts.ts'
import { clockUrls } from './urls.ts'

type Props = {
  page: PageContext
  view: ClockView
  typed: Typed
  errors: FieldErrors
  answer: Exclude<ClockAnswer, { kind: 'unknown-institution' }> | null
  /** The address of the answer, to be had as data too. */
  address: string | null
}

/** One rule whole, and a date by it for anyone. */
export const ClockPage = ({ page, view, typed, errors, answer, address }: Props) => {
  const { lang } = page
  const t = clockTexts(lang)
  const { rule } = view
  const data = inLanguage(lang, clockUrls.ruleData(rule.id))
  return (
    <Layout
      page={page}
      title={`${rule.start[lang]}: ${rule.clock[lang]}`}
      back={{ href: inLanguage(lang, clockUrls.list()), label: t.rule.back }}
      canonical={clockUrls.rule(rule.id)}
      jsonHref={address === null ? data : `${data}?${address}`}
      error={Object.keys(errors).length > 0}
    >
      <ErrorSummary title={t.calculator.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{t.rule.title(rule.id)}</span>
        {rule.start[lang]}: {rule.clock[lang]}
      </h1>
      {answer && <AnswerPart lang={lang} answer={answer} />}
      <section class="kv-screen-only">
        <h2 id="llogarit">{t.calculator.title}</h2>
        {rule.second && <p>{t.calculator.second}</p>}
        <RuleCalculator lang={lang} typed={typed} errors={errors} rule={rule} institutions={view.institutions} />
      </section>
      <h2>{t.rule.law}</h2>
      <Facts lang={lang} view={view} />
      <h2>{t.rule.institutions}</h2>
      <Terms lang={lang} rule={rule} terms={view.terms} />
      <p>{t.notAdvice}</p>
    </Layout>
  )
}

const Facts = ({ lang, view: { rule, versions } }: { lang: Lang; view: ClockView }) => {
  const { rule: t, countries } = clockTexts(lang)
  const rows: SummaryRow[] = [
    { key: t.start, value: rule.start[lang] },
    { key: t.clock, value: rule.clock[lang] },
    ...(rule.terms ? [{ key: t.counting, value: countingWords(lang, rule.terms) }] : []),
    { key: t.actor, value: rule.actor[lang] },
    ...(rule.second ? [{ key: t.second, value: secondWords(lang, rule.second) }] : []),
    { key: t.lapse, value: rule.lapse?.[lang] ?? t.lapseUnknown },
    { key: t.law, value: rule.lawName[lang] },
    {
      key: t.sources,
      value: rule.sources.map((source) => <div class="kv-clocks__origin">{<SourceLink source={source} />}</div>),
    },
    { key: t.confidence, value: `${rule.confidence}: ${explanationTexts(lang).confidences[rule.confidence]}` },
    { key: t.state, value: <State lang={lang} rule={rule} /> },
    ...(rule.note ? [{ key: t.note, value: rule.note[lang] }] : []),
    { key: t.country, value: countries[rule.jurisdiction] },
    { key: t.version, value: versions.map((one) => <div>{versionWords(lang, one)}</div>) },
  ]
  return <SummaryList rows={rows} />
}

const versionWords = (lang: Lang, { version, validFrom, validTo }: Rule): string =>
  clockTexts(lang).rule.versionWords(
    version,
    validFrom && formatDate(lang, validFrom),
    validTo && formatDate(lang, validTo),
  )

const secondWords = (lang: Lang, { terms, start, actor }: NonNullable<Rule['second']>): string =>
  `${start[lang]}: ${explanationTexts(lang).amount(terms.n, terms.unit)}. ${actor[lang]}`

function countingWords(lang: Lang, { unit, direction, firstDay, roll, kind }: Terms): string {
  const { counting: t, kinds } = clockTexts(lang)
  const units = { d: t.days, wd: t.workingDays, h: t.hours, mo: t.months }
  const rolls = unit === 'd' || unit === 'mo'
  return [
    `${units[unit]}, ${kinds[kind]}`,
    ...(direction === 'before' ? [t.before] : []),
    ...(unit === 'h' ? [] : [{ excluded: t.excluded, counted: t.counted, unsettled: t.firstUnsettled }[firstDay]]),
    ...(rolls && roll === 'forward' && direction === 'after' ? [t.forward] : []),
    ...(rolls && roll === 'unsettled' ? [t.rollUnsettled] : []),
  ].join('; ')
}

/** What institutions have set is public. */
const Terms = ({ lang, rule, terms }: { lang: Lang; rule: Rule; terms: readonly PublicTerm[] }) => {
  const { rule: t } = clockTexts(lang)
  if (statusOf(rule).kind === 'active') return <p>{t.institutionsSettled}</p>
  if (terms.length === 0) return <EmptyState>{t.institutionsNone}</EmptyState>
  return (
    <>
      <DataTable
        caption={t.institutions}
        captionHidden
        firstColumnHeader
        head={[t.institution, t.decided, t.basis, t.since].map((label) => ({ label }))}
        rows={terms.map((term) => [
          <a href={inLanguage(lang, publicUrls.institution(term.slug))}>{term.institution}</a>,
          term.n !== null && term.unit !== null ? t.own(explanationTexts(lang).amount(term.n, term.unit)) : t.confirmed,
          term.basis,
          formatDate(lang, term.fromOn),
        ])}
      />
      {terms.length === MOST_TERMS && <p>{t.institutionsMore(MOST_TERMS)}</p>}
    </>
  )
}
