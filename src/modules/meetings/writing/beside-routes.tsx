import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { FILE_LANGUAGES, needsAlternative } from '#platform/documents/document-rules.ts'
import { refusalForQuota } from '#platform/documents/space.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { readUpload, type UploadRefusal } from '#platform/files/upload.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { LINK_KINDS } from '#platform/links/link-rules.ts'
import { findSubjects } from '#platform/subjects/find-subjects.ts'
import { readRef, refOf } from '#platform/subjects/subject-rules.ts'
import { DOCUMENT_ROLES } from '../meeting-rules.ts'
import { meetingPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import type { MeetingTexts } from '../texts.sq.ts'
import { officeUrls as urls } from '../urls.ts'
import { bindMeeting, unbindMeeting } from './bind-meeting.ts'
import { addMeetingDocument, removeMeetingDocument, type NewDocument } from './keep-meeting-document.ts'
import { answer, byOf, officePage, writable, type OfficeRoom } from './office-routes.tsx'

const UPLOAD = { files: 1, fileBytes: 20_000_000 }
const FIELDS = ['titulli-dok', 'lloji-dok', 'gjuha-dok', 'alt-dok', 'dekorative-dok']

/** What a meeting is bound with, and its papers. */
export function besideRoutes(app: WebApp, room: OfficeRoom): void {
  officeRoute(app, 'POST', urls.links(':id'), may['meetings.write'], (c, official) => bind(c, room, official))
  officeRoute(app, 'POST', urls.unlink(':id'), may['meetings.write'], async (c, official) => {
    const { meeting } = await writable(c, room, official)
    const form = await readForm(c)
    const [to, kind] = [textField(form, 'me'), LINK_KINDS.find((one) => one === textField(form, 'lloji'))]
    if (!readRef(to) || !kind) throw notFound()
    const outcome = await unbindMeeting(room.services, meeting.id, { to, kind, by: byOf(official) })
    return answer(c, room, official, outcome, { done: 'shkeputja', field: 'me' })
  })
  officeRoute(app, 'POST', urls.documents(':id'), may['meetings.write'], (c, official) =>
    addDocument(c, room, official),
  )
  officeRoute(app, 'POST', urls.removeDocument(':id', ':document'), may['meetings.write'], async (c, official) => {
    const { meeting } = await writable(c, room, official)
    const documentId = c.req.param('document') ?? ''
    if (!isUuid(documentId)) throw notFound()
    const outcome = await removeMeetingDocument(room.services, meeting.id, documentId, { by: byOf(official) })
    return answer(c, room, official, outcome, { done: 'dokumentiHoq', field: 'titulli-dok' })
  })
}

/** A consultation of the list, or a paper by the address of its page. */
async function bind(c: WebContext, room: OfficeRoom, official: Official): Promise<Response> {
  const view = await writable(c, room, official)
  const { services, doors } = room
  const t = textsIn(c.get('lang')).one
  const form = await readForm(c)
  const typed = typedOf(form, ['me', 'dokument'])
  const { me = '', dokument = '' } = typed
  const paper = /\/(?:dokumente|dokumentet)\/([0-9a-f-]{36})/.exec(dokument)?.[1] ?? ''
  const wanted = [
    ...(me === '' ? [] : [{ to: me, kind: 'about' as const, field: 'me' }]),
    ...(dokument === '' ? [] : [{ to: refOf('platform.document', paper), kind: 'input' as const, field: 'dokument' }]),
  ]
  const known = await findSubjects(
    doors,
    services,
    c.get('lang'),
    wanted.map(({ to }) => to).filter((one) => readRef(one) !== null),
  )
  const unknown = wanted.find(({ to }) => !known.has(to))
  const errors: FieldErrors = unknown
    ? { [unknown.field]: t.linkUnknown }
    : wanted.length === 0
      ? { dokument: t.linkEmpty }
      : {}
  if (Object.keys(errors).length > 0) return officePage(c, room, view, { typed, errors, status: 422 })
  for (const { to, kind, field } of wanted) {
    const outcome = await bindMeeting(services, view.meeting.id, { to, kind, by: byOf(official) })
    if (outcome !== 'done') return answer(c, room, official, outcome, { done: 'lidhja', field, typed })
  }
  return redirect(c, `${urls.one(view.meeting.id)}?u=lidhja`)
}

async function addDocument(c: WebContext, room: OfficeRoom, official: Official): Promise<Response> {
  const view = await writable(c, room, official)
  const texts = textsIn(c.get('lang'))
  const { services } = room
  const refuseFiles = () => refusalForQuota(services, view.meeting.institutionId)
  const upload = await readUpload(c, services, { ...UPLOAD, refuseFiles })
  const typed = typedOf(upload.fields, FIELDS)
  const again = (errors: FieldErrors) => officePage(c, room, view, { typed, errors, status: 422 })
  if (upload.kind !== 'upload') return again({ dokumenti: uploadError(texts, upload) })
  try {
    const form = readDocument(typed, upload.files[0], texts)
    if (!form.ok) return await again(form.errors)
    const outcome = await addMeetingDocument(services, view.meeting.id, form.value, { by: byOf(official) })
    return await answer(c, room, official, outcome, { done: 'dokumenti', field: 'titulli-dok', typed })
  } finally {
    await upload.discard()
  }
}

function readDocument(typed: Typed, file: IncomingFile | undefined, texts: MeetingTexts): Parsed<NewDocument> {
  const t = texts.documents.errors
  const errors: FieldErrors = {}
  const { 'titulli-dok': title = '', 'alt-dok': alt = '' } = typed
  if (lengthOf(title) < 1 || lengthOf(title) > 200) errors['titulli-dok'] = t.title
  const role = DOCUMENT_ROLES.find((one) => one === typed['lloji-dok'])
  if (!role) errors['lloji-dok'] = t.role
  const lang = FILE_LANGUAGES.find((one) => one === (typed['gjuha-dok'] || 'sq'))
  if (!lang) errors['gjuha-dok'] = t.lang
  if (!file) errors.dokumenti = t.file
  if (file && role === 'picture' && !file.mediaType.startsWith('image/')) errors.dokumenti = t.picture
  const decorative = typed['dekorative-dok'] === 'po'
  const mustSay = file !== undefined && role !== undefined && needsAlternative({ mediaType: file.mediaType, role })
  if ((mustSay && !decorative && alt === '') || lengthOf(alt) > 500) errors['alt-dok'] = t.alt
  if (!role || !file || !lang || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const said = mustSay && !decorative ? { [lang]: alt } : {}
  return { ok: true, value: { title, role, lang, file, alt: said, decorative: mustSay && decorative } }
}

function uploadError(texts: MeetingTexts, { kind }: UploadRefusal): string {
  const t = texts.documents.errors
  if (kind === 'too-large') return t.tooLarge
  return kind === 'over-quota' || kind === 'no-space' ? t.noSpace : t.type
}
