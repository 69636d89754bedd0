import * as client from 'openid-client'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { minutesBefore } from '../time/clock.ts'
import { readEmail } from './email.ts'
import { assuranceOf } from './means-rules.ts'
import type { Provider } from './oidc-queries.ts'
import { isPlainIssuer, readFlow, readPendingLink, type Claims, type Flow, type PendingLink } from './oidc-rules.ts'
import { keyFor, seal, unseal } from './sealed.ts'

/** How long somebody may take at the provider: to find a card, a reader and its PIN. */
export const FLOW_MINUTES = 15
/** A provider that is slower than this counts as down: the visitor has another way in. */
const TIMEOUT_SECONDS = 8
/** For a fresh proof the provider has to have asked the person again, this lately. */
const PROOF_SECONDS = 300

/** Where to, without language: the provider sends back to the very address that it was told of. */
export const callbackPath = (slug: string): string => `/hyr/me/${slug}/kthimi`

type Known = { configuration: client.Configuration; until: number }
/** What a provider says of itself, asked for when it is first needed and again after an hour. Lost with the process. */
const known = new Map<string, Known>()

async function configurationOf(services: Services, provider: Provider): Promise<client.Configuration | null> {
  const key = `${provider.id} ${provider.issuer}`
  const before = known.get(key)
  const now = performance.now()
  if (before && before.until > now) return before.configuration
  const secret = secretOf(services, provider)
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- marked so to be seen; reached for a provider on this machine alone
    const plain = isPlainIssuer(provider.issuer) ? [client.allowInsecureRequests] : []
    const configuration = await client.discovery(
      new URL(provider.issuer),
      provider.clientId,
      undefined,
      secret === null ? client.None() : client.ClientSecretBasic(secret),
      { timeout: TIMEOUT_SECONDS, execute: plain },
    )
    known.set(key, { configuration, until: now + 3_600_000 })
    return configuration
  } catch (error) {
    services.log.warn({ err: error, provider: provider.slug }, 'a provider of identities is not reached')
    return null
  }
}

/** Whether the provider answers now as one. For the operator who has just entered it. */
export const isReachable = async (services: Services, provider: Provider): Promise<boolean> =>
  (await configurationOf(services, provider)) !== null

const secretKey = (services: Services): Buffer => keyFor(services.settings, 'client secret at rest')

export const sealSecret = (services: Services, providerId: string, secret: string): Buffer =>
  seal(secretKey(services), providerId, Buffer.from(secret))

function secretOf(services: Services, { id, slug, clientSecret }: Provider): string | null {
  if (clientSecret === null) return null
  const secret = unseal(secretKey(services), id, clientSecret)
  if (secret === null) throw new Error(`the client secret of ${slug} does not open with this KUVEND_SECRET`)
  return secret.toString()
}

const flowKey = (services: Services): Buffer => keyFor(services.settings, 'flow at a provider')
const sealed = (services: Services, kind: 'flow' | 'link', value: Flow | PendingLink): string =>
  seal(flowKey(services), kind, Buffer.from(JSON.stringify(value))).toString('base64url')
const opened = (services: Services, kind: 'flow' | 'link', words: string | null): string =>
  words === null ? '' : (unseal(flowKey(services), kind, Buffer.from(words, 'base64url'))?.toString() ?? '')

/** What the browser brought of what it had begun; null when that is not ours, or too long ago. */
export const flowIn = (services: Services, cookie: string | null): Flow | null =>
  readFlow(opened(services, 'flow', cookie), services.clock.now())

export const pendingLinkIn = (services: Services, cookie: string | null): PendingLink | null =>
  readPendingLink(opened(services, 'link', cookie), services.clock.now())

export function sealLink(services: Services, link: Omit<PendingLink, 'expires'>): string {
  return sealed(services, 'link', { ...link, expires: expiry(services) })
}

const expiry = ({ clock }: Services): number => minutesBefore(clock.now(), -FLOW_MINUTES).getTime()

