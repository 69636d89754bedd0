import { randomUUID } from 'node:crypto'
import { noteAccess } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { DISPATCH_KIND } from '#platform/dispatch/dispatch-rules.ts'
import { enterDispatch } from '#platform/dispatch/enter-dispatch.ts'
import { correctDispatch, moveDispatch } from '#platform/dispatch/move-dispatch.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { CorrectDispatchPage } from './correct-dispatch-page.tsx'
import { readCorrection, readHandedOn, readNewDispatch } from './dispatch-form.ts'
import { typedOfDay } from './dispatch-part.tsx'
import { MOST_TO_PRINT, viewDispatch, viewNewDispatch, viewToPrint, type DispatchView } from './dispatch-view.ts'
import { NewDispatchPage } from './new-dispatch-page.tsx'
import { mailPermissions as may } from './permissions.ts'
import { PrintedPage } from './printed-page.tsx'
import { mailTexts } from './texts.ts'
import { ToPrintPage } from './to-print-page.tsx'
import { mailUrls } from './urls.ts'

/** Both countries keep this time. */
const ZONE = 'Europe/Tirane'

/** What waits for paper, its print, new entries and corrections. */
export function printRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const house: House = { services, doors }
  const writes = may['dispatches.write']
  officeRoute(app, 'GET', mailUrls.toPrint(), writes, (c, official) => toPrint(c, house, official))
  officeRoute(app, 'GET', mailUrls.printed(), writes, async (c, official) => {
    const papers = await viewToPrint(services, c.get('lang'), official, c.req.queries('id') ?? [])
    await noteSeen(services, official, papers)
    const today = civilDateIn(ZONE, services.clock.now())
    return html(c, <PrintedPage page={pageOf(c, services, null)} papers={papers} today={today} />)
  })
  officeRoute(app, 'POST', mailUrls.handOnAll(), writes, (c, official) => postHandOnAll(c, house, official))
  officeRoute(app, 'GET', mailUrls.newDispatch(), writes, (c, official) =>
    newDispatch(c, house, official, c.req.query('subjekti') ?? ''),
  )
  officeRoute(app, 'POST', mailUrls.newDispatch(), writes, (c, official) => postNewDispatch(c, house, official))
  officeRoute(app, 'GET', mailUrls.correct(':id'), writes, (c, official) => correctPage(c, house, official))
  officeRoute(app, 'POST', mailUrls.correct(':id'), writes, (c, official) => postCorrection(c, house, official))
}

/** Name and address of private persons were shown: each can read who looked. */
async function noteSeen(
  services: Services,
  official: Official,
  papers: Awaited<ReturnType<typeof viewToPrint>>,
): Promise<void> {
  for (const { id, institutionId, contactId } of papers.filter(({ name }) => name !== null)) {
    const subject = refOf(DISPATCH_KIND, id)
    await noteAccess(services, official, { institutionId, subject, contactId, what: 'opened' })
  }
}

type House = { services: Services; doors: readonly Door[] }
type Again = { form: string; typed: Typed; errors: FieldErrors; status: number }

async function toPrint(
  c: WebContext,
  { services }: House,
  official: Official,
  errors: FieldErrors = {},
): Promise<Response> {
  const papers = await viewToPrint(services, c.get('lang'), official, null)
  await noteSeen(services, official, papers)
  const today = civilDateIn(ZONE, services.clock.now())
  const failed = Object.keys(errors).length > 0
  const status = failed ? null : doneWords(mailTexts(c.get('lang')).done, c.req.query('bere'))
  const full = papers.length === MOST_TO_PRINT
  const own = { page: pageOf(c, services, null), papers, today, full, errors, status }
  return html(c, <ToPrintPage {...own} />, { status: failed ? 422 : 200 })
}

