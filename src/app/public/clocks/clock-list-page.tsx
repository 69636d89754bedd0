import { JURISDICTIONS } from '#law/jurisdiction.ts'
import { CONFIDENCES, statusOf, type Rule } from '#law/rules/rule.ts'
import { explanationTexts } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SourceLink } from '#ui/explanation.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { publicBoardTexts } from '../deadlines/texts.ts'
import { publicUrls } from '../urls.ts'
import { calendarUrls } from './calendar/calendar-urls.ts'
import { AnyCalculator } from './calculator-part.tsx'
import { CLOCK_STATES, isNarrowed, LAWS, lawTitle } from './clock-list-rules.ts'
import type { ClockListView } from './clock-list-view.ts'
import { clockTexts } from './texts.ts'
import { clockUrls } from './urls.ts'

type Props = { page: PageContext; view: ClockListView }

/** Every rule of both countries, by law. */
export const ClockListPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = clockTexts(lang)
  return (
    <Layout
      page={page}
      title={t.title}
      canonical={clockUrls.list()}
      jsonHref={inLanguage(lang, clockUrls.listData())}
      wide
    >
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <p>{t.notAdvice}</p>
      <Details summary={t.calculator.title} id="llogarit">
        <p>{t.calculator.lead}</p>
        <AnyCalculator lang={lang} typed={{}} errors={{}} />
      </Details>
      <Details summary={t.marks.title}>
        <Marks lang={lang} />
      </Details>
      <Filter page={page} view={view} />
      <p role="status">{t.count(view.count)}</p>
      {view.count === 0 && <EmptyState>{t.empty}</EmptyState>}
      {view.groups.map(({ jurisdiction, rules }) => (
        <>
          <h2>
            {rules[0] && lawTitle(rules[0], lang)} <span class="kv-quiet">({t.countries[jurisdiction]})</span>
          </h2>
          <Rules lang={lang} rules={rules} set={view.set} />
        </>
      ))}
      <h2>{t.holidays}</h2>
      <ul class="govuk-list">
        <li>
          <a href={inLanguage(lang, calendarUrls.page())}>{t.holidayPage}</a>
        </li>
        {JURISDICTIONS.map((one) => (
          <li>
            <a href={inLanguage(lang, clockUrls.calendar(one))}>{t.holidaysOf[one]}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={inLanguage(lang, publicUrls.directory())}>{publicBoardTexts(lang).ofEach}</a>
      </p>
    </Layout>
  )
}

const Rules = ({ lang, rules, set }: { lang: Lang; rules: readonly Rule[]; set: ClockListView['set'] }) => {
  const t = clockTexts(lang)
  const [first] = rules
  return (
    <DataTable
      caption={first ? lawTitle(first, lang) : ''}
      captionHidden
      firstColumnHeader
      roomy
      head={[
        { label: t.columns.clock, share: 'wide' },
        { label: t.columns.actor },
        { label: t.columns.law },
        { label: t.columns.confidence },
        { label: t.columns.state, share: 'narrow' },
      ]}
      rows={rules.map((rule) => [
        <Name lang={lang} rule={rule} />,
        rule.actor[lang],
        <Origin lang={lang} rule={rule} />,
        <>
          <abbr title={explanationTexts(lang).confidences[rule.confidence]}>{rule.confidence}</abbr>:{' '}
          {t.confidenceShort[rule.confidence]}
        </>,
        <State lang={lang} rule={rule} set={set.get(rule.id)} />,
      ])}
    />
  )
}

const Name = ({ lang, rule }: { lang: Lang; rule: Rule }) => (
  <>
    <a href={inLanguage(lang, clockUrls.rule(rule.id))}>{rule.start[lang]}</a>
    <span class="kv-clocks__term">{rule.clock[lang]}</span>
    <span class="kv-clocks__id">{rule.id}</span>
  </>
)

const Origin = ({ lang, rule }: { lang: Lang; rule: Rule }) => {
  const article = rule.lawName[lang].slice(lawTitle(rule, lang).length).replace(/^,? /, '')
  return (
    <div class="kv-clocks__origin">
      {article && <div>{article}</div>}
      {rule.sources.map((source) => (
        <div>
          <SourceLink source={source} short />
        </div>
      ))}
    </div>
  )
}

/** What holds of a rule: the word with its shape, and how many institutions have said something of it. */
export const State = ({
  lang,
  rule,
  set,
}: {
  lang: Lang
  rule: Rule
  set?: { confirmed: number; own: number } | undefined
}) => {
  const t = clockTexts(lang)
  const { kind } = statusOf(rule)
  const tone = kind === 'active' ? 'done' : kind === 'off' ? 'plain' : 'warning'
  return (
    <div>
      <Tag tone={tone}>{t.states[kind]}</Tag>
      {set && set.confirmed > 0 && <div>{t.confirmedBy(set.confirmed)}</div>}
      {set && set.own > 0 && <div>{t.setBy(set.own)}</div>}
    </div>
  )
}

const Marks = ({ lang }: { lang: Lang }) => {
  const t = clockTexts(lang)
  return (
    <>
      <DataTable
        caption={t.marks.title}
        captionHidden
        firstColumnHeader
        head={[{ label: t.marks.mark }, { label: t.marks.meaning }]}
        rows={CONFIDENCES.map((one) => [one, explanationTexts(lang).confidences[one]])}
      />
      <DataTable
        caption={t.statesExplained.title}
        firstColumnHeader
        head={[{ label: t.columns.state }, { label: t.marks.meaning }]}
        rows={CLOCK_STATES.map((one) => [t.states[one], t.statesExplained[one]])}
      />
    </>
  )
}

const Filter = ({ page: { lang }, view: { question } }: Props) => {
  const { filter: t, countries, states } = clockTexts(lang)
  const list = inLanguage(lang, clockUrls.list())
  return (
    <FilterForm
      action={list}
      legend={t.legend}
      submit={t.submit}
      {...(isNarrowed(question) ? { clear: { href: list, label: t.clear } } : {})}
    >
      <TextField name="q" label={t.words} value={question.words} type="search" />
      <SelectField
        name="shteti"
        label={t.country}
        value={question.jurisdiction ?? ''}
        options={[
          { value: '', label: t.anyCountry },
          ...JURISDICTIONS.map((one) => ({ value: one, label: countries[one] })),
        ]}
      />
      <SelectField
        name="ligji"
        label={t.law}
        value={question.law ?? ''}
        options={[
          { value: '', label: t.anyLaw },
          ...LAWS.map(({ key, rules }) => ({ value: key, label: rules[0] ? lawTitle(rules[0], lang) : key })),
        ]}
      />
      <SelectField
        name="gjendja"
        label={t.state}
        value={question.state ?? ''}
        options={[{ value: '', label: t.anyState }, ...CLOCK_STATES.map((one) => ({ value: one, label: states[one] }))]}
      />
    </FilterForm>
  )
}
