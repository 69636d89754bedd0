import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { readUpload, type Upload } from '#platform/files/upload.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { tableFileName } from '#platform/imports/table-file-name.ts'
import type { Services } from '#platform/services.ts'
import { actPermissions as may } from '../permissions.ts'
import { readCategories, readFormId, readSettlement, UPLOAD_FIELDS } from './archive-form.ts'
import { ArchiveListPage } from './archive-list-page.tsx'
import { ArchivePage } from './archive-page.tsx'
import { viewArchive, viewArchives, type ArchiveView } from './archive-view.ts'
import { askToUndo, beginUpload } from './begin-upload.ts'
import { settleDoubt } from './settle-doubt.ts'
import { archiveTexts } from './texts.ts'
import { archiveUrls as urls } from './urls.ts'

const UPLOAD = { files: 1, fileBytes: 100_000_000, unknownToo: true }

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

/** The archive in the office: what was taken in, what is in doubt, and the way back. */
export function archiveRoutes(app: WebApp, { services }: { services: Services }): void {
  officeRoute(app, 'GET', urls.list(), may['acts.read'], (c, official) => listPage(c, services, official))
  officeRoute(app, 'POST', urls.list(), may['acts-archive.write'], async (c, official) => {
    const upload = await readUpload(c, services, UPLOAD)
    if (upload.kind !== 'upload') {
      const { errors } = archiveTexts(c.get('lang'))
      const why = errors[upload.kind === 'too-large' ? 'too-large' : 'broken']
      const typed = typedOf(upload.fields, UPLOAD_FIELDS)
      return listPage(c, services, official, { typed, errors: { skedari: why }, status: 422 })
    }
    try {
      return await bringIn(c, services, official, upload)
    } finally {
      await upload.discard()
    }
  })
  officeRoute(app, 'GET', urls.one(':id'), may['acts.read'], async (c, official) =>
    onePage(c, services, await archiveFor(c, services, official)),
  )
  officeRoute(app, 'POST', urls.undo(':id'), may['acts-archive.write'], async (c, official) => {
    const view = await archiveToWrite(c, services, official)
    const outcome = await askToUndo(services, view.archive.id, official)
    if (outcome === 'asked') return redirect(c, `${urls.one(view.archive.id)}?u=zhberja`)
    return onePage(c, services, view, { errors: { zhberja: archiveTexts(c.get('lang')).errors.state }, status: 409 })
  })
  officeRoute(app, 'POST', urls.settle(':id', ':line'), may['acts-archive.write'], (c, official) =>
    settle(c, services, official),
  )
}

async function listPage(c: WebContext, services: Services, official: Official, again: Again = {}): Promise<Response> {
  const view = await viewArchives(services, c.get('lang'), official, c.req.query('para'))
  const typed = { ...again.typed, dergesa: again.typed?.dergesa || randomUUID() }
  const props = { page: pageOf(c, services, null), view, typed, errors: again.errors ?? {} }
  return html(c, <ArchiveListPage {...props} />, { status: again.status ?? 200 })
}

async function bringIn(c: WebContext, services: Services, official: Official, upload: Upload): Promise<Response> {
  const t = archiveTexts(c.get('lang')).errors
  const typed = typedOf(upload.fields, UPLOAD_FIELDS)
  const { places } = await viewArchives(services, c.get('lang'), official, undefined)
  const institution = places.find(({ value }) => value === typed.institucioni)
  // An institution where this official has no such right is refused, not explained.
  if (!institution && isUuid(typed.institucioni ?? '')) throw new Refused(403, 'not-permitted')
  const file = upload.files[0] ?? upload.unknown[0]
  const errors: FieldErrors = {}
  if (!institution) errors.institucioni = t.institution
  if (!file) errors.skedari = t.file
  if (!institution || !file) return listPage(c, services, official, { typed, errors, status: 422 })
  const claimed = 'name' in file ? (file.came?.claimedName ?? file.name) : file.claimedName
  const begun = await beginUpload(services, {
    institutionId: institution.value,
    formId: readFormId(upload.fields) ?? randomUUID(),
    file: { path: file.path, name: tableFileName(claimed), digest: file.digest, size: file.size },
    only: readCategories(upload.fields),
    by: official,
  })
  if (begun.kind === 'begun') return redirect(c, `${urls.one(begun.id)}?u=ngarkimi`)
  return listPage(c, services, official, { typed, errors: { skedari: t['unknown-kind'] }, status: 422 })
}

async function archiveFor(c: WebContext, services: Services, official: Official): Promise<ArchiveView> {
  const wish = { id: c.req.param('id') ?? '', kind: c.req.query('lloji'), after: c.req.query('pas') }
  const view = await viewArchive(services, c.get('lang'), official, wish)
  if (!view) throw notFound()
  return view
}

async function archiveToWrite(c: WebContext, services: Services, official: Official): Promise<ArchiveView> {
  const view = await archiveFor(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

function onePage(c: WebContext, services: Services, view: ArchiveView, again: Again = {}) {
  const { errors = {}, status = 200 } = again
  const words = status === 200 ? doneWords(archiveTexts(c.get('lang')).done, c.req.query('u')) : null
  return html(c, <ArchivePage page={pageOf(c, services, null)} view={view} errors={errors} status={words} />, {
    status,
  })
}

async function settle(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await archiveToWrite(c, services, official)
  const { errors: t, ...texts } = archiveTexts(c.get('lang'))
  const line = c.req.param('line') ?? ''
  if (!/^\d{1,18}$/.test(line)) throw notFound()
  const form = await readForm(c)
  const read = readSettlement(form, line, { errors: t, ...texts })
  if (!read.ok) return onePage(c, services, view, { ...read, status: 422 })
  const order = { archiveId: view.archive.id, lineId: line, as: read.as, to: read.to, by: official }
  switch (await settleDoubt(services, order)) {
    case 'done':
      return redirect(c, `${urls.one(view.archive.id)}?u=dyshimi`)
    case 'no-such-doubt':
      throw notFound()
    case 'settled-before':
      return onePage(c, services, view, { errors: { [`si-${line}`]: t.settled }, status: 409 })
    case 'no-target':
      return onePage(c, services, view, { errors: { [`drejt-${line}`]: t.target }, status: 422 })
  }
}