/** Each in a transaction of its own: one that somebody else handed on meanwhile does not hold back the others. */
async function postHandOnAll(c: WebContext, house: House, official: Official): Promise<Response> {
  const { services } = house
  const form = await readForm(c)
  const ids = form.getAll('id').filter((id): id is string => typeof id === 'string' && isUuid(id))
  const read = readHandedOn(c.get('lang'), form, civilDateIn(ZONE, services.clock.now()))
  const errors = read.ok ? {} : read.errors
  if (ids.length === 0) errors.id = mailTexts(c.get('lang')).form.errors.selection
  if (!read.ok || ids.length === 0) return toPrint(c, house, official, errors)
  const who = { official, roles: may['dispatches.write'], seenVersion: null }
  for (const id of ids.slice(0, MOST_TO_PRINT)) {
    const outcome = await moveDispatch(services, who, id, { move: 'hand-on', ...read.value })
    if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  }
  return redirect(c, `${mailUrls.toPrint()}?bere=dorezuar`)
}

async function newDispatch(
  c: WebContext,
  { services, doors }: House,
  official: Official,
  ref: string,
  again: Again | null = null,
): Promise<Response> {
  const view = await viewNewDispatch(services, doors, c.get('lang'), official, ref)
  if (!view) throw notFound()
  const person = view.subject.correspondent
  if (person) {
    const { ref: subject, institutionId } = view.subject
    await noteAccess(services, official, { institutionId, subject, contactId: person.contactId, what: 'opened' })
  }
  const today = civilDateIn(view.institution.zone, services.clock.now())
  const prefilled = { emri: person?.name ?? '', adresa: person?.postal ?? '', kur: 'shtyp', ...typedOfDay(today) }
  const { form = randomUUID(), typed = prefilled, errors = {}, status = 200 } = again ?? {}
  const own = { page: pageOf(c, services, null), view, form, typed, errors }
  return html(c, <NewDispatchPage {...own} />, { status, cache: 'kept' })
}

async function postNewDispatch(c: WebContext, house: House, official: Official): Promise<Response> {
  const sent = await readForm(c)
  const form = textField(sent, 'dergesa')
  const ref = textField(sent, 'subjekti')
  const view = await viewNewDispatch(house.services, house.doors, c.get('lang'), official, ref)
  if (!view || !isUuid(form)) throw notFound()
  const today = civilDateIn(view.institution.zone, house.services.clock.now())
  const read = readNewDispatch(c.get('lang'), sent, today)
  if (!read.ok) return newDispatch(c, house, official, ref, { form, ...read, status: 422 })
  const { id } = await enterDispatch(house.services, official, view.subject, { ...read.value, form })
  return redirect(c, `${mailUrls.dispatch(id)}?bere=${read.value.when === 'print' ? 'shtyp' : 'shenuar'}`)
}

async function paperOf(c: WebContext, { services, doors }: House, official: Official): Promise<DispatchView> {
  const view = await viewDispatch(services, doors, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

async function correctPage(
  c: WebContext,
  house: House,
  official: Official,
  again: Again | null = null,
): Promise<Response> {
  const { paper } = await paperOf(c, house, official)
  const day = paper.handedOn === null ? {} : typedOfDay(paper.handedOn)
  const now = { menyra: paper.way, fleta: paper.slip ?? '', ...day }
  const { form = randomUUID(), typed = now, errors = {}, status = 200 } = again ?? {}
  const own = { page: pageOf(c, house.services, null), paper, form, typed, errors }
  return html(c, <CorrectDispatchPage {...own} />, { status, cache: 'kept' })
}

async function postCorrection(c: WebContext, house: House, official: Official): Promise<Response> {
  const { paper } = await paperOf(c, house, official)
  const sent = await readForm(c)
  const form = textField(sent, 'dergesa')
  if (!isUuid(form)) throw notFound()
  const today = civilDateIn(paper.zone, house.services.clock.now())
  const read = readCorrection(c.get('lang'), sent, today)
  if (!read.ok) return correctPage(c, house, official, { form, ...read, status: 422 })
  const who = { official, roles: may['dispatches.write'], seenVersion: Number(textField(sent, 'versioni')) }
  const outcome = await correctDispatch(house.services, who, paper.id, { ...read.value, form })
  switch (outcome.kind) {
    case 'corrected':
      return redirect(c, `${mailUrls.dispatch(outcome.id)}?bere=ndrequr`)
    case 'moved-meanwhile': {
      const errors = { permbajtja: mailTexts(c.get('lang')).form.errors.meanwhile }
      return correctPage(c, house, official, { form, typed: {}, errors, status: 409 })
    }
    default:
      throw notFound()
  }
}
