import { officeRoute } from '#platform/auth/official-gate.ts'
import { serveDocument } from '#platform/documents/serve-document.ts'
import { readUpload } from '#platform/files/upload.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { redirect } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
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
    const upload = await readUpload(c, services, LIMITS)
    const typed = typedOf(upload.fields, ['titulli-dok', 'lloji-dok'])
    const again = (errors: FieldErrors) => overview(c, services, view, { errors, typed, status: 422 })
    if (upload.kind !== 'upload') {
      const name = upload.file ?? ''
      return again({
        dokumenti: upload.kind === 'too-large' ? t.office.documentErrors.tooLarge(name) : t.form.errors.fileType(name),
      })
    }
    try {
      const [file] = upload.files
      const title = textField(upload.fields, 'titulli-dok')
      const role = DOCUMENT_ROLES.find((one) => one === typed['lloji-dok'])
      const errors: FieldErrors = {}
      if (lengthOf(title) < 1 || lengthOf(title) > 200) errors['titulli-dok'] = t.office.documentErrors.title
      if (!role) errors['lloji-dok'] = t.office.documentErrors.role
      if (!file) errors.dokumenti = t.office.documentErrors.file
      if (Object.keys(errors).length > 0 || !role || !file) return await again(errors)
      return done(c, id, await addConsultationDocument(services, official, id, { title, role, file }), 'shtua')
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
    return serveDocument(c, services, document.id, { public: false })
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
