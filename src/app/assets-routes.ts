import { serveStatic } from '@hono/node-server/serve-static'
import type { WebApp } from '#platform/http/web-context.ts'
import { notFound } from '#platform/http/refused.ts'
import type { Services } from '#platform/services.ts'
import { accentStylesheet, refusalToAccent } from '#ui/accent-stylesheet.ts'
import { ASSETS_FOLDER } from '#ui/assets.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** Styles, fonts and scripts, under names that carry their digest; and each institution's colour as a stylesheet. */
export function assetRoutes(app: WebApp, _services: Services): void {
  app.get('/s/ngjyra/:file{[0-9a-f]{6}\\.css}', (c) => {
    const accent = `#${c.req.param('file').slice(0, 6)}`
    if (refusalToAccent(accent)) throw notFound()
    return c.body(accentStylesheet(accent), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': FOR_EVER,
      'x-content-type-options': 'nosniff',
    })
  })
  app.use(
    '/s/*',
    serveStatic({
      root: ASSETS_FOLDER,
      precompressed: true,
      rewriteRequestPath: (path) => path.replace(/^\/s\//, '/'),
      onFound: (_path, c) => {
        c.header('cache-control', FOR_EVER)
        c.header('x-content-type-options', 'nosniff')
      },
    }),
  )
}
