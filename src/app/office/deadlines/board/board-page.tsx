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
import { GROUPS } from './board-rules.ts'
import { DueLine, holderWords, RecordLink } from './board-line-part.tsx'
import { boardTexts } from './board-texts.ts'
import { boardUrls } from './board-urls.ts'
import type { BoardLine, BoardQuestion, BoardView } from './board-view.ts'
import { RulesNav } from '../rules/rules-nav-part.tsx'
import { rulesUrls } from '../rules/rules-urls.ts'

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
      <RulesNav page={page} tab="board" />
      <p>{t.lead}</p>
      <Counts page={page} view={view} />
      <Filter page={page} view={view} />
      {question.rule !== '' && <OfRule page={page} view={view} />}
      {lines.length === 0 && (
        <EmptyState>
          <p>{none}</p>
        </EmptyState>
      )}
      <Groups page={page} view={view} />
      <Paging
        label={t.paging}
        older={next ? { href: `${list}?${searchOf(question, { pas: next })}`, label: t.more } : null}
        newer={question.after ? { href: `${list}?${searchOf(question, {})}`, label: t.first } : null}
      />
      <ul class="govuk-list">
        {view.mayHaveFeed && (
          <li>
            <a href={inLanguage(lang, boardUrls.feed())}>{t.calendar}</a>
          </li>
        )}
        <li>
          <a href={`${inLanguage(lang, boardUrls.csv())}?${searchOf(question, {})}`} download>
            {t.csv}
          </a>
        </li>
      </ul>
    </Layout>
  )
}

/** What the list is narrowed to by the page of a rule, where it is no field of the form. */
const OfRule = ({ page: { lang }, view: { question } }: Props) => {
  const t = boardTexts(lang).board
  const { rule, institution } = question
  const href = institution === '' ? rulesUrls.rule(rule) : rulesUrls.ruleOf(rule, institution)
  return (
    <p>
      {t.ofRule} <a href={inLanguage(lang, href)}>{rule}</a>.{' '}
      <a href={`${inLanguage(lang, boardUrls.board())}?${searchOf({ ...question, rule: '' }, {})}`}>{t.clear}</a>
    </p>
  )
}

/** The most pressing first, each under how pressing it is: this week's are found without reading dates. */
const Groups = ({ page, view }: Props) => {
  const { groups } = boardTexts(page.lang)
  return (
    <>
      {GROUPS.map((group) => {
        const lines = view.lines.filter((line) => line.group === group)
        return (
          lines.length > 0 && (
            <section class="kv-board-group">
              <h2>{groups[group]}</h2>
              <Lines page={page} view={view} caption={groups[group]} lines={lines} />
            </section>
          )
        )
      })}
    </>
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
        {
          href: way({ when: 'any', state: 'open' }),
          label: t.board.all,
          current: question.when === 'any' && question.state === 'open',
          count: Object.values(counts).reduce((sum, count) => sum + count, 0),
        },
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

type LinesProps = Props & { caption: string; lines: readonly BoardLine[] }

const Lines = ({ page, view, caption, lines }: LinesProps) => {
  const { lang } = page
  const t = boardTexts(lang).board
  const several = view.institutions.length > 1
  return (
    <DataTable
      caption={caption}
      captionHidden
      firstColumnHeader
      head={[
        { label: t.record, share: 'wide' },
        { label: t.due, share: 'narrow' },
        { label: t.holder, share: 'narrow' },
        { label: t.why },
      ]}
      rows={lines.map((line) => [
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
      fold={{ open: isNarrowed(question) }}
    >
      {question.rule !== '' && <input type="hidden" name="rregulli" value={question.rule} />}
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

/** By the fields of the form: the counts above it and the page of a rule say themselves what they have narrowed. */
const isNarrowed = (question: BoardQuestion): boolean => {
  const fields = { ...question, when: 'any', state: 'open' } as const
  return searchOf(question.rule === '' ? fields : { ...fields, rule: '', institution: '' }, {}).size > 0
}

/** The question as it stands in an address. */
function searchOf(question: BoardQuestion, more: Record<string, string>): URLSearchParams {
  const { institution, when, state, whose, unit, slot, rule, words } = question
  return new URLSearchParams({
    ...(institution && { institucioni: institution }),
    ...(when !== 'any' && { kur: when }),
    ...(whose !== 'all' && { kush: whose }),
    ...(unit && { njesia: unit }),
    ...(slot && { lloji: slot }),
    ...(rule && { rregulli: rule }),
    ...(state !== 'open' && { gjendja: state }),
    ...(words && { fjale: words }),
    ...more,
  })
}