export type Beginning = Pick<Flow, 'purpose' | 'returnPath' | 'sessionId'> & { lang: Lang }
export type BeginOutcome = { kind: 'begun'; url: string; cookie: string } | { kind: 'unreachable' }

/** To the provider: with a state, a nonce and a verifier that only this browser has. RFC 7636, OpenID Connect Core 3.1.2. */
export async function beginAt(services: Services, provider: Provider, beginning: Beginning): Promise<BeginOutcome> {
  const configuration = await configurationOf(services, provider)
  if (configuration === null) return { kind: 'unreachable' }
  const state = client.randomState()
  const nonce = client.randomNonce()
  const verifier = client.randomPKCECodeVerifier()
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: services.settings.url + callbackPath(provider.slug),
    scope: provider.scopes,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(provider.acrValues !== null && { acr_values: provider.acrValues }),
    ...(beginning.purpose === 'confirm' && { prompt: 'login', max_age: String(PROOF_SECONDS) }),
  })
  const flow = { ...beginning, slug: provider.slug, state, nonce, verifier, expires: expiry(services) }
  return { kind: 'begun', url: url.href, cookie: sealed(services, 'flow', flow) }
}

export type FinishOutcome =
  | { kind: 'shown'; claims: Claims }
  /** `cancelled`: by the person, at the provider. `not-verified`: what came back is not what was begun. */
  | { kind: 'refused'; reason: 'cancelled' | 'not-verified' | 'unreachable' }

/** Back from the provider: its answer is exchanged and checked, signature, issuer, audience, nonce, state and verifier. */
export async function finishAt(
  services: Services,
  provider: Provider,
  flow: Flow,
  search: string,
): Promise<FinishOutcome> {
  const configuration = await configurationOf(services, provider)
  if (configuration === null) return { kind: 'refused', reason: 'unreachable' }
  try {
    const here = new URL(services.settings.url + callbackPath(provider.slug) + search)
    const tokens = await client.authorizationCodeGrant(configuration, here, {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
      ...(flow.purpose === 'confirm' && { maxAge: PROOF_SECONDS }),
    })
    const claims = tokens.claims()
    if (!claims) return { kind: 'refused', reason: 'not-verified' }
    const more = await moreClaims(configuration, provider, tokens.access_token, claims)
    return { kind: 'shown', claims: readClaims(provider, claims.sub, { ...more, ...claims }) }
  } catch (error) {
    const reason = reasonOf(error)
    services.log[reason === 'cancelled' ? 'info' : 'warn'](
      { err: error, provider: provider.slug },
      'not signed in there',
    )
    return { kind: 'refused', reason }
  }
}

/** Many providers put the address into the second answer alone. */
async function moreClaims(
  configuration: client.Configuration,
  { scopes }: Provider,
  accessToken: string,
  claims: client.IDToken,
): Promise<Record<string, unknown>> {
  const wanted = / email( |$)/.test(` ${scopes}`) && claims.email === undefined
  if (!wanted || configuration.serverMetadata().userinfo_endpoint === undefined) return {}
  return client.fetchUserInfo(configuration, accessToken, claims.sub)
}

function readClaims(provider: Provider, subject: string, claims: Record<string, unknown>): Claims {
  const words = (name: string): string | null => {
    const value = claims[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 254) : null
  }
  const email = claims['email_verified'] === true ? readEmail(words('email') ?? '') : null
  return {
    subject,
    email,
    label: email ?? words('name') ?? words('preferred_username'),
    assurance: assuranceOf(provider.levels, words('acr') ?? undefined),
  }
}

function reasonOf(error: unknown): 'cancelled' | 'not-verified' | 'unreachable' {
  if (error instanceof client.AuthorizationResponseError) {
    return ['server_error', 'temporarily_unavailable'].includes(error.error) ? 'unreachable' : 'cancelled'
  }
  const timedOut = error instanceof client.ClientError && error.code === 'OAUTH_TIMEOUT'
  const noLine = error instanceof TypeError && error.message === 'fetch failed'
  return timedOut || noLine ? 'unreachable' : 'not-verified'
}
