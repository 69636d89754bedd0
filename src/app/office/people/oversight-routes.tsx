import { csvOf } from '#platform/lists/csv-field-rules.ts'
import { keepAccessesFor } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { accessCells, accessColumns } from './accesses-part.ts'
import { AccessesPage } from './accesses-page.tsx'
import { viewAccesses, viewAccessFile } from './accesses-view.ts'
import { peoplePermissions as may } from './people-permissions.ts'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'
import { SecurityPage } from './security-page.tsx'
import { securityCells, securityColumns } from './security-part.ts'
import { viewSecurity, viewSecurityFile } from './security-view.ts'

/** What those read who watch over the others: security events and the access log. */
export function oversightRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  officeRoute(app, 'GET', peopleUrls.security(), may['security.read'], async (c, official) => {
    const view = await viewSecurity(services, c.get('lang'), official, c.req.query())
    return html(c, <SecurityPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', peopleUrls.securityFile(), may['security.read'], async (c, official) => {
    const lang = c.get('lang')
    const { events } = await viewSecurityFile(services, lang, official, c.req.query())
    return csv('siguria.csv', [securityColumns(lang), ...events.map((event) => securityCells(lang, event))])
  })
  officeRoute(app, 'GET', peopleUrls.accesses(), may['accesses.read'], async (c, official) => {
    const view = await viewAccesses(services, doors, c.get('lang'), official, c.req.query())
    const status = doneWords(textsIn(c.get('lang')).done, c.req.query('bere'))
    return html(c, <AccessesPage page={pageOf(c, services, null)} view={view} status={status} />)
  })
  officeRoute(app, 'GET', peopleUrls.accessesFile(), may['accesses.read'], async (c, official) => {
    const lang = c.get('lang')
    const { accesses } = await viewAccessFile(services, doors, lang, official, c.req.query())
    return csv('qasjet.csv', [accessColumns(lang), ...accesses.map((access) => accessCells(lang, access))])
  })
  officeRoute(app, 'POST', peopleUrls.accessTerm(), may['accesses.keep'], (c, official) =>
    postTerm(c, services, doors, official),
  )
}

const csv = (name: string, lines: readonly (readonly string[])[]): Response =>
  new Response(csvOf(lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })

async function postTerm(
  c: WebContext,
  services: Services,
  doors: readonly Door[],
  official: Official,
): Promise<Response> {
  const form = await readForm(c)
  const institutionId = textField(form, 'institucioni')
  if (!isUuid(institutionId)) throw notFound()
  if (!mayIn(official, may['accesses.keep'], institutionId)) throw new Refused(403, 'not-permitted')
  const name = `muaj-${institutionId}`
  const months = textField(form, name)
  const number = Number(months)
  if (months !== '' && !(/^\d{1,3}$/.test(months) && number >= 1 && number <= 120)) {
    const view = await viewAccesses(services, doors, c.get('lang'), official, {})
    const errors = { [name]: textsIn(c.get('lang')).accesses.monthsError }
    const page = pageOf(c, services, null)
    const typed = { institutionId, months }
    return html(c, <AccessesPage page={page} view={view} typed={typed} errors={errors} />, { status: 422 })
  }
  await keepAccessesFor(services, official, institutionId, months === '' ? null : number)
  return redirect(c, `${peopleUrls.accesses()}?bere=afati`)
}
