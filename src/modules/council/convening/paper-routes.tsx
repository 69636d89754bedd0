import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { refusalForQuota } from '#platform/documents/space.ts'
import type { Door } from '#platform/door.ts'
import { readUpload } from '#platform/files/upload.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { findSubjects } from '#platform/subjects/find-subjects.ts'
import { readRef } from '#platform/subjects/subject-rules.ts'
import { councilPermissions as may } from '../permissions.ts'
import { UPLOAD } from './beside-routes.tsx'
import { DOCUMENT_FIELDS, readDocument, uploadError } from './document-form.ts'
import type { PaperOutcome } from './do-with-paper.ts'
import { addPaperDocument, removePaperDocument } from './keep-documents.ts'
import { byOf, seenIn, type Again } from './meeting-answer-routes.tsx'
import { OfficePaperPage } from './office-paper-page.tsx'
import { readOpinion, readPaperForm, typedOfPaper, typedOpinion, typedPaper } from './paper-form.ts'
import { PaperFormPage } from './paper-form-page.tsx'
import { PaperListPage } from './paper-list-page.tsx'
import { viewOfficePaper, viewPaperForm, viewPaperList, type OfficePaperView } from './paper-view.ts'
import { paperTexts } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'
import { bindPaper, changePaper, createPaper, keepOpinion, publishPaper, unbindPaper } from './write-paper.ts'

type Room = { services: Services; doors: readonly Door[] }

