import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official, Role } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { actPermissions as may } from '../permissions.ts'
import { actOfficeUrls as office } from '../urls.ts'
import { readReason } from './act-form.ts'
import { ADDED_FIELDS, readAmendment, readSettlement } from './amendment-form.ts'
import { AmendmentsPage } from './amendments-page.tsx'
import { viewAmendments, type AmendmentsView } from './amendments-view.ts'
import { confirmText, reopenText, type ConfirmRefusal } from './confirm-text.ts'
import { layText } from './lay-text.ts'
import { addAmendment, settleAmendment } from './settle-amendment.ts'
import { takeConsultedText, takeDocument } from './take-text.ts'
import { makingTexts } from './texts.ts'
import { makingUrls as urls } from './urls.ts'

type Room = { services: Services; doors: readonly Door[] }
type Again = { typed?: Typed; errors?: FieldErrors; status?: number }
const WRITE = may['acts.write']
const DECIDE = may['acts.decide']

/** From the text that lay before the council to the one that it adopted. */
export function amendmentRoutes(app: WebApp, { services }: Room): void {
  officeRoute(app, 'GET', office.amendments(':id'), may['acts.read'], async (c, official) =>
    amendmentsPage(c, services, await viewFor(c, services, official)),
  )
  officeRoute(app, 'POST', office.amendments(':id'), WRITE, (c, official) => add(c, services, official))
  officeRoute(app, 'POST', urls.takeText(':id'), WRITE, (c, official) => take(c, services, official))
  officeRoute(app, 'POST', urls.layText(':id'), WRITE, async (c, official) => {
    const { act } = await permitted(c, services, official, WRITE)
    const order = { by: byOf(official), seen: seenIn(await readForm(c)) }
    const outcome = await layText(services, act.id, order)
    return answer(c, services, official, outcome, { done: 'paraqitur', field: 'marrja' })
  })
  officeRoute(app, 'POST', urls.confirm(':id'), DECIDE, async (c, official) => {
    const { act } = await permitted(c, services, official, DECIDE)
    const form = await readForm(c)
    const { reason: aside, typed } = readReason(form, 'vec-e-vec', [3, 1000])
    const outcome = await confirmText(services, official, act.id, { seen: seenIn(form), aside })
    const field = outcome === 'aside-missing' ? 'vec-e-vec' : 'konfirmimi'
    return answer(c, services, official, outcome, { done: 'konfirmimi', field, typed })
  })
  officeRoute(app, 'POST', urls.reopen(':id'), DECIDE, async (c, official) => {
    const view = await permitted(c, services, official, DECIDE)
    const form = await readForm(c)
    const field = 'arsyeja-rihapjes'
    const { reason, typed } = readReason(form, field)
    const errors = { [field]: makingTexts(c.get('lang')).amendments.refusals.reason }
    if (reason === null) return amendmentsPage(c, services, view, { typed, errors, status: 422 })
    const order = { by: byOf(official), seen: seenIn(form), reason }
    const outcome = await reopenText(services, view.act.id, order)
    return answer(c, services, official, outcome, { done: 'rihapja', field, typed })
  })
  // Behind the deeds that have a word of their own.
  officeRoute(app, 'POST', urls.amendment(':id', ':amendment'), WRITE, (c, official) => settle(c, services, official))
}

const byOf = ({ accountId }: Official): { accountId: string } => ({ accountId })
const seenIn = (form: FormData): number => Number(form.get('versioni')) || 0

async function viewFor(c: WebContext, services: Services, official: Official): Promise<AmendmentsView> {
  const view = await viewAmendments(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function permitted(
  c: WebContext,
  services: Services,
  official: Official,
  roles: readonly Role[],
): Promise<AmendmentsView> {
  const view = await viewFor(c, services, official)
  if (!mayIn(official, roles, view.act.institutionId)) throw new Refused(403, 'not-permitted')
  return view
}

function amendmentsPage(c: WebContext, services: Services, view: AmendmentsView, again: Again = {}): Promise<Response> {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = doneWords(makingTexts(c.get('lang')).amendments.done, c.req.query('u'))
  const props = { page: pageOf(c, services, null), view, typed, errors, status: done }
  return html(c, <AmendmentsPage {...props} />, { status })
}

type Outcome =
  | 'done'
  | 'no-such-act'
  | 'wrong-state'
  | 'changed-meanwhile'
  | ConfirmRefusal
  | 'laid-before'
  | 'no-such-amendment'
  | 'no-source'
  | 'unreadable'
  | 'not-possible'

const LATE: readonly Outcome[] = [
  'wrong-state',
  'changed-meanwhile',
  'laid-before',
  'no-such-amendment',
  'not-possible',
]

/** What became of a deed: on to the page, or the page with what stood in the way. */
async function answer(
  c: WebContext,
  services: Services,
  official: Official,
  outcome: Outcome,
  { done, field, typed = {} }: { done: string; field: string; typed?: Typed },
): Promise<Response> {
  if (outcome === 'done') return redirect(c, `${office.amendments(c.req.param('id') ?? '')}?u=${done}`)
  if (outcome === 'no-such-act') throw notFound()
  const texts = makingTexts(c.get('lang'))
  const words =
    outcome === 'wrong-state' || outcome === 'changed-meanwhile'
      ? texts.one.outcomes[outcome]
      : texts.amendments.refusals[outcome]
  const status = LATE.includes(outcome) ? 409 : 422
  const view = await viewFor(c, services, official)
  return amendmentsPage(c, services, view, { typed, errors: { [field]: words }, status })
}

async function take(c: WebContext, services: Services, official: Official): Promise<Response> {
  const { act } = await permitted(c, services, official, WRITE)
  const form = await readForm(c)
  const source = textField(form, 'burimi')
  const outcome =
    source === 'konsultimi'
      ? await takeConsultedText(services, act.id, { by: byOf(official), seen: seenIn(form) })
      : isUuid(source)
        ? await takeDocument(services, official, act, source)
        : 'no-source'
  return answer(c, services, official, outcome, { done: 'marre', field: 'marrja' })
}

async function add(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await permitted(c, services, official, WRITE)
  const sent = await readForm(c)
  const form = readAmendment(sent, makingTexts(c.get('lang')))
  if (!form.ok) return amendmentsPage(c, services, view, { typed: form.typed, errors: form.errors, status: 422 })
  const order = { amendment: form.value, by: byOf(official), seen: seenIn(sent) }
  const outcome = await addAmendment(services, view.act.id, order)
  const typed = typedOf(sent, ADDED_FIELDS)
  return answer(c, services, official, outcome, { done: 'shtimi', field: 'shto-fjalet', typed })
}

async function settle(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await permitted(c, services, official, WRITE)
  const id = c.req.param('amendment') ?? ''
  if (!view.amendments.some((one) => one.id === id)) throw notFound()
  const sent = await readForm(c)
  const places = view.places.map(({ nodeId }) => nodeId)
  const form = readSettlement(sent, { texts: makingTexts(c.get('lang')), places, id })
  if (!form.ok) return amendmentsPage(c, services, view, { typed: form.typed, errors: form.errors, status: 422 })
  const order = { amendmentId: id, settlement: form.value, by: byOf(official), seen: seenIn(sent) }
  const outcome = await settleAmendment(services, view.act.id, order)
  return answer(c, services, official, outcome, { done: 'amendamenti', field: `si-${id}` })
}
