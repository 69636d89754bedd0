import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { effectsAsData } from './effects-data-view.ts'
import { PublicEffectsPage } from './public-effects-page.tsx'
import { viewPublicEffects, type PublicEffectsView } from './public-effects-view.ts'
import { effectUrls } from './urls.ts'

/** What changed because of whom, for everybody. */
export function publicEffectRoutes(app: WebApp, services: Services): void {
  app.get(effectUrls.public(':slug'), async (c) => {
    const view = await viewOf(c, services)
    return html(c, <PublicEffectsPage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
  app.get(effectUrls.data(':slug'), async (c) =>
    json(c, effectsAsData(await viewOf(c, services), services.settings.url)),
  )
}

async function viewOf(c: WebContext, services: Services): Promise<PublicEffectsView> {
  const [n, from] = [numberIn(c.req.query('versioni')), numberIn(c.req.query('nga'))]
  if (n === undefined || from === undefined) throw notFound()
  const view = await viewPublicEffects(services, c.get('lang'), c.req.param('slug') ?? '', { n, from: from ?? 0 })
  if (!view) throw notFound()
  return view
}

/** Null: not asked; undefined: no number. */
const numberIn = (words: string | undefined): number | null | undefined =>
  words === undefined || words === '' ? null : /^\d{1,6}$/.test(words) ? Number(words) : undefined
