import type { Queryable, Transaction } from '#platform/db/database.ts'
import type { DeedKind, GroupState, MemberState } from './group-rules.ts'

export type HeldGroup = {
  id: string
  institutionId: string
  consultationId: string
  code: string
  state: GroupState
  title: string | null
  sampleCommentId: string | null
  nodeId: string | null
  version: number
  publishedAt: Date | null
}

const heldColumns = (db: Queryable) => db`
  id, institution_id, consultation_id, code, state, title, sample_comment_id, node_id, version, published_at`

/** In the order of their ids, so that two deeds never wait for each other. */
export const holdGroups = (tx: Transaction, ids: readonly string[]): Promise<HeldGroup[]> => tx<HeldGroup[]>`
  select ${heldColumns(tx)} from consultations.comment_groups where id = any(${ids as string[]}::uuid[])
  order by id for update`

export const findGroupByCode = async (db: Queryable, code: string): Promise<HeldGroup | null> =>
  (await db<HeldGroup[]>`select ${heldColumns(db)} from consultations.comment_groups where code = ${code}`)[0] ?? null

export type NewGroup = {
  code: string
  state: GroupState
  sampleCommentId: string
  method: number
  at: Date
  /** Null: the program. */
  by: string | null
}

/** About what its sample is about, in the language of its sample. */
export const insertGroup = (tx: Transaction, group: NewGroup): Promise<{ id: string }[]> => tx<{ id: string }[]>`
  insert into consultations.comment_groups
    (institution_id, consultation_id, code, state, sample_comment_id, node_id, article_label, lang, made_at, made_by, method,
     changed_at, published_at, confirmed_at, confirmed_by)
  select comment.institution_id, comment.consultation_id, ${group.code}, ${group.state}, comment.id, comment.node_id,
         comment.article_label, comment.lang, ${group.at}, ${group.by}, ${group.method}, ${group.at},
         case when ${group.state}::text = 'confirmed' then ${group.at}::timestamptz end,
         case when ${group.state}::text = 'confirmed' then ${group.at}::timestamptz end,
         case when ${group.state}::text = 'confirmed' then ${group.by}::uuid end
  from consultations.comments as comment where comment.id = ${group.sampleCommentId}
  returning id`

export type NewMember = { groupId: string; commentId: string; state: MemberState; likeness: number | null }

/** As their comments stand now. Whoever stood in this group before stands again. */
export async function putMembers(
  tx: Transaction,
  members: readonly NewMember[],
  { at, by }: { at: Date; by: string | null },
): Promise<void> {
  if (members.length === 0) return
  await tx`
    insert into consultations.comment_group_members
      (institution_id, group_id, comment_id, state, likeness, comment_version, shown, since, by_account_id)
    select comment.institution_id, one.group_id, comment.id, one.state, one.likeness, comment.version,
           comment.state in ('published', 'held', 'taken-down'), ${at}, ${by}
    from unnest(${members.map(({ groupId }) => groupId)}::uuid[], ${members.map(({ commentId }) => commentId)}::uuid[],
                ${members.map(({ state }) => state)}::text[],
                ${members.map(({ likeness }) => (likeness === null ? '' : String(likeness)))}::text[])
      as put (group_id, comment_id, state, said)
    cross join lateral (select put.group_id, put.comment_id, put.state, nullif(put.said, '')::real as likeness) as one
    join consultations.comments as comment on comment.id = one.comment_id
    on conflict (group_id, comment_id) do update
      set state = excluded.state, likeness = excluded.likeness, comment_version = excluded.comment_version,
          shown = excluded.shown, since = excluded.since, by_account_id = excluded.by_account_id, doubt = false,
          by_author = false`
}

export type StandingMember = {
  commentId: string
  state: 'proposed' | 'confirmed'
  likeness: number | null
  commentVersion: number
  shown: boolean
  doubt: boolean
  since: Date
  /** When the words of the comment, or its state, changed last. */
  changedAt: Date
}

export const membersOf = (db: Queryable, groupId: string): Promise<StandingMember[]> => db<StandingMember[]>`
  select member.comment_id, member.state, member.likeness, member.comment_version, member.shown, member.doubt, member.since,
         comment.changed_at
  from consultations.comment_group_members as member
  join consultations.comments as comment on comment.id = member.comment_id
  where member.group_id = ${groupId} and member.state in ('proposed', 'confirmed')
  order by member.since, member.comment_id`

