import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { formatIn, serveForm } from '#platform/papers/serve-form.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import type { Act } from '../act-queries.ts'
import { actPermissions as may } from '../permissions.ts'
import { askForCopy } from './ask-for-copy.ts'
import { CopiesPage } from './copies-page.tsx'
import { copyForm, viewCheck, viewCopiedAct, viewCopies, viewCopy, type CopyView } from './copies-view.ts'
import { readReason, readRequest, readVersion, REQUEST_FIELDS } from './copy-form.ts'
import { CheckPage, CopyPage } from './copy-page.tsx'
import { cancelCopy, issueCopy, refuseCopy, type CopyOutcome } from './issue-copy.ts'
import { copiesTexts } from './texts.ts'
import { copyOfficeUrls as urls, copyUrls } from './urls.ts'

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

/** Certified copies of acts: asked for, issued, refused, cancelled; and checked by whoever holds one. */
export function copiesRoutes(app: WebApp, { services }: { services: Services }): void {
  app.get(copyUrls.check(), async (c) => {
    const typed = (c.req.query('kodi') ?? '').slice(0, 40)
    const copy = typed === '' ? null : await viewCheck(services, c.get('lang'), typed)
    return html(c, <CheckPage page={pageOf(c, services, null)} typed={typed} copy={copy} />)
  })
  officeRoute(app, 'GET', urls.list(), may['acts.read'], async (c, official) => {
    const copies = await viewCopies(services, official, null)
    return html(c, <CopiesPage page={pageOf(c, services, null)} copies={copies} of={null} />)
  })
  officeRoute(app, 'GET', urls.ofAct(':id'), may['acts.read'], async (c, official) =>
    ofActPage(c, services, official, await actFor(c, services, official)),
  )
  officeRoute(app, 'POST', urls.ofAct(':id'), may['acts.write'], (c, official) => ask(c, services, official))
  officeRoute(app, 'GET', urls.one(':id'), may['acts.read'], async (c, official) =>
    copyPage(c, services, await copyFor(c, services, official)),
  )
  officeRoute(app, 'GET', urls.file(':id', ':format'), may['acts.read'], (c, official) =>
    copyFile(c, services, official),
  )
  endingRoutes(app, services)
}

function endingRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'POST', urls.issue(':id'), may['acts.write'], async (c, official) => {
    const view = await copyFor(c, services, official)
    if (!view.mayWrite) throw new Refused(403, 'not-permitted')
    const read = readVersion(await readForm(c), copiesTexts(c.get('lang')))
    if (!read.ok) return copyPage(c, services, view, { ...read, status: 422 })
    const outcome = await issueCopy(services, view.copy.id, { versionId: read.value, by: official })
    return answered(c, services, view, { outcome, done: 'leshimi', field: 'redaksia', typed: {} })
  })
  officeRoute(app, 'POST', urls.refuse(':id'), may['acts.write'], async (c, official) => {
    const view = await copyFor(c, services, official)
    if (!view.mayWrite) throw new Refused(403, 'not-permitted')
    const read = readReason(await readForm(c), copiesTexts(c.get('lang')))
    if (!read.ok) return copyPage(c, services, view, { ...read, status: 422 })
    const outcome = await refuseCopy(services, view.copy.id, { reason: read.value, by: official })
    return answered(c, services, view, { outcome, done: 'refuzimi', field: 'arsyeja', typed: { arsyeja: read.value } })
  })
  officeRoute(app, 'POST', urls.cancel(':id'), may['acts.decide'], async (c, official) => {
    const view = await copyFor(c, services, official)
    if (!view.mayDecide) throw new Refused(403, 'not-permitted')
    const read = readReason(await readForm(c), copiesTexts(c.get('lang')))
    if (!read.ok) return copyPage(c, services, view, { ...read, status: 422 })
    const outcome = await cancelCopy(services, view.copy.id, { reason: read.value, by: official })
    return answered(c, services, view, { outcome, done: 'anulimi', field: 'arsyeja', typed: { arsyeja: read.value } })
  })
}

