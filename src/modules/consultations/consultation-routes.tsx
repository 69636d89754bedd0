import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { ArticlePage } from './article-page.tsx'
import { ConsultationListPage } from './consultation-list-page.tsx'
import { readListQuestion, viewConsultationList } from './consultation-list-view.ts'
import { ConsultationPage } from './consultation-page.tsx'
import { viewArticle } from './article-view.ts'
import { readCursor } from './comments/comment-paging-view.ts'
import { viewConsultation, viewPublishedNodes } from './consultation-view.ts'
import { consultationAsData } from './data-view.ts'
import { shareRoutes } from './overview/share-routes.ts'
import { DivisionPage } from './division-page.tsx'
import { consultationUrls } from './urls.ts'

/** Consultations as the public reads them. */
export function consultationRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  shareRoutes(app, services)

  app.get(consultationUrls.list(), async (c) => {
    const view = await viewConsultationList(services, c.get('lang'), readListQuestion(c.req.query()))
    return html(c, <ConsultationListPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })

  app.get('/konsultime/:file{[a-z0-9-]+\\.json}', async (c) => {
    const slug = c.req.param('file').replace('.json', '')
    const view = await viewConsultation(services, doors, c.get('lang'), slug)
    if (!view) throw notFound()
    const nodes = await viewPublishedNodes(services, view.consultation)
    return json(c, consultationAsData(view, nodes, services.settings.url))
  })

  app.get(consultationUrls.one(':slug'), async (c) => {
    const view = await viewConsultation(services, doors, c.get('lang'), c.req.param('slug') ?? '')
    if (!view) throw notFound()
    return html(c, <ConsultationPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })

  app.get(consultationUrls.division(':slug', ':node'), async (c) => {
    const node = c.req.param('node') ?? ''
    const view = isUuid(node)
      ? await viewConsultation(services, doors, c.get('lang'), c.req.param('slug') ?? '', node)
      : null
    if (!view) throw notFound()
    return html(c, <DivisionPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })

  app.get(consultationUrls.article(':slug', ':node'), async (c) => {
    const node = c.req.param('node') ?? ''
    const before = readCursor(c.req.query('para'))
    const view = isUuid(node)
      ? await viewArticle(services, c.get('lang'), c.req.param('slug') ?? '', node, before)
      : null
    if (!view) throw notFound()
    return html(c, <ArticlePage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
}
