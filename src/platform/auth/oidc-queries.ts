import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Owner } from './session-queries.ts'
import type { OfficeFrom } from './means-rules.ts'

export type NewProvider = {
  slug: string
  name: string
  issuer: string
  clientId: string
  scopes: string
  /** What the provider calls a level → low, substantial, high. */
  levels: Record<string, string>
  officeFrom: OfficeFrom
  acrValues: string | null
}

export type Provider = NewProvider & { id: string; clientSecret: Buffer | null }

const columns = (db: Queryable) =>
  db`id, slug, name, issuer, client_id, client_secret, scopes, levels, office_from, acr_values`

export async function findProvider(db: Queryable, slug: string): Promise<Provider | null> {
  return one(
    await db<Provider[]>`
      select ${columns(db)} from platform.identity_providers where slug = ${slug} and ended_at is null`,
  )
}

export function listProviders(db: Queryable): Promise<Provider[]> {
  return db<Provider[]>`
    select ${columns(db)} from platform.identity_providers where ended_at is null order by name, id limit 50`
}

/** Null when the word in its addresses has been given to another, an ended one among them. */
export async function insertProvider(tx: Transaction, provider: NewProvider, now: Date): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into platform.identity_providers
        (slug, name, issuer, client_id, scopes, levels, office_from, acr_values, created_at)
      values (${provider.slug}, ${provider.name}, ${provider.issuer}, ${provider.clientId}, ${provider.scopes},
              ${tx.json(provider.levels)}, ${provider.officeFrom}, ${provider.acrValues}, ${now})
      on conflict (slug) do nothing
      returning id`,
  )
  return row?.id ?? null
}

/** Sealed with the id of its row, so it comes after the row. */
export async function setProviderSecret(tx: Transaction, id: string, sealed: Buffer): Promise<void> {
  await tx`update platform.identity_providers set client_secret = ${sealed} where id = ${id}`
}

export async function setProviderEnded(tx: Transaction, slug: string, now: Date): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      update platform.identity_providers set ended_at = ${now} where slug = ${slug} and ended_at is null returning id`,
  )
  return row?.id ?? null
}

/** All that somebody entered through a provider that is trusted no more. */
export async function closeSessionsOfProvider(tx: Transaction, providerId: string, now: Date): Promise<number> {
  const closed = await tx`
    update platform.sessions set ended_at = ${now}, expires_at = least(expires_at, ${now})
    where provider_id = ${providerId} and ended_at is null and expires_at > ${now}`
  return closed.count
}

export type Identity = { id: string; accountId: string | null; contactId: string | null }

export async function lockIdentity(tx: Transaction, providerId: string, subject: string): Promise<Identity | null> {
  return one(
    await tx<Identity[]>`
      select id, account_id, contact_id from platform.external_identities
      where provider_id = ${providerId} and subject = ${subject} for update`,
  )
}

export type NewIdentity = { providerId: string; subject: string; owner: Owner; label: string | null }

/** False when the identity belongs to somebody already. */
export async function insertIdentity(
  tx: Transaction,
  { owner, ...identity }: NewIdentity,
  now: Date,
): Promise<boolean> {
  const inserted = await tx`
    insert into platform.external_identities
      (provider_id, subject, account_id, contact_id, label, created_at)
    values (${identity.providerId}, ${identity.subject}, ${'accountId' in owner ? owner.accountId : null},
            ${'contactId' in owner ? owner.contactId : null}, ${identity.label}, ${now})
    on conflict (provider_id, subject) do nothing`
  return inserted.count === 1
}

export async function setIdentityUsed(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx`update platform.external_identities set last_used_at = ${now} where id = ${id}`
}

const isOf = (db: Queryable, owner: Owner) =>
  'accountId' in owner ? db`identity.account_id = ${owner.accountId}` : db`identity.contact_id = ${owner.contactId}`

export type LinkedIdentity = {
  id: string
  provider: string
  slug: string
  label: string | null
  createdAt: Date
  lastUsedAt: Date | null
}

export function listIdentities(db: Queryable, owner: Owner): Promise<LinkedIdentity[]> {
  return db<LinkedIdentity[]>`
    select identity.id, provider.name as provider, provider.slug, identity.label, identity.created_at,
      identity.last_used_at
    from platform.external_identities as identity
    join platform.identity_providers as provider on provider.id = identity.provider_id
    where ${isOf(db, owner)}
    order by identity.created_at, identity.id
    limit 50`
}

export async function deleteIdentity(tx: Transaction, owner: Owner, id: string): Promise<boolean> {
  const gone =
    await tx`delete from platform.external_identities as identity where identity.id = ${id} and ${isOf(tx, owner)}`
  return gone.count === 1
}

export async function deleteIdentities(tx: Transaction, owner: Owner): Promise<number> {
  return (await tx`delete from platform.external_identities as identity where ${isOf(tx, owner)}`).count
}

/** The account of an identity, unless it has ended. */
export async function findIdentityAccount(
  tx: Transaction,
  accountId: string,
): Promise<{ demonstration: boolean; hasSecondFactor: boolean } | null> {
  return one(
    await tx<{ demonstration: boolean; hasSecondFactor: boolean }[]>`
      select account.demonstration,
        exists (select from platform.second_factors as factor
                where factor.account_id = account.id and factor.confirmed_at is not null)
        or exists (select from platform.passkeys as passkey where passkey.account_id = account.id) as has_second_factor
      from platform.accounts as account
      where account.id = ${accountId} and account.ended_at is null`,
  )
}
