import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationUrls } from '../urls.ts'
import { resultsAsData } from './results-data-view.ts'
import { ResultsPage, WrittenPage } from './results-page.tsx'
import { viewResults, viewWritten } from './results-view.ts'

/** What was asked and answered, for everybody. */
export function resultsRoutes(app: WebApp, services: Services): void {
  app.get(consultationUrls.questions(':slug'), async (c) => {
    const view = await viewResults(services, c.get('lang'), c.req.param('slug') ?? '', c.req.query('grupi'))
    if (!view) throw notFound()
    return html(c, <ResultsPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })

  app.get(consultationUrls.questionData(':slug'), async (c) => {
    const view = await viewResults(services, c.get('lang'), c.req.param('slug') ?? '', c.req.query('grupi'))
    if (!view) throw notFound()
    return json(c, resultsAsData(view, services.settings.url))
  })

  app.get(consultationUrls.answersInWords(':slug', ':question'), async (c) => {
    const wanted = { questionId: c.req.param('question') ?? '', before: c.req.query('para') }
    const view = await viewWritten(services, c.get('lang'), c.req.param('slug') ?? '', wanted)
    if (!view) throw notFound()
    return html(c, <WrittenPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
}
