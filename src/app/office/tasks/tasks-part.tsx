import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, splitLanguage } from '#platform/i18n/language.ts'
import type { NoteRow } from '#platform/tasks/note-queries.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { LONGEST_WORDS } from '#platform/tasks/task-rules.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TaskRows } from './task-rows-part.tsx'
import type { SubjectWork } from './tasks-view.ts'
import { taskTexts } from './texts.ts'

export type TasksPartProps = {
  page: PageContext
  /** From `viewSubjectWork`. */
  work: SubjectWork
  /** A number of its own for the form of a note: `crypto.randomUUID()` of the route. */
  form: string
  /** Without the tasks: the page of a task itself. */
  notesOnly?: boolean
  typed?: Typed
  errors?: FieldErrors
}

/** What is to be done about a record, and what officials note about it: for any page of a record. */
export const TasksPart = (props: TasksPartProps) => (
  <>
    {!props.notesOnly && <Tasks {...props} />}
    <Notes {...props} />
  </>
)

const Tasks = ({ page, work }: TasksPartProps) => {
  const t = taskTexts(page.lang)
  const { open, ended, mayWrite } = work
  return (
    <section aria-labelledby="detyrat">
      <h2 id="detyrat">{t.part.tasks}</h2>
      {open.length === 0 ? (
        <EmptyState>{t.part.none}</EmptyState>
      ) : (
        <TaskRows page={page} caption={t.part.tasks} tasks={open} holder about={false} mayWrite={mayWrite} />
      )}
      {ended.length > 0 && (
        <Details summary={t.part.ended(ended.length)}>
          <TaskRows
            page={page}
            caption={t.part.ended(ended.length)}
            tasks={ended}
            holder
            about={false}
            mayWrite={mayWrite}
          />
        </Details>
      )}
      {mayWrite && (
        <p>
          <a href={inLanguage(page.lang, taskUrls.newTaskAbout(work.ref))}>{t.form.titleAbout}</a>
        </p>
      )}
    </section>
  )
}

const Notes = (props: TasksPartProps) => {
  const { page, work } = props
  const t = taskTexts(page.lang).part
  return (
    <section aria-labelledby="shenimet">
      <h2 id="shenimet">{t.notes}</h2>
      <p class="kv-quiet">{t.notesLead}</p>
      {work.notes.length === 0 ? (
        <EmptyState>{t.noNotes}</EmptyState>
      ) : (
        <ol class="kv-notes">
          {work.notes.map((note) => (
            <Note page={page} work={work} note={note} />
          ))}
        </ol>
      )}
      {work.mayWrite && <NoteForm {...props} />}
    </section>
  )
}

const Note = ({ page, work, note }: { page: PageContext; work: SubjectWork; note: NoteRow }) => {
  const t = taskTexts(page.lang).part
  return (
    <li class="kv-note" id={`shenimi-${note.id}`}>
      <p class="kv-note__who">
        <strong>{note.by}</strong> <span class="kv-quiet">{formatMoment(page.lang, note.at, work.zone)}</span>
      </p>
      {note.words === null ? (
        <p class="kv-quiet">{t.erased}</p>
      ) : (
        <p class="kv-note__words" lang="sq">
          {note.words}
        </p>
      )}
      {note.words !== null && note.mentions.length > 0 && (
        <p class="kv-quiet">{t.mentioned(note.mentions.join(', '))}</p>
      )}
      {note.words !== null && work.mayErase && <EraseForm page={page} note={note} />}
    </li>
  )
}

const EraseForm = ({ page, note }: { page: PageContext; note: NoteRow }) => {
  const t = taskTexts(page.lang).part
  const name = `arsyeja-${note.id}`
  return (
    <Details summary={t.erase}>
      <form method="post" action={inLanguage(page.lang, taskUrls.eraseNote(note.id))}>
        <TextField name={name} label={t.eraseReason} hint={t.eraseHint} maxLength={1000} />
        <Button kind="warning">{t.erase}</Button>
      </form>
    </Details>
  )
}

const NoteForm = ({ page, work, form, typed, errors }: TasksPartProps) => {
  const t = taskTexts(page.lang).part
  return (
    <form method="post" action={inLanguage(page.lang, taskUrls.notes())}>
      <input type="hidden" name="subjekti" value={work.ref} />
      <input type="hidden" name="dergesa" value={form} />
      <input type="hidden" name="kthehu" value={splitLanguage(page.path).path} />
      <TextAreaField
        name="shenimi"
        label={t.note}
        hint={t.noteHint}
        rows={3}
        value={typed?.shenimi}
        error={errors?.shenimi}
        maxLength={LONGEST_WORDS}
      />
      {work.colleagues.length > 0 && (
        <Details summary={t.colleagues}>
          <ul class="govuk-list">
            {work.colleagues.map(({ name }) => (
              <li>@{name}</li>
            ))}
          </ul>
        </Details>
      )}
      <Button kind="secondary" preventDoubleClick>
        {t.write}
      </Button>
    </form>
  )
}
