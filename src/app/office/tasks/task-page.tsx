import { deadlineUrls } from '#platform/deadlines/deadline-urls.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { isOpen } from '#platform/tasks/task-rules.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextField } from '#ui/text-field.tsx'
import { changeLine } from './change-part.ts'
import { TaskToField, TaskWordsFields } from './task-fields-part.tsx'
import { holderWords, MovedNotice, roleWord, TaskDeed, TaskDue, TaskTag } from './task-rows-part.tsx'
import { TasksPart } from './tasks-part.tsx'
import type { ShownTask, TaskView } from './tasks-view.ts'
import { taskTexts } from './texts.ts'

/** Which of the page's forms came back. */
export type TaskForm = 'change' | 'reassign' | 'cancel' | 'note'
export type TaskPageProps = {
  page: PageContext
  view: TaskView
  form: string
  done: string | null
  open?: TaskForm | undefined
  typed?: Typed
  errors?: FieldErrors
}

/** One task: what it is, whose it is, all that can be done with it, and what was. */
export const TaskPage = (props: TaskPageProps) => {
  const { page, view, done, errors = {} } = props
  const { task } = view
  const t = taskTexts(page.lang)
  const back = { href: inLanguage(page.lang, '/zyra'), label: t.task.back }
  const failed = Object.keys(errors).length > 0
  return (
    <Layout page={page} title={task.title} office back={back} robots="noindex" error={failed}>
      <ErrorSummary title={t.form.errors.title} errors={errors} />
      {done && <MovedNotice page={page} task={task} words={done} />}
      <h1>{task.title}</h1>
      {task.words && <p class="kv-note__words">{task.words}</p>}
      <SummaryList rows={factsOf(page, task)} />
      {view.mayWrite && <Moves {...props} />}
      <TasksPart
        page={page}
        work={view.work}
        form={props.form}
        notesOnly
        {...(props.open === 'note' ? { typed: props.typed ?? {}, errors } : {})}
      />
      <History page={page} view={view} />
    </Layout>
  )
}

function factsOf(page: PageContext, task: ShownTask) {
  const { lang } = page
  const t = taskTexts(lang)
  return [
    { key: t.row.state, value: <TaskTag lang={lang} state={task.state} /> },
    ...(task.reason ? [{ key: t.task.reason, value: task.reason }] : []),
    { key: t.row.due, value: <Due page={page} task={task} /> },
    { key: t.row.who, value: holderWords(lang, task) },
    ...(task.role && task.holder ? [{ key: t.task.role, value: roleWord(lang, task.role, task.jurisdiction) }] : []),
    { key: t.task.subject, value: <About page={page} task={task} /> },
    { key: t.task.given, value: task.givenBy ?? t.task.program },
    { key: t.task.givenAt, value: formatMoment(lang, task.givenAt, task.zone) },
    { key: t.task.institution, value: task.institution },
  ]
}

/** The day, and where its history stands with what can be done. */
const Due = ({ page: { lang }, task }: { page: PageContext; task: ShownTask }) => (
  <>
    <TaskDue lang={lang} task={task} />
    {task.deadlineId !== null && (
      <a href={inLanguage(lang, deadlineUrls.one(task.deadlineId))}>{taskTexts(lang).task.toDeadline}</a>
    )}
  </>
)

const About = ({ page, task }: { page: PageContext; task: ShownTask }) => {
  const t = taskTexts(page.lang).task
  if (task.subject === null) return <>{t.noSubject}</>
  if (task.about === null) return <>{t.hiddenSubject}</>
  return (
    <>
      <a href={inLanguage(page.lang, task.about.officeHref)} lang={task.about.lang}>
        {task.about.title}
      </a>
      <br />
      <a href={inLanguage(page.lang, taskUrls.record(task.subject))}>{t.work}</a>
    </>
  )
}

const Moves = ({ page, view, open, typed = {}, errors = {} }: TaskPageProps) => {
  const { task, people } = view
  const t = taskTexts(page.lang)
  const deed = (action: string, label: string) => <TaskDeed page={page} task={task} action={action} label={label} />
  if (!isOpen(task.state)) return <div class="kv-moves">{deed(taskUrls.reopen(task.id), t.row.reopen)}</div>
  const of = (form: TaskForm) => (open === form ? { typed, errors } : { typed: typedOfTask(task), errors: {} })
  const send = (action: string) => ({ method: 'post' as const, action: inLanguage(page.lang, action) })
  const version = <input type="hidden" name="versioni" value={String(task.version)} />
  return (
    <div class="kv-moves">
      <div class="kv-deeds">
        {task.state === 'open' && deed(taskUrls.take(task.id), t.row.take)}
        {deed(taskUrls.finish(task.id), t.row.finish)}
      </div>
      <Details summary={t.task.reassign} open={open === 'reassign'}>
        <form {...send(taskUrls.reassign(task.id))}>
          {version}
          <TaskToField lang={page.lang} {...of('reassign')} people={people} jurisdiction={task.jurisdiction} />
          <Button kind="secondary">{t.task.reassignSend}</Button>
        </form>
      </Details>
      <Details summary={t.task.change} open={open === 'change'}>
        <form {...send(taskUrls.change(task.id))} novalidate>
          {version}
          <TaskWordsFields lang={page.lang} {...of('change')} />
          <Button kind="secondary">{t.task.save}</Button>
        </form>
      </Details>
      <Details summary={t.task.cancel} open={open === 'cancel'}>
        <form {...send(taskUrls.cancel(task.id))}>
          {version}
          <TextField
            name="arsyeja"
            label={t.task.cancelReason}
            value={of('cancel').typed.arsyeja}
            error={of('cancel').errors.arsyeja}
            maxLength={1000}
          />
          <Button kind="warning">{t.task.cancelSend}</Button>
        </form>
      </Details>
    </div>
  )
}

function typedOfTask({ title, words, dueOn }: ShownTask): Typed {
  const [year = '', month = '', day = ''] = dueOn?.split('-') ?? []
  const parts = dueOn === null ? {} : { 'afati-day': String(Number(day)), 'afati-month': String(Number(month)) }
  return { titulli: title, shpjegimi: words, ...parts, 'afati-year': year }
}

const History = ({ page, view }: { page: PageContext; view: TaskView }) => {
  const t = taskTexts(page.lang).task
  return (
    <section>
      <h2>{t.history}</h2>
      <DataTable
        caption={t.history}
        captionHidden
        head={[t.at, t.what, t.who].map((label) => ({ label }))}
        rows={view.changes.map((change) => [
          formatMoment(page.lang, change.at, view.task.zone),
          changeLine(page.lang, change, view.task.jurisdiction),
          change.by ?? t.program,
        ])}
      />
    </section>
  )
}
