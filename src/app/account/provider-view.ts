import {
  findProvider,
  listIdentities,
  listProviders,
  type LinkedIdentity,
  type Provider,
} from '#platform/auth/oidc-queries.ts'
import type { Owner } from '#platform/auth/session-queries.ts'
import type { Services } from '#platform/services.ts'

export const providerOf = ({ db }: Services, slug: string): Promise<Provider | null> => findProvider(db, slug)

export type IdentitiesView = {
  identities: readonly LinkedIdentity[]
  providers: readonly { slug: string; name: string }[]
}

export async function viewIdentities({ db }: Services, owner: Owner): Promise<IdentitiesView> {
  const [identities, providers] = await Promise.all([listIdentities(db, owner), listProviders(db)])
  return { identities, providers }
}
