import { officeRoute } from '#platform/auth/official-gate.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { CoLedListPage, CoLedPage } from './co-led-page.tsx'
import { viewCoLed, viewCoLedComments } from './co-led-view.ts'
import { noticeUrls } from './urls.ts'

/** Comments of consultations that another institution leads and has opened to this one: read, never changed. */
export function coLedRoutes(app: WebApp, services: Services): void {
  const read = may['comments.read']
  officeRoute(app, 'GET', noticeUrls.coLed(), read, async (c, official) => {
    const items = await viewCoLed(services, official, c.get('lang'))
    return html(c, <CoLedListPage page={pageOf(c, services, null)} items={items} />)
  })

  officeRoute(app, 'GET', noticeUrls.coLedOne(':id'), read, async (c, official) => {
    const id = c.req.param('id') ?? ''
    const view = await viewCoLedComments(services, official, c.get('lang'), id, c.req.query('para') ?? '')
    if (!view) throw notFound()
    return html(c, <CoLedPage page={pageOf(c, services, null)} view={view} />)
  })
}
