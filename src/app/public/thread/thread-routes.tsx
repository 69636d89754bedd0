import type { Door } from '#platform/door.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { threadUrls } from '#platform/links/urls.ts'
import type { Services } from '#platform/services.ts'
import { MatterPage } from './matter-page.tsx'
import { matterAsData, viewMatter } from './matter-view.ts'

/** What belongs to one matter, for people and for programs. */
export function threadRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const viewOf = async (c: WebContext) => {
    const view = await viewMatter(services, doors, c.get('lang'), c.req.query('rekordi') ?? '')
    if (!view) throw notFound()
    return view
  }
  app.get(threadUrls.page(), async (c) => {
    const view = await viewOf(c)
    return html(c, <MatterPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
  app.get('/rruga.json', async (c) => json(c, matterAsData(await viewOf(c), services.settings.url)))
}
