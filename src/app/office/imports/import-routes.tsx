import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { readUpload, type Upload } from '#platform/files/upload.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { Refused } from '#platform/http/refused.ts'
import { html, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { listTargets } from '#platform/imports/find-target.ts'
import { stageImport } from '#platform/imports/stage-import.ts'
import { tableFileName } from '#platform/imports/table-file-name.ts'
import type { Services } from '#platform/services.ts'
import { ImportListPage, NewImportPage } from './import-list-page.tsx'
import { listPlaces, viewImportList, type Place } from './import-view.ts'
import { importPermissions as may } from './permissions.ts'
import { stepRoutes } from './step-routes.tsx'
import { textsIn } from './texts.ts'
import { importUrls as urls } from './urls.ts'

const UPLOAD = { files: 1, fileBytes: 20_000_000, unknownToo: true }
const FIELDS = ['dergesa', 'regjistri']

/** Tables that are brought into the registers of the institutions. */
export function importRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  officeRoute(app, 'GET', urls.list(), may['imports.read'], async (c, official) => {
    const targets = await listTargets(doors, services, institutionsWhere(official, may['imports.read']))
    const view = await viewImportList(services, c.get('lang'), official, c.req.query(), targets)
    return html(c, <ImportListPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.create(), may['imports.write'], async (c, official) => {
    const places = await placesOf(c, services, doors, official)
    const wanted = places.find(({ target }) => target.name === c.req.query('regjistri'))
    return createPage(c, services, places, { typed: { dergesa: randomUUID(), regjistri: wanted?.value ?? '' } })
  })
  officeRoute(app, 'POST', urls.create(), may['imports.write'], async (c, official) => {
    const places = await placesOf(c, services, doors, official)
    const upload = await readUpload(c, services, UPLOAD)
    if (upload.kind !== 'upload') {
      const { uploads } = textsIn(c.get('lang'))
      const errors = { skedari: uploads[upload.kind === 'too-large' ? 'too-large' : 'broken'] }
      return createPage(c, services, places, { typed: typedOf(upload.fields, FIELDS), errors, status: 422 })
    }
    try {
      return await bringIn(c, services, places, official, upload)
    } finally {
      await upload.discard()
    }
  })
  stepRoutes(app, services, doors)
}

async function placesOf(
  c: WebContext,
  services: Services,
  doors: readonly Door[],
  official: Official,
): Promise<Place[]> {
  const targets = await listTargets(doors, services, institutionsWhere(official, may['imports.write']))
  return listPlaces(services, c.get('lang'), official, targets)
}

type Again = { typed: Typed; errors?: FieldErrors; status?: number }

const createPage = (c: WebContext, services: Services, places: readonly Place[], again: Again): Promise<Response> =>
  html(
    c,
    <NewImportPage page={pageOf(c, services, null)} places={places} typed={again.typed} errors={again.errors ?? {}} />,
    { status: again.status ?? 200 },
  )

async function bringIn(
  c: WebContext,
  services: Services,
  places: readonly Place[],
  official: Official,
  upload: Upload,
): Promise<Response> {
  const t = textsIn(c.get('lang'))
  const typed = typedOf(upload.fields, FIELDS)
  const place = places.find(({ value }) => value === typed.regjistri)
  // A register where this official has no such right is refused, not explained.
  if (!place && isUuid((typed.regjistri ?? '').split(' ')[0] ?? '')) throw new Refused(403, 'not-permitted')
  const [known, unknown] = [upload.files[0], upload.unknown[0]]
  const file = known ?? unknown
  const errors: FieldErrors = {}
  if (!place) errors.regjistri = t.create.errors.target
  if (!file) errors.skedari = t.create.errors.file
  if (!place || !file) return createPage(c, services, places, { typed, errors, status: 422 })
  const submissionId = isUuid(textField(upload.fields, 'dergesa')) ? textField(upload.fields, 'dergesa') : randomUUID()
  // Known again by the name and the digest that it has where it comes from.
  const { claimedName, digest, size } = known?.came ?? unknown ?? { ...file, claimedName: '' }
  const staged = await stageImport(services, {
    institutionId: place.institutionId,
    target: place.target.name,
    submissionId,
    file: { path: file.path, name: tableFileName(claimedName), digest, size },
    by: { accountId: official.accountId },
  })
  if (staged.kind === 'staged') return redirect(c, urls.head(staged.id))
  return createPage(c, services, places, { typed, errors: { skedari: t.uploads[staged.why] }, status: 422 })
}
