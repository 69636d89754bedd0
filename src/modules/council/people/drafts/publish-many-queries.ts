import type { Queryable, Transaction } from '#platform/db/database.ts'

export type DraftMember = { personId: string; institutionId: string; name: string; hasMandate: boolean }

/** Profiles that nobody but the office reads yet, by name. `institutions` null: of all. */
export const listDraftMembers = (
  db: Queryable,
  institutions: readonly string[] | null,
  limit: number,
): Promise<DraftMember[]> =>
  db<DraftMember[]>`
    select councillor.person_id, councillor.institution_id, person.name,
           exists (select from council.mandates as mandate where mandate.person_id = councillor.person_id) as has_mandate
    from council.councillors as councillor join platform.persons as person on person.id = councillor.person_id
    where councillor.state = 'draft' and councillor.merged_into is null
      ${institutions === null ? db`` : db`and councillor.institution_id = any(${institutions as string[]}::uuid[])`}
    order by person.name, councillor.person_id limit ${limit}`

/** Those of them that these institutions have, in whatever state, held in the order of ids until the deed ends. */
export const holdMembers = (
  tx: Transaction,
  ids: readonly string[],
  institutions: readonly string[] | null,
): Promise<{ personId: string; institutionId: string; isDraft: boolean }[]> =>
  tx<{ personId: string; institutionId: string; isDraft: boolean }[]>`
    select councillor.person_id, councillor.institution_id, councillor.state = 'draft' as is_draft
    from council.councillors as councillor
    where councillor.person_id = any(${ids as string[]}::uuid[]) and councillor.merged_into is null
      ${institutions === null ? tx`` : tx`and councillor.institution_id = any(${institutions as string[]}::uuid[])`}
    order by councillor.person_id for update`

export async function publishMembers(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
  await tx`
    update council.councillors
    set state = 'published', version = version + 1, changed_at = ${at}, published_at = coalesce(published_at, ${at})
    where person_id = any(${ids as string[]}::uuid[])`
}
