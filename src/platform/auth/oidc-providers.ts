import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { sealSecret } from './oidc-client.ts'
import {
  closeSessionsOfProvider,
  insertProvider,
  setProviderEnded,
  setProviderSecret,
  type NewProvider,
} from './oidc-queries.ts'

const HISTORY = { institutionId: null, by: 'command-line' } as const

/** Enters a provider. Its secret is sealed with a key made of KUVEND_SECRET and told to nobody again. */
export async function addProvider(
  services: Services,
  provider: NewProvider,
  secret: string | null,
): Promise<{ kind: 'added'; id: string } | { kind: 'refused'; reason: 'slug-taken' }> {
  const now = services.clock.now()
  return services.db.begin(async (tx) => {
    const id = await insertProvider(tx, provider, now)
    if (id === null) return { kind: 'refused' as const, reason: 'slug-taken' as const }
    if (secret !== null) await setProviderSecret(tx, id, sealSecret(services, id, secret))
    const fields = [{ field: 'issuer', from: null, to: provider.issuer }]
    await recordChange(tx, { ...HISTORY, subject: subjectOf(id), kind: 'provider-added', at: now, fields })
    return { kind: 'added' as const, id }
  })
}

/** Nobody enters by it from now on, and whoever has is put out. The identities stay, for the trace of who came how. */
export async function endProvider(
  services: Services,
  slug: string,
): Promise<{ kind: 'ended'; closed: number } | { kind: 'refused'; reason: 'no-such-provider' }> {
  const now = services.clock.now()
  return services.db.begin(async (tx) => {
    const id = await setProviderEnded(tx, slug, now)
    if (id === null) return { kind: 'refused' as const, reason: 'no-such-provider' as const }
    const closed = await closeSessionsOfProvider(tx, id, now)
    await recordChange(tx, { ...HISTORY, subject: subjectOf(id), kind: 'provider-ended', at: now })
    return { kind: 'ended' as const, closed }
  })
}

const subjectOf = (id: string): string => `sign-in-means.provider:${id}`
