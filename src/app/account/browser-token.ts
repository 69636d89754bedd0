import { CHALLENGE_MINUTES, isBrowserToken, newBrowserToken } from '#platform/auth/passkey-challenges.ts'
import { ourCookie, PASSKEY_COOKIE, readCookie } from '#platform/auth/session-cookie.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'

/** By which a challenge is tied to this browser; empty when it has none. Two windows share one. */
export function browserOf(c: WebContext, { settings }: Services): string {
  const token = readCookie(settings, c.req.header('cookie'), PASSKEY_COOKIE)
  return isBrowserToken(token) ? token : ''
}

export function rememberBrowser(c: WebContext, services: Services): string {
  const token = browserOf(c, services) || newBrowserToken()
  const cookie = ourCookie(services.settings, PASSKEY_COOKIE, token, CHALLENGE_MINUTES * 60)
  c.header('set-cookie', cookie, { append: true })
  return token
}
