import { html, json, pageOf } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { readDirectoryQuestion } from '../../office/institutions/directory-rules.ts'
import { viewDirectory } from '../../office/institutions/directory-view.ts'
import { publicUrls } from '../urls.ts'
import { DirectoryPage } from './directory-page.tsx'
import { directoryAsData } from './directory-data-view.ts'

/** The directory as everyone reads it. */
export function directoryRoutes(app: WebApp, services: Services): void {
  app.get(publicUrls.directory(), async (c) => {
    const view = await viewDirectory(services, c.get('lang'), readDirectoryQuestion(c.req.query()))
    return html(c, <DirectoryPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })
  app.get(publicUrls.directoryData(), async (c) => {
    const view = await viewDirectory(services, c.get('lang'), readDirectoryQuestion(c.req.query()))
    return json(c, directoryAsData(view, services.settings.url))
  })
}
