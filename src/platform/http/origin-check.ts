import { createMiddleware } from 'hono/factory'
import type { WebEnv } from './web-context.ts'
import { Refused } from './refused.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Every unsafe request, whatever its content type, must come from our own pages. Compared with the public address, not
 * with the address this process listens on: behind a proxy that ends TLS the two differ.
 * Order: Origin; else Sec-Fetch-Site; else Referer (old telephones send only that); with none of them, refused.
 */
export const originCheck = (origins: readonly string[]) =>
  createMiddleware<WebEnv>(async (c, next) => {
    if (!SAFE_METHODS.has(c.req.method) && !isOurs(origins, c.req.raw.headers)) throw new Refused(403, 'foreign-origin')
    await next()
  })

export function isOurs(origins: readonly string[], headers: Headers): boolean {
  const origin = headers.get('origin')
  if (origin !== null) return origins.includes(origin)
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const referer = headers.get('referer')
  return referer !== null && URL.canParse(referer) && origins.includes(new URL(referer).origin)
}
