import type { Queryable, Transaction } from '#platform/db/database.ts'

/** The next acts of an archive that may leave, kept from everybody else meanwhile; after those that stay. */
export const holdActsToLeave = async (
  tx: Transaction,
  archiveId: string,
  after: string | null,
  limit: number,
): Promise<string[]> =>
  (
    await tx<{ id: string }[]>`
      select act.id from council_acts.acts as act
      where act.archive_id = ${archiveId} ${after === null ? tx`` : tx`and act.id > ${after}`}
      order by act.id limit ${limit} for update`
  ).map(({ id }) => id)

/**
 * Those of them on which something rests that people made here: relations that somebody typed or confirmed, letters to the
 * authority and its words, words that were read into articles, later states, certified copies, postings, notifications, a
 * restriction, a takedown. They stay.
 */
export const listActsInUse = async (db: Queryable, ids: readonly string[]): Promise<string[]> =>
  (
    await db<{ id: string }[]>`
      select act.id from council_acts.acts as act
      where act.id = any(${ids as string[]}::uuid[]) and (
        act.state = 'taken-down' or act.restricted or act.legality <> 'none' or act.numbered_at is not null
        or exists (select from council_acts.relations as one
                   where one.act_id = act.id and (one.origin = 'typed' or one.settled_at is not null))
        or exists (select from council_acts.relations as one
                   where one.other_id = act.id and (one.origin = 'typed' or one.settled_at is not null))
        or exists (select from council_acts.act_events as one
                   where one.by_act_id = act.id and one.act_id <> act.id)
        or exists (select from council_acts.states as one
                   where one.act_id = act.id and (one.role = 'consolidated' or one.confirmed_at > act.created_at))
        or exists (select from platform.text_versions as one where one.text_id = act.text_id and one.state = 'draft')
        or exists (select from council_acts.copies as one where one.act_id = act.id)
        or exists (select from council_acts.verdicts as one where one.act_id = act.id)
        or exists (select from council_acts.transmitted_acts as one where one.act_id = act.id)
        or exists (select from council_acts.amendments as one where one.act_id = act.id)
        or exists (select from council_acts.postings as one where one.act_id = act.id)
        or exists (select from council_acts.notifications as one where one.act_id = act.id))`
  ).map(({ id }) => id)

/** Other acts whose relations name one of these: they change with it. */
export const listActsNaming = async (tx: Transaction, ids: readonly string[]): Promise<string[]> =>
  (
    await tx<{ id: string }[]>`
      select distinct relation.act_id as id from council_acts.relations as relation
      where relation.other_id = any(${ids as string[]}::uuid[]) and relation.act_id <> all(${ids as string[]}::uuid[])
      order by 1`
  ).map(({ id }) => id)

/** What names them says their title from now on. */
export async function unbindRelations(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx`
    update council_acts.relations as relation
    set other_words = coalesce(relation.other_words, left(other.title, 2000)), other_id = null, state = 'doubt'
    from council_acts.acts as other
    where relation.other_id = other.id and other.id = any(${ids as string[]}::uuid[])
      and relation.act_id <> all(${ids as string[]}::uuid[])`
}

export const listDocumentsOfActs = (
  tx: Transaction,
  ids: readonly string[],
): Promise<{ id: string; institutionId: string }[]> =>
  tx<{ id: string; institutionId: string }[]>`
    select document.id, document.institution_id from platform.documents as document
    where document.subject = any(${ids.map((id) => `council-acts.act:${id}`)}::text[]) and document.removed_at is null`

export async function deleteArchiveActs(tx: Transaction, ids: readonly string[]): Promise<void> {
  const subjects = ids.map((id) => `council-acts.act:${id}`)
  await tx`delete from platform.subject_topics where subject = any(${subjects}::text[])`
  await tx`delete from council_acts.relations where act_id = any(${ids as string[]}::uuid[])`
  await tx`delete from council_acts.states where act_id = any(${ids as string[]}::uuid[])`
  await tx`delete from council_acts.acts where id = any(${ids as string[]}::uuid[])`
}

export async function moveToUndoing(tx: Transaction, id: string): Promise<void> {
  await tx`update council_acts.archives set state = 'undoing', failure = null where id = ${id}`
}

export async function moveToUndone(
  tx: Transaction,
  id: string,
  undone: { kept: number; at: Date; by: string | null },
): Promise<void> {
  await tx`
    update council_acts.archives
    set state = 'undone', kept = ${undone.kept}, undone_at = ${undone.at}, undone_by = ${undone.by} where id = ${id}`
}

export async function raiseVersions(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
  await tx`
    update council_acts.acts set version = version + 1, changed_at = ${at} where id = any(${ids as string[]}::uuid[])`
}
