import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { councilPermissions as may } from '../permissions.ts'
import { chosenIds, readItemForm, typedItem, typedOfItem } from './agenda-form.ts'
import { AgendaPage } from './agenda-page.tsx'
import { viewAgenda, type AgendaView } from './agenda-view.ts'
import { carryItems } from './carry-items.ts'
import { isPublicMeeting, mayDo, movedBy, MEETING_LIMITS as LIMITS } from './convening-rules.ts'
import type { MeetingOutcome } from './do-with-meeting.ts'
import { ItemPage } from './item-page.tsx'
import { byOf, seenIn, statusOf, type Again } from './meeting-answer-routes.tsx'
import { itemKindOf } from './paper-rules.ts'
import { agendaTexts, conveningTexts } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'
import { addItems, changeItem, orderAgenda, withdrawItem } from './write-agenda.ts'

/** The agenda of a meeting before it opens. */
export function agendaRoutes(app: WebApp, services: Services): void {
  const write = may['council-meetings.write']
  officeRoute(app, 'GET', urls.agenda(':id'), write, async (c, official) => {
    const view = await agendaFor(c, services, official)
    if (!mayDo(view.meeting.state, 'agenda')) throw notFound()
    return agendaPage(c, services, view)
  })
  officeRoute(app, 'POST', urls.agenda(':id'), write, (c, official) => addByHand(c, services, official))
  officeRoute(app, 'POST', urls.addPapers(':id'), write, (c, official) => addPapers(c, services, official))
  officeRoute(app, 'POST', urls.carry(':id'), write, (c, official) => carry(c, services, official))
  officeRoute(app, 'POST', urls.order(':id'), write, (c, official) => order(c, services, official))
  officeRoute(app, 'GET', urls.item(':id', ':item'), write, async (c, official) => {
    const view = await agendaFor(c, services, official)
    return itemPage(c, services, view)
  })
  officeRoute(app, 'POST', urls.item(':id', ':item'), write, (c, official) => saveItem(c, services, official))
  officeRoute(app, 'POST', urls.withdraw(':id', ':item'), write, (c, official) => withdraw(c, services, official))
}

