import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'

export type GroupMember = { organisation: string; role: string | null; email: string | null }

/** A group of organisations that an institution works with on a theme. */
export type ThematicGroup = {
  id: string
  institutionId: string
  institutionName: string
  name: string
  aims: string
  members: GroupMember[]
  version: number
  endedAt: Date | null
  changedAt: Date
  deliveries: number
}

const columns = (db: Queryable) => db`
  kept.id, kept.institution_id, platform.institution_name(kept.institution_id, 'sq', current_date) as institution_name,
  kept.name, kept.aims, kept.members, kept.version, kept.ended_at, kept.changed_at,
  (select count(*)::int from consultations.deliveries as delivery where delivery.thematic_group_id = kept.id) as deliveries`

/** `institutions` null: everywhere. */
export function listGroups(
  db: Queryable,
  asked: { institutions: readonly string[] | null; ended: boolean },
): Promise<ThematicGroup[]> {
  return db<ThematicGroup[]>`
    select ${columns(db)} from consultations.thematic_groups as kept
    where ${asked.ended ? db`kept.ended_at is not null` : db`kept.ended_at is null`}
      ${asked.institutions ? db`and kept.institution_id = any(${asked.institutions as string[]}::uuid[])` : db``}
    order by kept.changed_at desc, kept.id desc limit 200`
}

export async function findGroup(db: Queryable, id: string): Promise<ThematicGroup | null> {
  return one(
    await db<ThematicGroup[]>`select ${columns(db)} from consultations.thematic_groups as kept where kept.id = ${id}`,
  )
}

export async function holdGroup(tx: Transaction, id: string): Promise<ThematicGroup | null> {
  await tx`select from consultations.thematic_groups where id = ${id} for update`
  return findGroup(tx, id)
}

export type GroupWords = { name: string; aims: string; members: readonly GroupMember[] }

/** Null: this very form came before. Where the name stands already, the database refuses. */
export async function insertGroup(
  tx: Transaction,
  group: GroupWords & { institutionId: string; by: string; at: Date; formId: string },
): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into consultations.thematic_groups
        (institution_id, name, aims, members, created_by, created_at, changed_at, form_id)
      values
        (${group.institutionId}, ${group.name}, ${group.aims}, ${tx.json([...group.members])}, ${group.by}, ${group.at},
         ${group.at}, ${group.formId})
      on conflict (form_id) do nothing
      returning id`,
  )
  return row?.id ?? null
}

export async function isNameTaken(
  db: Queryable,
  asked: { institutionId: string; name: string; except: string | null },
): Promise<boolean> {
  const rows = await db`
    select 1 from consultations.thematic_groups
    where institution_id = ${asked.institutionId} and lower(name) = lower(${asked.name}) and ended_at is null
      and id is distinct from ${asked.except}::uuid`
  return rows.length > 0
}

export async function updateGroup(
  tx: Transaction,
  group: GroupWords & { id: string; at: Date; ended: boolean },
): Promise<void> {
  await tx`
    update consultations.thematic_groups set
      name = ${group.name}, aims = ${group.aims}, members = ${tx.json([...group.members])}, changed_at = ${group.at},
      version = version + 1, ended_at = ${group.ended ? group.at : null}
    where id = ${group.id}`
}

export type GroupSubject = { id: string; institutionId: string; name: string }

export function listGroupSubjects(db: Queryable, ids: readonly string[]): Promise<GroupSubject[]> {
  return db<GroupSubject[]>`
    select id, institution_id, name from consultations.thematic_groups where id = any(${ids as string[]}::uuid[])`
}
