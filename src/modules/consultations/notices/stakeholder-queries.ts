import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import { likePattern } from '#platform/lists/like-pattern-rules.ts'
import type { SenderKind } from '../comments/comment-rules.ts'
import type { StakeholderGround } from './notice-rules.ts'

export type StakeholderFields = {
  name: string
  kind: SenderKind
  email: string
  lang: 'sq' | 'en'
  source: string
  ground: StakeholderGround
  consentOn: string | null
  keepUntil: string
}

export type Stakeholder = StakeholderFields & {
  id: string
  institutionId: string
  leftAt: Date | null
  version: number
  topicIds: string[]
}

const columns = (db: Queryable) => db`
  one.id, one.institution_id, one.name, one.kind, one.email, one.lang, one.source, one.ground, one.consent_on,
  one.keep_until, one.left_at, one.version,
  (select coalesce(array_agg(topic.topic_id order by topic.topic_id), '{}') from consultations.stakeholder_topics as topic
   where topic.stakeholder_id = one.id) as topic_ids`

export const findStakeholder = async (db: Queryable, id: string): Promise<Stakeholder | null> =>
  one(await db<Stakeholder[]>`select ${columns(db)} from consultations.stakeholders as one where one.id = ${id}`)

export async function holdStakeholder(tx: Transaction, id: string): Promise<Stakeholder | null> {
  await tx`select from consultations.stakeholders where id = ${id} for update`
  return findStakeholder(tx, id)
}

export type StakeholderFilter = {
  /** Null: all institutions. */
  institutions: readonly string[] | null
  words: string
  kind: SenderKind | null
  topicId: string | null
  after: { name: string; id: string } | null
  limit: number
}

/** By name, by key. */
export const listStakeholders = (db: Queryable, filter: StakeholderFilter): Promise<Stakeholder[]> =>
  db<Stakeholder[]>`
    select ${columns(db)} from consultations.stakeholders as one
    where true
      ${filter.institutions ? db`and one.institution_id = any(${filter.institutions as string[]}::uuid[])` : db``}
      ${filter.kind ? db`and one.kind = ${filter.kind}` : db``}
      ${
        filter.words
          ? db`and (platform.plain(one.name) like ${likePattern(filter.words)} or one.email like ${likePattern(filter.words)})`
          : db``
      }
      ${
        filter.topicId
          ? db`and one.id in (select stakeholder_id from consultations.stakeholder_topics where topic_id = ${filter.topicId})`
          : db``
      }
      ${filter.after ? db`and (one.name, one.id) > (${filter.after.name}, ${filter.after.id})` : db``}
    order by one.name, one.id limit ${filter.limit}`

export type NewStakeholder = StakeholderFields & {
  id?: string | undefined
  institutionId: string
  leaveToken: string
  importId: string | null
  at: Date
  by: string | null
}

/** Null: this address, or this very form, stands there already. */
export async function insertStakeholder(tx: Transaction, given: NewStakeholder): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into consultations.stakeholders
        (id, institution_id, name, kind, email, lang, source, ground, consent_on, keep_until, leave_token, import_id,
         created_at, created_by, changed_at)
      values
        (coalesce(${given.id ?? null}::uuid, gen_random_uuid()), ${given.institutionId}, ${given.name}, ${given.kind},
         ${given.email}, ${given.lang}, ${given.source}, ${given.ground}, ${given.consentOn}, ${given.keepUntil},
         ${given.leaveToken}, ${given.importId}, ${given.at}, ${given.by}, ${given.at})
      on conflict do nothing returning id`,
  )
  return row?.id ?? null
}

/** False: another one has this address. */
export async function updateStakeholder(tx: Transaction, id: string, fields: StakeholderFields, at: Date) {
  const rows = await tx`
    update consultations.stakeholders as one set
      name = ${fields.name}, kind = ${fields.kind}, email = ${fields.email}, lang = ${fields.lang},
      source = ${fields.source}, ground = ${fields.ground}, consent_on = ${fields.consentOn},
      keep_until = ${fields.keepUntil}, changed_at = ${at}, version = version + 1, import_id = null
    where one.id = ${id} and not exists (
      select from consultations.stakeholders as other
      where other.institution_id = one.institution_id and other.email = ${fields.email} and other.id <> one.id)
    returning one.id`
  return rows.length > 0
}

export async function setStakeholderTopics(tx: Transaction, id: string, topicIds: readonly string[]): Promise<void> {
  await tx`
    delete from consultations.stakeholder_topics
    where stakeholder_id = ${id} and topic_id <> all(${topicIds as string[]}::uuid[])`
  await tx`
    insert into consultations.stakeholder_topics (stakeholder_id, topic_id)
    select ${id}, topic.id from platform.topics as topic where topic.id = any(${topicIds as string[]}::uuid[])
    on conflict do nothing`
}

export async function eraseStakeholderRow(tx: Transaction, id: string): Promise<boolean> {
  return (await tx`delete from consultations.stakeholders where id = ${id} returning id`).length > 0
}

/** What an import added and nobody has changed or written to since. */
export const removeImported = async (tx: Transaction, importId: string): Promise<number> => {
  const rows = await tx`
    delete from consultations.stakeholders as one
    where one.import_id = ${importId} and one.left_at is null
      and not exists (select from consultations.invitations where stakeholder_id = one.id)
    returning one.id`
  return rows.length
}

export const countImported = async (db: Queryable, importId: string): Promise<number> => {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from consultations.stakeholders where import_id = ${importId}`
  return row?.count ?? 0
}

export const countStakeholdersDue = async (db: Queryable, now: Date): Promise<number> => {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from consultations.stakeholders where keep_until < ${now}::timestamptz::date`
  return row?.count ?? 0
}

export const eraseStakeholdersDue = async (tx: Transaction, now: Date): Promise<number> =>
  (await tx`delete from consultations.stakeholders where keep_until < ${now}::timestamptz::date returning id`).length

export type Leaving = { id: string; institutionId: string; institutionName: string; leftAt: Date | null }

/** By the link in a letter. */
export const findByLeaveToken = async (db: Queryable, lang: 'sq' | 'en', token: string): Promise<Leaving | null> =>
  one(
    await db<Leaving[]>`
      select one.id, one.institution_id, one.left_at,
             platform.institution_name(one.institution_id, ${lang}, current_date) as institution_name
      from consultations.stakeholders as one where one.leave_token = ${token}`,
  )

export const markLeft = async (tx: Transaction, token: string, at: Date): Promise<Leaving | null> =>
  one(
    await tx<Leaving[]>`
      update consultations.stakeholders set left_at = ${at}, changed_at = ${at}, version = version + 1
      where leave_token = ${token} and left_at is null
      returning id, institution_id, left_at, '' as institution_name`,
  )

export type StakeholderSubject = { id: string; institutionId: string; name: string; lang: 'sq' | 'en' }

export const listStakeholderSubjects = (db: Queryable, ids: readonly string[]): Promise<StakeholderSubject[]> =>
  db<StakeholderSubject[]>`
    select id, institution_id, name, lang from consultations.stakeholders where id = any(${ids as string[]}::uuid[])`
