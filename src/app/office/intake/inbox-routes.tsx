import { noteAccess } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { intakePermissions as may } from '#platform/intake/intake-permissions.ts'
import { exportedCases } from '#platform/intake/note-exported.ts'
import type { Services } from '#platform/services.ts'
import { InboxPage } from './inbox-page.tsx'
import { readInboxQuestion, readRegister, viewInbox } from './inbox-view.ts'
import { registerHead, registerRow } from './register-csv-part.ts'
import { intakeUrls } from './urls.ts'

/** The one inbox, and the register as a file. */
export function inboxRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', intakeUrls.inbox(), may['cases.read'], async (c, official) => {
    const view = await viewInbox(services, official, readInboxQuestion(c.req.query()))
    for (const institutionId of new Set(view.cases.map((one) => one.institutionId))) {
      // Names are read in the list too: one line an hour for each institution, not one for each name.
      const subject = `intake.list:${institutionId}`
      await noteAccess(services, official, { institutionId, subject, contactId: null, what: 'opened' })
    }
    return html(c, <InboxPage page={pageOf(c, services, null)} view={view} />)
  })

  officeRoute(app, 'GET', intakeUrls.csv(), may['cases.export'], (c, official) => register(c, services, official))
}

function register(c: WebContext, services: Services, official: Official): Response {
  const lang = c.get('lang')
  const pages = readRegister(services, official, readInboxQuestion(c.req.query()))
  const encoder = new TextEncoder()
  let begun = false
  // Line by line as the reader takes it: a register of a hundred thousand is never whole in memory.
  const body = new ReadableStream<Uint8Array>({
    pull: async (stream) => {
      const next = await pages.next()
      const page = next.done === true ? null : next.value
      const head = begun ? '' : registerHead(lang)
      begun = true
      if (page) await exportedCases(services, official, page)
      stream.enqueue(encoder.encode(head + (page ?? []).map((one) => registerRow(lang, one)).join('')))
      if (page === null) stream.close()
    },
    cancel: async () => void (await pages.return(undefined)),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="hyrjet.csv"',
      'cache-control': 'no-store',
    },
  })
}
