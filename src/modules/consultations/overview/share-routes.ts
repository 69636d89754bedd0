import { notFound } from '#platform/http/refused.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import { makeSharePicture } from '#platform/papers/share-picture.ts'
import type { Services } from '#platform/services.ts'
import { consultationUrls } from '../urls.ts'
import { viewShared } from './share-view.ts'

/** The picture beside a link that is passed on. It changes with its facts, so it may be kept for an hour and no more. */
export function shareRoutes(app: WebApp, services: Services): void {
  app.get(consultationUrls.picture(':slug'), async (c) => {
    const facts = await viewShared(services, c.get('lang'), c.req.param('slug') ?? '')
    const picture = facts && (await makeSharePicture(facts))
    if (!picture) throw notFound()
    return c.body(new Uint8Array(picture), 200, {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=3600',
    })
  })
}
