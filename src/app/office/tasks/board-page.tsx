import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { BoardQuestion, BoardView } from './board-view.ts'
import { TaskRows } from './task-rows-part.tsx'
import { taskTexts } from './texts.ts'

type Props = { page: PageContext; view: BoardView }

/** All tasks of an institution: who has how much, and what is due next. */
export const BoardPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = taskTexts(lang).board
  const { question, tasks, next } = view
  const list = inLanguage(lang, taskUrls.board())
  return (
    <Layout page={page} title={t.title} office wide robots="noindex">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {question.after === null && view.burdens.length > 0 && <Burdens page={page} view={view} />}
      <h2>{t.list}</h2>
      <Filter page={page} view={view} />
      {tasks.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <TaskRows page={page} caption={t.title} tasks={tasks} holder mayWrite={false} />
      )}
      <p>
        <a href={`${inLanguage(lang, taskUrls.boardCsv())}?${searchOf(question, {})}`} download>
          {t.csv}
        </a>
      </p>
      <Paging
        label={t.paging}
        older={next ? { href: `${list}?${searchOf(question, { pas: next })}`, label: t.more } : null}
        newer={question.after ? { href: `${list}?${searchOf(question, {})}`, label: t.first } : null}
      />
    </Layout>
  )
}

const Burdens = ({ page, view }: Props) => {
  const { lang } = page
  const t = taskTexts(lang).board
  const list = inLanguage(lang, taskUrls.board())
  const of = (holderId: string | null) =>
    `${list}?${searchOf({ ...view.question, state: 'open', due: 'any', holder: holderId ?? 'none' }, {})}`
  return (
    <section>
      <h2>{t.burdens}</h2>
      <DataTable
        caption={t.burdens}
        captionHidden
        firstColumnHeader
        head={[
          { label: t.person },
          { label: t.open, numeric: true },
          { label: t.overdue, numeric: true },
          { label: t.next },
        ]}
        rows={view.burdens.map(({ holderId, holder, open, overdue, nextDue }) => [
          <a href={of(holderId)}>{holder ?? t.unassigned}</a>,
          formatNumber(open),
          overdue > 0 ? <strong>{formatNumber(overdue)}</strong> : formatNumber(0),
          nextDue === null ? '–' : formatDate(lang, nextDue),
        ])}
      />
    </section>
  )
}

const Filter = ({ page, view }: Props) => {
  const { lang } = page
  const t = taskTexts(lang).board
  const { question, institutions, burdens } = view
  const list = inLanguage(lang, taskUrls.board())
  const narrowed = searchOf(question, {}).toString() !== ''
  const options = <Value extends string>(words: Record<Value, string>) =>
    (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }))
  const people = burdens.flatMap(({ holderId, holder }) =>
    holderId && holder ? [{ value: holderId, label: holder }] : [],
  )
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.submit}
      clear={narrowed ? { href: list, label: t.clear } : null}
    >
      {institutions.length > 1 && (
        <SelectField
          name="institucioni"
          label={t.institution}
          value={question.institution}
          options={[{ value: '', label: t.all }, ...institutions.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <SelectField
        name="kush"
        label={t.holder}
        value={question.holder}
        options={[{ value: '', label: t.anyone }, { value: 'none', label: t.unassigned }, ...people]}
      />
      <SelectField name="afati" label={t.due} value={question.due} options={options(t.dues)} />
      <SelectField name="gjendja" label={t.state} value={question.state} options={options(t.stateChoices)} />
    </FilterForm>
  )
}

function searchOf(question: BoardQuestion, more: Record<string, string>): URLSearchParams {
  const { institution, holder, due, state } = question
  return new URLSearchParams({
    ...(institution && { institucioni: institution }),
    ...(holder && { kush: holder }),
    ...(due !== 'any' && { afati: due }),
    ...(state !== 'open' && { gjendja: state }),
    ...more,
  })
}
