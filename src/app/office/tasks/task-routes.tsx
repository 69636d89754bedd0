import { randomUUID } from 'node:crypto'
import { mayIn } from '#platform/auth/permissions.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { localPath } from '#platform/auth/return-path.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { assignTask } from '#platform/tasks/assign-task.ts'
import { moveTask, type Move } from '#platform/tasks/move-task.ts'
import { taskPermissions as may } from '#platform/tasks/permissions.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { NewTaskPage } from './new-task-page.tsx'
import { viewNewTask, type NewTaskView } from './new-task-view.ts'
import { readNewTask, readReason, readTaskChange, readTo } from './task-form.ts'
import { TaskPage, type TaskForm } from './task-page.tsx'
import { viewTask } from './tasks-view.ts'
import { taskTexts } from './texts.ts'

/** One task: to give it, to see it, and all that is done with it. */
export function taskRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const house: House = { services, doors }
  officeRoute(app, 'GET', taskUrls.newTask(), may['tasks.write'], (c, official) => newTask(c, house, official))
  officeRoute(app, 'POST', taskUrls.newTask(), may['tasks.write'], (c, official) => postTask(c, house, official))
  officeRoute(app, 'GET', taskUrls.one(':id'), may['tasks.read'], (c, official) => taskPage(c, house, official))
  officeRoute(app, 'POST', taskUrls.take(':id'), may['tasks.write'], async (c, official) =>
    move(c, house, official, await readForm(c), { move: 'take' }, 'marre'),
  )
  officeRoute(app, 'POST', taskUrls.finish(':id'), may['tasks.write'], async (c, official) =>
    move(c, house, official, await readForm(c), { move: 'finish' }, 'kryer'),
  )
  officeRoute(app, 'POST', taskUrls.reopen(':id'), may['tasks.write'], async (c, official) =>
    move(c, house, official, await readForm(c), { move: 'reopen' }, 'rihapur'),
  )
  officeRoute(app, 'POST', taskUrls.cancel(':id'), may['tasks.write'], async (c, official) => {
    const form = await readForm(c)
    const reason = readReason(c.get('lang'), form, 'arsyeja')
    if (!reason.ok) return taskPage(c, house, official, { open: 'cancel', ...reason, status: 422 })
    return move(c, house, official, form, { move: 'cancel', reason: reason.value }, 'anuluar')
  })
  officeRoute(app, 'POST', taskUrls.reassign(':id'), may['tasks.write'], async (c, official) => {
    const form = await readForm(c)
    const typed = { kujt: textField(form, 'kujt') }
    const to = readTo(typed.kujt)
    const errors = { kujt: taskTexts(c.get('lang')).form.errors.to }
    if (!to) return taskPage(c, house, official, { open: 'reassign', typed, errors, status: 422 })
    return move(c, house, official, form, { move: 'reassign', to }, 'caktuar')
  })
  officeRoute(app, 'POST', taskUrls.change(':id'), may['tasks.write'], async (c, official) => {
    const form = await readForm(c)
    const change = readTaskChange(c.get('lang'), form)
    if (!change.ok) return taskPage(c, house, official, { open: 'change', ...change, status: 422 })
    return move(c, house, official, form, { move: 'change', ...change.value }, 'ndryshuar')
  })
}

type House = { services: Services; doors: readonly Door[] }
type Again = { open?: TaskForm; typed?: Typed; errors?: FieldErrors; status?: number }

