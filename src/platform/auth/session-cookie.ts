import { parse, serialize } from 'hono/utils/cookie'
import type { Settings } from '../settings/settings.ts'

/** What a browser is given so that it is known again. */
export type SessionGrant = {
  token: string
  expiresAt: Date
  /** Kept when the browser closes: for citizens on their own telephone, never for staff at a shared desk. */
  persistent: boolean
}

type Address = Pick<Settings, 'url'>

/** `__Host-` binds a cookie to our very host, but needs TLS: https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2.5 */
const nameOf = (settings: Address, name: string): string => (isSecure(settings) ? `__Host-${name}` : name)
const isSecure = (settings: Address): boolean => settings.url.startsWith('https:')

export const SESSION_COOKIE = 'kuvend'
/** Which code this browser has asked for. Worth nothing without the mailed code. */
export const PENDING_COOKIE = 'kuvend-hyrja'
/** Ties what a passkey has to sign to the browser that asked for it. */
export const PASSKEY_COOKIE = 'kuvend-celesi'
/** What this browser has begun at a provider of identities: sealed, for ten minutes. */
export const PROVIDER_COOKIE = 'kuvend-ofruesi'

export function sessionCookie(settings: Address, grant: SessionGrant, now: Date): string {
  const seconds = Math.max(0, Math.floor((grant.expiresAt.getTime() - now.getTime()) / 1000))
  return ourCookie(settings, SESSION_COOKIE, grant.token, grant.persistent ? seconds : null)
}

/** `seconds` null: until the browser closes. Zero: forget it. */
export function ourCookie(settings: Address, name: string, value: string, seconds: number | null): string {
  return serialize(nameOf(settings, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(settings),
    ...(seconds === null ? {} : { maxAge: seconds }),
  })
}

export const forgetCookie = (settings: Address, name: string): string => ourCookie(settings, name, '', 0)

/** A cookie of ours from the header that the browser sent, or null. */
export function readCookie(settings: Address, header: string | undefined, name: string): string | null {
  if (!header) return null
  return parse(header, nameOf(settings, name))[nameOf(settings, name)] || null
}
