import { createHash } from 'node:crypto'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { isTooMany, type Limit } from '#platform/http/rate-limits.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import type { ExportOrder } from '#platform/texts/export/export-order.ts'
import { knownExport, makeExport } from '#platform/texts/export/kept-exports.ts'
import { runExport } from '#platform/texts/export/run-export.ts'
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

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

/** Files that have to be made anew for one address. */
const LIMIT: Limit = { count: 30, minutes: 10 }

/** Made in a process of its own, and kept: a published version never changes. */
async function heavyFile(
  c: WebContext,
  services: Services,
  view: PublicPlanView,
  format: 'docx' | 'pdf',
): Promise<Response> {
  const { plan } = view
  const form = documentOf(c.get('lang'), view, services.settings.url)
  const key = `plan-${format}-${createHash('sha256').update(JSON.stringify(form)).digest('base64url')}`
  const madeAt = plan.versionAt.toISOString()
  const waiting = knownExport(key) ?? (await orderAnew(c, services, key, { kind: `form-${format}`, form, madeAt }))
  if (!waiting) throw new Refused(503, 'unavailable')
  const outcome = await waiting
  if (outcome.kind !== 'made') return cannotBeMade(c, services, view)
  const name = `plani-${plan.institutionSlug}-v${plan.version}.${format}`
  const headers = {
    'content-type': TYPES[format],
    'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=0, s-maxage=30, must-revalidate',
  }
  return new Response(Uint8Array.from(outcome.bytes), { headers })
}

async function orderAnew(c: WebContext, services: Services, key: string, order: ExportOrder) {
  if (await isTooMany(services, 'plans.export', c.get('address'), LIMIT)) throw new Refused(429, 'too-many')
  return knownExport(key) ?? makeExport(key, () => runExport(services.settings, order))
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
