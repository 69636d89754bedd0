import { noteAccess } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { serveDocument } from '#platform/documents/serve-document.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { answerCasePoint } from '#platform/intake/answer-point.ts'
import { assignCase, assignPoint } from '#platform/intake/assign-case.ts'
import type { CaseOutcome } from '#platform/intake/change-case.ts'
import { setProtocol } from '#platform/intake/correct-case.ts'
import { findNamedCase } from '#platform/intake/find-named-case.ts'
import { intakePermissions as may } from '#platform/intake/intake-permissions.ts'
import { closeCase, discardCase, markDuplicate, reopenCase, startCase } from '#platform/intake/settle-case.ts'
import { transferCase } from '#platform/intake/transfer-case.ts'
import type { Services } from '#platform/services.ts'
import { readProtocol } from './case-fields-form.ts'
import { readAnswer, readAssignment, readOwner, readReason, readVersion } from './case-form.ts'
import { CasePage } from './case-page.tsx'
import { findCaseFor, viewCase } from './case-view.ts'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

/** One case, and all that is done with it from its own page. */
export function caseRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', intakeUrls.one(':id'), may['cases.read'], (c, official) => casePage(c, services, official))

  officeRoute(app, 'GET', intakeUrls.document(':id', ':document'), may['cases.read'], (c, official) =>
    document(c, services, official),
  )
  ownerRoutes(app, services)
  answerRoutes(app, services)
  endRoutes(app, services)
}

async function document(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await viewCase(services, c.get('lang'), official, idOf(c))
  const wanted = view?.documents.find((one) => one.id === c.req.param('document'))
  if (!view || !wanted) throw notFound()
  const { institutionId, id, contactId } = view.case
  await noteAccess(services, official, { institutionId, subject: `intake.case:${id}`, contactId, what: 'downloaded' })
  return serveDocument(c, services, wanted.id, { public: false })
}

function ownerRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'POST', intakeUrls.assign(':id'), may['cases.assign'], async (c, official) => {
    const form = await readForm(c)
    const read = readAssignment(c.get('lang'), form)
    if (!read.ok) return casePage(c, services, official, { ...read, status: 422 })
    const order = { caseId: idOf(c), version: readVersion(form), ...read.value }
    return answer(c, services, official, await assignCase(services, official, order), 'caktuar', 'kujt')
  })

  officeRoute(app, 'POST', intakeUrls.assignPoint(':id', ':point'), may['cases.assign'], async (c, official) => {
    const form = await readForm(c)
    const pointId = pointOf(c)
    const field = `kujt-${pointId}`
    const to = readOwner(textField(form, field))
    if (!to) {
      const errors = { [field]: officeIntakeTexts(c.get('lang')).page.ownerError }
      return casePage(c, services, official, { errors, status: 422 })
    }
    const order = { caseId: idOf(c), pointId, pointVersion: readVersion(form), to }
    return answer(c, services, official, await assignPoint(services, official, order), 'caktuar', field)
  })

  officeRoute(app, 'POST', intakeUrls.start(':id'), may['cases.keep'], async (c, official) => {
    const order = { caseId: idOf(c), version: readVersion(await readForm(c)) }
    return answer(c, services, official, await startCase(services, official, order), 'filluar', 'permbajtja')
  })

  officeRoute(app, 'POST', intakeUrls.protocol(':id'), may['cases.keep'], async (c, official) => {
    const form = await readForm(c)
    const { protocol, errors } = readProtocol(c.get('lang'), form)
    const parts = ['day', 'month', 'year'].map((part) => `protokolluar-${part}`)
    const typed = typedOf(form, ['protokolli', 'gjithsesi', ...parts])
    if (Object.keys(errors).length > 0) return casePage(c, services, official, { typed, errors, status: 422 })
    const order = { caseId: idOf(c), version: readVersion(form), ...protocol }
    const outcome = await setProtocol(services, official, order)
    return answer(c, services, official, outcome, 'protokolli', 'protokolli', typed)
  })
}

function answerRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'POST', intakeUrls.answer(':id', ':point'), may['cases.answer'], async (c, official) => {
    const form = await readForm(c)
    const pointId = pointOf(c)
    const read = readAnswer(c.get('lang'), form, pointId)
    if (!read.ok) return casePage(c, services, official, { ...read, status: 422 })
    const order = { caseId: idOf(c), pointId, pointVersion: readVersion(form), ...read.value }
    const outcome = await answerCasePoint(services, official, order)
    const typed = typedOf(form, [`pergjigjja-${pointId}`, `arsyetimi-${pointId}`])
    return answer(c, services, official, outcome, 'pergjigjur', `pergjigjja-${pointId}`, typed)
  })
}

type Ending = typeof closeCase

