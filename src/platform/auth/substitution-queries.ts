import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'

export type NewSubstitution = {
  institutionId: string
  absentId: string
  substituteId: string
  startsOn: string
  endsOn: string
  validFrom: Date
  validTo: Date
  byAccountId: string | null
  createdAt: Date
  formId: string | null
}

/** False when the form has arrived before. */
export async function insertSubstitution(tx: Transaction, wanted: NewSubstitution): Promise<boolean> {
  const inserted = await tx`
    insert into platform.substitutions
      (institution_id, absent_account_id, substitute_account_id, starts_on, ends_on, valid_from, valid_to, by_account_id,
       created_at, form_id)
    values (${wanted.institutionId}, ${wanted.absentId}, ${wanted.substituteId}, ${wanted.startsOn}, ${wanted.endsOn},
            ${wanted.validFrom}, ${wanted.validTo}, ${wanted.byAccountId}, ${wanted.createdAt}, ${wanted.formId})
    on conflict (form_id) do nothing`
  return inserted.count === 1
}

/** Whether somebody stands in for this person there in some of that time already. */
export async function isSubstituted(
  tx: Transaction,
  wanted: Pick<NewSubstitution, 'institutionId' | 'absentId' | 'validFrom' | 'validTo'>,
): Promise<boolean> {
  const rows = await tx`
    select from platform.substitutions
    where institution_id = ${wanted.institutionId} and absent_account_id = ${wanted.absentId}
      and valid_from < ${wanted.validTo} and valid_to > ${wanted.validFrom}`
  return rows.length > 0
}

export type Substitution = {
  id: string
  institutionId: string
  absentId: string
  absent: string
  substituteId: string
  substitute: string
  startsOn: string
  endsOn: string
  validFrom: Date
  validTo: Date
}

const columns = (db: Queryable) => db`
  substitution.id, substitution.institution_id, substitution.absent_account_id as absent_id, absent.name as absent,
  substitution.substitute_account_id as substitute_id, substitute.name as substitute, substitution.starts_on,
  substitution.ends_on, substitution.valid_from, substitution.valid_to`

const tables = (db: Queryable) => db`
  platform.substitutions as substitution
  join platform.accounts as absent on absent.id = substitution.absent_account_id
  join platform.accounts as substitute on substitute.id = substitution.substitute_account_id`

/** Those of a person, as the one or the other, newest first. */
export function listSubstitutionsOf(db: Queryable, accountId: string): Promise<Substitution[]> {
  return db<Substitution[]>`
    select ${columns(db)} from ${tables(db)}
    where substitution.absent_account_id = ${accountId} or substitution.substitute_account_id = ${accountId}
    order by substitution.valid_from desc, substitution.id
    limit 100`
}

export async function lockSubstitution(tx: Transaction, id: string): Promise<Substitution | null> {
  return one(
    await tx<Substitution[]>`
      select ${columns(tx)} from ${tables(tx)} where substitution.id = ${id} for update of substitution`,
  )
}

/** Now, or as if it had not been entered when it has not begun. */
export async function endSubstitutionNow(tx: Transaction, id: string, now: Date, today: string): Promise<void> {
  await tx`delete from platform.substitutions where id = ${id} and valid_from >= ${now}`
  await tx`
    update platform.substitutions set valid_to = ${now}, ends_on = greatest(starts_on, least(ends_on, ${today}::date))
    where id = ${id} and valid_to > ${now}`
}

/** Of somebody who leaves, on both sides. */
export async function endSubstitutionsOf(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx`
    delete from platform.substitutions
    where (absent_account_id = ${accountId} or substitute_account_id = ${accountId}) and valid_from >= ${now}`
  await tx`
    update platform.substitutions set valid_to = ${now}
    where (absent_account_id = ${accountId} or substitute_account_id = ${accountId}) and valid_to > ${now}`
}

export type Colleague = { id: string; name: string; post: string | null }

/** Who works in an institution now and has come, by name: those who may stand in for somebody. */
export function listColleagues(db: Queryable, institutionId: string, now: Date): Promise<Colleague[]> {
  return db<Colleague[]>`
    select account.id, account.name, account.post from platform.accounts as account
    where account.ended_at is null and account.invited_until is null
      and exists (select from platform.roles as role where role.account_id = account.id
                  and role.institution_id = ${institutionId} and role.valid_from <= ${now}
                  and (role.valid_to is null or role.valid_to > ${now}))
    order by account.name collate "sq-x-icu", account.id
    limit 500`
}
