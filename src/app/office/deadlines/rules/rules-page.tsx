import { shortLawName } from '#platform/deadlines/explanation/law-name-rules.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { Tone } from '#ui/shape.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { boardUrls } from '../board/board-urls.ts'
import { RULE_STATES, type RuleState } from './rule-state-rules.ts'
import { InstitutionChoice, RulesNav } from './rules-nav-part.tsx'
import { amountWords, rulesTexts } from './rules-texts.ts'
import { rulesUrls } from './rules-urls.ts'
import type { RuleLine, RulesView } from './rules-view.ts'

type Props = { page: PageContext; view: RulesView }

const TONES: Record<RuleState, Tone> = {
  active: 'done',
  confirmed: 'done',
  own: 'done',
  'to-confirm': 'warning',
  'confirm-again': 'warning',
  off: 'plain',
}

export const RuleStateTag = ({ lang, state }: { lang: Lang; state: RuleState }) => (
  <Tag tone={TONES[state]}>{rulesTexts(lang).states[state]}</Tag>
)

/** Every rule of the country, and what the institution has made of it. */
export const RulesPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = rulesTexts(lang)
  const { figures, institution, next } = view
  const waiting = figures['to-confirm'] + figures['confirm-again']
  const counts = [figures.active, waiting, figures.confirmed + figures.own, figures.off].map(formatNumber)
  const [active = '', toConfirm = '', own = '', off = ''] = counts
  return (
    <Layout page={page} title={t.list.title} office robots="noindex">
      <h1>{t.list.title}</h1>
      <RulesNav page={page} tab="rules" />
      <p>{t.list.lead(institution.name)}</p>
      <p>{t.list.figures(active, toConfirm, own, off)}</p>
      {next && (
        <LinkButton href={inLanguage(lang, rulesUrls.ruleOf(next.id, institution.id))}>
          {t.list.next(next.id)}
        </LinkButton>
      )}
      <Filter page={page} view={view} />
      {view.lines.length === 0 ? <EmptyState>{t.list.none}</EmptyState> : <Lines page={page} view={view} />}
    </Layout>
  )
}

const Filter = ({ page: { lang }, view }: Props) => {
  const t = rulesTexts(lang)
  const { question, institutions, institution } = view
  const narrowed = question.state !== null || question.words !== ''
  const action = inLanguage(lang, rulesUrls.list())
  return (
    <FilterForm
      action={action}
      legend={t.list.filter}
      submit={t.list.submit}
      clear={narrowed ? { href: `${action}?institucioni=${institution.id}`, label: t.list.clear } : null}
    >
      <InstitutionChoice lang={lang} institutions={institutions} chosen={institution.id} />
      <SelectField
        name="gjendja"
        label={t.list.state}
        value={question.state ?? ''}
        options={[
          { value: '', label: t.list.anyState },
          ...RULE_STATES.map((state) => ({ value: state, label: t.states[state] })),
        ]}
      />
      <TextField name="q" label={t.list.words} value={question.words} />
    </FilterForm>
  )
}

const Lines = ({ page: { lang }, view }: Props) => {
  const t = rulesTexts(lang)
  const { columns } = t.list
  return (
    <DataTable
      caption={t.list.title}
      captionHidden
      firstColumnHeader
      head={[
        { label: columns.rule },
        { label: columns.term },
        { label: columns.law },
        { label: columns.state },
        { label: columns.open, numeric: true },
      ]}
      rows={view.lines.map((line) => [
        <>
          <a href={inLanguage(lang, rulesUrls.ruleOf(line.rule.id, view.institution.id))}>{line.rule.start[lang]}</a>
          <span class="kv-clocks__id">{line.rule.id}</span>
        </>,
        termWords(lang, line),
        shortLawName(line.rule.lawName[lang]),
        <RuleStateTag lang={lang} state={line.state} />,
        line.open === 0 ? (
          formatNumber(0)
        ) : (
          <a href={inLanguage(lang, boardUrls.ofRule(line.rule.id, view.institution.id))}>{formatNumber(line.open)}</a>
        ),
      ])}
    />
  )
}

/** The institution's own number where it has set one, else the term as the law has it. */
export const termWords = (lang: Lang, { rule, term }: Pick<RuleLine, 'rule' | 'term'>): string =>
  term?.n && term.unit ? amountWords(lang, term.n, term.unit) : rule.clock[lang]
