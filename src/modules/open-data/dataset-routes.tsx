import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { readUpload, type Upload } from '#platform/files/upload.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { DATASET_FIELDS, readColumns, readDatasetWords } from './dataset-form.ts'
import { DatasetFormPage } from './dataset-form-page.tsx'
import { DatasetListPage } from './dataset-list-page.tsx'
import { DatasetPage } from './dataset-page.tsx'
import { LIMITS } from './dataset-rules.ts'
import { listCreatePlaces, viewDataset, viewDatasetList, type DatasetView } from './dataset-view.ts'
import { openDataPermissions as may } from './permissions.ts'
import { proposeColumns } from './propose-columns.ts'
import { textsIn } from './texts.ts'
import { officeUrls as urls } from './urls.ts'
import { correctDataset, createDataset, publishDataset, withdrawDataset, type MoveOutcome } from './write-dataset.ts'

const UPLOAD = { files: 1, fileBytes: 20_000_000, unknownToo: true }

/** The plain datasets of the institutions, in the office. */
export function datasetRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.list(), may['open-data.read'], async (c, official) => {
    const view = await viewDatasetList(services, c.get('lang'), official, c.req.query())
    return html(c, <DatasetListPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.create(), may['open-data.write'], (c, official) =>
    createPage(c, services, official, { typed: { dergesa: randomUUID() } }),
  )
  officeRoute(app, 'POST', urls.create(), may['open-data.write'], (c, official) => create(c, services, official))
  officeRoute(app, 'GET', urls.one(':id'), may['open-data.read'], async (c, official) =>
    datasetPage(c, services, await found(c, services, official)),
  )
  officeRoute(app, 'GET', urls.change(':id'), may['open-data.write'], async (c, official) =>
    changePage(c, services, await writable(c, services, official)),
  )
  officeRoute(app, 'POST', urls.change(':id'), may['open-data.write'], (c, official) => change(c, services, official))
  officeRoute(app, 'POST', urls.publish(':id'), may['open-data.publish'], async (c, official) => {
    const view = await publishable(c, services, official)
    const outcome = await publishDataset(services, view.dataset.id, { accountId: official.accountId })
    return moved(c, services, view, outcome, 'botimi')
  })
  officeRoute(app, 'POST', urls.withdraw(':id'), may['open-data.publish'], (c, official) =>
    withdraw(c, services, official),
  )
}

