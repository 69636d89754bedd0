import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { LinkKind } from './link-rules.ts'

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
