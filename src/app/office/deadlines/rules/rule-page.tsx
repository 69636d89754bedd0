import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { statusOf } from '#law/rules/rule.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { SourceLink } from '#ui/explanation.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx'
import type { InstitutionTerm } from '#platform/deadlines/terms/term-queries.ts'
import { boardUrls } from '../board/board-urls.ts'
import { clockUrls } from '../../../public/clocks/urls.ts'
import { RuleForms } from './rule-forms-part.tsx'
import { RuleStateTag, termWords } from './rules-page.tsx'
import { amountWords, rulesTexts } from './rules-texts.ts'
import { rulesUrls } from './rules-urls.ts'
import type { RuleView } from './rules-view.ts'

export type RulePageProps = {
  page: PageContext
  view: RuleView
  /** Which form was sent and has to be mended. */
  open: 'confirm' | 'set' | 'end' | null
  typed: Typed
  errors: FieldErrors
  done: string | null
}

/** A rule whole, and what the institution sets about it. */
export const RulePage = (props: RulePageProps) => {
  const { page, view, errors, done } = props
  const { lang } = page
  const t = rulesTexts(lang)
  const { rule, institution } = view
  const back = `${inLanguage(lang, rulesUrls.list())}?institucioni=${institution.id}`
  return (
    <Layout
      page={page}
      title={`${rule.id}: ${rule.start[lang]}`}
      office
      robots="noindex"
      back={{ href: back, label: t.one.back }}
      status={done}
      error={Object.keys(errors).length > 0}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {rule.id}, {institution.name}
        </span>
        {rule.start[lang]}
      </h1>
      <SummaryList rows={[...standingRows(page, view), ...ruleRows(page, view)]} />
      <RuleForms {...props} />
      <History page={page} view={view} />
    </Layout>
  )
}

function standingRows({ lang }: PageContext, view: RuleView): SummaryRow[] {
  const t = rulesTexts(lang).one
  const { rule, institution, term, example, open } = view
  const examples =
    example &&
    (example.workBy === example.due
      ? t.todayDue(formatDate(lang, example.due))
      : t.todayTwo(formatDate(lang, example.workBy), formatDate(lang, example.due)))
  return [
    { key: t.state, value: <RuleStateTag lang={lang} state={view.state} /> },
    { key: t.term, value: termWords(lang, view) },
    ...(term ? [{ key: t.basis, value: term.basis }] : []),
    ...(term ? [{ key: t.from, value: formatDate(lang, term.fromOn) }] : []),
    ...(term?.untilOn ? [{ key: t.until, value: formatDate(lang, term.untilOn) }] : []),
    ...(term && readingWords(lang, term) ? [{ key: t.reading, value: readingWords(lang, term) }] : []),
    ...(examples ? [{ key: t.today, value: examples }] : []),
    {
      key: t.open,
      value:
        open === 0 ? (
          t.openNone
        ) : (
          <a href={inLanguage(lang, boardUrls.ofRule(rule.id, institution.id))}>{formatNumber(open)}</a>
        ),
    },
  ]
}

function readingWords(lang: PageContext['lang'], { firstDay, roll }: InstitutionTerm): string {
  const t = rulesTexts(lang)
  return [firstDay && t.firstDay[firstDay], roll && t.roll[roll]].filter(Boolean).join('; ')
}

function ruleRows({ lang }: PageContext, { rule, term }: RuleView): SummaryRow[] {
  const t = rulesTexts(lang)
  const status = statusOf(rule)
  const from = rule.validFrom && formatDate(lang, rule.validFrom)
  const to = rule.validTo && formatDate(lang, rule.validTo)
  return [
    ...(term?.kind === 'own' ? [{ key: t.one.law, value: rule.clock[lang] }] : []),
    ...(rule.second ? [{ key: t.one.second, value: rule.second.start[lang] }] : []),
    { key: t.one.actor, value: rule.actor[lang] },
    { key: t.one.lapse, value: rule.lapse?.[lang] ?? t.one.lapseUnknown },
    { key: t.one.law, value: rule.lawName[lang] },
    { key: t.one.sources, value: rule.sources.length === 0 ? t.one.sourcesNone : <Sources all={rule.sources} /> },
    {
      key: t.one.confidence,
      value: `${t.confidences[rule.confidence]}.${status.kind === 'off' ? ` ${t.offReasons[status.reason]}` : ''}`,
    },
    ...(rule.note ? [{ key: t.one.note, value: rule.note[lang] }] : []),
    { key: t.one.version, value: t.one.versionOf(rule.version, from, to) },
    { key: t.one.public, value: <a href={inLanguage(lang, clockUrls.rule(rule.id))}>{rule.id}</a> },
  ]
}

/** Words of the sources are addresses, sometimes with words around them: they stand as they are. */
const Sources = ({ all }: { all: readonly string[] }) => (
  <ul class="govuk-list">
    {all.map((source) => (
      <li class="kv-break">
        <SourceLink source={source} />
      </li>
    ))}
  </ul>
)

const History = ({ page: { lang }, view }: Pick<RulePageProps, 'page' | 'view'>) => {
  const t = rulesTexts(lang)
  const { history, institution } = view
  return (
    <>
      <h2>{t.one.history}</h2>
      {history.length === 0 ? (
        <Inset>{t.one.historyNone}</Inset>
      ) : (
        <DataTable
          caption={t.one.history}
          captionHidden
          head={[t.one.kind, t.one.basis, t.one.from, t.one.until, t.one.setOn].map((label) => ({ label }))}
          rows={history.map((term) => [
            `${t.one.kinds[term.kind]}${term.n && term.unit ? `: ${amountWords(lang, term.n, term.unit)}` : ''}`,
            term.basis,
            formatDate(lang, term.fromOn),
            term.untilOn ? formatDate(lang, term.untilOn) : t.one.open2,
            formatDay(lang, term.setAt, institution.zone),
          ])}
        />
      )}
    </>
  )
}
