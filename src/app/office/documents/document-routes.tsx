import { randomUUID } from 'node:crypto'
import { noteAccess } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { addDocumentFile, type AddFileOutcome } from '#platform/documents/add-document-file.ts'
import { correctDocument } from '#platform/documents/correct-document.ts'
import { FILE_LANGUAGES } from '#platform/documents/document-rules.ts'
import { documentPermissions as may } from '#platform/documents/permissions.ts'
import { findPicture, viewText } from '#platform/documents/reading/text-view.ts'
import { fileAsked, openDocumentFile, sendContent, serveDocument } from '#platform/documents/serve-document.ts'
import { refusalForQuota } from '#platform/documents/space.ts'
import type { Door } from '#platform/door.ts'
import { readUpload } from '#platform/files/upload.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { CorrectDocumentPage } from './correct-document-page.tsx'
import { readCorrection, typedFrom } from './correct-document-form.ts'
import { DocumentListPage } from './document-list-page.tsx'
import { readDocumentQuestion, viewDocumentList } from './document-list-view.ts'
import { DocumentPage } from './document-page.tsx'
import { findOfficeDocument, viewDocument, type OfficeDocument } from './document-view.ts'
import { OfficeTextPage } from './text-page.tsx'
import { textsIn } from './texts.ts'
import { uploadError } from './upload-errors.ts'
import { officeDocumentUrls as urls } from './urls.ts'

const LIMITS = { files: 1, fileBytes: 50_000_000 }

type Room = { services: Services; doors: readonly Door[] }

/** The central list of documents, and each document in it. */
export function documentRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const room = { services, doors }
  officeRoute(app, 'GET', urls.list(), may['documents.read'], async (c, official) => {
    const lang = c.get('lang')
    const view = await viewDocumentList(services, doors, lang, official, readDocumentQuestion(c.req.query()))
    const count = Number(c.req.query('futur') ?? '')
    const status = Number.isInteger(count) && count > 0 && count <= 100 ? textsIn(lang).archive.done(count) : null
    return html(c, <DocumentListPage page={pageOf(c, services, null)} view={view} status={status} />)
  })
  officeRoute(app, 'GET', urls.one(':id'), may['documents.read'], (c, official) => documentPage(c, room, official))
  officeRoute(app, 'GET', urls.file(':id'), may['documents.read'], async (c, official) => {
    const { document, record } = await found(c, room, official)
    const asked = { public: false, lang: c.req.query('gjuha'), version: c.req.query('versioni') }
    return serveDocument(c, services, document.id, { ...asked, contactId: record.contactId })
  })
  officeRoute(app, 'GET', urls.text(':id'), may['documents.read'], async (c, official) => {
    const view = await found(c, room, official)
    const file = fileAsked(view.files, { lang: c.req.query('gjuha'), version: c.req.query('versioni') })
    if (!file) throw notFound()
    if (file.takenDownAt) throw new Refused(410, 'taken-down')
    await note(services, official, view)
    const text = await viewText(services, file, c.req.query('nga'))
    return html(c, <OfficeTextPage page={pageOf(c, services, null)} view={view} text={text} />)
  })
  officeRoute(app, 'GET', urls.picture(':id', 'faqet', ':n'), may['documents.read'], async (c, official) => {
    const { document, record, files } = await found(c, room, official)
    const file = fileAsked(files, { lang: c.req.query('gjuha'), version: c.req.query('versioni') })
    if (!file) throw notFound()
    await openDocumentFile(c, services, file, { public: false, contactId: record.contactId })
    const picture = await findPicture(services, file.id, 'page', c.req.param('n'))
    if (!picture) throw notFound()
    const fileName = `faqja-${picture.n}.jpg`
    return sendContent(c, services, { ...picture, fileName, documentId: document.id, public: false })
  })
  officeRoute(app, 'GET', urls.correction(':id'), may['documents.write'], async (c, official) => {
    const view = await writable(c, room, official)
    return html(c, <CorrectDocumentPage page={pageOf(c, services, null)} view={view} typed={typedFrom(view)} />)
  })
  officeRoute(app, 'POST', urls.correction(':id'), may['documents.write'], (c, official) => correct(c, room, official))
  officeRoute(app, 'POST', urls.files(':id'), may['documents.write'], (c, official) => addFile(c, room, official))
}

