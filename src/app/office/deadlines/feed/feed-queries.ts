import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Deadline } from '#platform/deadlines/deadline-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'

export type Feed = { id: string; createdAt: Date; tokenDigest: Buffer }

/** The address of an official's calendar that stands. */
export const findFeed = async (db: Queryable, accountId: string): Promise<Feed | null> =>
  one(
    await db<Feed[]>`
      select id, created_at, token_digest from platform.deadline_feeds
      where account_id = ${accountId} and ended_at is null`,
  )

/** Whoever renews it twice at once does so one after the other. */
export async function holdFeeds(tx: Transaction, accountId: string): Promise<void> {
  await tx`select from platform.accounts where id = ${accountId} for update`
}

export async function insertFeed(
  tx: Transaction,
  feed: { id: string; accountId: string; tokenDigest: Buffer; now: Date },
): Promise<void> {
  await tx`
    insert into platform.deadline_feeds (id, account_id, token_digest, created_at)
    values (${feed.id}, ${feed.accountId}, ${feed.tokenDigest}, ${feed.now})`
}

export async function endFeedRow(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx`update platform.deadline_feeds set ended_at = ${now} where id = ${id} and ended_at is null`
}

/** Whose calendar an address is; null for one that was ended, and for people who have left. */
export async function findFeedOwner(db: Queryable, digest: Buffer, now: Date): Promise<FeedOwner | null> {
  return one(
    await db<FeedOwner[]>`
      select account.id, account.name,
             (select coalesce(jsonb_agg(jsonb_build_object(
                'institutionId', role.institution_id, 'role', role.role, 'bodyId', role.body_id)), '[]')
              from platform.roles as role
              where role.account_id = account.id and role.institution_id is not null
                and role.valid_from <= ${now} and (role.valid_to is null or role.valid_to > ${now})) as grants
      from platform.deadline_feeds as feed join platform.accounts as account on account.id = feed.account_id
      where feed.token_digest = ${digest} and feed.ended_at is null and account.ended_at is null`,
  )
}

export type FeedOwner = { id: string; name: string; grants: FeedGrant[] }
export type FeedGrant = { institutionId: string; role: string; bodyId: string | null }

export type FeedRow = Pick<
  Deadline,
  'id' | 'institutionId' | 'subject' | 'slot' | 'unit' | 'startedOn' | 'workBy' | 'dueOn' | 'dueAt' | 'version'
> & { institution: string; changedAt: Date }

/**
 * What runs and is theirs, in institutions where they still work: held by them, or by nobody and given to a role or unit of
 * theirs. What was missed longer ago than `since` is no news for a calendar.
 */
export function listFeed(
  db: Queryable,
  lang: Lang,
  { id, grants }: Pick<FeedOwner, 'id' | 'grants'>,
  { since, limit }: { since: Date; limit: number },
): Promise<FeedRow[]> {
  const housed = grants.filter(({ bodyId }) => bodyId === null)
  const units = grants.flatMap(({ bodyId }) => bodyId ?? [])
  return db<FeedRow[]>`
    select deadline.id, deadline.institution_id, deadline.subject, deadline.slot, deadline.started_on, deadline.work_by,
           deadline.due_on, deadline.due_at, deadline.unit, deadline.version, deadline.changed_at,
           platform.institution_name(deadline.institution_id, ${lang}, current_date) as institution
    from platform.deadlines as deadline
    where deadline.state = 'running' and deadline.due_at >= ${since}
      and deadline.institution_id = any(${grants.map((grant) => grant.institutionId)}::uuid[])
      and (deadline.holder_id = ${id}
        or (deadline.holder_id is null and (
          (deadline.institution_id, deadline.role) in (
            select held.institution_id, held.role
            from unnest(${housed.map((grant) => grant.institutionId)}::uuid[], ${housed.map((grant) => grant.role)}::text[])
              as held (institution_id, role))
          or deadline.body_id = any(${units}::uuid[]))))
    order by deadline.work_by, deadline.id limit ${limit}`
}
