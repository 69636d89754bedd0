import { createHash, randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { formWorkbookOf, type FormWorkbook } from '#platform/export/form-workbook.ts'
import { withUpload, type Upload } from '#platform/files/upload.ts'
import { doneWords } from '#platform/http/done-words.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { tableFileName } from '#platform/imports/table-file-name.ts'
import type { Services } from '#platform/services.ts'
import { knownExport, makeExport } from '#platform/texts/export/kept-exports.ts'
import { runExport } from '#platform/texts/export/run-export.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { readFileForm, typedFile } from './drafters-form.ts'
import { DraftersPage } from './drafters-page.tsx'
import { viewDrafters, viewFileToSend, viewRefusedWorkbook, viewReturn } from './drafters-view.ts'
import { viewFileDocument, viewFileWorkbook } from './file-document-view.ts'
import type { DraftersFile } from './file-queries.ts'
import { makeDraftersFile } from './make-file.ts'
import { receiveReturn } from './receive-return.ts'
import { ReturnPage } from './return-page.tsx'
import { takeReturn, undoReturn, type TakeOutcome } from './take-return.ts'
import { draftersTexts } from './texts.ts'
import { draftersUrls as urls } from './urls.ts'

/** The table for the drafters, who have no account: out as a file, in again line by line. */
export function draftersRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.list(':id'), may['answers.read'], (c, official) => list(c, services, official, {}))
  officeRoute(app, 'POST', urls.list(':id'), may['answers.write'], (c, official) => make(c, services, official))
  officeRoute(app, 'POST', urls.receive(':id'), may['answers.write'], (c, official) =>
    withUpload(c, services, UPLOAD, (upload) =>
      upload.kind === 'upload'
        ? receive(c, services, official, upload)
        : refuse(c, services, official, textsOf(c).reading[upload.kind === 'too-large' ? 'too-large' : 'broken']),
    ),
  )
  officeRoute(app, 'GET', urls.file(':id'), may['answers.read'], async (c, official) => {
    const file = await viewFileToSend(services, official, idOf(c))
    if (!file) throw notFound()
    if (file.format === 'xlsx') return workbook(await viewFileWorkbook(services, file), `hartuesit-H-${file.code}.xlsx`)
    return document(services, file)
  })
  officeRoute(app, 'GET', urls.returned(':id'), may['answers.read'], (c, official) => one(c, services, official, {}))
  officeRoute(app, 'POST', urls.take(':id'), may['answers.write'], async (c, official) =>
    settled(c, services, official, await takeReturn(services, official, await known(c, services, official)), 'marre'),
  )
  officeRoute(app, 'POST', urls.undo(':id'), may['answers.write'], async (c, official) =>
    settled(c, services, official, await undoReturn(services, official, await known(c, services, official)), 'zhbere'),
  )
  officeRoute(app, 'GET', urls.refused(':id'), may['answers.read'], async (c, official) => {
    const view = await viewReturn(services, official, idOf(c))
    const form = view && (await viewRefusedWorkbook(services, view))
    if (!view || !form) throw notFound()
    return workbook(form, `mbetur-H-${view.returned.fileCode}.xlsx`)
  })
}

const UPLOAD = { files: 1, fileBytes: 20_000_000, unknownToo: true }
const textsOf = (c: WebContext) => draftersTexts(c.get('lang'))
const idOf = (c: WebContext): string => c.req.param('id') ?? ''

type Again = { status?: number; errors?: FieldErrors; typed?: Typed }

async function list(c: WebContext, services: Services, official: Official, again: Again): Promise<Response> {
  const view = await viewDrafters(services, official, idOf(c))
  if (!view) throw notFound()
  const { status = 200, errors = {}, typed = { cilat: 'unanswered', formati: 'xlsx', grupet: 'po' } } = again
  const form = { dergesa: randomUUID(), ...typed }
  const told = status === 200 ? doneWords(textsOf(c).done, c.req.query('u')) : null
  return html(
    c,
    <DraftersPage page={pageOf(c, services, null)} view={view} typed={form} errors={errors} status={told} />,
    {
      status,
    },
  )
}

