import { officeRoute } from '#platform/auth/official-gate.ts'
import { FILE_LANGUAGES, needsAlternative } from '#platform/documents/document-rules.ts'
import { refusalForQuota } from '#platform/documents/space.ts'
import { serveDocument } from '#platform/documents/serve-document.ts'
import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { readUpload, type UploadRefusal } from '#platform/files/upload.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { redirect } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import type { ConsultationTexts } from '../texts.sq.ts'
import { officeUrls } from '../urls.ts'
import { DOCUMENT_ROLES } from './document-rules.ts'
import { draftOf, overview } from './draft-overview-routes.tsx'
import {
  addConsultationDocument,
  removeConsultationDocument,
  type DocumentOutcome,
} from './keep-consultation-document.ts'

const LIMITS = { files: 1, fileBytes: 20_000_000 }

/** The papers of a consultation: added, opened and taken away by the office. */
export function draftDocumentRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'POST', officeUrls.documents(':id'), may['consultations.write'], async (c, official) => {
    const view = await draftOf(c, services, official)
    const { id } = view.consultation
    const t = textsIn(c.get('lang'))
    const refuseFiles = () => refusalForQuota(services, view.consultation.institutionId)
    const upload = await readUpload(c, services, { ...LIMITS, refuseFiles })
    const typed = typedOf(upload.fields, ['titulli-dok', 'lloji-dok', 'gjuha-dok', 'alt-dok', 'dekorative-dok'])
    const again = (errors: FieldErrors) => overview(c, services, view, { errors, typed, status: 422 })
    if (upload.kind !== 'upload') return again({ dokumenti: uploadError(t, upload) })
    try {
      const form = readDocumentForm(typed, upload.files[0], t)
      if (!form.ok) return await again(form.errors)
      return done(c, id, await addConsultationDocument(services, official, id, form.value), 'shtua')
    } finally {
      await upload.discard()
    }
  })

  officeRoute(
    app,
    'POST',
    officeUrls.removeDocument(':id', ':document'),
    may['consultations.write'],
    async (c, official) => {
      const { consultation } = await draftOf(c, services, official)
      const documentId = c.req.param('document') ?? ''
      if (!isUuid(documentId)) throw notFound()
      return done(
        c,
        consultation.id,
        await removeConsultationDocument(services, official, consultation.id, documentId),
        'hoq',
      )
    },
  )

  officeRoute(app, 'GET', officeUrls.document(':id', ':document'), may['consultations.read'], async (c, official) => {
    const view = await draftOf(c, services, official)
    const document = view.documents.find((one) => one.id === c.req.param('document'))
    if (!document) throw notFound()
    return serveDocument(c, services, document.id, { public: false, lang: c.req.query('gjuha') })
  })
}

function done(c: Parameters<typeof redirect>[0], id: string, outcome: DocumentOutcome, what: string): Response {
  switch (outcome.kind) {
    case 'done':
      return redirect(c, `${officeUrls.consultation(id)}?u=${what}`)
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-consultation':
      throw notFound()
  }
}

type NewDocument = Parameters<typeof addConsultationDocument>[3]

function readDocumentForm(typed: Typed, file: IncomingFile | undefined, t: ConsultationTexts): Parsed<NewDocument> {
  const words = t.office.documentErrors
  const errors: FieldErrors = {}
  const { 'titulli-dok': title = '', 'alt-dok': alt = '' } = typed
  if (lengthOf(title) < 1 || lengthOf(title) > 200) errors['titulli-dok'] = words.title
  const role = DOCUMENT_ROLES.find((one) => one === typed['lloji-dok'])
  if (!role) errors['lloji-dok'] = words.role
  // A form from before languages were asked for brought Albanian papers alone.
  const lang = FILE_LANGUAGES.find((one) => one === (typed['gjuha-dok'] || 'sq'))
  if (!lang) errors['gjuha-dok'] = words.lang
  if (!file) errors.dokumenti = words.file
  const decorative = typed['dekorative-dok'] === 'po'
  const mustSay = file !== undefined && role !== undefined && needsAlternative({ mediaType: file.mediaType, role })
  if ((mustSay && !decorative && alt === '') || lengthOf(alt) > 500) errors['alt-dok'] = words.alt
  if (!role || !file || !lang || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  const said = mustSay && !decorative ? { [lang]: alt } : {}
  return { ok: true, value: { title, role, lang, file, alt: said, decorative: mustSay && decorative } }
}

function uploadError(t: ConsultationTexts, refusal: UploadRefusal): string {
  const words = t.office.documentErrors
  const name = refusal.file ?? ''
  if (refusal.kind === 'too-large') return words.tooLarge(name)
  if (refusal.kind === 'no-space') return words.noSpace
  return refusal.kind === 'over-quota' ? words.overQuota : t.form.errors.fileType(name)
}
