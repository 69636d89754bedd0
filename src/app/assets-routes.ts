import { Readable } from 'node:stream'
import { serveStatic } from '@hono/node-server/serve-static'
import type { WebApp } from '#platform/http/web-context.ts'
import { notFound } from '#platform/http/refused.ts'
import type { Services } from '#platform/services.ts'
import { accentStylesheet, refusalToAccent } from '#ui/accent-stylesheet.ts'
import { ASSETS_FOLDER } from '#ui/assets.ts'
import { openEmblem } from './emblem-view.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** Styles, fonts and scripts, under names that carry their digest; and each institution's colour as a stylesheet. */
export function assetRoutes(app: WebApp, services: Services): void {
  app.get('/s/emblema/:digest{[0-9a-f]{64}}', (c) => emblem(c.req.param('digest'), services))
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

async function emblem(digest: string, services: Services): Promise<Response> {
  const content = await openEmblem(services, digest)
  if (!content) throw notFound()
  return new Response(Readable.toWeb(content) as ReadableStream, {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=86400',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    },
  })
}
