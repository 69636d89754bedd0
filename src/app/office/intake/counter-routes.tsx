import { randomUUID } from 'node:crypto'
import { noteAccess } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { withUpload, type Upload, type UploadRefusal } from '#platform/files/upload.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { CASE_LIMITS, caseNumber } from '#platform/intake/case-rules.ts'
import { enterAtCounter } from '#platform/intake/enter-at-counter.ts'
import { intakePermissions as may } from '#platform/intake/intake-permissions.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { COUNTER_FIELDS, readCounterForm } from './counter-form.ts'
import { CounterPage } from './counter-page.tsx'
import { viewCounter, viewReceipt } from './counter-view.ts'
import { ReceiptPage } from './receipt-page.tsx'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

export const SCAN_LIMITS = { files: CASE_LIMITS.files, fileBytes: CASE_LIMITS.fileBytes }

/** The counter: one page to enter a case, one sheet to hand out. */
export function counterRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', intakeUrls.counter(), may['cases.enter'], (c, official) =>
    counterPage(c, services, official, { typed: { dergesa: randomUUID() } }),
  )

  officeRoute(app, 'POST', intakeUrls.counter(), may['cases.enter'], (c, official) =>
    withUpload(c, services, SCAN_LIMITS, (upload) =>
      upload.kind === 'upload' ? enter(c, services, official, upload) : refuse(c, services, official, upload),
    ),
  )

  officeRoute(app, 'GET', intakeUrls.receipt(':id'), may['cases.read'], async (c, official) => {
    const view = await viewReceipt(services, c.get('lang'), official, c.req.param('id') ?? '')
    if (!view) throw notFound()
    const { institutionId, id, contactId } = view.case
    await noteAccess(services, official, { institutionId, subject: `intake.case:${id}`, contactId, what: 'opened' })
    const done = officeIntakeTexts(c.get('lang')).receipt.done(caseNumber(view.case))
    const status = doneWords({ hyri: done }, c.req.query('u'))
    const mayEnter = mayIn(official, may['cases.enter'], institutionId)
    return html(c, <ReceiptPage page={pageOf(c, services, null)} view={view} status={status} mayEnter={mayEnter} />)
  })
}

async function enter(c: WebContext, services: Services, official: Official, upload: Upload): Promise<Response> {
  const lang = c.get('lang')
  // Both countries keep the same day.
  const today = civilDateIn('Europe/Tirane', services.clock.now())
  const form = readCounterForm(lang, upload.fields, upload.files.length, today)
  const filesLost = upload.files.length > 0
  if (!form.ok) return counterPage(c, services, official, { ...form, status: 422, filesLost })
  const outcome = await enterAtCounter(services, official, { ...form.value, files: upload.files })
  switch (outcome.kind) {
    case 'entered':
      return redirect(c, `${intakeUrls.receipt(outcome.id)}?u=hyri`)
    case 'protocol-taken': {
      const other = await viewReceipt(services, lang, official, outcome.by)
      const words = officeIntakeTexts(lang).counter.errors.protocolTaken(other ? caseNumber(other.case) : '')
      const typed = typedOf(upload.fields, COUNTER_FIELDS)
      const errors = { protokolli: words }
      return counterPage(c, services, official, { typed, errors, status: 422, filesLost, taken: true })
    }
    case 'no-such-institution':
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
  }
}

type Again = { typed: Typed; errors?: FieldErrors; status?: number; filesLost?: boolean; taken?: boolean }

async function counterPage(c: WebContext, services: Services, official: Official, again: Again): Promise<Response> {
  const institutions = await viewCounter(services, c.get('lang'), official)
  const { errors = {}, status = 200, filesLost = false, taken = again.typed.gjithsesi === 'po' } = again
  const typed = { ...again.typed, dergesa: again.typed.dergesa || randomUUID() }
  const page = pageOf(c, services, null)
  return html(c, <CounterPage {...{ page, institutions, typed, errors, filesLost, taken }} />, {
    status,
    // Kept, so that the way back leads to this very form: sent once more it is the same case.
    ...(status === 200 ? { cache: 'kept' as const } : {}),
  })
}

function refuse(c: WebContext, services: Services, official: Official, refusal: UploadRefusal): Promise<Response> {
  const errors = uploadErrors(c, refusal)
  const typed = typedOf(refusal.fields, COUNTER_FIELDS)
  return counterPage(c, services, official, { typed, errors, status: 422, filesLost: true })
}

/** What is wrong with what was sent along, at the field it came in. */
export function uploadErrors(c: WebContext, { kind, file }: UploadRefusal): FieldErrors {
  const t = officeIntakeTexts(c.get('lang')).counter.errors
  const name = file ?? ''
  switch (kind) {
    case 'too-large':
      return file ? { skanimet: t.fileTooLarge(name) } : { fjalet: t.wordsLong }
    case 'wrong-type':
      return { skanimet: t.fileType(name) }
    case 'too-many':
      return { skanimet: t.fileCount }
    default:
      return { emri: t.form }
  }
}