/** Papers in the office: the list, a new one, its facts, files, opinions and where it comes from. */
export function paperRoutes(app: WebApp, room: Room): void {
  const { services } = room
  const [read, write] = [may['council.read'], may['council-meetings.write']]
  officeRoute(app, 'GET', urls.papers(), read, async (c, official) => {
    const view = await viewPaperList(services, official, c.req.query())
    return html(c, <PaperListPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.createPaper(), write, (c, official) =>
    formPage(c, services, official, null, { typed: { dergesa: randomUUID() } }),
  )
  officeRoute(app, 'POST', urls.createPaper(), write, (c, official) => create(c, services, official))
  officeRoute(app, 'GET', urls.paper(':id'), read, async (c, official) =>
    paperPage(c, room, await paperFor(c, room, official)),
  )
  officeRoute(app, 'GET', urls.changePaper(':id'), write, async (c, official) =>
    formPage(c, services, official, await writable(c, room, official)),
  )
  officeRoute(app, 'POST', urls.changePaper(':id'), write, (c, official) => change(c, room, official))
  officeRoute(app, 'POST', urls.publishPaper(':id'), write, async (c, official) => {
    const { paper } = await writable(c, room, official)
    const order = { by: byOf(official), seen: seenIn(await readForm(c)) }
    const outcome = await publishPaper(services, paper.id, order)
    return answer(c, room, official, outcome, { done: 'botimi', field: 'botimi' })
  })
  officeRoute(app, 'POST', urls.opinions(':id'), write, (c, official) => addOpinion(c, room, official))
  officeRoute(app, 'POST', urls.links(':id'), write, (c, official) => bind(c, room, official))
  officeRoute(app, 'POST', urls.unlink(':id'), write, async (c, official) => {
    const { paper } = await writable(c, room, official)
    const to = textField(await readForm(c), 'me')
    if (!readRef(to)) throw notFound()
    const outcome = await unbindPaper(services, paper.id, { to, by: byOf(official) })
    return answer(c, room, official, outcome, { done: 'shkeputja', field: 'me' })
  })
  officeRoute(app, 'POST', urls.paperDocuments(':id'), write, (c, official) => addDocument(c, room, official))
  officeRoute(app, 'POST', urls.removePaperDocument(':id', ':document'), write, async (c, official) => {
    const { paper } = await writable(c, room, official)
    const documentId = c.req.param('document') ?? ''
    if (!isUuid(documentId)) throw notFound()
    const outcome = await removePaperDocument(services, paper.id, documentId, { by: byOf(official) })
    return answer(c, room, official, outcome, { done: 'dokumentiHoq', field: 'titulli-dok' })
  })
}

async function paperFor(c: WebContext, { services, doors }: Room, official: Official): Promise<OfficePaperView> {
  const words = (c.req.query('kerkimi') ?? '').trim().slice(0, 100)
  const view = await viewOfficePaper(services, c.get('lang'), official, c.req.param('id') ?? '', { doors, words })
  if (!view) throw notFound()
  return view
}

async function writable(c: WebContext, room: Room, official: Official): Promise<OfficePaperView> {
  const view = await paperFor(c, room, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

function paperPage(c: WebContext, { services }: Room, view: OfficePaperView, again: Again = {}): Promise<Response> {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = doneWords(paperTexts(c.get('lang')).done, c.req.query('u'))
  const props = { view, typed: { dergesa: randomUUID(), ...typed }, errors, status: done }
  return html(c, <OfficePaperPage page={pageOf(c, services, null)} {...props} />, { status })
}

type Answer = { done: string; field: string; typed?: Typed }

async function answer(
  c: WebContext,
  room: Room,
  official: Official,
  outcome: PaperOutcome,
  { done, field, typed = {} }: Answer,
): Promise<Response> {
  if (outcome === 'done') return redirect(c, `${urls.paper(c.req.param('id') ?? '')}?u=${done}`)
  if (outcome === 'no-such-paper') throw notFound()
  const errors = { [field]: paperTexts(c.get('lang')).refusals[outcome] }
  const status = outcome === 'reason-missing' ? 422 : 409
  return paperPage(c, room, await paperFor(c, room, official), { typed, errors, status })
}

async function formPage(
  c: WebContext,
  services: Services,
  official: Official,
  of: OfficePaperView | null,
  { typed, errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const paper = of?.paper ?? null
  const view = await viewPaperForm(services, c.get('lang'), official, paper?.institutionId ?? null)
  const shown = typed ?? (paper ? typedOfPaper(paper) : {})
  const props = { id: paper?.id ?? null, open: paper?.state === 'published', view, typed: shown, errors }
  return html(c, <PaperFormPage page={pageOf(c, services, null)} {...props} />, { status })
}

async function create(c: WebContext, services: Services, official: Official): Promise<Response> {
  const texts = paperTexts(c.get('lang'))
  const sent = await readForm(c)
  const typed = typedPaper(sent)
  const { institutions } = await viewPaperForm(services, c.get('lang'), official)
  const institution = institutions.find(({ id }) => id === typed.institucioni)
  // A record of an institution where this official has no such right is refused, not explained.
  if (!institution && isUuid(typed.institucioni ?? '')) throw new Refused(403, 'not-permitted')
  const { members } = await viewPaperForm(services, c.get('lang'), official, institution?.id ?? null)
  const form = readPaperForm(sent, { texts, members, reason: false })
  const errors: FieldErrors = form.ok ? {} : { ...form.errors }
  if (!institution) errors.institucioni = texts.form.errors.institution
  if (!form.ok || !institution) return formPage(c, services, official, null, { typed, errors, status: 422 })
  const formId = isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : randomUUID()
  const order = { form: form.value, institutionId: institution.id, by: byOf(official), formId, aboutRef: null }
  return redirect(c, `${urls.paper(await createPaper(services, order))}?u=krijimi`)
}

async function change(c: WebContext, room: Room, official: Official): Promise<Response> {
  const view = await writable(c, room, official)
  const { services } = room
  const { paper } = view
  const texts = paperTexts(c.get('lang'))
  const sent = await readForm(c)
  const { members } = await viewPaperForm(services, c.get('lang'), official, paper.institutionId)
  // Who proposed it may have left the council since.
  const known = paper.proposerId === null ? members : [...members, { personId: paper.proposerId }]
  const form = readPaperForm(sent, { texts, members: known, reason: paper.state === 'published' })
  const typed = typedPaper(sent)
  if (!form.ok) return formPage(c, services, official, view, { typed, errors: form.errors, status: 422 })
  const order = { form: form.value, by: byOf(official), seen: seenIn(sent), reason: typed.arsyeja || null }
  const outcome = await changePaper(services, paper.id, order)
  if (outcome === 'done') return redirect(c, `${urls.paper(paper.id)}?u=ndryshimi`)
  if (outcome === 'no-such-paper') throw notFound()
  const errors = { titulli: texts.refusals[outcome] }
  return formPage(c, services, official, view, { typed, errors, status: outcome === 'reason-missing' ? 422 : 409 })
}

async function addOpinion(c: WebContext, room: Room, official: Official): Promise<Response> {
  const view = await writable(c, room, official)
  const sent = await readForm(c)
  const typed = typedOpinion(sent)
  const { commissions, commissionMeetings: meetings } = view
  const form = readOpinion(sent, { texts: paperTexts(c.get('lang')), commissions, meetings })
  if (!form.ok) return paperPage(c, room, view, { typed, errors: form.errors, status: 422 })
  const formId = isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : randomUUID()
  const order = { opinion: form.value, formId, by: byOf(official) }
  const outcome = await keepOpinion(room.services, view.paper.id, order)
  return answer(c, room, official, outcome, { done: 'mendimi', field: 'mendimi', typed })
}

async function bind(c: WebContext, room: Room, official: Official): Promise<Response> {
  const view = await writable(c, room, official)
  const to = textField(await readForm(c), 'me')
  const known = readRef(to) ? await findSubjects(room.doors, room.services, c.get('lang'), [to]) : new Map()
  if (!known.has(to))
    return paperPage(c, room, view, { errors: { me: paperTexts(c.get('lang')).errors.link }, status: 422 })
  const outcome = await bindPaper(room.services, view.paper.id, { to, by: byOf(official) })
  return answer(c, room, official, outcome, { done: 'lidhja', field: 'me' })
}

async function addDocument(c: WebContext, room: Room, official: Official): Promise<Response> {
  const view = await writable(c, room, official)
  const { services } = room
  const texts = paperTexts(c.get('lang'))
  const refuseFiles = () => refusalForQuota(services, view.paper.institutionId)
  const upload = await readUpload(c, services, { ...UPLOAD, refuseFiles })
  const typed = typedOf(upload.fields, DOCUMENT_FIELDS)
  const again = (errors: FieldErrors) => paperPage(c, room, view, { typed, errors, status: 422 })
  if (upload.kind !== 'upload') return again({ dokumenti: uploadError(texts, upload.kind) })
  try {
    const form = readDocument(typed, upload.files[0], texts)
    if (!form.ok) return await again(form.errors)
    const outcome = await addPaperDocument(services, view.paper.id, form.value, { by: byOf(official) })
    return await answer(c, room, official, outcome, { done: 'dokumenti', field: 'titulli-dok', typed })
  } finally {
    await upload.discard()
  }
}