async function actFor(c: WebContext, services: Services, official: Official): Promise<Act> {
  const act = await viewCopiedAct(services, official, c.req.param('id') ?? '')
  if (!act) throw notFound()
  return act
}

async function copyFor(c: WebContext, services: Services, official: Official): Promise<CopyView> {
  const view = await viewCopy(services, official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function ofActPage(c: WebContext, services: Services, official: Official, act: Act, again: Again = {}) {
  const { typed = {}, errors = {}, status = 200 } = again
  const copies = await viewCopies(services, official, act.id)
  const mayWrite = mayIn(official, may['acts.write'], act.institutionId)
  const of = { act, mayWrite, typed, errors, formId: randomUUID() }
  return html(c, <CopiesPage page={pageOf(c, services, null)} copies={copies} of={of} />, { status })
}

async function ask(c: WebContext, services: Services, official: Official): Promise<Response> {
  const act = await actFor(c, services, official)
  if (!mayIn(official, may['acts.write'], act.institutionId)) throw new Refused(403, 'not-permitted')
  const t = copiesTexts(c.get('lang'))
  const form = await readForm(c)
  const read = readRequest(form, t, civilDateIn(act.zone, services.clock.now()))
  if (!read.ok) return ofActPage(c, services, official, act, { ...read, status: 422 })
  const sent = textField(form, 'dergesa')
  const formId = isUuid(sent) ? sent : randomUUID()
  const outcome = await askForCopy(services, act.id, { request: read.value, formId, by: official })
  if (outcome.kind === 'asked') return redirect(c, `${urls.one(outcome.id)}?u=kerkesa`)
  if (outcome.kind === 'no-such-act') throw notFound()
  const again = { typed: typedOf(form, REQUEST_FIELDS), errors: { kerkuar: t.notAnnounced }, status: 409 }
  return ofActPage(c, services, official, act, again)
}

function copyPage(c: WebContext, services: Services, view: CopyView, again: Again = {}) {
  const { typed = {}, errors = {}, status = 200 } = again
  const words = status === 200 ? doneWords(copiesTexts(c.get('lang')).done, c.req.query('u')) : null
  const props = { page: pageOf(c, services, null), view, typed, errors, status: words }
  return html(c, <CopyPage {...props} />, { status })
}

type Answer = { outcome: CopyOutcome; done: string; field: 'redaksia' | 'arsyeja'; typed: Typed }

function answered(c: WebContext, services: Services, view: CopyView, { outcome, done, field, typed }: Answer) {
  const t = copiesTexts(c.get('lang')).errors
  switch (outcome) {
    case 'done':
      return redirect(c, `${urls.one(view.copy.id)}?u=${done}`)
    case 'no-such-copy':
      throw notFound()
    case 'wrong-state':
      return copyPage(c, services, view, { typed, errors: { [field]: t.wrongState }, status: 409 })
    case 'no-such-version':
      return copyPage(c, services, view, { typed, errors: { [field]: t.version }, status: 422 })
    case 'no-words':
      return copyPage(c, services, view, { typed, errors: { [field]: t.noWords }, status: 422 })
  }
}

async function copyFile(c: WebContext, services: Services, official: Official): Promise<Response> {
  const { copy } = await copyFor(c, services, official)
  const format = formatIn(c.req.param('format'))
  const form = await copyForm(services, copy)
  if (!form || copy.issuedAt === null) throw notFound()
  const name = `kopja-${copy.number}-${copy.year}`
  const file = await serveForm(c, services, { form, madeAt: copy.issuedAt, name, format, open: false })
  const t = copiesTexts(c.get('lang')).noFile
  const page = pageOf(c, services, null)
  return file ?? html(c, <ErrorPage page={page} status={501} title={t.title} paragraphs={[t.words]} />, { status: 501 })
}