async function taskPage(c: WebContext, house: House, official: Official, again: Again = {}): Promise<Response> {
  const { services, doors } = house
  const { open, typed = {}, errors = {}, status = 200 } = again
  const view = await viewTask(services, doors, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  if (status !== 200 && !view.mayWrite) throw new Refused(403, 'not-permitted')
  const done = status === 200 ? doneWords(taskTexts(c.get('lang')).done, c.req.query('pune')) : null
  const page = pageOf(c, services, null)
  return html(
    c,
    <TaskPage page={page} view={view} form={randomUUID()} done={done} open={open} typed={typed} errors={errors} />,
    { status },
  )
}

async function move(
  c: WebContext,
  house: House,
  official: Official,
  form: FormData,
  what: Move,
  done: string,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  const t = taskTexts(c.get('lang'))
  const outcome = await moveTask(house.services, official, id, Number(textField(form, 'versioni')), what)
  switch (outcome.kind) {
    case 'done':
      return redirect(c, withDone(returnPath(form) ?? taskUrls.one(id), done, id))
    case 'moved-meanwhile': {
      const words = t.task.meanwhile(t.states[outcome.state], outcome.holder)
      return taskPage(c, house, official, { errors: { permbajtja: words }, status: 409 })
    }
    case 'no-such-person': {
      const errors = { kujt: t.form.errors.noSuchPerson }
      return taskPage(c, house, official, { open: 'reassign', errors, status: 422 })
    }
    case 'no-such-task':
      throw notFound()
    case 'not-permitted':
      throw await refusalOf(house, c, official)
  }
}

/** Whoever may not even know of it does not learn that it is there. */
async function refusalOf({ services, doors }: House, c: WebContext, official: Official): Promise<Refused> {
  const view = await viewTask(services, doors, c.get('lang'), official, c.req.param('id') ?? '')
  return view ? new Refused(403, 'not-permitted') : notFound()
}

/** Where a button was pressed, if that is a page of the office. */
export function returnPath(form: FormData): string | null {
  const path = localPath(textField(form, 'kthehu'))
  return path !== null && /^\/zyra(?:$|[/?])/.test(path) ? path : null
}

/** Says on the page what was done, and to which task, so that it can be undone there. */
export function withDone(path: string, done: string, task: string | null): string {
  const [place = '', query = ''] = path.split('?')
  const search = new URLSearchParams(query)
  search.set('pune', done)
  if (task !== null) search.set('detyra', task)
  return `${place}?${search}`
}

async function newTask(c: WebContext, house: House, official: Official): Promise<Response> {
  const asked = { subject: c.req.query('subjekti') ?? '', institution: c.req.query('institucioni') ?? '' }
  const view = await viewNewTask(house.services, house.doors, c.get('lang'), official, asked)
  if (!view) throw notFound()
  return newTaskPage(c, house, view, { form: randomUUID(), typed: {}, errors: {}, status: 200 })
}

type NewAgain = { form: string; typed: Typed; errors: FieldErrors; status: number }

const newTaskPage = (c: WebContext, { services }: House, view: NewTaskView, again: NewAgain) =>
  html(
    c,
    <NewTaskPage
      page={pageOf(c, services, null)}
      view={view}
      form={again.form}
      typed={again.typed}
      errors={again.errors}
    />,
    { status: again.status, cache: 'kept' },
  )

async function postTask(c: WebContext, house: House, official: Official): Promise<Response> {
  const sent = await readForm(c)
  const form = textField(sent, 'dergesa')
  const asked = { subject: textField(sent, 'subjekti'), institution: textField(sent, 'institucioni') }
  const view = await viewNewTask(house.services, house.doors, c.get('lang'), official, asked)
  if (!view?.institution || !isUuid(form)) throw notFound()
  if (!mayIn(official, may['tasks.write'], view.institution.id)) throw new Refused(403, 'not-permitted')
  const draft = readNewTask(c.get('lang'), sent)
  if (!draft.ok) return newTaskPage(c, house, view, { form, ...draft, status: 422 })
  const subject = view.subject?.ref ?? null
  const order = { institutionId: view.institution.id, subject, form, ...draft.value }
  const outcome = await assignTask(house.services, official, order)
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  if (outcome.kind === 'given') return redirect(c, `${taskUrls.one(outcome.id)}?pune=dhene`)
  const errors = { kujt: taskTexts(c.get('lang')).form.errors.noSuchPerson }
  const typed = { titulli: draft.value.title, shpjegimi: draft.value.words }
  return newTaskPage(c, house, view, { form, typed, errors, status: 422 })
}
