import { waitingMigrations } from '#platform/db/migrate.ts'
import type { WebApp } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { metrics } from './metrics.ts'

export const MIGRATIONS = 'db/migrations'

/** For machines that watch: alive, ready to answer, and figures. Stand before every middleware but errors. */
export function healthRoutes(app: WebApp, { db, log }: Services): void {
  app.get('/healthz', (c) => c.text('alive\n', 200, { 'cache-control': 'no-store' }))
  app.get('/readyz', async (c) => {
    try {
      const waiting = await waitingMigrations(db, MIGRATIONS)
      const words = waiting.length === 0 ? 'ready\n' : `migrations wait: ${waiting.join(', ')}\n`
      return c.text(words, waiting.length === 0 ? 200 : 503, { 'cache-control': 'no-store' })
    } catch (error) {
      log.warn({ error: String(error) }, 'not ready')
      return c.text('database not reached\n', 503, { 'cache-control': 'no-store' })
    }
  })
  app.get('/metrics', async (c) =>
    c.body(await metrics.metrics(), 200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }),
  )
}