function endRoutes(app: WebApp, services: Services): void {
  const ending = (path: string, roles: Parameters<typeof officeRoute>[3], field: string, end: Ending, done: string) =>
    officeRoute(app, 'POST', path, roles, async (c, official) => {
      const form = await readForm(c)
      const reason = readReason(c.get('lang'), form, field)
      if (!reason.ok) return casePage(c, services, official, { ...reason, status: 422 })
      const order = { caseId: idOf(c), version: readVersion(form), reason: reason.value }
      return answer(c, services, official, await end(services, official, order), done, field, typedOf(form, [field]))
    })
  ending(intakeUrls.close(':id'), may['cases.answer'], 'mbyllja', closeCase, 'mbyllur')
  ending(intakeUrls.reopen(':id'), may['cases.keep'], 'rihapja', reopenCase, 'rihapur')
  ending(intakeUrls.discard(':id'), may['cases.discard'], 'menjanimi', discardCase, 'menjanuar')

  officeRoute(app, 'POST', intakeUrls.duplicate(':id'), may['cases.keep'], (c, official) =>
    duplicate(c, services, official),
  )
  officeRoute(app, 'POST', intakeUrls.transfer(':id'), may['cases.discard'], (c, official) =>
    transfer(c, services, official),
  )
}

async function duplicate(c: WebContext, services: Services, official: Official): Promise<Response> {
  const form = await readForm(c)
  const typed = typedOf(form, ['origjinali'])
  const found = await findCaseFor(services, official, idOf(c))
  if (!found) throw notFound()
  const originalId = await findNamedCase(services, found.institutionId, typed.origjinali ?? '')
  if (originalId === null) {
    const errors = { origjinali: officeIntakeTexts(c.get('lang')).page.duplicateError }
    return casePage(c, services, official, { typed, errors, status: 422 })
  }
  const order = { caseId: found.id, version: readVersion(form), originalId }
  return answer(c, services, official, await markDuplicate(services, official, order), 'dyfish', 'origjinali', typed)
}

async function transfer(c: WebContext, services: Services, official: Official): Promise<Response> {
  const form = await readForm(c)
  const lang = c.get('lang')
  const toInstitutionId = textField(form, 'institucioni')
  const reason = readReason(lang, form, 'kalimi')
  const errors: FieldErrors = reason.ok ? {} : { ...reason.errors }
  if (!isUuid(toInstitutionId)) errors.institucioni = officeIntakeTexts(lang).page.transferError
  const typed = typedOf(form, ['institucioni', 'kalimi'])
  if (!reason.ok || errors.institucioni) return casePage(c, services, official, { typed, errors, status: 422 })
  const order = { caseId: idOf(c), version: readVersion(form), toInstitutionId, reason: reason.value }
  return answer(c, services, official, await transferCase(services, official, order), 'kaluar', 'institucioni', typed)
}

export const idOf = (c: WebContext): string => uuidOf(c, 'id')
const pointOf = (c: WebContext): string => uuidOf(c, 'point')

function uuidOf(c: WebContext, name: string): string {
  const id = c.req.param(name) ?? ''
  if (!isUuid(id)) throw notFound()
  return id
}

/** Back to the case with what was done; or the page again, with why not. */
export async function answer(
  c: WebContext,
  services: Services,
  official: Official,
  outcome: CaseOutcome,
  done: string,
  field: string,
  typed: Typed = {},
): Promise<Response> {
  const texts = officeIntakeTexts(c.get('lang'))
  switch (outcome.kind) {
    case 'done':
      return redirect(c, `${intakeUrls.one(idOf(c))}?u=${done}`)
    case 'moved-meanwhile':
      return casePage(c, services, official, { typed, errors: { permbajtja: texts.meanwhile }, status: 409 })
    case 'refused': {
      const errors = { [field]: texts.refusals[outcome.refusal] }
      const taken = outcome.refusal === 'protocol-taken'
      return casePage(c, services, official, { typed, errors, taken, status: taken ? 422 : 409 })
    }
    case 'not-permitted':
    case 'no-such-case':
      throw outcome.kind === 'not-permitted' ? new Refused(403, 'not-permitted') : notFound()
  }
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number; taken?: boolean }

export async function casePage(
  c: WebContext,
  services: Services,
  official: Official,
  again: Again = {},
): Promise<Response> {
  const view = await viewCase(services, c.get('lang'), official, idOf(c))
  if (!view) throw notFound()
  const { institutionId, id, contactId } = view.case
  await noteAccess(services, official, { institutionId, subject: `intake.case:${id}`, contactId, what: 'opened' })
  const { typed = {}, errors = {}, status = 200, taken = false } = again
  const done = status === 200 ? doneWords(officeIntakeTexts(c.get('lang')).done, c.req.query('u')) : null
  const page = pageOf(c, services, null)
  return html(c, <CasePage page={page} view={view} typed={typed} errors={errors} status={done} taken={taken} />, {
    status,
  })
}