async function agendaFor(c: WebContext, services: Services, official: Official): Promise<AgendaView> {
  const view = await viewAgenda(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

function agendaPage(c: WebContext, services: Services, view: AgendaView, again: Again = {}): Promise<Response> {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = doneWords(conveningTexts(c.get('lang')).done, c.req.query('u'))
  const props = { view, typed: { dergesa: randomUUID(), ...typed }, errors, status: done }
  return html(c, <AgendaPage page={pageOf(c, services, null)} {...props} />, { status })
}

type Answer = { field: string; typed: Typed; done?: string }

async function answerAgenda(
  c: WebContext,
  services: Services,
  official: Official,
  outcome: MeetingOutcome,
  { field, typed, done = 'rendi' }: Answer,
): Promise<Response> {
  if (outcome === 'done') return redirect(c, `${urls.agenda(c.req.param('id') ?? '')}?u=${done}`)
  if (outcome === 'no-such-meeting') throw notFound()
  const errors = { [field]: conveningTexts(c.get('lang')).refusals[outcome] }
  return agendaPage(c, services, await agendaFor(c, services, official), { typed, errors, status: statusOf(outcome) })
}

/** Asked for where everybody reads the agenda; what is wrong with it, or null. */
function reasonIn(c: WebContext, form: FormData, view: AgendaView, field: string) {
  const reason = textField(form, field)
  const fits = lengthOf(reason) >= 5 && lengthOf(reason) <= LIMITS.reason
  const asked = isPublicMeeting(view.meeting.state)
  return { reason: asked ? reason : null, error: asked && !fits ? agendaTexts(c.get('lang')).errors.reason : null }
}

async function addByHand(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await agendaFor(c, services, official)
  const form = await readForm(c)
  const { meeting, papers } = view
  const asked = { meeting, papers, texts: agendaTexts(c.get('lang')), reason: isPublicMeeting(meeting.state) }
  const read = readItemForm(form, asked)
  const typed = typedItem(form)
  if (!read.ok) return agendaPage(c, services, view, { typed, errors: read.errors, status: 422 })
  const formId = isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : randomUUID()
  const ask = { by: byOf(official), seen: null, reason: typed.arsyeja || null }
  const outcome = await addItems(services, meeting.id, [{ ...read.value, formId }], ask)
  return answerAgenda(c, services, official, outcome, { field: 'titulli', typed })
}

/** Several at once, each an item of its own with the title and the kind of the paper. */
async function addPapers(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await agendaFor(c, services, official)
  const form = await readForm(c)
  const { reason, error } = reasonIn(c, form, view, 'arsyeja-materialeve')
  const typed = { 'arsyeja-materialeve': textField(form, 'arsyeja-materialeve') }
  const wanted = chosenIds(form, 'materialet')
  const chosen = view.papers.filter(({ id }) => wanted.includes(id))
  const errors = {
    ...(chosen.length === 0 ? { materialet: agendaTexts(c.get('lang')).choose } : {}),
    ...(error === null ? {} : { 'arsyeja-materialeve': error }),
  }
  if (Object.keys(errors).length > 0) return agendaPage(c, services, view, { typed, errors, status: 422 })
  const rows = chosen.map(({ id, title, kind }) => ({
    ...NO_MORE,
    title,
    kind: itemKindOf(kind),
    paperId: id,
    formId: randomUUID(),
  }))
  const ask = { by: byOf(official), seen: seenIn(form), reason }
  const outcome = await addItems(services, view.meeting.id, rows, ask)
  return answerAgenda(c, services, official, outcome, { field: 'materialet', typed })
}

const NO_MORE = {
  titleEn: null,
  actKind: null,
  rapporteur: null,
  hearingAt: null,
  speakerMinutes: null,
  closed: false,
  publicTitle: null,
  closedAskedBy: null,
  closedReason: null,
}

async function carry(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await agendaFor(c, services, official)
  const form = await readForm(c)
  const { reason, error } = reasonIn(c, form, view, 'arsyeja-bartjes')
  const typed = { 'arsyeja-bartjes': textField(form, 'arsyeja-bartjes') }
  const itemIds = chosenIds(form, 'bartur')
  const errors = {
    ...(itemIds.length === 0 ? { bartur: agendaTexts(c.get('lang')).choose } : {}),
    ...(error === null ? {} : { 'arsyeja-bartjes': error }),
  }
  if (Object.keys(errors).length > 0) return agendaPage(c, services, view, { typed, errors, status: 422 })
  const ask = { itemIds, by: byOf(official), seen: seenIn(form), reason }
  const outcome = await carryItems(services, view.meeting.id, ask)
  return answerAgenda(c, services, official, outcome, { field: 'bartur', typed })
}

/** By the buttons one place, or whole as it was dragged. */
async function order(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await agendaFor(c, services, official)
  const form = await readForm(c)
  const { reason, error } = reasonIn(c, form, view, 'arsyeja-radhes')
  const typed = { 'arsyeja-radhes': textField(form, 'arsyeja-radhes') }
  if (error !== null) return agendaPage(c, services, view, { typed, errors: { 'arsyeja-radhes': error }, status: 422 })
  const sent = textField(form, 'radha').split(' ').filter(isUuid)
  const [up, down] = [textField(form, 'lart'), textField(form, 'poshte')]
  const wanted = up ? movedBy(sent, up, -1) : down ? movedBy(sent, down, 1) : sent
  const ask = { by: byOf(official), seen: seenIn(form), reason }
  const outcome = await orderAgenda(services, view.meeting.id, wanted, ask)
  return answerAgenda(c, services, official, outcome, { field: 'radha', typed })
}

function itemPage(c: WebContext, services: Services, view: AgendaView, again: Again = {}): Promise<Response> {
  const item = view.items.find(({ id }) => id === c.req.param('item'))
  if (item?.state !== 'planned' || !mayDo(view.meeting.state, 'agenda')) throw notFound()
  const { errors = {}, status = 200 } = again
  const typed = { ...typedOfItem(item, view.meeting), ...again.typed }
  const props = { page: pageOf(c, services, null), view, item, typed, errors }
  return html(c, <ItemPage {...props} />, { status })
}

async function answerItem(
  c: WebContext,
  services: Services,
  official: Official,
  outcome: MeetingOutcome,
  { field, typed }: Answer,
): Promise<Response> {
  if (outcome === 'done') return redirect(c, `${urls.agenda(c.req.param('id') ?? '')}?u=pika`)
  if (outcome === 'no-such-meeting' || outcome === 'no-such-item') throw notFound()
  const errors = { [field]: conveningTexts(c.get('lang')).refusals[outcome] }
  return itemPage(c, services, await agendaFor(c, services, official), { typed, errors, status: statusOf(outcome) })
}

async function saveItem(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await agendaFor(c, services, official)
  const form = await readForm(c)
  const { meeting, papers, items } = view
  const itemId = c.req.param('item') ?? ''
  const own = items.flatMap(({ id, paperId }) => (id === itemId && paperId !== null ? [{ id: paperId }] : []))
  const texts = agendaTexts(c.get('lang'))
  const asked = { meeting, papers: [...own, ...papers], texts, reason: isPublicMeeting(meeting.state) }
  const read = readItemForm(form, asked)
  const typed = typedItem(form)
  if (!read.ok) return itemPage(c, services, view, { typed, errors: read.errors, status: 422 })
  const ask = { by: byOf(official), seen: seenIn(form), reason: typed.arsyeja || null, fields: read.value }
  const outcome = await changeItem(services, meeting.id, itemId, ask)
  return answerItem(c, services, official, outcome, { field: 'titulli', typed })
}

async function withdraw(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await agendaFor(c, services, official)
  const form = await readForm(c)
  const { reason, error } = reasonIn(c, form, view, 'arsyeja-heqjes')
  const typed = { 'arsyeja-heqjes': textField(form, 'arsyeja-heqjes') }
  if (error !== null) return itemPage(c, services, view, { typed, errors: { 'arsyeja-heqjes': error }, status: 422 })
  const ask = { by: byOf(official), seen: seenIn(form), reason }
  const outcome = await withdrawItem(services, view.meeting.id, c.req.param('item') ?? '', ask)
  return answerItem(c, services, official, outcome, { field: 'arsyeja-heqjes', typed })
}
