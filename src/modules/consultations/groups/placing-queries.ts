import type { Queryable, Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'

/** A comment whose newest wording has not been compared yet. */
export type Unplaced = {
  id: string
  version: number
  lang: Lang
  nodeId: string | null
  articleLabel: string | null
  body: string
  suggestion: string | null
  shown: boolean
  /** Where it stands already: its words were changed. */
  groupId: string | null
  memberState: 'proposed' | 'confirmed' | null
}

export const listUnplaced = (
  db: Queryable,
  consultationId: string,
  method: number,
  limit: number,
): Promise<Unplaced[]> => db<Unplaced[]>`
  select comment.id, comment.version, comment.lang, comment.node_id, comment.article_label, version.body, version.suggestion,
         comment.state in ('published', 'held') as shown, member.group_id, member.state as member_state
  from consultations.comments as comment
  join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
  left join consultations.comment_group_members as member
    on member.comment_id = comment.id and member.state in ('proposed', 'confirmed')
  where comment.consultation_id = ${consultationId} and comment.confirmed_at is not null
    and comment.state in ('waiting', 'published', 'held')
    and not exists (
      select from consultations.comment_likeness as known
      where known.consultation_id = ${consultationId} and known.comment_id = comment.id and known.n = comment.version
        and known.method >= ${method})
  order by comment.confirmed_at, comment.id
  limit ${limit}`

/** Taken back or erased since, and still counted in a group. */
export const listGone = (db: Queryable, consultationId: string): Promise<{ id: string; groupId: string }[]> => db<
  { id: string; groupId: string }[]
>`
  select member.comment_id as id, member.group_id
  from consultations.comment_groups as grouped
  join consultations.comment_group_members as member
    on member.group_id = grouped.id and member.state in ('proposed', 'confirmed')
  join consultations.comments as comment on comment.id = member.comment_id
  where grouped.consultation_id = ${consultationId} and comment.state in ('withdrawn', 'erased')
  order by member.group_id, member.comment_id`

/** Whose place everybody reads now, or no longer: the groups whose list changes by it. */
export const showMembers = (tx: Transaction, consultationId: string): Promise<{ groupId: string }[]> => tx<
  { groupId: string }[]
>`
  with changed as (
    update consultations.comment_group_members as member
    set shown = comment.state in ('published', 'held', 'taken-down')
    from consultations.comments as comment, consultations.comment_groups as grouped
    where grouped.consultation_id = ${consultationId} and member.group_id = grouped.id and comment.id = member.comment_id
      and member.state in ('proposed', 'confirmed')
      and member.shown <> (comment.state in ('published', 'held', 'taken-down'))
    returning member.group_id)
  select distinct group_id from changed order by group_id`

/** What newcomers are compared with: a sample, or a comment in no group, by the keys that they share. */
export type Leader = {
  id: string
  lang: Lang
  nodeId: string | null
  body: string
  suggestion: string | null
  groupId: string | null
}

export const listLeaders = (
  db: Queryable,
  consultationId: string,
  keys: readonly string[],
  most: number,
): Promise<Leader[]> => db<Leader[]>`
  with near as (
    select band.comment_id, count(*) as keys from consultations.comment_band_keys as band
    where band.consultation_id = ${consultationId} and band.key = any(${keys as string[]}::bigint[])
    group by band.comment_id
    order by 2 desc, 1 limit ${most})
  select comment.id, comment.lang, comment.node_id, version.body, version.suggestion, member.group_id
  from near
  join consultations.comments as comment on comment.id = near.comment_id
    and comment.state in ('waiting', 'published', 'held')
  join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
  left join consultations.comment_group_members as member
    on member.comment_id = comment.id and member.state in ('proposed', 'confirmed')
  left join consultations.comment_groups as grouped on grouped.id = member.group_id
  where member.group_id is null or grouped.sample_comment_id = comment.id
  order by comment.id`

/** Whom somebody said they do not belong with, as what leads there today. */
export const listApart = (db: Queryable, ids: readonly string[]): Promise<{ id: string; leaderId: string }[]> => db<
  { id: string; leaderId: string }[]
>`
  select distinct mine.comment_id as id, coalesce(grouped.sample_comment_id, other.comment_id) as leader_id
  from consultations.comment_group_members as mine
  join consultations.comment_group_members as other
    on other.group_id = mine.group_id and other.comment_id <> mine.comment_id
  left join consultations.comment_group_members as stands
    on stands.comment_id = other.comment_id and stands.state in ('proposed', 'confirmed')
  left join consultations.comment_groups as grouped on grouped.id = stands.group_id
  where mine.comment_id = any(${ids as string[]}::uuid[]) and (mine.state = 'refused' or other.state = 'refused')
  order by 1, 2`

/** The words of the text that comments may quote, and of which version: it never changes. */
export const findLaw = async (
  db: Queryable,
  consultationId: string,
): Promise<{ versionId: string; words: string[] } | null> => {
  const [row] = await db<{ versionId: string; words: string[] }[]>`
    select version.id as version_id,
           (select coalesce(array_agg(node.body order by node.ordinal), '{}') from platform.text_nodes as node
            where node.version_id = version.id and node.body <> '') as words
    from consultations.consultations as consultation
    join platform.text_versions as version on version.text_id = consultation.text_id and version.state = 'published'
    where consultation.id = ${consultationId}
    order by version.n desc limit 1`
  return row ?? null
}

export type Placed = { id: string; version: number }

export async function keepLikeness(
  tx: Transaction,
  consultationId: string,
  method: number,
  at: Date,
  placed: readonly Placed[],
): Promise<void> {
  if (placed.length === 0) return
  await tx`
    insert into consultations.comment_likeness (comment_id, n, consultation_id, method, placed_at)
    select one.id, one.n, ${consultationId}, ${method}, ${at}
    from unnest(${placed.map(({ id }) => id)}::uuid[], ${placed.map(({ version }) => version)}::int[]) as one (id, n)
    on conflict (comment_id) do update set n = excluded.n, method = excluded.method, placed_at = excluded.placed_at`
  await tx`
    delete from consultations.comment_band_keys where comment_id = any(${placed.map(({ id }) => id)}::uuid[])`
}

export async function insertKeys(
  tx: Transaction,
  consultationId: string,
  leaders: readonly { id: string; keys: readonly number[] }[],
): Promise<void> {
  const rows = leaders.flatMap(({ id, keys }) => keys.map((key) => ({ id, key: String(key) })))
  if (rows.length === 0) return
  await tx`
    insert into consultations.comment_band_keys (consultation_id, key, comment_id)
    select ${consultationId}, one.key, one.id
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ key }) => key)}::bigint[]) as one (id, key)
    on conflict do nothing`
}

/** The words that a member is compared with: the sample's, or, for the sample itself, those of the member most like it. */
export const findToCompare = async (
  db: Queryable,
  groupId: string,
  commentId: string,
): Promise<Omit<Leader, 'groupId'> | null> =>
  (
    await db<Omit<Leader, 'groupId'>[]>`
      select comment.id, comment.lang, comment.node_id, version.body, version.suggestion
      from consultations.comment_groups as grouped
      join consultations.comment_group_members as member
        on member.group_id = grouped.id and member.state in ('proposed', 'confirmed') and member.comment_id <> ${commentId}
      join consultations.comments as comment on comment.id = member.comment_id
        and comment.state in ('waiting', 'published', 'held')
      join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
      where grouped.id = ${groupId}
      order by comment.id = grouped.sample_comment_id desc, member.state, member.likeness desc nulls last, comment.id
      limit 1`
  )[0] ?? null

/** Compared anew at the next run. */
export const forgetPlaced = (tx: Transaction, ids: readonly string[]) =>
  tx`delete from consultations.comment_likeness where comment_id = any(${ids as string[]}::uuid[])`

/** Tells the planner how many have been placed. */
export const countPlaced = (db: Queryable): Promise<unknown> => db`
  analyze consultations.comment_likeness, consultations.comment_band_keys`

/** Consultations in which somebody may still comment, or whose comments wait to be placed: for the check of the night. */
export const listConsultationsWithComments = (db: Queryable): Promise<{ id: string }[]> => db<{ id: string }[]>`
  select consultation.id from consultations.consultations as consultation
  where consultation.state in ('published', 'cancelled')
    and exists (select from consultations.comments as comment
                where comment.consultation_id = consultation.id and comment.confirmed_at is not null)
  order by consultation.id`
