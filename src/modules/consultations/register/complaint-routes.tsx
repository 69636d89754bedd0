import { notFound } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { ComplaintPage } from './complaint-page.tsx'
import { viewComplaint } from './complaint-view.ts'
import { registerUrls } from './urls.ts'

/** How one complains about a consultation. */
export function complaintRoutes(app: WebApp, services: Services): void {
  app.get(registerUrls.complaint(':slug'), async (c) => {
    const view = await viewComplaint(services, c.get('lang'), c.req.param('slug') ?? '')
    if (!view) throw notFound()
    return html(c, <ComplaintPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
}
