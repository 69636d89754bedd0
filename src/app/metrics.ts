import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'

export const metrics = new Registry()
collectDefaultMetrics({ register: metrics })

const durations = new Histogram({
  name: 'kuvend_http_request_seconds',
  help: 'Time from a request to its answer',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [metrics],
})

/** Measures and logs a request. No address and no query in the log: both can tell who somebody is. */
export async function measureRequests(c: WebContext, { log }: Services, next: () => Promise<void>): Promise<void> {
  const started = performance.now()
  await next()
  const milliseconds = performance.now() - started
  durations.observe({ method: c.req.method, status: c.res.status }, milliseconds / 1000)
  c.res.headers.set('x-request-id', c.get('requestId'))
  const facts = {
    request: c.get('requestId'),
    method: c.req.method,
    path: loggedPath(c.req.path),
    status: c.res.status,
  }
  log.info({ ...facts, ms: Math.round(milliseconds * 10) / 10 }, 'request')
}

/** Private links carry a secret in their path. */
const loggedPath = (path: string): string => path.replace(/^(\/komenti)\/[^/]+/, '$1/…')
