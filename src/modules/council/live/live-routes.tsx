import { hash } from 'node:crypto'
import type { HtmlEscapedString } from 'hono/utils/html'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { ChangeStreams } from '#platform/live/change-streams.ts'
import type { Services } from '#platform/services.ts'
import { councilUrls } from '../urls.ts'
import { LivePage } from './live-page.tsx'
import { LivePart } from './live-part.tsx'
import { viewLive, viewLiveId, type LiveView } from './live-view.ts'
import { ScreenPage } from './screen-page.tsx'
import { ScreenPart } from './screen-part.tsx'
import { textsIn } from './texts.ts'
import { liveUrls } from './urls.ts'
import { watchSittings } from './watch-sittings.ts'

/** A meeting while it is held: for everybody, for the wall of the room, and the stream that wakes both. */
export function liveRoutes(app: WebApp, { services }: { services: Services }): void {
  const streams = new ChangeStreams(watchSittings(services), services.log)
  const view = sharedView(services)

  app.get(councilUrls.live(':slug'), async (c) => {
    const seen = await view(c)
    return html(c, <LivePage page={pageOf(c, services, seen.institution)} view={seen} />)
  })

  app.get(councilUrls.screen(':slug'), async (c) => {
    const seen = await view(c)
    return html(c, <ScreenPage page={pageOf(c, services, seen.institution)} view={seen} />)
  })

  app.get(liveUrls.part(':slug'), async (c) => fragment(c, <LivePart lang={c.get('lang')} view={await view(c)} />))

  app.get(liveUrls.screenPart(':slug'), async (c) =>
    fragment(c, <ScreenPart lang={c.get('lang')} view={await view(c)} />),
  )

  app.get(liveUrls.stream(':slug'), async (c) => {
    const id = await viewLiveId(services, c.req.param('slug') ?? '')
    if (id === null) throw notFound()
    const stream = streams.stream(id, c.get('address'), c.env?.stopping)
    return stream ?? c.text(textsIn(c.get('lang')).fullAnswer, 503, { 'retry-after': '30' })
  })
}

/** Everybody who follows asks in the same moment: who asks while the answer is made gets that answer. */
function sharedView(services: Services): (c: WebContext) => Promise<LiveView> {
  const asked = new Map<string, Promise<LiveView | null>>()
  return async (c) => {
    const [lang, slug] = [c.get('lang'), c.req.param('slug') ?? '']
    const key = `${lang} ${slug}`
    const answer = asked.get(key) ?? viewLive(services, lang, slug).finally(() => asked.delete(key))
    asked.set(key, answer)
    const seen = await answer
    if (!seen) throw notFound()
    return seen
  }
}

/** A piece of a page. Asked for again, it is sent only where it has changed; nobody on the way keeps it. */
async function fragment(c: WebContext, node: HtmlEscapedString | Promise<HtmlEscapedString>): Promise<Response> {
  const body = String(await node)
  const etag = `W/"${hash('sha1', body, 'base64url')}"`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': c.get('lang'),
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding',
    etag,
  }
  const known = c.req.header('if-none-match') === etag
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}
