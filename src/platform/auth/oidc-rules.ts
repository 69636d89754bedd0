import { z } from 'zod'
import { ASSURANCES, type Assurance } from './means-rules.ts'

/** What a provider says of somebody, read and checked. */
export type Claims = {
  /** The same for this person for ever, at this provider alone. */
  subject: string
  /** Only one that the provider says it has verified. */
  email: string | null
  /** For its holder to know it again. */
  label: string | null
  assurance: Assurance
}

const FLOW = z.object({
  slug: z.string(),
  purpose: z.enum(['sign-in', 'link', 'confirm']),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  lang: z.enum(['sq', 'en']),
  returnPath: z.string().nullable(),
  /** Whose session it was begun in: nobody else may end it. */
  sessionId: z.string().nullable(),
  expires: z.number(),
})

/** What a browser has begun at a provider. It carries it itself, sealed. */
export type Flow = z.infer<typeof FLOW>

const LINK = z.object({
  slug: z.string(),
  subject: z.string(),
  label: z.string().nullable(),
  assurance: z.enum(ASSURANCES),
  sessionId: z.string(),
  expires: z.number(),
})

/** An identity that has been shown and not yet been linked. */
export type PendingLink = z.infer<typeof LINK>

export const readFlow = (words: string, now: Date): Flow | null => alive(FLOW.safeParse(jsonOf(words)).data, now)
export const readPendingLink = (words: string, now: Date): PendingLink | null =>
  alive(LINK.safeParse(jsonOf(words)).data, now)

const alive = <T extends { expires: number }>(value: T | undefined, now: Date): T | null =>
  value !== undefined && value.expires > now.getTime() ? value : null

function jsonOf(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return null
  }
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Identities travel over TLS alone; plain HTTP is for a provider on this very machine. */
export function isIssuer(words: string): boolean {
  if (!URL.canParse(words) || words.length > 500) return false
  const { protocol, hostname, search, hash } = new URL(words)
  return search === '' && hash === '' && (protocol === 'https:' || isPlain(protocol, hostname))
}

const isPlain = (protocol: string, hostname: string): boolean => protocol === 'http:' && LOOPBACK.test(hostname)

export const isPlainIssuer = (issuer: string): boolean => isPlain(new URL(issuer).protocol, new URL(issuer).hostname)

/** `acr=low,acr=high`, as the operator types it; null when it is not shaped so. A level may hold `=` and never a comma. */
export function readLevels(words: string): Record<string, Assurance> | null {
  const levels: Record<string, Assurance> = {}
  for (const pair of words.split(',').map((one) => one.trim())) {
    const at = pair.lastIndexOf('=')
    const level = ASSURANCES.find((one) => one === pair.slice(at + 1).trim())
    const acr = pair.slice(0, at).trim()
    if (at < 1 || acr === '' || level === undefined) return null
    levels[acr] = level
  }
  return levels
}
