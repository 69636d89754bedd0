import { noteAccess } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { intakePermissions as may } from '#platform/intake/intake-permissions.ts'
import { makeCaseOfMail, sortMail } from '#platform/intake/sort-mail.ts'
import type { Services } from '#platform/services.ts'
import { SetAsidePage, UnsortedPage } from './mails-page.tsx'
import { viewSetAside, viewUnsorted } from './mails-view.ts'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

/** Mail that became no case by itself: nobody's, or no letter. */
export function mailRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', intakeUrls.unsorted(), may['mails.sort'], (c) => unsortedPage(c, services))
  officeRoute(app, 'POST', intakeUrls.giveTo(':id'), may['mails.sort'], (c, official) => sort(c, services, official))
  officeRoute(app, 'GET', intakeUrls.setAside(), may['cases.enter'], (c, official) =>
    setAsidePage(c, services, official),
  )
  officeRoute(app, 'POST', intakeUrls.makeCase(':id'), may['cases.enter'], (c, official) =>
    makeCase(c, services, official),
  )
}

async function sort(c: WebContext, services: Services, official: Official): Promise<Response> {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  const field = `institucioni-${id}`
  const institutionId = textField(await readForm(c), field)
  const t = officeIntakeTexts(c.get('lang')).mails
  if (!isUuid(institutionId)) return unsortedPage(c, services, { [field]: t.institutionError }, 422)
  const outcome = await sortMail(services, official, id, institutionId)
  switch (outcome.kind) {
    case 'entered':
      return redirect(c, `${intakeUrls.unsorted()}?u=dhene`)
    case 'no-such-institution':
      return unsortedPage(c, services, { [field]: t.institutionError }, 422)
    case 'sorted-meanwhile':
      return unsortedPage(c, services, { permbajtja: t.meanwhile }, 409)
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-mail':
      throw notFound()
  }
}

async function unsortedPage(
  c: WebContext,
  services: Services,
  errors: FieldErrors = {},
  status = 200,
): Promise<Response> {
  const lang = c.get('lang')
  const view = await viewUnsorted(services, lang)
  const done = doneWords({ dhene: officeIntakeTexts(lang).mails.sorted }, c.req.query('u'))
  const page = pageOf(c, services, null)
  return html(c, <UnsortedPage page={page} view={view} errors={errors} status={status === 200 ? done : null} />, {
    status,
  })
}

async function makeCase(c: WebContext, services: Services, official: Official): Promise<Response> {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  const outcome = await makeCaseOfMail(services, official, id)
  switch (outcome.kind) {
    case 'entered':
      return redirect(c, `${intakeUrls.one(outcome.caseId)}?u=hyri`)
    case 'sorted-meanwhile': {
      const errors = { permbajtja: officeIntakeTexts(c.get('lang')).mails.meanwhile }
      return setAsidePage(c, services, official, errors, 409)
    }
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    default:
      throw notFound()
  }
}

async function setAsidePage(
  c: WebContext,
  services: Services,
  official: Official,
  errors: FieldErrors = {},
  status = 200,
): Promise<Response> {
  const view = await viewSetAside(services, official, c.req.query('para') ?? '')
  for (const institutionId of new Set(view.mails.flatMap((mail) => mail.institutionId ?? []))) {
    const subject = `intake.list:${institutionId}`
    await noteAccess(services, official, { institutionId, subject, contactId: null, what: 'opened' })
  }
  return html(c, <SetAsidePage page={pageOf(c, services, null)} view={view} errors={errors} />, { status })
}
