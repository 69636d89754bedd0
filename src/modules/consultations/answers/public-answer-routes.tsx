import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf } from '#platform/http/render.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { PublicAnswerPage } from './public-answer-page.tsx'
import { answerAsData, viewPublicAnswer } from './public-answer-view.ts'
import { answerUrls } from './urls.ts'

const CODE = ':code{[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}}'
const CODE_JSON = '/konsultime/:slug/pergjigjet/:file{[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\\.json}'

/** Answers as everybody reads them. */
export function publicAnswerRoutes(app: WebApp, services: Services): void {
  app.get(CODE_JSON, async (c) => {
    const asked = { code: (c.req.param('file') ?? '').replace('.json', ''), after: c.req.query('pas') ?? '' }
    const view = await viewPublicAnswer(services, c.get('lang'), c.req.param('slug') ?? '', asked)
    if (!view) throw notFound()
    return json(c, answerAsData(view, services.settings.url))
  })

  app.get(answerUrls.one(':slug', CODE), async (c) => {
    const asked = { code: c.req.param('code') ?? '', after: c.req.query('pas') ?? '' }
    const view = await viewPublicAnswer(services, c.get('lang'), c.req.param('slug') ?? '', asked)
    if (!view) throw notFound()
    return html(c, <PublicAnswerPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
}
