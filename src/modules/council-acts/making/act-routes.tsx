import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official, Role } from '#platform/auth/visitor.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import { refusalForQuota } from '#platform/documents/space.ts'
import type { Door } from '#platform/door.ts'
import { readUpload } from '#platform/files/upload.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { actPermissions as may } from '../permissions.ts'
import { actOfficeUrls as office } from '../urls.ts'
import { readActForm, readReason, typedOfAct } from './act-form.ts'
import { ActFormPage } from './act-form-page.tsx'
import { OfficeActPage } from './act-page.tsx'
import { viewOfficeAct, type OfficeActView } from './act-view.ts'
import { changeAct } from './change-act.ts'
import { keepActDocument } from './keep-document.ts'
import { viewActForm } from './list-view.ts'
import { numberAct, voidNumber } from './number-act.ts'
import { makingTexts } from './texts.ts'
import { makingUrls as urls } from './urls.ts'

type Room = { services: Services; doors: readonly Door[] }
type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

/** One act: its overview, its facts, its number, its papers. */
export function actRoutes(app: WebApp, room: Room): void {
  officeRoute(app, 'GET', office.act(':id'), may['acts.read'], async (c, official) =>
    actPage(c, room, await actFor(c, room, official)),
  )
  officeRoute(app, 'GET', urls.change(':id'), may['acts.write'], async (c, official) => {
    const { act } = await permitted(c, room, official, may['acts.write'])
    if (act.state !== 'draft') throw notFound()
    return changePage(c, room, official, { typed: typedOfAct(act) })
  })
  officeRoute(app, 'POST', urls.change(':id'), may['acts.write'], (c, official) => change(c, room, official))
  officeRoute(app, 'POST', urls.number(':id'), may['acts.decide'], async (c, official) => {
    const { act } = await permitted(c, room, official, may['acts.decide'])
    const form = await readForm(c)
    const { reason, typed } = readReason(form, 'arsyeja')
    const outcome = await numberAct(room.services, official, act.id, { seen: seenIn(form), reason })
    return answer(c, room, official, outcome, { done: 'numri', field: 'arsyeja', typed })
  })
  officeRoute(app, 'POST', urls.voidNumber(':id'), may['acts.decide'], async (c, official) => {
    const view = await permitted(c, room, official, may['acts.decide'])
    const form = await readForm(c)
    const field = 'arsyeja-anulimit'
    const { reason, typed } = readReason(form, field)
    const t = makingTexts(c.get('lang')).one
    if (reason === null) return actPage(c, room, view, { typed, errors: { [field]: t.voidReasonMissing }, status: 422 })
    const outcome = await voidNumber(room.services, official, view.act.id, { seen: seenIn(form), reason })
    return answer(c, room, official, outcome, { done: 'anulimi', field, typed })
  })
  officeRoute(app, 'POST', urls.documents(':id'), may['acts.write'], (c, official) => addDocument(c, room, official))
}

export const byOf = ({ accountId }: Official): { accountId: string } => ({ accountId })

/** The version that stood on the page; one that nobody sent fits nothing. */
export const seenIn = (form: FormData): number => Number(form.get('versioni')) || 0

async function actFor(c: WebContext, { services, doors }: Room, official: Official): Promise<OfficeActView> {
  const view = await viewOfficeAct(services, doors, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function permitted(
  c: WebContext,
  room: Room,
  official: Official,
  roles: readonly Role[],
): Promise<OfficeActView> {
  const view = await actFor(c, room, official)
  if (!mayIn(official, roles, view.act.institutionId)) throw new Refused(403, 'not-permitted')
  return view
}

function actPage(c: WebContext, { services }: Room, view: OfficeActView, again: Again = {}): Promise<Response> {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = doneWords(makingTexts(c.get('lang')).one.done, c.req.query('u'))
  const props = { page: pageOf(c, services, null), view, typed, errors, status: done }
  return html(c, <OfficeActPage {...props} />, { status })
}

type Outcome = Awaited<ReturnType<typeof numberAct>>
type Answer = { done: string; field: string; typed?: Typed }

/** What became of a deed: on to the act, or its page with what stood in the way. */
async function answer(
  c: WebContext,
  room: Room,
  official: Official,
  outcome: Outcome,
  { done, field, typed = {} }: Answer,
): Promise<Response> {
  if (outcome === 'done') return redirect(c, `${office.act(c.req.param('id') ?? '')}?u=${done}`)
  if (outcome === 'no-such-act') throw notFound()
  const t = makingTexts(c.get('lang')).one
  const late = outcome === 'wrong-state' || outcome === 'changed-meanwhile'
  const errors = { [field]: late ? t.outcomes[outcome] : t.refusals[outcome] }
  return actPage(c, room, await actFor(c, room, official), { typed, errors, status: late ? 409 : 422 })
}

async function changePage(
  c: WebContext,
  room: Room,
  official: Official,
  { typed = {}, errors = {}, status = 200 }: Again,
): Promise<Response> {
  const { act, title } = await actFor(c, room, official)
  const view = await viewActForm(room.services, c.get('lang'), official, act.institutionId)
  const shown = { id: act.id, title, kind: act.kind }
  const props = { page: pageOf(c, room.services, null), act: shown, view, typed, errors }
  return html(c, <ActFormPage {...props} />, { status })
}

async function change(c: WebContext, room: Room, official: Official): Promise<Response> {
  const texts = makingTexts(c.get('lang'))
  const { act } = await permitted(c, room, official, may['acts.write'])
  const sent = await readForm(c)
  const { bodies, today } = await viewActForm(room.services, c.get('lang'), official, act.institutionId)
  const form = readActForm(sent, { texts, bodies, today, kind: act.kind })
  if (!form.ok) return changePage(c, room, official, { typed: form.typed, errors: form.errors, status: 422 })
  const outcome = await changeAct(room.services, act.id, { fields: form.value, by: byOf(official), seen: seenIn(sent) })
  if (outcome === 'done') return redirect(c, `${office.act(act.id)}?u=ndryshimi`)
  if (outcome === 'no-such-act') throw notFound()
  const typed = typedOf(sent, [...sent.keys()])
  const errors = { titulli: texts.one.outcomes[outcome] }
  return changePage(c, room, official, { typed: { ...typed, versioni: String(act.version) }, errors, status: 409 })
}

async function addDocument(c: WebContext, room: Room, official: Official): Promise<Response> {
  const { services } = room
  const view = await permitted(c, room, official, may['acts.write'])
  const { id, institutionId } = view.act
  const t = makingTexts(c.get('lang')).one.documentErrors
  const refuseFiles = () => refusalForQuota(services, institutionId)
  const upload = await readUpload(c, services, { files: 1, fileBytes: 20_000_000, refuseFiles })
  const typed = typedOf(upload.fields, ['titulli-dok'])
  const title = typed['titulli-dok'] ?? ''
  if (upload.kind !== 'upload') return actPage(c, room, view, { typed, errors: { dokumenti: t.file }, status: 422 })
  try {
    const [file] = upload.files
    const errors: FieldErrors = {}
    if (lengthOf(title) < 2 || lengthOf(title) > 200) errors['titulli-dok'] = t.title
    if (!file) errors.dokumenti = t.file
    if (!file || Object.keys(errors).length > 0) return await actPage(c, room, view, { typed, errors, status: 422 })
    const outcome = await keepActDocument(services, id, { title, file, by: byOf(official) })
    return await answer(c, room, official, outcome, { done: 'dokumenti', field: 'titulli-dok', typed })
  } finally {
    await upload.discard()
  }
}
