import type { Role } from '#platform/auth/visitor.ts'
import { timeLeft } from '#platform/deadlines/explanation/time-left-rules.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, splitLanguage, type Lang } from '#platform/i18n/language.ts'
import { wordsOf, type Jurisdiction } from '#platform/institutions/institution-rules.ts'
import { isOpen, type TaskState } from '#platform/tasks/task-rules.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DeadlineLine } from '#ui/deadline-badge.tsx'
import { NoticeBanner } from '#ui/notice-banner.tsx'
import { Tag } from '#ui/tag.tsx'
import { textsOf } from '../../account/account-texts.ts'
import type { ShownTask } from './tasks-view.ts'
import { taskTexts } from './texts.ts'

type Props = {
  page: PageContext
  caption: string
  tasks: readonly ShownTask[]
  /** Whose it is: of no interest in a list of my own. */
  holder?: boolean
  /** What it is about: of no interest on the page of that record. */
  about?: boolean
  mayWrite: boolean
}

/** Tasks, each with what can be done with it in one press; the page then says so, and offers to undo it. */
export const TaskRows = ({ page, caption, tasks, holder = false, about = true, mayWrite }: Props) => {
  const t = taskTexts(page.lang).row
  const heads = [t.task, t.due, ...(holder ? [t.who] : []), t.state, ...(mayWrite ? [t.deeds] : [])]
  return (
    <DataTable
      caption={caption}
      captionHidden
      firstColumnHeader
      head={heads.map((label) => ({ label }))}
      rows={tasks.map((task) => [
        <TaskTitle page={page} task={task} about={about} />,
        <TaskDue lang={page.lang} task={task} />,
        ...(holder ? [holderWords(page.lang, task)] : []),
        <TaskTag lang={page.lang} state={task.state} />,
        ...(mayWrite ? [<Deeds page={page} task={task} />] : []),
      ])}
    />
  )
}

const TaskTitle = ({ page, task, about }: { page: PageContext; task: ShownTask; about: boolean }) => (
  <>
    <a href={inLanguage(page.lang, taskUrls.one(task.id))}>{task.title}</a>
    {about && task.about && (
      <span class="kv-quiet">
        {' '}
        {taskTexts(page.lang).row.about.toLowerCase()}{' '}
        <a href={inLanguage(page.lang, task.about.officeHref)} lang={task.about.lang}>
          {task.about.title}
        </a>
      </span>
    )}
  </>
)

/** The day and what is left of it, as on the board of deadlines; of a task that is over the day alone. */
export const TaskDue = ({ lang, task }: { lang: Lang; task: ShownTask }) => {
  const { dueOn, clockState: state, today } = task
  if (dueOn === null) return <span class="kv-quiet">{taskTexts(lang).row.noDay}</span>
  const left = isOpen(task.state) && state !== null ? timeLeft(lang, { state, dueOn, today }) : null
  return <DeadlineLine date={formatDate(lang, dueOn)} daysLeft={left?.words ?? null} tone={left?.tone ?? 'plain'} />
}

/** `Drita Demo`, or the role that it was given to. */
export function holderWords(lang: Lang, task: Pick<ShownTask, 'holder' | 'role' | 'jurisdiction'>): string {
  const t = taskTexts(lang)
  if (task.holder !== null) return task.holder
  return task.role === null ? t.row.nobody : `${roleWord(lang, task.role, task.jurisdiction)}, ${t.row.nobody}`
}

/** Who leads consultations is called differently in each country, by law. */
export function roleWord(lang: Lang, role: string, jurisdiction: Jurisdiction): string {
  if (role === 'consultation-coordinator') return wordsOf(jurisdiction, lang).consultationContact
  return textsOf(lang).roles[role as Role] ?? role
}

const TONES = { open: 'plain', taken: 'warning', done: 'done', cancelled: 'stopped' } as const

export const TaskTag = ({ lang, state }: { lang: Lang; state: TaskState }) => (
  <Tag tone={TONES[state]}>{taskTexts(lang).states[state]}</Tag>
)

const Deeds = ({ page, task }: { page: PageContext; task: ShownTask }) => {
  const t = taskTexts(page.lang).row
  const deed = (action: string, label: string) => (
    <TaskDeed page={page} task={task} action={action} label={label} hidden={t.hidden(task.title)} />
  )
  if (!isOpen(task.state)) return <div class="kv-deeds">{deed(taskUrls.reopen(task.id), t.reopen)}</div>
  return (
    <div class="kv-deeds">
      {task.state === 'open' && deed(taskUrls.take(task.id), t.take)}
      {deed(taskUrls.finish(task.id), t.finish)}
    </div>
  )
}

type DeedProps = { page: PageContext; task: ShownTask; action: string; label: string; hidden?: string }

/** One press; it goes back to where it was pressed. The version says what the page showed. */
export const TaskDeed = ({ page, task, action, label, hidden }: DeedProps) => (
  <form method="post" action={inLanguage(page.lang, action)}>
    <input type="hidden" name="versioni" value={String(task.version)} />
    <input type="hidden" name="kthehu" value={splitLanguage(page.path).path} />
    <Button kind="secondary" preventDoubleClick>
      {label}
      {hidden && <span class="govuk-visually-hidden">{hidden}</span>}
    </Button>
  </form>
)

/** What the deed before has done to a task, with the way back. */
export const MovedNotice = ({ page, task, words }: { page: PageContext; task: ShownTask; words: string }) => {
  const t = taskTexts(page.lang)
  return (
    <NoticeBanner title={words} tone="done" role="alert">
      <p>
        <a href={inLanguage(page.lang, taskUrls.one(task.id))}>{task.title}</a>
      </p>
      {task.state !== 'open' && (
        <TaskDeed page={page} task={task} action={taskUrls.reopen(task.id)} label={t.row.undo} />
      )}
    </NoticeBanner>
  )
}
