import type { Queryable, Transaction } from '#platform/db/database.ts'

export type Conflict = {
  id: string
  itemId: string
  personId: string
  name: string
  ground: string | null
  how: 'link' | 'office' | 'meeting'
  declaredAt: Date
}

/** Those that stand: who will not take part in what. */
export const listConflicts = (db: Queryable, meetingId: string): Promise<Conflict[]> =>
  db<Conflict[]>`
    select conflict.id, conflict.item_id, conflict.person_id, person.name, conflict.ground, conflict.how, conflict.declared_at
    from council.conflicts as conflict
    join platform.persons as person on person.id = conflict.person_id
    where conflict.meeting_id = ${meetingId} and conflict.lifted_at is null
    order by conflict.declared_at, conflict.id limit 2000`

/** False: it stands already. */
export async function insertConflict(
  tx: Transaction,
  row: {
    institutionId: string
    meetingId: string
    itemId: string
    personId: string
    ground: string | null
    how: 'link' | 'office'
    at: Date
  },
): Promise<boolean> {
  const result = await tx`
    insert into council.conflicts (institution_id, meeting_id, item_id, person_id, ground, how, declared_at)
    values (${row.institutionId}, ${row.meetingId}, ${row.itemId}, ${row.personId}, ${row.ground}, ${row.how}, ${row.at})
    on conflict (item_id, person_id) where lifted_at is null do nothing`
  return result.count > 0
}

export async function liftConflict(
  tx: Transaction,
  which: { meetingId: string; itemId: string; personId: string; at: Date },
): Promise<boolean> {
  const result = await tx`
    update council.conflicts set lifted_at = ${which.at}
    where meeting_id = ${which.meetingId} and item_id = ${which.itemId} and person_id = ${which.personId}
      and lifted_at is null and how <> 'meeting'`
  return result.count > 0
}

/** Of these papers those that everybody may open: published, and on no agenda behind closed doors. */
export const listOpenPapers = (db: Queryable, paperIds: readonly string[]): Promise<{ id: string }[]> =>
  db<{ id: string }[]>`
    select paper.id from council.papers as paper
    where paper.id = any(${paperIds as string[]}::uuid[]) and paper.state = 'published'
      and not exists (
        select from council.agenda_items as item join council.meetings as meeting on meeting.id = item.meeting_id
        where item.paper_id = paper.id and (item.closed or meeting.closed))`
