import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { RecordRow } from '#platform/ledger/record-kind.ts'

export type ReplyState = 'published' | 'withdrawn' | 'taken-down'

export type YearReply = {
  id: string
  institutionId: string
  year: number
  state: ReplyState
  version: number
  /** Null: withdrawn or taken down. */
  words: string | null
  role: string
  publishedAt: Date
  saidAt: Date
  withdrawnAt: Date | null
}

/** As everybody reads them: of a year, of all institutions or of one. */
export const listReplies = (db: Queryable, year: number, institutionId: string | null): Promise<YearReply[]> => db<
  YearReply[]
>`
  select reply.id, reply.institution_id, reply.year, reply.state, reply.version, reply.published_at, reply.withdrawn_at,
         case when reply.state = 'published' then version.words end as words, version.role, version.published_at as said_at
  from consultations.year_replies as reply
  join consultations.year_reply_versions as version on version.reply_id = reply.id and version.n = reply.version
  where reply.year = ${year} and reply.state in ('published', 'withdrawn')
    ${institutionId === null ? db`` : db`and reply.institution_id = ${institutionId}`}
  order by reply.institution_id limit 2000`

export type ReplyVersion = { replyId: string; n: number; words: string; role: string; publishedAt: Date }

/** What was said before, of replies that stand. */
export const listEarlierReplies = (db: Queryable, ids: readonly string[]): Promise<ReplyVersion[]> => db<
  ReplyVersion[]
>`
  select version.reply_id, version.n, version.words, version.role, version.published_at
  from consultations.year_reply_versions as version
  join consultations.year_replies as reply
    on reply.id = version.reply_id and reply.state = 'published' and version.n < reply.version
  where version.reply_id = any(${ids as string[]}::uuid[]) order by version.reply_id, version.n desc limit 2000`

export type HeldReply = {
  id: string
  state: ReplyState
  stateBefore: 'published' | 'withdrawn' | null
  version: number
}

/** Nobody else changes it before the deed ends. */
export const holdReply = async (tx: Transaction, institutionId: string, year: number): Promise<HeldReply | null> =>
  one(
    await tx<HeldReply[]>`
      select id, state, state_before, version from consultations.year_replies
      where institution_id = ${institutionId} and year = ${year} for update`,
  )

export const holdReplyById = async (tx: Transaction, id: string): Promise<HeldReply | null> =>
  one(
    await tx<HeldReply[]>`
      select id, state, state_before, version from consultations.year_replies where id = ${id} for update`,
  )

export const findReplyForm = async (db: Queryable, formId: string): Promise<{ replyId: string } | null> =>
  one(await db<{ replyId: string }[]>`select reply_id from consultations.year_reply_versions where form_id = ${formId}`)

export type NewReply = {
  institutionId: string
  year: number
  words: string
  role: string
  lang: 'sq' | 'en'
  at: Date
  by: string | null
  formId: string | null
}

/** The next wording; the reply stands, whether it had been withdrawn or not. */
export async function putReply(tx: Transaction, reply: NewReply): Promise<string> {
  const { institutionId, year, words, role, lang, at, by, formId } = reply
  const row = one(
    await tx<{ id: string; version: number }[]>`
      insert into consultations.year_replies (institution_id, year, lang, state, version, published_at, changed_at)
      values (${institutionId}, ${year}, ${lang}, 'published', 1, ${at}, ${at})
      on conflict (institution_id, year) do update
      set state = 'published', lang = excluded.lang, version = year_replies.version + 1, changed_at = excluded.changed_at,
          withdrawn_at = null
      returning id, version`,
  )
  if (!row) throw new Error('A reply was neither begun nor changed')
  await tx`
    insert into consultations.year_reply_versions (institution_id, reply_id, n, words, role, published_at, published_by, form_id)
    values (${institutionId}, ${row.id}, ${row.version}, ${words}, ${role}, ${at}, ${by}, ${formId})`
  return row.id
}

export async function setReplyWithdrawn(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update consultations.year_replies set state = 'withdrawn', withdrawn_at = ${at}, changed_at = ${at} where id = ${id}`
}

export async function takeReply(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update consultations.year_replies set state_before = state, state = 'taken-down', changed_at = ${at} where id = ${id}`
}

export async function restoreReply(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update consultations.year_replies set state = state_before, state_before = null, changed_at = ${at} where id = ${id}`
}

export type ReplyName = { id: string; institutionId: string; institutionSlug: string; year: number; state: ReplyState }

export const listReplyNames = (db: Queryable, ids: readonly string[]): Promise<ReplyName[]> => db<ReplyName[]>`
  select reply.id, reply.institution_id, institution.slug as institution_slug, reply.year, reply.state
  from consultations.year_replies as reply join platform.institutions as institution on institution.id = reply.institution_id
  where reply.id = any(${ids as string[]}::uuid[])`

/** The reply as it stands; while it does, what was said in its place before. */
const records = (db: Queryable) => db`
  select reply.id, reply.institution_id, reply.institution_slug as institution, to_jsonb(public) as record
  from consultations.published_year_replies as reply
  cross join lateral (
    select reply.institution_id, reply.kind, reply.lang, reply.title, reply.body, reply.published_at, reply.changed_at,
           reply.state, reply.topics, reply.places, reply.year, reply.version, reply.role, reply.said_at, reply.withdrawn_at,
           (select coalesce(jsonb_agg(jsonb_build_object('n', earlier.n, 'words', earlier.words, 'role', earlier.role,
                     'published_at', earlier.published_at) order by earlier.n), '[]')
            from consultations.year_reply_versions as earlier
            where reply.state = 'published' and earlier.reply_id = reply.id and earlier.n < reply.version) as earlier) as public`

export const findReplyRecords = (db: Queryable, ids: readonly string[]): Promise<RecordRow[]> =>
  db<RecordRow[]>`${records(db)} where ${amongIds(db, 'reply.id', ids)}`

export const listReplyRecords = (db: Queryable, after: string | null, limit: number): Promise<RecordRow[]> =>
  db<RecordRow[]>`
    ${records(db)} ${after === null ? db`` : db`where reply.id > ${after}`} order by reply.id limit ${limit}`
