import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { refusalForQuota } from '#platform/documents/space.ts'
import { withUpload, type UploadRefusal } from '#platform/files/upload.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { formatIn, serveForm } from '#platform/papers/serve-form.ts'
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import type { ActOutcome } from '../do-with-act.ts'
import { actPermissions as may } from '../permissions.ts'
import { actOfficeUrls } from '../urls.ts'
import { actPaper } from './paper-view.ts'
import { putSignedFile, type SignedFileRefusal } from './put-signed-file.ts'
import { returnRoutes } from './return-routes.tsx'
import { FILE_FIELDS, readSignedFile, readSigners, SIGNERS_FIELDS } from './signing-form.ts'
import { SigningPage } from './signing-page.tsx'
import { viewSigning, type SigningView } from './signing-view.ts'
import { signingTexts } from './texts.ts'
import { signingUrls as urls } from './urls.ts'
import { writeSigners } from './write-signers.ts'

type Room = { services: Services; doors: readonly Door[] }

const UPLOAD = { files: 1, fileBytes: 20_000_000 }

/** Who signed an act, the signed file with the check of its signatures, the paper to sign, and the return by the mayor. */
export function signingRoutes(app: WebApp, { services }: Room): void {
  returnRoutes(app, services)
  officeRoute(app, 'GET', actOfficeUrls.signing(':id'), may['acts.read'], async (c, official) =>
    signingPage(c, services, await signingFor(c, services, official)),
  )
  officeRoute(app, 'POST', actOfficeUrls.signing(':id'), may['acts.write'], (c, official) =>
    setSigners(c, services, official),
  )
  officeRoute(app, 'POST', urls.file(':id'), may['acts.write'], (c, official) => putFile(c, services, official))
  officeRoute(app, 'GET', urls.paper(':id', ':format'), may['acts.read'], (c, official) => paper(c, services, official))
}

async function signingFor(c: WebContext, services: Services, official: Official): Promise<SigningView> {
  const view = await viewSigning(services, official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function writable(c: WebContext, services: Services, official: Official): Promise<SigningView> {
  const view = await signingFor(c, services, official)
  if (!view.mayWrite && view.signable) throw new Refused(403, 'not-permitted')
  return view
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

const officeFile = (id: string): string => `/zyra/dokumentet/${id}/skedari`

function signingPage(c: WebContext, services: Services, view: SigningView, again: Again = {}) {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = status === 200 ? doneWords(signingTexts(c.get('lang')).done, c.req.query('u')) : null
  const props = { page: pageOf(c, services, null), view, typed, errors, formId: randomUUID(), fileHref: officeFile }
  return html(c, <SigningPage {...props} status={done} />, { status })
}

const sentId = (form: FormData): string => {
  const sent = textField(form, 'dergesa')
  return isUuid(sent) ? sent : randomUUID()
}

const orderOf = (form: FormData, official: Official) => ({
  by: { accountId: official.accountId },
  seen: Number(form.get('versioni')) || 0,
  formId: sentId(form),
})

async function setSigners(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writable(c, services, official)
  const form = await readForm(c)
  const t = signingTexts(c.get('lang'))
  const read = readSigners(form, t, { from: view.act.adoptedOn, today: view.today })
  if (!read.ok) return signingPage(c, services, view, { ...read, status: 422 })
  const { facts, reason } = read.value
  const outcome = await writeSigners(services, view.act.id, facts, { ...orderOf(form, official), reason })
  if (outcome === 'done') return redirect(c, `${actOfficeUrls.signing(view.act.id)}?u=emrat`)
  const typed = typedOf(form, SIGNERS_FIELDS)
  return refused(c, services, official, { outcome, typed, field: 'kryesuesi', reasonField: 'arsyeja' })
}

const putFile = (c: WebContext, services: Services, official: Official): Promise<Response> =>
  writable(c, services, official).then((view) =>
    withUpload(
      c,
      services,
      { ...UPLOAD, refuseFiles: () => refusalForQuota(services, view.act.institutionId) },
      async (upload) => {
        const t = signingTexts(c.get('lang'))
        const typed = typedOf(upload.fields, FILE_FIELDS)
        if (upload.kind !== 'upload')
          return signingPage(c, services, view, { typed, errors: { skedari: uploadError(c, upload) }, status: 422 })
        const read = readSignedFile(upload.fields, upload.files[0], t)
        if (!read.ok) return signingPage(c, services, view, { ...read, status: 422 })
        const outcome = await putSignedFile(services, view.act.id, read.value, orderOf(upload.fields, official))
        if (outcome === 'done') return redirect(c, `${actOfficeUrls.signing(view.act.id)}?u=skedari`)
        return refused(c, services, official, { outcome, typed, field: 'skedari', reasonField: 'arsyeja-skedarit' })
      },
    ),
  )

function uploadError(c: WebContext, { kind }: UploadRefusal): string {
  const t = signingTexts(c.get('lang')).errors
  if (kind === 'too-large') return t.fileLarge
  return kind === 'over-quota' || kind === 'no-space' ? t.fileSpace : t.fileType
}

type Answer = {
  outcome: Exclude<ActOutcome<SignedFileRefusal>, 'done'>
  typed: Typed
  field: string
  reasonField: string
}

/** The page over what stands now, with what was typed and what stood in the way. */
async function refused(c: WebContext, services: Services, official: Official, answer: Answer): Promise<Response> {
  const { outcome, typed, field, reasonField } = answer
  if (outcome === 'no-such-act') throw notFound()
  const view = await signingFor(c, services, official)
  const t = signingTexts(c.get('lang')).errors
  if (outcome === 'no-reason')
    return signingPage(c, services, view, { typed, errors: { [reasonField]: t.reason }, status: 422 })
  if (outcome === 'no-signature' || outcome === 'same-file') {
    const words = outcome === 'same-file' ? t.sameFile : t.noSignature
    return signingPage(c, services, view, { typed, errors: { [field]: words }, status: 422 })
  }
  const words = outcome === 'wrong-state' ? t.wrongState : t.changedMeanwhile
  return signingPage(c, services, view, { typed, errors: { [field]: words }, status: 409 })
}

async function paper(c: WebContext, services: Services, official: Official): Promise<Response> {
  const format = formatIn(c.req.param('format'))
  const view = await signingFor(c, services, official)
  const { act } = view
  if (act.state === 'void') throw notFound()
  const form = await actPaper(services, view)
  const name = `akti-${act.slug ?? act.id}`
  const served = await serveForm(c, services, { form, madeAt: act.changedAt, name, format, open: false })
  if (served) return served
  const t = signingTexts(c.get('lang')).paper
  const page = pageOf(c, services, null)
  return html(c, <ErrorPage page={page} status={501} title={t.cannotTitle} paragraphs={[t.cannot]} />, { status: 501 })
}
