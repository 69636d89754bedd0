import { createHash, randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { refusalForQuota } from '#platform/documents/space.ts'
import { readUpload } from '#platform/files/upload.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { typedOf } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import type { ExportOrder } from '#platform/texts/export/export-order.ts'
import { knownExport, makeExport } from '#platform/texts/export/kept-exports.ts'
import { runExport } from '#platform/texts/export/run-export.ts'
import { councilPermissions as may } from '../permissions.ts'
import { DOCUMENT_FIELDS, readDocument, uploadError } from './document-form.ts'
import { addMeetingDocument, removeMeetingDocument } from './keep-documents.ts'
import { keepPosting } from './keep-posting.ts'
import { answer, byOf, meetingFor, meetingPage, writable } from './meeting-answer-routes.tsx'
import { noticeDocument } from './notice-document-view.ts'
import { POSTING_FIELDS, readPosting } from './posting-form.ts'
import { conveningTexts, paperTexts } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

export const UPLOAD = { files: 1, fileBytes: 20_000_000 }

/** What stands beside a meeting: proof of posting, its documents, and the notice on paper. */
export function besideRoutes(app: WebApp, services: Services): void {
  const write = may['council-meetings.write']
  officeRoute(app, 'POST', urls.postings(':id'), write, (c, official) => addPosting(c, services, official))
  officeRoute(app, 'POST', urls.documents(':id'), write, (c, official) => addDocument(c, services, official))
  officeRoute(app, 'POST', urls.removeDocument(':id', ':document'), write, async (c, official) => {
    const { meeting } = await writable(c, services, official)
    const documentId = c.req.param('document') ?? ''
    if (!isUuid(documentId)) throw notFound()
    const outcome = await removeMeetingDocument(services, meeting.id, documentId, { by: byOf(official) })
    if (outcome === 'no-such-item') throw notFound()
    return answer(c, services, official, outcome, { done: 'dokumentiHoq', field: 'titulli-dok' })
  })
  officeRoute(app, 'GET', urls.noticeFile(':id', ':file{njoftimi\\.(docx|pdf)}'), may['council.read'], (c, official) =>
    noticeFile(c, services, official),
  )
}

async function addPosting(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writable(c, services, official)
  const { id, zone, institutionId } = view.meeting
  const texts = conveningTexts(c.get('lang'))
  const refuseFiles = () => refusalForQuota(services, institutionId)
  const upload = await readUpload(c, services, { ...UPLOAD, refuseFiles })
  const typed = typedOf(upload.fields, POSTING_FIELDS)
  const again = (errors: Record<string, string>) => meetingPage(c, services, view, { typed, errors, status: 422 })
  if (upload.kind !== 'upload') return again({ fotografia: texts.refusals.file })
  try {
    const form = readPosting(typed, upload.files[0], { zone, texts })
    if (!form.ok) return await again(form.errors)
    const formId = isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : randomUUID()
    const outcome = await keepPosting(services, id, form.value, { by: byOf(official), formId })
    return await answer(c, services, official, outcome, { done: 'afishimi', field: 'vendi-afishimit', typed })
  } finally {
    await upload.discard()
  }
}

async function addDocument(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writable(c, services, official)
  const texts = paperTexts(c.get('lang'))
  const { id, institutionId } = view.meeting
  const refuseFiles = () => refusalForQuota(services, institutionId)
  const upload = await readUpload(c, services, { ...UPLOAD, refuseFiles })
  const typed = typedOf(upload.fields, DOCUMENT_FIELDS)
  const again = (errors: Record<string, string>) => meetingPage(c, services, view, { typed, errors, status: 422 })
  if (upload.kind !== 'upload') return again({ dokumenti: uploadError(texts, upload.kind) })
  try {
    const form = readDocument(typed, upload.files[0], texts)
    if (!form.ok) return await again(form.errors)
    const outcome = await addMeetingDocument(services, id, form.value, { by: byOf(official) })
    return await answer(c, services, official, outcome, { done: 'dokumenti', field: 'titulli-dok', typed })
  } finally {
    await upload.discard()
  }
}

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

/** Made in a process of its own, and kept as long as nothing on it changes. */
async function noticeFile(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await meetingFor(c, services, official)
  const format = (c.req.param('file') ?? '').endsWith('.pdf') ? 'pdf' : 'docx'
  const form = noticeDocument(c.get('lang'), view, services.settings.url)
  const key = `council-notice-${format}-${createHash('sha256').update(JSON.stringify(form)).digest('base64url')}`
  const madeAt = view.meeting.changedAt.toISOString()
  const order: ExportOrder = { kind: `form-${format}`, form, madeAt }
  const waiting = knownExport(key) ?? makeExport(key, () => runExport(services.settings, order))
  const outcome = waiting === null ? null : await waiting
  if (outcome?.kind !== 'made') throw new Refused(503, 'unavailable')
  const headers = {
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename="njoftimi-${view.meeting.slug}.${format}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  }
  return new Response(Uint8Array.from(outcome.bytes), { headers })
}
