import { noteAccess } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { keepProof } from '#platform/dispatch/keep-proof.ts'
import { moveDispatch, type DispatchDeed } from '#platform/dispatch/move-dispatch.ts'
import { DISPATCH_KIND } from '#platform/dispatch/dispatch-rules.ts'
import { serveDocument } from '#platform/documents/serve-document.ts'
import type { Door } from '#platform/door.ts'
import { withUpload } from '#platform/files/upload.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import type { DispatchForm } from './dispatch-deeds-part.tsx'
import { readCancellation, readHandedOn, readReturned } from './dispatch-form.ts'
import { DispatchListPage } from './dispatch-list-page.tsx'
import { DispatchPage } from './dispatch-page.tsx'
import { readDispatchQuestion, viewDispatch, viewDispatches, type DispatchView } from './dispatch-view.ts'
import { mailPermissions as may } from './permissions.ts'
import { SlipPage } from './slip-page.tsx'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'

const PROOF_LIMITS = { files: 1, fileBytes: 10 * 1024 * 1024 }
const PROOF_TYPES = ['application/pdf', 'image/png', 'image/jpeg']

/** Papers that leave the house: the list, one paper, and what becomes of it. */
export function dispatchRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const house: House = { services, doors }
  const [reads, writes] = [may['dispatches.read'], may['dispatches.write']]
  officeRoute(app, 'GET', mailUrls.dispatches(), reads, async (c, official) => {
    const view = await viewDispatches(services, c.get('lang'), official, readDispatchQuestion(c.req.query()))
    const status = doneWords(mailTexts(c.get('lang')).done, c.req.query('bere'))
    return html(c, <DispatchListPage page={pageOf(c, services, null)} view={view} status={status} />)
  })
  officeRoute(app, 'GET', mailUrls.dispatch(':id'), reads, (c, official) => dispatchPage(c, house, official))
  officeRoute(app, 'GET', mailUrls.slip(':id'), writes, async (c, official) => {
    const { paper } = await paperOf(c, house, official)
    await seen(house, official, paper)
    return html(c, <SlipPage page={pageOf(c, services, null)} paper={paper} />)
  })
  officeRoute(app, 'POST', mailUrls.handOn(':id'), writes, async (c, official) => {
    const { form, today } = await formOf(c, house, official)
    const read = readHandedOn(c.get('lang'), form, today)
    if (!read.ok) return dispatchPage(c, house, official, { open: 'hand-on', ...read, status: 422 })
    return move(c, house, official, form, { move: 'hand-on', ...read.value }, 'dorezuar')
  })
  officeRoute(app, 'POST', mailUrls.returned(':id'), writes, async (c, official) => {
    const { form, today } = await formOf(c, house, official)
    const read = readReturned(c.get('lang'), form, today)
    if (!read.ok) return dispatchPage(c, house, official, { open: 'return', ...read, status: 422 })
    return move(c, house, official, form, { move: 'return', ...read.value }, 'kthyer')
  })
  officeRoute(app, 'POST', mailUrls.cancelled(':id'), writes, async (c, official) => {
    const { form } = await formOf(c, house, official)
    const read = readCancellation(c.get('lang'), form)
    if (!read.ok) return dispatchPage(c, house, official, { open: 'cancel', ...read, status: 422 })
    return move(c, house, official, form, { move: 'cancel', ...read.value }, 'anuluar')
  })
  officeRoute(app, 'POST', mailUrls.proofs(':id'), writes, (c, official) => postProof(c, house, official))
  officeRoute(app, 'GET', mailUrls.proof(':id', ':document'), reads, async (c, official) => {
    const { proofs, paper } = await paperOf(c, house, official)
    const document = proofs.find(({ id }) => id === c.req.param('document'))
    if (!document) throw notFound()
    return serveDocument(c, services, document.id, { public: false, contactId: paper.contactId })
  })
}

type House = { services: Services; doors: readonly Door[] }
type Again = { open?: DispatchForm; typed?: Typed; errors?: FieldErrors; status?: number }

async function paperOf(c: WebContext, { services, doors }: House, official: Official): Promise<DispatchView> {
  const view = await viewDispatch(services, doors, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

/** The form of a deed, once it is known that this official may do it. */
async function formOf(
  c: WebContext,
  house: House,
  official: Official,
): Promise<{ form: FormData; today: string; view: DispatchView }> {
  const view = await paperOf(c, house, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  const today = civilDateIn(view.paper.zone, house.services.clock.now())
  return { form: await readForm(c), today, view }
}

/** Name and address of a private person were shown: they can read who looked. */
const seen = ({ services }: House, official: Official, paper: DispatchView['paper']): Promise<void> =>
  noteAccess(services, official, {
    institutionId: paper.institutionId,
    subject: refOf(DISPATCH_KIND, paper.id),
    contactId: paper.contactId,
    what: 'opened',
  })

async function dispatchPage(c: WebContext, house: House, official: Official, again: Again = {}): Promise<Response> {
  const view = await paperOf(c, house, official)
  if (view.paper.name !== null) await seen(house, official, view.paper)
  const { open, typed = {}, errors = {}, status = 200 } = again
  const page = pageOf(c, house.services, null)
  const done = status === 200 ? doneWords(mailTexts(page.lang).done, c.req.query('bere')) : null
  const today = civilDateIn(view.paper.zone, page.now)
  const own = { page, view, today, open, typed, errors }
  return html(c, <DispatchPage {...own} status={done} />, { status })
}

async function move(
  c: WebContext,
  house: House,
  official: Official,
  form: FormData,
  deed: DispatchDeed,
  done: string,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const who = { official, roles: may['dispatches.write'], seenVersion: Number(textField(form, 'versioni')) }
  const outcome = await moveDispatch(house.services, who, id, deed)
  switch (outcome.kind) {
    case 'done':
      return redirect(c, `${mailUrls.dispatch(id)}?bere=${done}`)
    case 'moved-meanwhile': {
      const errors = { permbajtja: mailTexts(c.get('lang')).form.errors.meanwhile }
      return dispatchPage(c, house, official, { errors, status: 409 })
    }
    case 'no-such-dispatch':
    case 'not-permitted':
      throw notFound()
  }
}

async function postProof(c: WebContext, house: House, official: Official): Promise<Response> {
  const view = await paperOf(c, house, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return withUpload(c, house.services, PROOF_LIMITS, async (upload) => {
    const file = upload.kind === 'upload' ? upload.files[0] : undefined
    if (!file || !PROOF_TYPES.includes(file.mediaType)) {
      const errors = { prova: mailTexts(c.get('lang')).form.errors.file }
      return dispatchPage(c, house, official, { open: 'proof', errors, status: 422 })
    }
    await keepProof(house.services, official, view.paper, file)
    return redirect(c, `${mailUrls.dispatch(view.paper.id)}?bere=prova`)
  })
}
