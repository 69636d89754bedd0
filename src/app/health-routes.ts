import { Hono } from 'hono'
import type { WebApp, WebEnv } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { viewReadiness, type Readiness } from './health-view.ts'
import { measureHouse } from './house-figures.ts'
import { metrics } from './metrics.ts'

/** For machines that watch: alive, ready to answer, and figures. Stand before every middleware but errors. */
export function healthRoutes(app: WebApp, services: Services): void {
  app.get('/healthz', (c) => c.text('alive\n', 200, { 'cache-control': 'no-store' }))
  app.get('/readyz', async (c) => {
    const readiness = await viewReadiness(services)
    return c.text(wordsOf(readiness), readiness.kind === 'ready' ? 200 : 503, { 'cache-control': 'no-store' })
  })
  app.get('/metrics', async (c) => {
    // Without its database a process still tells of itself.
    await measureHouse(services).catch((error: unknown) =>
      services.log.warn({ error: String(error) }, 'the house cannot be measured'),
    )
    return c.body(await metrics.metrics(), 200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' })
  })
}

/** All that a process answers which is a worker alone. */
export function healthWeb(services: Services): WebApp {
  const app: WebApp = new Hono<WebEnv>()
  healthRoutes(app, services)
  return app
}

function wordsOf(readiness: Readiness): string {
  if (readiness.kind === 'ready') return 'ready\n'
  return readiness.kind === 'no-database'
    ? 'database not reached\n'
    : `migrations wait: ${readiness.names.join(', ')}\n`
}
