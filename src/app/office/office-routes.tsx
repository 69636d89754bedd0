import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { GalleryPage } from '#ui/gallery-page.tsx'
import { installationPermissions } from '../installation-permissions.ts'
import { permissions, rightWords } from '../permissions.ts'
import { FirstPage } from './first-page.tsx'
import { viewFirst } from './first-view.ts'
import { RightsPage } from './rights-page.tsx'
import { taskTexts } from './tasks/texts.ts'
import { officeUrls } from './urls.ts'

/** The pages of the office that belong to no module. */
export function officeRoutes(app: WebApp, services: Services): void {
  const may = installationPermissions
  officeRoute(app, 'GET', officeUrls.first(), may['office.enter'], (c, official) => first(c, services, official))
  officeRoute(app, 'GET', officeUrls.rights(), may['office.enter'], (c) =>
    html(
      c,
      <RightsPage
        page={pageOf(c, services, null)}
        permissions={permissions}
        words={rightWords[c.get('lang')]}
        asked={c.req.query('roli')}
      />,
    ),
  )
  officeRoute(app, 'GET', officeUrls.gallery(), may['gallery.read'], (c) =>
    html(c, <GalleryPage page={pageOf(c, services, null)} />),
  )
}

async function first(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await viewFirst(services, c.get('lang'), official, c.req.query('detyra'))
  const done = doneWords(taskTexts(c.get('lang')).done, c.req.query('pune'))
  return html(c, <FirstPage page={pageOf(c, services, null)} view={view} done={done} />)
}