async function make(c: WebContext, services: Services, official: Official): Promise<Response> {
  const [t, id] = [textsOf(c), idOf(c)]
  const view = await viewDrafters(services, official, id)
  if (!view) throw notFound()
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  const typed = typedFile(await readForm(c))
  const read = readFileForm(typed, id, civilDateIn(view.matter.zone, services.clock.now()), t)
  if (!read.ok) return list(c, services, official, { status: 422, errors: read.errors, typed })
  const outcome = await makeDraftersFile(services, official, read.value)
  switch (outcome.kind) {
    case 'made':
      return redirect(c, `${urls.list(id)}?u=bere`)
    case 'nothing-to-send':
      return list(c, services, official, { status: 422, errors: { cilat: t.errors.nothing }, typed })
    case 'too-many':
      return list(c, services, official, { status: 422, errors: { cilat: t.errors.tooMany }, typed })
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-consultation':
      throw notFound()
  }
}

const refuse = (c: WebContext, services: Services, official: Official, words: string): Promise<Response> =>
  list(c, services, official, { status: 422, errors: { skedari: words } })

async function receive(c: WebContext, services: Services, official: Official, upload: Upload): Promise<Response> {
  const [t, consultationId] = [textsOf(c), idOf(c)]
  const view = await viewDrafters(services, official, consultationId)
  if (!view) throw notFound()
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  const file = upload.files[0] ?? upload.unknown[0]
  if (!file) return refuse(c, services, official, t.errors.file)
  // Known again by the name and the digest that it has where it comes from.
  const { claimedName, digest } = 'came' in file && file.came ? file.came : { claimedName: '', ...file }
  const named = /\.docx$/i.test(claimedName) ? claimedName : tableFileName(claimedName)
  const order = { consultationId, file: { path: file.path, name: named, digest } }
  const outcome = await receiveReturn(services, official, order)
  switch (outcome.kind) {
    case 'received':
      return redirect(c, `${urls.returned(outcome.id)}?u=lexuar`)
    case 'known':
      return redirect(c, `${urls.returned(outcome.id)}?u=njohur`)
    case 'unreadable':
      return refuse(c, services, official, t.reading[outcome.why])
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-consultation':
      throw notFound()
    default:
      return refuse(c, services, official, t.errors[outcome.kind])
  }
}

async function one(c: WebContext, services: Services, official: Official, again: Again): Promise<Response> {
  const view = await viewReturn(services, official, idOf(c))
  if (!view) throw notFound()
  const { status = 200, errors = {} } = again
  const told = status === 200 ? doneWords(textsOf(c).done, c.req.query('u')) : null
  return html(c, <ReturnPage page={pageOf(c, services, null)} view={view} errors={errors} status={told} />, { status })
}

/** Not found for whoever may not even see it. */
async function known(c: WebContext, services: Services, official: Official): Promise<string> {
  const view = await viewReturn(services, official, idOf(c))
  if (!view) throw notFound()
  return view.returned.id
}

function settled(
  c: WebContext,
  services: Services,
  official: Official,
  outcome: TakeOutcome,
  done: 'marre' | 'zhbere',
): Response | Promise<Response> {
  const { errors } = textsOf(c)
  switch (outcome.kind) {
    case 'done':
      return redirect(c, `${urls.returned(idOf(c))}?u=${done}`)
    case 'nothing-to-take':
      return one(c, services, official, { status: 409, errors: { permbajtja: errors.nothingToTake } })
    case 'too-late':
      return one(c, services, official, { status: 409, errors: { permbajtja: errors.tooLate } })
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-return':
      throw notFound()
  }
}

const headersOf = (type: string, name: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
})
const OFFICE = 'application/vnd.openxmlformats-officedocument'

async function workbook(form: FormWorkbook, name: string): Promise<Response> {
  const bytes = await formWorkbookOf(form)
  return new Response(Uint8Array.from(bytes), { headers: headersOf(`${OFFICE}.spreadsheetml.sheet`, name) })
}

/** Made in a process of its own, and kept by what is in it. */
async function document(services: Services, file: DraftersFile): Promise<Response> {
  const form = await viewFileDocument(services, file)
  const key = `drafters-${createHash('sha256').update(JSON.stringify(form)).digest('base64url')}`
  const madeAt = file.madeAt.toISOString()
  const begin = () => makeExport(key, () => runExport(services.settings, { kind: 'form-docx', form, madeAt }))
  const waiting = knownExport(key) ?? begin()
  const outcome = waiting && (await waiting)
  if (outcome?.kind !== 'made') throw new Refused(503, 'unavailable')
  const name = `hartuesit-H-${file.code}.docx`
  return new Response(Uint8Array.from(outcome.bytes), {
    headers: headersOf(`${OFFICE}.wordprocessingml.document`, name),
  })
}
