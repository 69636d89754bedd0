import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { serveForm } from '#platform/papers/serve-form.ts'
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { textsIn } from '../texts.ts'
import { planUrls } from '../urls.ts'
import { PublishedPlanPage } from './published-plan-page.tsx'
import { documentOf, planAsData, viewPlanAt, viewPublicPlan, type PublicPlanView } from './published-plan-view.ts'

/** Plans as everybody reads them. Hung up before the pages of consultations: `plane` is nobody's slug. */
export function publishedPlanRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  app.get('/konsultime/plane/:file{[0-9a-f-]{36}\\.json}', async (c) => {
    const id = (c.req.param('file') ?? '').replace('.json', '')
    return json(c, planAsData(await planOf(c, services, doors, id)))
  })

  // Where its consultation is public, the plan stands with it.
  app.get(planUrls.one(':id{[0-9a-f-]{36}}'), async (c) => {
    const view = await planOf(c, services, doors, c.req.param('id') ?? '')
    if (view.consultationSlug !== null) return redirect(c, planUrls.ofConsultation(view.consultationSlug))
    return planPage(c, services, view)
  })

  app.get('/konsultime/plane/:id{[0-9a-f-]{36}}/versioni/:file{[0-9]{1,6}\\.(json|docx|pdf)}', async (c) => {
    const [n, format] = (c.req.param('file') ?? '').split('.')
    const view = await planOf(c, services, doors, c.req.param('id') ?? '', Number(n))
    if (format === 'json') return json(c, planAsData(view))
    return heavyFile(c, services, view, format === 'pdf' ? 'pdf' : 'docx')
  })

  app.get(planUrls.version(':id{[0-9a-f-]{36}}', ':n{[0-9]{1,6}}'), async (c) =>
    planPage(c, services, await planOf(c, services, doors, c.req.param('id') ?? '', Number(c.req.param('n')))),
  )

  app.get('/konsultime/:slug/plani.json', async (c) => json(c, planAsData(await planAt(c, services, doors))))

  app.get(planUrls.ofConsultation(':slug'), async (c) => planPage(c, services, await planAt(c, services, doors)))
}

async function planOf(
  c: WebContext,
  services: Services,
  doors: readonly Door[],
  id: string,
  n: number | null = null,
): Promise<PublicPlanView> {
  const view = isUuid(id) ? await viewPublicPlan(services, doors, c.get('lang'), id, n) : null
  if (!view) throw notFound()
  return view
}

async function planAt(c: WebContext, services: Services, doors: readonly Door[]): Promise<PublicPlanView> {
  const view = await viewPlanAt(services, doors, c.get('lang'), c.req.param('slug') ?? '')
  if (!view) throw notFound()
  return view
}

const planPage = (c: WebContext, services: Services, view: PublicPlanView): Promise<Response> =>
  html(c, <PublishedPlanPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })

/** Made in a process of its own, and kept by what is in it. */
async function heavyFile(
  c: WebContext,
  services: Services,
  view: PublicPlanView,
  format: 'docx' | 'pdf',
): Promise<Response> {
  const { plan } = view
  const form = documentOf(c.get('lang'), view, services.settings.url)
  const order = {
    form,
    madeAt: plan.versionAt,
    name: `plani-${plan.institutionSlug}-v${plan.version}`,
    format,
    open: true,
  }
  return (await serveForm(c, services, order)) ?? cannotBeMade(c, services, view)
}

/** Says so, and gives what there is instead. */
function cannotBeMade(c: WebContext, services: Services, { plan }: PublicPlanView): Promise<Response> {
  const lang = c.get('lang')
  const t = textsIn(lang).plans.page
  return html(
    c,
    <ErrorPage
      page={pageOf(c, services, null)}
      status={501}
      title={t.noFile}
      paragraphs={[t.noCompiler]}
      action={{ href: inLanguage(lang, planUrls.file(plan.id, plan.version, 'docx')), label: t.docx }}
    />,
    { status: 501 },
  )
}