export const moveMembers = (
  tx: Transaction,
  groupId: string,
  ids: readonly string[],
  move: { state: MemberState; at: Date; by: string | null; byAuthor?: boolean },
) => tx`
  update consultations.comment_group_members
  set state = ${move.state}, since = ${move.at}, by_account_id = ${move.by}, by_author = ${move.byAuthor ?? false},
      doubt = false
  where group_id = ${groupId} and comment_id = any(${ids as string[]}::uuid[])`

/** Their words are no longer like the others'; a person looks at it. */
export const doubtMember = (tx: Transaction, groupId: string, commentId: string, version: number, doubt: boolean) => tx`
  update consultations.comment_group_members set doubt = ${doubt}, comment_version = ${version}
  where group_id = ${groupId} and comment_id = ${commentId}`

export type GroupChange = Partial<{
  state: GroupState
  title: string | null
  sampleCommentId: string | null
  joinedInto: string | null
  note: string | null
  confirmedBy: string | null
}>

/** With whom confirmed it first, and when; `deed`: a person did it, and whoever read the version before is told so. */
export async function changeGroup(
  tx: Transaction,
  id: string,
  change: GroupChange,
  { at, deed }: { at: Date; deed: boolean },
): Promise<void> {
  await tx`
    update consultations.comment_groups set
      changed_at = ${at}
      ${deed ? tx`, version = version + 1` : tx``}
      ${change.state === undefined ? tx`` : tx`, state = ${change.state}`}
      ${
        change.state === 'confirmed'
          ? tx`, confirmed_at = coalesce(confirmed_at, ${at}), confirmed_by = coalesce(confirmed_by, ${change.confirmedBy ?? null}),
                 published_at = coalesce(published_at, ${at})`
          : tx``
      }
      ${change.state === 'dissolved' ? tx`, confirmed_at = null, confirmed_by = null` : tx``}
      ${change.title === undefined ? tx`` : tx`, title = ${change.title}`}
      ${change.sampleCommentId === undefined ? tx`` : tx`, sample_comment_id = ${change.sampleCommentId}`}
      ${change.joinedInto === undefined ? tx`` : tx`, joined_into = ${change.joinedInto}`}
      ${change.note === undefined ? tx`` : tx`, note = ${change.note}`}
    where id = ${id}`
}

/** Counts what stands. Gives those that had been counted otherwise. */
export const recountGroups = (tx: Transaction, ids: readonly string[]): Promise<{ id: string }[]> => tx<
  { id: string }[]
>`
  update consultations.comment_groups as grouped
  set confirmed_count = counted.confirmed, proposed_count = counted.proposed, doubt_count = counted.doubts
  from (
    select one.id, count(*) filter (where member.state = 'confirmed')::int as confirmed,
           count(*) filter (where member.state = 'proposed')::int as proposed,
           count(*) filter (where member.state = 'confirmed' and member.doubt)::int as doubts
    from unnest(${ids as string[]}::uuid[]) as one (id)
    left join consultations.comment_group_members as member on member.group_id = one.id
    group by one.id) as counted
  where grouped.id = counted.id
    and (grouped.confirmed_count, grouped.proposed_count, grouped.doubt_count)
      is distinct from (counted.confirmed, counted.proposed, counted.doubts)
  returning grouped.id`

export const listGroupIds = (db: Queryable, consultationId: string): Promise<{ id: string }[]> => db<{ id: string }[]>`
  select id from consultations.comment_groups where consultation_id = ${consultationId} and state <> 'dissolved' order by id`

export type KeptDeed = {
  id: string
  institutionId: string
  consultationId: string
  kind: DeedKind
  before: { groups: GroupBefore[]; members: MemberBefore[] }
  afterVersions: Record<string, number>
}
export type GroupBefore = {
  id: string
  state: GroupState
  title: string | null
  sample: string | null
  confirmedAt: string | null
  confirmedBy: string | null
  note: string | null
}
export type MemberBefore = {
  groupId: string
  commentId: string
  state: MemberState
  likeness: number | null
  since: string
  by: string | null
  doubt: boolean
}