async function found(c: WebContext, services: Services, official: Official): Promise<DatasetView> {
  const view = await viewDataset(services, official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function writable(c: WebContext, services: Services, official: Official): Promise<DatasetView> {
  const view = await found(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

async function publishable(c: WebContext, services: Services, official: Official): Promise<DatasetView> {
  const view = await found(c, services, official)
  if (!view.mayPublish) throw new Refused(403, 'not-permitted')
  return view
}

type Again = { typed: Typed; errors?: FieldErrors; status?: number }

async function createPage(c: WebContext, services: Services, official: Official, again: Again): Promise<Response> {
  const institutions = await listCreatePlaces(services, c.get('lang'), official)
  const { typed, errors = {}, status = 200 } = again
  const page = pageOf(c, services, null)
  return html(c, <DatasetFormPage page={page} institutions={institutions} typed={typed} errors={errors} />, { status })
}

async function create(c: WebContext, services: Services, official: Official): Promise<Response> {
  const upload = await readUpload(c, services, UPLOAD)
  if (upload.kind !== 'upload') {
    const typed = typedOf(upload.fields, DATASET_FIELDS)
    const errors = { skedari: textsIn(c.get('lang')).uploads[upload.kind === 'too-large' ? 'too-large' : 'broken'] }
    return createPage(c, services, official, { typed, errors, status: 422 })
  }
  try {
    return await createFrom(c, services, official, upload)
  } finally {
    await upload.discard()
  }
}

async function createFrom(c: WebContext, services: Services, official: Official, upload: Upload): Promise<Response> {
  const t = textsIn(c.get('lang'))
  const typed = typedOf(upload.fields, DATASET_FIELDS)
  const words = readDatasetWords(upload.fields, t)
  const errors: FieldErrors = words.ok ? {} : { ...words.errors }
  const places = await listCreatePlaces(services, c.get('lang'), official)
  const institution = places.find(({ id }) => id === typed.institucioni)
  // A record of an institution where this official has no such right is refused, not explained.
  if (!institution && isUuid(typed.institucioni ?? '')) throw new Refused(403, 'not-permitted')
  if (!institution) errors.institucioni = t.form.errors.institution
  const file = upload.files[0] ?? upload.unknown[0]
  const columns = file ? await proposeColumns(services, file.path) : null
  if (columns === null) errors.skedari = t.form.errors.file
  else if (typeof columns === 'string') errors.skedari = t.uploads[columns]
  if (!words.ok || !institution || !Array.isArray(columns) || Object.keys(errors).length > 0)
    return createPage(c, services, official, { typed, errors, status: 422 })
  const submissionId = isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : randomUUID()
  const by = { accountId: official.accountId }
  const id = await createDataset(services, { ...words.value, columns, institution, submissionId, by })
  return redirect(c, `${urls.one(id)}?u=krijimi`)
}

type DatasetAgain = { errors?: FieldErrors; status?: number; reason?: string }

function datasetPage(c: WebContext, services: Services, view: DatasetView, again: DatasetAgain = {}) {
  const { errors = {}, status = 200, reason = '' } = again
  const done = doneWords(textsIn(c.get('lang')).one.done, c.req.query('u'))
  const page = pageOf(c, services, null)
  return html(c, <DatasetPage page={page} view={view} status={done} errors={errors} reason={reason} />, { status })
}

function changePage(c: WebContext, services: Services, { dataset }: DatasetView, again: Partial<Again> = {}) {
  const { errors = {}, status = 200 } = again
  const typed = again.typed ?? {
    titulli: dataset.titleSq,
    'titulli-en': dataset.titleEn,
    pershkrimi: dataset.descriptionSq,
    'pershkrimi-en': dataset.descriptionEn,
    licenca: dataset.licence,
    burimi: dataset.sourceSq ?? '',
    'burimi-en': dataset.sourceEn ?? '',
    tema: dataset.themes[0] ?? '',
    pare: String(dataset.changedAt.getTime()),
  }
  const standing = { id: dataset.id, columns: dataset.columns, fixed: dataset.rowCount > 0 }
  const page = pageOf(c, services, null)
  return html(c, <DatasetFormPage page={page} typed={typed} errors={errors} standing={standing} />, { status })
}

async function change(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writable(c, services, official)
  const t = textsIn(c.get('lang'))
  const form = await readForm(c)
  const words = readDatasetWords(form, t)
  const { columns, errors } = readColumns(form, view.dataset.columns, view.dataset.rowCount > 0, t)
  const all = { ...(words.ok ? {} : words.errors), ...errors }
  const typed = typedOf(form, [...form.keys()])
  if (!words.ok || Object.keys(all).length > 0)
    return changePage(c, services, view, { typed, errors: all, status: 422 })
  const order = { words: { ...words.value, columns }, by: { accountId: official.accountId }, seen: Number(typed.pare) }
  const outcome = await correctDataset(services, view.dataset.id, order)
  if (outcome === 'done') return redirect(c, `${urls.one(view.dataset.id)}?u=ndryshimi`)
  const now = await found(c, services, official)
  return changePage(c, services, now, { typed, errors: { titulli: t.form.errors.changedMeanwhile }, status: 409 })
}

async function withdraw(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await publishable(c, services, official)
  const reason = textField(await readForm(c), 'arsyeja')
  if (lengthOf(reason) < 5 || lengthOf(reason) > LIMITS.reason) {
    const errors = { arsyeja: textsIn(c.get('lang')).one.withdrawError }
    return datasetPage(c, services, view, { errors, status: 422, reason })
  }
  const outcome = await withdrawDataset(services, view.dataset.id, { by: { accountId: official.accountId }, reason })
  return moved(c, services, view, outcome, 'terheqja')
}

function moved(
  c: WebContext,
  services: Services,
  view: DatasetView,
  outcome: MoveOutcome,
  done: string,
): Response | Promise<Response> {
  const { one } = textsIn(c.get('lang'))
  if (outcome === 'done') return redirect(c, `${urls.one(view.dataset.id)}?u=${done}`)
  if (outcome === 'no-such-dataset') throw notFound()
  const errors = { permbajtja: outcome === 'no-rows' ? one.noRowsError : one.wrongState }
  return datasetPage(c, services, view, { errors, status: outcome === 'no-rows' ? 422 : 409 })
}
