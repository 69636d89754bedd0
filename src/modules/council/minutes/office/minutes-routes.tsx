import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { formatIn } from '#platform/papers/serve-form.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { councilPermissions as may } from '../../permissions.ts'
import { approveMinutes, correctMinutes } from '../approve-minutes.ts'
import type { MinutesOutcome } from '../do-with-minutes.ts'
import { draftMinutes } from '../draft-minutes.ts'
import { editMinutes, proposeMinutes, withdrawMinutes } from '../edit-minutes.ts'
import { serveForm } from '../form-file-routes.tsx'
import { minutesTexts } from '../texts.ts'
import { minutesOfficeUrls as urls } from '../urls.ts'
import { DATE_FIELDS, readApproval, readMinutesWords, readReason } from './minutes-form.ts'
import { MinutesListPage, PreviewPage } from './minutes-list-page.tsx'
import { OfficeMinutesPage } from './minutes-page.tsx'
import {
  officeForm,
  previewBlocks,
  viewOfficeMinutes,
  viewWaiting,
  type OfficeMinutesView,
} from './office-minutes-view.ts'

/** Minutes at the desk: drafted, written, proposed, approved, corrected. */
export function officeMinutesRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.list(), may['council.read'], async (c, official) => {
    const view = await viewWaiting(services, c.get('lang'), official)
    return html(c, <MinutesListPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.one(':id'), may['council.read'], async (c, official) =>
    minutesPage(c, services, await minutesFor(c, services, official)),
  )
  officeRoute(app, 'POST', urls.one(':id'), may['council-minutes.write'], (c, official) => edit(c, services, official))
  officeRoute(app, 'POST', urls.draft(':id'), may['council-minutes.write'], async (c, official) => {
    const { facts } = await writable(c, services, official)
    const outcome = await draftMinutes(services, facts.meeting.id, { accountId: official.accountId })
    if (outcome !== 'done') throw new Refused(409, 'conflict')
    return redirect(c, `${urls.one(facts.meeting.id)}?u=hartimi`)
  })
  officeRoute(app, 'GET', urls.preview(':id'), may['council.read'], async (c, official) => {
    const view = await minutesFor(c, services, official)
    const whole = c.req.query('pamja') === 'e-plote' && view.closedParts ? previewBlocks('sq', view, true) : null
    const open = previewBlocks('sq', view, false)
    return html(c, <PreviewPage page={pageOf(c, services, null)} view={view} open={open} whole={whole} />)
  })
  officeRoute(app, 'GET', urls.file(':id', ':format'), may['council.read'], async (c, official) => {
    const format = formatIn(c.req.param('format'))
    const view = await minutesFor(c, services, official)
    if (!view.minutes) throw notFound()
    const form = await officeForm(services, view, c.req.query('pamja') === 'e-plote')
    const name = `procesverbali-${view.facts.meeting.slug}`
    return serveForm(c, services, { form, madeAt: view.minutes.changedAt, name, format, open: false })
  })
  deedRoutes(app, services)
}

