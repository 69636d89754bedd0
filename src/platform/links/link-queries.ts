import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { BondKind, BondView, LinkKind } from './link-rules.ts'

export type Link = { id: string; institutionId: string; fromRef: string; toRef: string; kind: LinkKind; at: Date }

/** The id, or null where the same link stands already. */
export async function insertLink(
  tx: Transaction,
  link: Omit<Link, 'id'> & { byAccountId: string | null },
): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into platform.links (institution_id, from_ref, to_ref, kind, by_account_id, at)
      values (${link.institutionId}, ${link.fromRef}, ${link.toRef}, ${link.kind}, ${link.byAccountId}, ${link.at})
      on conflict (from_ref, to_ref, kind) where ended_at is null do nothing
      returning id`,
  )
  return row?.id ?? null
}

/** The link that ended, or null where none stood. */
export const endLinkRow = async (
  tx: Transaction,
  link: Pick<Link, 'fromRef' | 'toRef' | 'kind'> & { byAccountId: string | null; at: Date; reason: string | null },
): Promise<{ id: string } | null> =>
  one(
    await tx<{ id: string }[]>`
      update platform.links set ended_at = ${link.at}, ended_by_account_id = ${link.byAccountId}, reason = ${link.reason}
      where from_ref = ${link.fromRef} and to_ref = ${link.toRef} and kind = ${link.kind} and ended_at is null
      returning id`,
  )

/** All links that stand at these records, whichever way they point. */
export const listLinks = (db: Queryable, refs: readonly string[]): Promise<Link[]> =>
  db<Link[]>`
    select id, institution_id, from_ref, to_ref, kind, at from platform.links
    where from_ref = any(${refs as string[]}) and ended_at is null
    union
    select id, institution_id, from_ref, to_ref, kind, at from platform.links
    where to_ref = any(${refs as string[]}) and ended_at is null
    order by at, id`

/** Links whose one end is among these records and whose other end is of this kind: the meetings of a consultation. */
export const listLinksTo = (
  db: Queryable,
  toRef: string,
  { kind, from }: { kind: LinkKind; from: string },
): Promise<Link[]> =>
  db<Link[]>`
    select id, institution_id, from_ref, to_ref, kind, at from platform.links
    where to_ref = ${toRef} and kind = ${kind} and split_part(from_ref, ':', 1) = ${from} and ended_at is null
    order by at, id`

export type Edge = { fromRef: string; toRef: string; kind: LinkKind | BondKind }

/** Links that stand, and the bonds of modules beside them. The names of views are written in the program, never typed. */
const edges = (db: Queryable, views: readonly BondView[]) =>
  views.reduce(
    (so, view) => db`${so} union all select from_ref, to_ref, kind from ${db(view)}`,
    db`select from_ref, to_ref, kind from platform.links where ended_at is null`,
  )

/**
 * All bonds among what is reached from a record over them, whichever way they point, nearest first: no further than so many
 * steps, and no more than so many records looked at. One question.
 */
export const listReachableEdges = (
  db: Queryable,
  ref: string,
  { views, steps, limit }: { views: readonly BondView[]; steps: number; limit: number },
): Promise<Edge[]> =>
  db<Edge[]>`
    with recursive reach (ref, depth) as (
      select ${ref}::text, 0
      union
      select near.ref, reach.depth + 1 from reach
      cross join lateral (
        select edge.to_ref as ref from (${edges(db, views)}) as edge where edge.from_ref = reach.ref
        union
        select edge.from_ref from (${edges(db, views)}) as edge where edge.to_ref = reach.ref
      ) as near
      where reach.depth < ${steps}
    ), known as (
      select distinct nearest.ref from (select reach.ref from reach limit ${limit}) as nearest
    )
    select distinct edge.from_ref, edge.to_ref, edge.kind from known
    cross join lateral (
      select one.from_ref, one.to_ref, one.kind from (${edges(db, views)}) as one where one.from_ref = known.ref) as edge
    where edge.to_ref in (select known.ref from known)
    order by edge.from_ref, edge.to_ref, edge.kind`

export type LinkEnds = { id: string; fromRef: string; toRef: string }

/** Links that stand, in the order of their ids: for the look at both of their ends. */
export const listLinkEnds = (db: Queryable, after: string | null, limit: number): Promise<LinkEnds[]> =>
  db<LinkEnds[]>`
    select id, from_ref, to_ref from platform.links
    where ended_at is null ${after === null ? db`` : db`and id > ${after}`}
    order by id limit ${limit}`
