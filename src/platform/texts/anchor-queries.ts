import { one, type Queryable, type Transaction } from '../db/database.ts'
import type { AnchorPlace } from './compare/comparison.ts'

/** Where what somebody said about an earlier version stands in a later one. */
export type StoredPlace = {
  subject: string
  versionId: string
  nodeId: string | null
  outcome: AnchorPlace['outcome']
  /** Of a quotation: code points in `anchorForm` of the words of the node, half-open. Null: the node as a whole. */
  startAt: number | null
  endAt: number | null
  likeness: number
  certain: boolean
  confirmedBy: string | null
  confirmedAt: Date | null
}

const columns = (db: Queryable) => db`
  subject, version_id, node_id, outcome, start_at, end_at, likeness, certain, confirmed_by, confirmed_at`

export const findAnchorPlaces = (
  db: Queryable,
  versionId: string,
  subjects: readonly string[],
): Promise<StoredPlace[]> => db<StoredPlace[]>`
  select ${columns(db)} from platform.anchor_places
  where version_id = ${versionId} and subject = any(${subjects as string[]}::text[])
  order by subject`

/** What waits for a person, by reference; from `after` on. */
export const listOpenPlaces = (
  db: Queryable,
  versionId: string,
  after: string | null,
  limit: number,
): Promise<StoredPlace[]> => db<StoredPlace[]>`
  select ${columns(db)} from platform.anchor_places
  where version_id = ${versionId} and not certain and confirmed_at is null
    ${after === null ? db`` : db`and subject > ${after}`}
  order by subject limit ${limit}`

export const countOpenPlaces = async (db: Queryable, versionId: string): Promise<number> =>
  one(
    await db<{ count: number }[]>`
      select count(*)::int as count from platform.anchor_places
      where version_id = ${versionId} and not certain and confirmed_at is null`,
  )?.count ?? 0

export const countPlaces = (
  db: Queryable,
  versionId: string,
): Promise<{ outcome: AnchorPlace['outcome']; count: number }[]> => db`
  select outcome, count(*)::int as count from platform.anchor_places where version_id = ${versionId} group by outcome`

export type NewPlace = AnchorPlace & { subject: string }

/** What has its place already keeps it: the job may run twice, and a person may have decided meanwhile. */
export async function insertPlaces(
  tx: Transaction,
  { institutionId, versionId, at }: { institutionId: string; versionId: string; at: Date },
  places: readonly NewPlace[],
): Promise<string[]> {
  const column = <Value>(of: (place: NewPlace) => Value) => places.map(of)
  const rows = await tx<{ subject: string }[]>`
    insert into platform.anchor_places
      (subject, version_id, institution_id, node_id, outcome, start_at, end_at, likeness, certain, found_at)
    select subject, ${versionId}, ${institutionId}, node_id, outcome, start_at, end_at, likeness, certain, ${at}
    from unnest(
      ${column((place) => place.subject)}::text[], ${column((place) => place.nodeId)}::uuid[],
      ${column((place) => place.outcome)}::text[], ${column((place) => place.place?.start ?? null)}::int[],
      ${column((place) => place.place?.end ?? null)}::int[], ${column((place) => place.likeness)}::real[],
      ${column((place) => String(place.certain))}::text[]::boolean[]
    ) as place (subject, node_id, outcome, start_at, end_at, likeness, certain)
    on conflict (subject, version_id) do nothing
    returning subject`
  return rows.map(({ subject }) => subject)
}

export async function holdPlace(tx: Transaction, versionId: string, subject: string): Promise<StoredPlace | null> {
  return one(
    await tx<StoredPlace[]>`
      select ${columns(tx)} from platform.anchor_places
      where version_id = ${versionId} and subject = ${subject} for update`,
  )
}

export async function setPlace(
  tx: Transaction,
  place: Pick<StoredPlace, 'subject' | 'versionId' | 'nodeId' | 'outcome' | 'startAt' | 'endAt'>,
  by: { accountId: string; at: Date },
): Promise<void> {
  await tx`
    update platform.anchor_places
    set node_id = ${place.nodeId}, outcome = ${place.outcome}, start_at = ${place.startAt}, end_at = ${place.endAt},
      confirmed_by = ${by.accountId}, confirmed_at = ${by.at}
    where version_id = ${place.versionId} and subject = ${place.subject}`
}
