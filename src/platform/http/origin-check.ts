import { createMiddleware } from 'hono/factory'
import type { WebEnv } from './web-context.ts'
import { Refused } from './refused.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Every unsafe request, whatever its content type, must come from our own pages. Compared with the public address, not
 * with the address this process listens on: behind a proxy that ends TLS the two differ.
 * `open`: the one kind of address to which mail servers post without any of them; whatever stands there is decided by a
 * signed link alone, never by a cookie.
 * Order: Origin; else Sec-Fetch-Site; else Referer (old telephones send only that); with none of them, refused.
 */
export const originCheck = (origins: readonly string[], open: RegExp | null = null) =>
  createMiddleware<WebEnv>(async (c, next) => {
    const free = SAFE_METHODS.has(c.req.method) || (c.req.method === 'POST' && open?.test(c.req.path))
    if (!free && !isOurs(origins, c.req.raw.headers)) throw new Refused(403, 'foreign-origin')
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
