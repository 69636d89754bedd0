import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { serveForm } from '#platform/papers/serve-form.ts'
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { textsIn } from '../texts.ts'
import { PublishedMonitoringPage } from './published-monitoring-page.tsx'
import {
  monitoringAsData,
  monitoringFile,
  viewPublicMonitoring,
  type PublicMonitoringView,
} from './published-monitoring-view.ts'
import { monitoringUrls as urls } from './urls.ts'

const ID = ':id{[0-9a-f-]{36}}'
const FORMATS = ['docx', 'pdf', 'json'] as const
type Format = (typeof FORMATS)[number]

/** Monitorings as everybody reads them: every version a page and its files. */
export function publishedMonitoringRoutes(app: WebApp, services: Services): void {
  app.get(urls.one(ID), async (c) => monitoringPage(c, services, await monitoringOf(c, services, null)))

  // The files of the version that stands, at an address that does not change with it.
  for (const format of FORMATS)
    app.get(urls.file(ID, format), async (c) => {
      const view = await monitoringOf(c, services, null)
      if (format === 'json') return json(c, monitoringAsData(view))
      return redirect(c, urls.versionFile(view.monitoring.id, view.monitoring.version, format))
    })

  app.get(urls.version(ID, ':file{[0-9]{1,6}\\.(json|docx|pdf)}'), async (c) => {
    const [n, named] = (c.req.param('file') ?? '').split('.')
    const view = await monitoringOf(c, services, Number(n))
    const format: Format = FORMATS.find((one) => one === named) ?? 'json'
    return format === 'json' ? json(c, monitoringAsData(view)) : heavyFile(c, services, view, format)
  })

  app.get(urls.version(ID, ':n{[0-9]{1,6}}'), async (c) =>
    monitoringPage(c, services, await monitoringOf(c, services, Number(c.req.param('n')))),
  )
}

async function monitoringOf(c: WebContext, services: Services, n: number | null): Promise<PublicMonitoringView> {
  const view = await viewPublicMonitoring(services, c.get('lang'), c.req.param('id') ?? '', n)
  if (!view) throw notFound()
  return view
}

const monitoringPage = (c: WebContext, services: Services, view: PublicMonitoringView): Promise<Response> =>
  html(c, <PublishedMonitoringPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })

/** Made in a process of its own, and kept by what is in it. */
async function heavyFile(
  c: WebContext,
  services: Services,
  view: PublicMonitoringView,
  format: 'docx' | 'pdf',
): Promise<Response> {
  const { monitoring } = view
  const form = monitoringFile(c.get('lang'), view, services.settings.url)
  const order = {
    form,
    madeAt: monitoring.versionAt,
    name: `monitorimi-${monitoring.institutionSlug}-v${monitoring.version}`,
    format,
    open: true,
  }
  return (await serveForm(c, services, order)) ?? cannotBeMade(c, services, view)
}

/** Says so, and gives what there is instead. */
function cannotBeMade(c: WebContext, services: Services, { monitoring }: PublicMonitoringView) {
  const lang = c.get('lang')
  const t = textsIn(lang).monitoring.page
  const docx = urls.versionFile(monitoring.id, monitoring.version, 'docx')
  return html(
    c,
    <ErrorPage
      page={pageOf(c, services, null)}
      status={501}
      title={t.noFile}
      paragraphs={[t.noCompiler]}
      action={{ href: inLanguage(lang, docx), label: t.docx }}
    />,
    { status: 501 },
  )
}