function deedRoutes(app: WebApp, services: Services): void {
  const right = may['council-minutes.approve']
  officeRoute(app, 'POST', urls.propose(':id'), right, async (c, official) => {
    const { view, by, seen, formId, form } = await ordered(c, services, official)
    const show = form.get('boto') === 'po'
    const outcome = await proposeMinutes(services, view.facts.meeting.id, { show, by, seen, formId })
    return answer(c, services, official, outcome, { done: 'propozimi', field: 'boto', typed: {} })
  })
  officeRoute(app, 'POST', urls.withdraw(':id'), right, async (c, official) => {
    const { view, by, seen, form } = await ordered(c, services, official)
    const read = readReason(form, minutesTexts(c.get('lang')), 'arsyeja-kthimit')
    if (!read.ok) return minutesPage(c, services, view, { ...read, status: 422 })
    const outcome = await withdrawMinutes(services, view.facts.meeting.id, { reason: read.value, by, seen })
    const typed = { 'arsyeja-kthimit': read.value }
    return answer(c, services, official, outcome, { done: 'kthimi', field: 'arsyeja-kthimit', typed })
  })
  officeRoute(app, 'POST', urls.approve(':id'), right, async (c, official) => {
    const { view, by, seen, formId, form } = await ordered(c, services, official)
    const { day: from, zone } = view.facts.meeting
    const to = civilDateIn(zone, services.clock.now())
    const read = readApproval(form, minutesTexts(c.get('lang')), { from, to })
    if (!read.ok) return minutesPage(c, services, view, { ...read, status: 422 })
    const order = { approval: read.value, by, seen, formId }
    const outcome = await approveMinutes(services, view.facts.meeting.id, order)
    const typed = typedOf(form, ['votimi', 'shenim', ...DATE_FIELDS('dita')])
    return answer(c, services, official, outcome, { done: 'miratimi', field: 'votimi', typed })
  })
  officeRoute(app, 'POST', urls.correct(':id'), right, async (c, official) => {
    const { view, by, seen, formId, form } = await ordered(c, services, official)
    const read = readReason(form, minutesTexts(c.get('lang')), 'arsyeja')
    if (!read.ok) return minutesPage(c, services, view, { ...read, status: 422 })
    const outcome = await correctMinutes(services, view.facts.meeting.id, { reason: read.value, by, seen, formId })
    return answer(c, services, official, outcome, {
      done: 'korrigjimi',
      field: 'arsyeja',
      typed: { arsyeja: read.value },
    })
  })
}

export async function minutesFor(c: WebContext, services: Services, official: Official): Promise<OfficeMinutesView> {
  const view = await viewOfficeMinutes(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function writable(c: WebContext, services: Services, official: Official): Promise<OfficeMinutesView> {
  const view = await minutesFor(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

/** What every form of a deed brings. */
async function ordered(c: WebContext, services: Services, official: Official) {
  const view = await minutesFor(c, services, official)
  if (!view.mayApprove) throw new Refused(403, 'not-permitted')
  const form = await readForm(c)
  const sent = textField(form, 'dergesa')
  const formId = isUuid(sent) ? sent : null
  return { view, form, formId, seen: Number(form.get('versioni')) || 0, by: { accountId: official.accountId } }
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

export function minutesPage(c: WebContext, services: Services, view: OfficeMinutesView, again: Again = {}) {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = doneWords(minutesTexts(c.get('lang')).office.done, c.req.query('u'))
  const props = { page: pageOf(c, services, null), view, typed, errors, formId: randomUUID() }
  return html(c, <OfficeMinutesPage {...props} status={status === 200 ? done : null} />, { status })
}

async function edit(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writable(c, services, official)
  const form = await readForm(c)
  const ids = view.items.map(({ item }) => item.id)
  const read = readMinutesWords(form, minutesTexts(c.get('lang')), ids)
  if (!read.ok) return minutesPage(c, services, view, { ...read, status: 422 })
  const order = { words: read.value, by: { accountId: official.accountId }, seen: Number(form.get('versioni')) || 0 }
  const outcome = await editMinutes(services, view.facts.meeting.id, order)
  const typed = typedOf(form, ['hapja', 'mbyllja', 'nenshkrimet', ...ids.map((id) => `pika-${id}`)])
  return answer(c, services, official, outcome, { done: 'ruajtja', field: 'hapja', typed })
}

type Answer = { done: string; field: string; typed: Typed }

/** On to the page, or the page again with what stood in the way and what was typed, over what stands now. */
async function answer(
  c: WebContext,
  services: Services,
  official: Official,
  outcome: MinutesOutcome,
  { done, field, typed }: Answer,
): Promise<Response> {
  if (outcome === 'done') return redirect(c, `${urls.one(c.req.param('id') ?? '')}?u=${done}`)
  if (outcome === 'no-such-minutes') throw notFound()
  const errors = { [field]: minutesTexts(c.get('lang')).office.refusals[outcome] }
  const now = await minutesFor(c, services, official)
  return minutesPage(c, services, now, { typed, errors, status: outcome === 'no-such-vote' ? 422 : 409 })
}
