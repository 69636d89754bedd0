import type { Queryable, Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { Jurisdiction } from '../institutions/institution-rules.ts'
import type { SecurityEventKind } from './security-event-rules.ts'

export type NewSecurityEvent = {
  at: Date
  kind: SecurityEventKind
  /** Whose account it concerns. */
  accountId: string
  /** Who did it, where that was somebody else. */
  byAccountId?: string | null
  /** In whose stead. */
  forAccountId?: string | null
  institutionId?: string | null
  /** A word of the program, never of a person: `code`, `totp`, `moderator`. Pages have its sentence. */
  details?: string
}

export async function insertSecurityEvent(tx: Transaction, event: NewSecurityEvent): Promise<void> {
  await tx`
    insert into platform.security_events (at, kind, account_id, by_account_id, for_account_id, institution_id, details)
    values (${event.at}, ${event.kind}, ${event.accountId}, ${event.byAccountId ?? null},
            ${event.forAccountId ?? null}, ${event.institutionId ?? null}, ${event.details ?? ''})`
}

/** For an address that may belong to nobody: one statement in either case, so that time tells nothing. */
export async function insertCodeRefusal(
  tx: Transaction,
  email: string,
  at: Date,
  kind: 'code-refused' | 'locked-out',
  details: string,
): Promise<void> {
  await tx`
    insert into platform.security_events (at, kind, account_id, details)
    select ${at}::timestamptz, ${kind}::text, id, ${details}::text from platform.accounts
    where email = ${email} and ended_at is null`
}

export type SecurityEvent = {
  id: string
  at: Date
  kind: SecurityEventKind
  details: string
  /** Name of the person who did it, where that was somebody else. */
  by: string | null
  /** Name of the person in whose stead. */
  insteadOf: string | null
  institution: string | null
  jurisdiction: Jurisdiction | null
}

export function listSecurityEvents(db: Queryable, lang: Lang, accountId: string, limit = 50): Promise<SecurityEvent[]> {
  return db<SecurityEvent[]>`
    select event.id, event.at, event.kind, event.details, by_account.name as by, for_account.name as instead_of,
      institution.jurisdiction,
      (select name.name from platform.institution_names as name
       where name.institution_id = event.institution_id and name.lang in (${lang}, 'sq')
         and name.valid_from <= current_date
       order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution
    from platform.security_events as event
    left join platform.institutions as institution on institution.id = event.institution_id
    left join platform.accounts as by_account on by_account.id = event.by_account_id
    left join platform.accounts as for_account on for_account.id = event.for_account_id
    where event.account_id = ${accountId}
    order by event.id desc
    limit ${limit}`
}
