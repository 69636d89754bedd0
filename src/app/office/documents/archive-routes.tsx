import { institutionsWhere } from '#platform/auth/permissions.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { importOldFiles } from '#platform/documents/import-old-files.ts'
import { documentPermissions as may } from '#platform/documents/permissions.ts'
import { changeQuota, refusalForQuota } from '#platform/documents/space.ts'
import { readUpload, type Upload } from '#platform/files/upload.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { ARCHIVE_FIELDS, readArchiveForm } from './archive-form.ts'
import { ArchivePage } from './archive-page.tsx'
import { listImportPlaces } from './archive-view.ts'
import { newSubmission } from './document-routes.tsx'
import { SpacePage } from './space-page.tsx'
import { viewSpace } from './space-view.ts'
import { textsIn } from './texts.ts'
import { uploadError } from './upload-errors.ts'
import { officeDocumentUrls as urls } from './urls.ts'

const LIMITS = { files: 20, fileBytes: 50_000_000 }

/** Old papers for the archive, and the room that documents take. */
export function archiveRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.archive(), may['documents.import'], (c, official) =>
    archivePage(c, services, official, { typed: { dergesa: newSubmission(), gjuha: 'sq', klasa: 'internal' } }),
  )
  officeRoute(app, 'POST', urls.archive(), may['documents.import'], async (c, official) => {
    const places = institutionsWhere(official, may['documents.import']) ?? []
    const [only] = places.length === 1 ? places : []
    const refuseFiles = () => (only ? refusalForQuota(services, only) : Promise.resolve(null))
    const upload = await readUpload(c, services, { ...LIMITS, refuseFiles })
    if (upload.kind !== 'upload') {
      const errors = { skedaret: uploadError(textsIn(c.get('lang')), upload, LIMITS.files) }
      return archivePage(c, services, official, { typed: typedOf(upload.fields, ARCHIVE_FIELDS), errors, status: 422 })
    }
    try {
      return await bringIn(c, services, official, upload)
    } finally {
      await upload.discard()
    }
  })
  officeRoute(app, 'GET', urls.space(), may['documents.space'], (c, official) => spacePage(c, services, official))
  officeRoute(app, 'POST', urls.quota(':institution'), may['documents.set-quota'], (c, official) =>
    setQuota(c, services, official),
  )
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

async function archivePage(c: WebContext, services: Services, official: Official, again: Again): Promise<Response> {
  const institutions = await listImportPlaces(services, c.get('lang'), official)
  const { typed = {}, errors = {}, status = 200 } = again
  const page = pageOf(c, services, null)
  return html(c, <ArchivePage page={page} institutions={institutions} typed={typed} errors={errors} />, { status })
}

async function bringIn(c: WebContext, services: Services, official: Official, upload: Upload): Promise<Response> {
  const texts = textsIn(c.get('lang'))
  const institutions = await listImportPlaces(services, c.get('lang'), official)
  const place = textField(upload.fields, 'institucioni')
  // The form offers none of others.
  if (place !== '' && !institutions.some(({ id }) => id === place)) throw notFound()
  const form = readArchiveForm(upload.fields, institutions, upload.files.length, texts)
  if (!form.ok) return archivePage(c, services, official, { ...form, status: 422 })
  const typed = typedOf(upload.fields, ARCHIVE_FIELDS)
  if (await refusalForQuota(services, form.value.institutionId))
    return archivePage(c, services, official, { typed, errors: { skedaret: texts.uploads['over-quota'] }, status: 422 })
  const submissionId = form.value.submissionId ?? newSubmission()
  const outcome = await importOldFiles(services, official, { ...form.value, submissionId, files: upload.files })
  if (outcome.kind === 'not-permitted')
    return archivePage(c, services, official, {
      typed,
      errors: { klasa: texts.correct.errors.confidential },
      status: 422,
    })
  return redirect(c, `${urls.list()}?futur=${outcome.count}`)
}

async function spacePage(c: WebContext, services: Services, official: Official, again: Again = {}): Promise<Response> {
  const view = await viewSpace(services, c.get('lang'), official)
  const status = doneWords({ kufiri: textsIn(c.get('lang')).space.saved }, c.req.query('u'))
  const { typed = {}, errors = {} } = again
  const page = pageOf(c, services, null)
  return html(c, <SpacePage page={page} view={view} typed={typed} errors={errors} status={status} />, {
    status: again.status ?? 200,
  })
}

async function setQuota(c: WebContext, services: Services, official: Official): Promise<Response> {
  const institutionId = c.req.param('institution') ?? ''
  const view = isUuid(institutionId) ? await viewSpace(services, c.get('lang'), official) : null
  if (!view?.institutions.some(({ id }) => id === institutionId)) throw notFound()
  const field = `kufiri-${institutionId}`
  const words = textField(await readForm(c), field).replaceAll(' ', '')
  const megabytes = words === '' ? null : Number(words)
  if (megabytes !== null && (!/^\d{1,8}$/.test(words) || megabytes < 1 || megabytes > 10_000_000)) {
    const errors = { [field]: textsIn(c.get('lang')).space.error }
    return spacePage(c, services, official, { typed: { [field]: words }, errors, status: 422 })
  }
  const bytes = megabytes === null ? null : megabytes * 1_000_000
  const outcome = await changeQuota(services, official, institutionId, bytes)
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  return redirect(c, `${urls.space()}?u=kufiri`)
}
