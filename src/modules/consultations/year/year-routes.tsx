import type { Door } from '#platform/door.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { plannedActAsData } from './act-data-view.ts'
import { ActPage } from './act-page.tsx'
import { viewAct, type ActView } from './act-view.ts'
import { yearUrls } from './urls.ts'
import { YearPage } from './year-page.tsx'
import { readYear } from './year-rules.ts'
import { currentYear, readYearQuestion, viewYear } from './year-view.ts'

/** The yearly plans as everybody reads them. To be hung up before the consultations, whose addresses take any word. */
export function yearRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  app.get(yearUrls.current(), (c) => redirect(c, yearUrls.plan(currentYear(services))))

  app.get(yearUrls.ofInstitution(':slug', ':year'), (c) => {
    const year = yearOf(c)
    return redirect(c, `${yearUrls.plan(year)}?institucioni=${encodeURIComponent(c.req.param('slug') ?? '')}`)
  })

  app.get('/konsultime/plani/:year/:file{[a-z0-9-]+\\.json}', async (c) => {
    const name = (c.req.param('file') ?? '').replace('.json', '')
    return json(c, plannedActAsData(await actAt(c, services, doors, name), services.settings.url))
  })

  app.get(yearUrls.plan(':year'), async (c) => {
    const view = await viewYear(services, c.get('lang'), yearOf(c), readYearQuestion(c.req.query()))
    return html(c, <YearPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })

  app.get(yearUrls.act(':year', ':name'), async (c) => {
    const view = await actAt(c, services, doors, c.req.param('name') ?? '')
    return html(c, <ActPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
}

function yearOf(c: WebContext): number {
  const year = readYear(c.req.param('year') ?? '')
  if (year === null) throw notFound()
  return year
}

async function actAt(c: WebContext, services: Services, doors: readonly Door[], name: string): Promise<ActView> {
  const view = await viewAct(services, doors, c.get('lang'), yearOf(c), name)
  if (!view) throw notFound()
  return view
}
