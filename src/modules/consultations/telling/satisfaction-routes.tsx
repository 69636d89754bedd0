import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { SatisfactionPage } from './satisfaction-page.tsx'
import { viewSatisfaction } from './satisfaction-view.ts'
import { tellingUrls } from './urls.ts'

export function satisfactionRoutes(app: WebApp, services: Services): void {
  app.get(tellingUrls.satisfaction(), async (c) => {
    const view = await viewSatisfaction(services, c.get('lang'), c.req.query('viti'))
    return html(c, <SatisfactionPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })
}