/** How these groups stand now, all members that ever were in them. */
export const snapshotOf = (tx: Transaction, ids: readonly string[]): Promise<KeptDeed['before'][]> =>
  tx<KeptDeed['before'][]>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', id, 'state', state, 'title', title, 'sample', sample_comment_id, 'confirmedAt', confirmed_at,
         'confirmedBy', confirmed_by, 'note', note) order by id), '[]')
       from consultations.comment_groups where id = any(${ids as string[]}::uuid[])) as groups,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'groupId', group_id, 'commentId', comment_id, 'state', state, 'likeness', likeness, 'since', since,
         'by', by_account_id, 'doubt', doubt) order by group_id, comment_id), '[]')
       from consultations.comment_group_members where group_id = any(${ids as string[]}::uuid[])) as members`

export async function keepDeed(
  tx: Transaction,
  deed: {
    institutionId: string
    consultationId: string
    kind: DeedKind
    at: Date
    by: string | null
    before: KeptDeed['before']
    groups: readonly string[]
  },
): Promise<void> {
  await tx`
    insert into consultations.comment_group_deeds
      (institution_id, consultation_id, kind, at, by_account_id, before, after_versions)
    select ${deed.institutionId}, ${deed.consultationId}, ${deed.kind}, ${deed.at}, ${deed.by}, ${tx.json(deed.before)}::jsonb,
           jsonb_object_agg(id, version)
    from consultations.comment_groups where id = any(${deed.groups as string[]}::uuid[])`
}

/** The last thing that somebody did with the groups of a consultation and that stands. */
export const findLastDeed = async (db: Queryable, consultationId: string): Promise<KeptDeed | null> =>
  (
    await db<KeptDeed[]>`
      select id, institution_id, consultation_id, kind, before, after_versions from consultations.comment_group_deeds
      where consultation_id = ${consultationId} and undone_at is null order by id desc limit 1`
  )[0] ?? null

export const endDeed = (tx: Transaction, id: string, at: Date) =>
  tx`update consultations.comment_group_deeds set undone_at = ${at} where id = ${id}`

/** Of these comments, those that a person has put into another group meanwhile. */
export const countConfirmedElsewhere = async (
  tx: Transaction,
  ids: readonly string[],
  groups: readonly string[],
): Promise<number> =>
  (
    await tx<{ count: number }[]>`
      select count(*)::int as count from consultations.comment_group_members
      where comment_id = any(${ids as string[]}::uuid[]) and not group_id = any(${groups as string[]}::uuid[])
        and state = 'confirmed'`
  )[0]?.count ?? 0

/** What the program has proposed elsewhere meanwhile gives way. Gives the groups that this touches. */
export const leaveElsewhere = (
  tx: Transaction,
  ids: readonly string[],
  groups: readonly string[],
): Promise<{ groupId: string }[]> => tx<{ groupId: string }[]>`
  update consultations.comment_group_members set state = 'left'
  where comment_id = any(${ids as string[]}::uuid[]) and not group_id = any(${groups as string[]}::uuid[])
    and state = 'proposed'
  returning group_id`

/** As it was; those that have been taken back since stay away. */
export async function restoreGroups(
  tx: Transaction,
  before: KeptDeed['before'],
  groups: readonly string[],
  at: Date,
): Promise<void> {
  await tx`
    update consultations.comment_group_members set state = 'moved'
    where group_id = any(${groups as string[]}::uuid[]) and state in ('proposed', 'confirmed')
      and not group_id = any(${before.groups.map(({ id }) => id)}::uuid[])`
  // First out, then in: a comment stands in one group alone.
  for (const standing of [false, true]) {
    await tx`
      update consultations.comment_group_members as member
      set state = was.state, likeness = was.likeness, since = was.since::timestamptz, by_account_id = was.by::uuid,
          doubt = was.doubt
      from jsonb_to_recordset(${tx.json(before.members)}::jsonb)
        as was ("groupId" uuid, "commentId" uuid, state text, likeness real, since text, by text, doubt boolean)
      where member.group_id = was."groupId" and member.comment_id = was."commentId" and member.state <> 'left'
        and (was.state in ('proposed', 'confirmed')) = ${standing}`
  }
  await tx`
    update consultations.comment_groups as grouped
    set state = was.state, title = was.title, sample_comment_id = was.sample, confirmed_at = was."confirmedAt"::timestamptz,
        confirmed_by = was."confirmedBy"::uuid, note = was.note, joined_into = null, version = version + 1, changed_at = ${at}
    from jsonb_to_recordset(${tx.json(before.groups)}::jsonb)
      as was (id uuid, state text, title text, sample uuid, "confirmedAt" text, "confirmedBy" text, note text)
    where grouped.id = was.id`
  await tx`
    update consultations.comment_groups set state = 'dissolved', confirmed_at = null, confirmed_by = null,
        version = version + 1, changed_at = ${at}
    where id = any(${groups as string[]}::uuid[]) and not id = any(${before.groups.map(({ id }) => id)}::uuid[])`
}
