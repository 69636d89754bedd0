import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { makeSharePicture } from '#platform/papers/share-picture.ts'
import type { Services } from '#platform/services.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { actUrls } from '../urls.ts'
import { ActPage } from './act-page.tsx'
import { viewActBase } from './act-base-view.ts'
import { viewAct, type ActView } from './act-view.ts'
import { ActArticlePage } from './article-page.tsx'
import { viewActArticle } from './article-view.ts'
import { actAsData } from './data-view.ts'
import { InForcePage } from './in-force-page.tsx'
import { viewInForce } from './in-force-view.ts'
import { shareFactsOf, shareLineOf } from './share-view.ts'
import { readingUrls, SLUG } from './urls.ts'

type Room = { services: Services; doors: readonly Door[] }

/** One act as everybody reads it: its page, its data, its words on any day, each of its articles. */
export function readingRoutes(app: WebApp, { services, doors }: Room): void {
  const find = async (c: WebContext, slug: string): Promise<ActView> => {
    const part = Number(/^[1-9][0-9]{0,3}$/.exec(c.req.query('pjesa') ?? '')?.[0] ?? 1)
    const view = await viewAct(services, doors, { lang: c.get('lang'), slug, part })
    if (!view) throw notFound()
    return view
  }

  app.get('/aktet/:file{[a-z0-9-]*[0-9][a-z0-9-]*\\.json}', async (c) =>
    json(c, actAsData(await find(c, c.req.param('file').replace('.json', '')), services.settings.url)),
  )

  app.get(actUrls.act(SLUG), async (c) => {
    const view = await find(c, slugOf(c))
    const line = shareLineOf(c.get('lang'), view)
    const page = <ActPage page={pageOf(c, services, view.institution)} view={view} line={line} />
    const response = await html(c, page, { cache: 'public' })
    const linked = versionUrls.linkedData(actUrls.act(view.act.slug))
    response.headers.set('link', `<${linked}>; rel="alternate"; type="application/ld+json"`)
    return response
  })

  besideRoutes(app, services)
}

const slugOf = (c: WebContext): string => c.req.param('slug') ?? ''

function besideRoutes(app: WebApp, services: Services): void {
  // The picture beside a link that is passed on. It changes with its facts, so it may be kept for an hour and no more.
  app.get(readingUrls.picture(SLUG), async (c) => {
    const view = await viewActBase(services, c.get('lang'), slugOf(c))
    const picture = view && (await makeSharePicture(shareFactsOf(c.get('lang'), view)))
    if (!picture) throw notFound()
    return c.body(new Uint8Array(picture), 200, {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=3600',
    })
  })

  app.get(actUrls.inForce(SLUG), async (c) => {
    const view = await viewInForce(services, c.get('lang'), slugOf(c), c.req.query('data'))
    if (!view) throw notFound()
    const page = <InForcePage page={pageOf(c, services, view.institution)} view={view} />
    return html(c, page, view.wrong === null ? { cache: 'public' } : { status: 422 })
  })

  app.get(actUrls.article(SLUG, ':node{[0-9a-f-]+}'), async (c) => {
    const node = c.req.param('node') ?? ''
    const view = isUuid(node) ? await viewActArticle(services, c.get('lang'), slugOf(c), node) : null
    if (!view) throw notFound()
    return html(c, <ActArticlePage page={pageOf(c, services, view.institution)} view={view} />, { cache: 'public' })
  })
}
