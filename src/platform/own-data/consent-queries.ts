import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'

export type Consent = {
  id: string
  contactId: string
  what: string
  subject: string | null
  wordsVersion: number
  givenAt: Date
  withdrawnAt: Date | null
}

const columns = (db: Queryable) => db`id, contact_id, what, subject, words_version, given_at, withdrawn_at`

export async function insertConsent(
  tx: Transaction,
  consent: Pick<Consent, 'contactId' | 'what' | 'subject' | 'wordsVersion' | 'givenAt'>,
): Promise<void> {
  await tx`
    insert into platform.consents (contact_id, what, subject, words_version, given_at)
    values (${consent.contactId}, ${consent.what}, ${consent.subject}, ${consent.wordsVersion}, ${consent.givenAt})
    on conflict (contact_id, what, subject) where withdrawn_at is null do nothing`
}

/** Those that stand first, newest first. */
export function listConsents(db: Queryable, contactId: string): Promise<Consent[]> {
  return db<Consent[]>`
    select ${columns(db)} from platform.consents where contact_id = ${contactId}
    order by (withdrawn_at is null) desc, given_at desc, id limit 500`
}

export async function holdConsent(tx: Transaction, contactId: string, id: string): Promise<Consent | null> {
  return one(
    await tx<Consent[]>`
      select ${columns(tx)} from platform.consents where id = ${id} and contact_id = ${contactId} for update`,
  )
}

export async function markConsentWithdrawn(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update platform.consents set withdrawn_at = ${at} where id = ${id} and withdrawn_at is null`
}
