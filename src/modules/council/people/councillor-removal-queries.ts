import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { CouncillorState } from './people-rules.ts'

/** Private addresses of those who left long enough ago, and who sits nowhere any more. */
const forgotten = (db: Queryable, before: CivilDate) => db`
  (councillor.email is not null or councillor.phone is not null or councillor.postal is not null)
  and exists (select 1 from council.mandates as held where held.person_id = councillor.person_id)
  and not exists (
    select 1 from council.mandates as held
    where held.person_id = councillor.person_id and (held.to_on is null or held.to_on >= ${before}))`

export const countPrivateDue = async (db: Queryable, before: CivilDate): Promise<number> =>
  one(
    await db<{ due: number }[]>`
      select count(*)::int as due from council.councillors as councillor where ${forgotten(db, before)}`,
  )?.due ?? 0

/** Nothing public changes: neither version nor day of change. */
export const erasePrivate = async (
  tx: Transaction,
  before: CivilDate,
): Promise<{ id: string; institutionId: string }[]> =>
  tx<{ id: string; institutionId: string }[]>`
    update council.councillors as councillor set email = null, phone = null, postal = null
    where ${forgotten(tx, before)} returning councillor.person_id as id, councillor.institution_id`

/** What an import brought and nobody has used since goes, with its mandates. */
export const listImportedUntouched = (
  db: Queryable,
  importId: string,
): Promise<{ id: string; state: CouncillorState; changed: boolean }[]> =>
  db<{ id: string; state: CouncillorState; changed: boolean }[]>`
    select councillor.person_id as id, councillor.state, councillor.version > 1 or councillor.photo_id is not null
           or exists (select 1 from council.mandates as held
                      where held.person_id = councillor.person_id and held.import_id is distinct from ${importId})
           or exists (select 1 from council.mandates as held
                      where held.person_id = councillor.person_id
                        and (held.version > 1 or exists (select 1 from council.mandates as earlier where earlier.replaced_by = held.id)))
           or exists (select 1 from platform.body_members as seat where seat.person_id = councillor.person_id)
           or exists (select 1 from council.invitations as called where called.person_id = councillor.person_id)
           or exists (select 1 from council.attendances as came where came.person_id = councillor.person_id)
           or exists (select 1 from council.payments as paid where paid.person_id = councillor.person_id) as changed
    from council.councillors as councillor where councillor.import_id = ${importId} order by councillor.person_id`

export async function deleteCouncillors(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx`delete from council.person_pairs
    where kept_id = any(${ids as string[]}::uuid[]) or other_id = any(${ids as string[]}::uuid[])`
  await tx`delete from council.councillors where person_id = any(${ids as string[]}::uuid[])`
  await tx`delete from platform.persons where id = any(${ids as string[]}::uuid[])`
}
