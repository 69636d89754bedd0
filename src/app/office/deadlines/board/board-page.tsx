import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { TextField } from '#ui/text-field.tsx'
import { DueLine, holderWords, RecordLink } from './board-line-part.tsx'
import { boardTexts } from './board-texts.ts'
import { boardUrls } from './board-urls.ts'
import type { BoardLine, BoardQuestion, BoardView } from './board-view.ts'
import { RulesNav } from '../rules/rules-nav-part.tsx'

type Props = { page: PageContext; view: BoardView }

/** All open deadlines that an official may see, the most pressing first. */
export const BoardPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = boardTexts(lang).board
  const { question, lines, next } = view
  const list = inLanguage(lang, boardUrls.board())
  const narrowed = searchOf(question, {}).size > 0
  const none = narrowed ? (next === null ? t.noneSo : t.noneYet) : t.none
  return (
    <Layout page={page} title={t.title} office wide robots="noindex">
      <h1>{t.title}</h1>
      <RulesNav lang={page.lang} tab="board" />
      <p>{t.lead}</p>
      <Counts page={page} view={view} />
      <h2>{t.list}</h2>
      <Filter page={page} view={view} />
      {lines.length === 0 ? (
        <EmptyState>
          <p>{none}</p>
        </EmptyState>
      ) : (
        <Lines page={page} view={view} />
      )}
      <Paging
        label={t.paging}
        older={next ? { href: `${list}?${searchOf(question, { pas: next })}`, label: t.more } : null}
        newer={question.after ? { href: `${list}?${searchOf(question, {})}`, label: t.first } : null}
      />
      <p>
        <a href={`${inLanguage(lang, boardUrls.csv())}?${searchOf(question, {})}`} download>
          {t.csv}
        </a>
      </p>
      {view.mayHaveFeed && (
        <p>
          <a href={inLanguage(lang, boardUrls.feed())}>{t.calendar}</a>
        </p>
      )}
    </Layout>
  )
}

/** How many of each, each a way to them. */
const Counts = ({ page, view }: Props) => {
  const { lang } = page
  const t = boardTexts(lang)
  const { question, counts } = view
  if (counts === null) return null
  const list = inLanguage(lang, boardUrls.board())
  const way = (more: Partial<BoardQuestion>) => `${list}?${searchOf({ ...question, ...more }, {})}`
  return (
    <SubNav
      label={t.board.counts}
      items={[
        ...(['late', 'today', 'week', 'later'] as const).map((when) => ({
          href: way({ when, state: 'open' }),
          label: t.groups[when],
          current: question.when === when,
          count: counts[when],
        })),
        {
          href: way({ when: 'any', state: 'paused' }),
          label: t.groups.paused,
          current: question.state === 'paused' && question.when === 'any',
          count: counts.paused,
        },
      ]}
    />
  )
}

const Lines = ({ page, view }: Props) => {
  const { lang } = page
  const t = boardTexts(lang).board
  const several = view.institutions.length > 1
  return (
    <DataTable
      caption={t.title}
      captionHidden
      firstColumnHeader
      head={[t.record, t.due, t.holder, t.why].map((label) => ({ label }))}
      rows={view.lines.map((line) => [
        <Record page={page} line={line} several={several} />,
        <DueLine
          lang={lang}
          row={line.row}
          today={line.today}
          now={view.now}
          mark={line.why.kind === 'day' ? null : line.why.mark}
        />,
        holderWords(lang, line.row),
        <Why page={page} line={line} />,
      ])}
    />
  )
}

const Record = ({ page: { lang }, line, several }: { page: PageContext; line: BoardLine; several: boolean }) => (
  <>
    <RecordLink lang={lang} record={line.record} />
    <br />
    <span class="kv-quiet">
      {line.what}
      {several && ` · ${line.row.institution}`}
    </span>
  </>
)

/** The reasons in short; each day on the way stands on the deadline's own page. */
const Why = ({ page: { lang }, line }: { page: PageContext; line: BoardLine }) => {
  const t = boardTexts(lang)
  return (
    <>
      {whyWords(lang, line.why)}
      <br />
      <a href={inLanguage(lang, boardUrls.one(line.row.id))}>
        {t.board.toOne}
        <span class="govuk-visually-hidden">{`: ${line.record.title}`}</span>
      </a>
    </>
  )
}

function whyWords(lang: Lang, why: BoardLine['why']): string {
  const t = boardTexts(lang).board
  if (why.kind === 'day') return t.whyDay
  return why.kind === 'own' ? t.whyOwn(why.amount, why.law) : t.whyRule(why.clock, why.law)
}

const Filter = ({ page, view }: Props) => {
  const { lang } = page
  const texts = boardTexts(lang)
  const t = texts.board
  const { question, slots } = view
  const list = inLanguage(lang, boardUrls.board())
  const whose = { all: t.everybody, mine: t.mine, ...(view.sitsInUnits && { units: t.units }) }
  const { late, today, week, later } = texts.groups
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.submit}
      clear={searchOf(question, {}).size > 0 ? { href: list, label: t.clear } : null}
    >
      <InstitutionField page={page} view={view} />
      <SelectField
        name="kur"
        label={t.when}
        value={question.when}
        options={options({ any: t.anyTime, late, today, week, later })}
      />
      <SelectField name="kush" label={t.whose} value={question.whose} options={options(whose)} />
      <UnitField page={page} view={view} />
      <SelectField
        name="lloji"
        label={t.kind}
        value={question.slot}
        options={[{ value: '', label: t.anyKind }, ...slots.map(({ slot, words }) => ({ value: slot, label: words }))]}
      />
      <SelectField
        name="gjendja"
        label={t.state}
        value={question.state}
        options={options({ open: t.open, running: t.running, paused: t.paused })}
      />
      <TextField name="fjale" label={t.words} value={question.words} type="search" maxLength={100} />
    </FilterForm>
  )
}

/** Of interest to who works in several. */
const InstitutionField = ({ page: { lang }, view: { question, institutions } }: Props) => {
  const t = boardTexts(lang).board
  if (institutions.length < 2) return null
  return (
    <SelectField
      name="institucioni"
      label={t.institution}
      value={question.institution}
      options={[
        { value: '', label: t.allInstitutions },
        ...institutions.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

const UnitField = ({ page: { lang }, view: { question, institutions, units } }: Props) => {
  const t = boardTexts(lang).board
  if (units.length === 0) return null
  const several = institutions.length > 1
  return (
    <SelectField
      name="njesia"
      label={t.unit}
      value={question.unit}
      options={[
        { value: '', label: t.anyUnit },
        ...units.map(({ id, name, institution }) => ({ value: id, label: several ? `${name}, ${institution}` : name })),
      ]}
    />
  )
}

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** The question as it stands in an address. */
function searchOf(question: BoardQuestion, more: Record<string, string>): URLSearchParams {
  const { institution, when, state, whose, unit, slot, words } = question
  return new URLSearchParams({
    ...(institution && { institucioni: institution }),
    ...(when !== 'any' && { kur: when }),
    ...(whose !== 'all' && { kush: whose }),
    ...(unit && { njesia: unit }),
    ...(slot && { lloji: slot }),
    ...(state !== 'open' && { gjendja: state }),
    ...(words && { fjale: words }),
    ...more,
  })
}
