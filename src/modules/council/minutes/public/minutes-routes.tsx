import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { formatIn } from '#platform/papers/serve-form.ts'
import type { Services } from '#platform/services.ts'
import { serveForm } from '../form-file-routes.tsx'
import { MinutesPage } from './minutes-page.tsx'
import { minutesAsData, publicForm, viewPublicMinutes, type PublicMinutesView } from './minutes-view.ts'

/** Minutes as everybody reads them: the newest version, and each that was before. */
export function publicMinutesRoutes(app: WebApp, services: Services): void {
  app.get(`/mbledhje/:slug/:file{procesverbali\\.(json|docx|pdf)}`, async (c) =>
    file(c, services, await viewOf(c, services, null), c.req.param('file').split('.')[1]),
  )
  app.get('/mbledhje/:slug/procesverbali', async (c) => page(c, services, await viewOf(c, services, null)))
  app.get('/mbledhje/:slug/procesverbali/versioni/:n{[0-9]{1,6}}', async (c) =>
    page(c, services, await viewOf(c, services, Number(c.req.param('n')))),
  )
  app.get(`/mbledhje/:slug/procesverbali/versioni/:file{[0-9]{1,6}\\.(json|docx|pdf)}`, async (c) => {
    const [n, format] = c.req.param('file').split('.')
    return file(c, services, await viewOf(c, services, Number(n)), format)
  })
}

async function viewOf(c: WebContext, services: Services, version: number | null): Promise<PublicMinutesView> {
  const view = await viewPublicMinutes(services, c.get('lang'), c.req.param('slug') ?? '', version)
  if (!view) throw notFound()
  return view
}

const page = (c: WebContext, services: Services, view: PublicMinutesView): Promise<Response> =>
  html(c, <MinutesPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })

function file(c: WebContext, services: Services, view: PublicMinutesView, format: string | undefined) {
  if (format === 'json') return json(c, minutesAsData(view, services.settings.url))
  const { slug, version, versionAt } = view.minutes
  const form = publicForm(view, services.settings.url)
  const name = `procesverbali-${slug}-v${version}`
  return serveForm(c, services, { form, madeAt: versionAt, name, format: formatIn(format), open: true })
}