async function found(c: WebContext, { services, doors }: Room, official: Official): Promise<OfficeDocument> {
  const view = await findOfficeDocument(services, doors, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function writable(c: WebContext, room: Room, official: Official): Promise<OfficeDocument> {
  const view = await found(c, room, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  if (view.takenDown) throw new Refused(410, 'taken-down')
  return view
}

async function note(
  services: Services,
  official: Official,
  { noted, document, record }: OfficeDocument,
): Promise<void> {
  if (!noted) return
  const { institutionId, subject } = document
  await noteAccess(services, official, { institutionId, subject, contactId: record.contactId, what: 'opened' })
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

async function documentPage(c: WebContext, room: Room, official: Official, again: Again = {}): Promise<Response> {
  const { services, doors } = room
  const view = await viewDocument(services, doors, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  await note(services, official, view)
  const t = textsIn(c.get('lang')).one
  const status = doneWords({ skedari: t.fileAdded, korrigjimi: t.corrected }, c.req.query('u'))
  const { typed = {}, errors = {} } = again
  const page = pageOf(c, services, null)
  return html(c, <DocumentPage page={page} view={view} typed={typed} errors={errors} status={status} />, {
    status: again.status ?? 200,
  })
}

async function correct(c: WebContext, room: Room, official: Official): Promise<Response> {
  const { services, doors } = room
  const view = await writable(c, room, official)
  const t = textsIn(c.get('lang'))
  const form = readCorrection(await readForm(c), view, t)
  const page = pageOf(c, services, null)
  const again = (typed: Typed, errors: FieldErrors, status: 422 | 409, now: string | null = null) =>
    html(c, <CorrectDocumentPage page={page} view={view} typed={typed} errors={errors} now={now} />, { status })
  if (!form.ok) return again(form.typed, form.errors, 422)
  const { id } = view.document
  const outcome = await correctDocument(services, doors, official, id, form.value)
  const typed = () => ({ ...typedOfCorrection(form.value), pare: typedFrom(view).pare ?? '' })
  switch (outcome.kind) {
    case 'done':
      return redirect(c, `${urls.one(id)}?u=korrigjimi`)
    case 'changed-meanwhile':
      return again(typed(), { titulli: t.correct.errors.changedMeanwhile }, 409, view.document.title)
    case 'language-taken':
      return again(typed(), { gjuha: t.correct.errors.langTaken }, 422)
    case 'taken-down':
      throw new Refused(410, 'taken-down')
    case 'no-such-document':
      throw notFound()
    case 'not-permitted':
      return again(typed(), { klasa: t.correct.errors.confidential }, 422)
  }
}

function typedOfCorrection(correction: Parameters<typeof correctDocument>[4]): Typed {
  const said = correction.words.flatMap(({ lang, title, alt }): [string, string][] => [
    [`titulli-${lang}`, title ?? ''],
    [`alt-${lang}`, alt ?? ''],
  ])
  return {
    ...Object.fromEntries(said),
    titulli: correction.title,
    roli: correction.role,
    klasa: correction.class,
    gjuha: correction.lang,
    dekorative: correction.decorative ? 'po' : '',
    arsyeja: correction.reason ?? '',
  }
}

async function addFile(c: WebContext, room: Room, official: Official): Promise<Response> {
  const { services, doors } = room
  const { document, record } = await writable(c, room, official)
  const t = textsIn(c.get('lang'))
  const refuseFiles = () => refusalForQuota(services, document.institutionId)
  const upload = await readUpload(c, services, { ...LIMITS, refuseFiles })
  const typed = typedOf(upload.fields, ['gjuha-skedari', 'arsyeja'])
  const again = (errors: FieldErrors, status = 422) => documentPage(c, room, official, { typed, errors, status })
  if (upload.kind !== 'upload') return again({ skedari: uploadError(t, upload, 1) })
  try {
    const lang = FILE_LANGUAGES.find((one) => one === typed['gjuha-skedari'])
    const [file] = upload.files
    const { arsyeja = '' } = typed
    const errors: FieldErrors = {}
    if (!lang) errors['gjuha-skedari'] = t.correct.errors.lang
    if (!file) errors.skedari = t.correct.errors.file
    if ([...arsyeja].length > 1000) errors.arsyeja = t.correct.errors.reason
    if (!lang || !file || errors.arsyeja) return await again(errors)
    const order = { lang, file, reason: arsyeja || null, recordPublished: record.published }
    return await added(c, document.id, await addDocumentFile(services, doors, official, document.id, order), again)
  } finally {
    await upload.discard()
  }
}

function added(
  c: WebContext,
  id: string,
  outcome: AddFileOutcome,
  again: (errors: FieldErrors, status: number) => Promise<Response>,
): Response | Promise<Response> {
  switch (outcome.kind) {
    case 'done':
      return redirect(c, `${urls.one(id)}?u=skedari`)
    case 'of-a-citizen':
      return again({ skedari: textsIn(c.get('lang')).one.ofCitizen }, 409)
    case 'taken-down':
      throw new Refused(410, 'taken-down')
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-document':
      throw notFound()
  }
}

/** A number of its own for a form that may arrive twice. */
export const newSubmission = (): string => randomUUID()
