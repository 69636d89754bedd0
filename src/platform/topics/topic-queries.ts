import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'

export type Topic = {
  id: string
  /** Of a topic that comes with the program; null for an institution's own. */
  code: string | null
  institutionId: string | null
  parentId: string | null
  /** In the language asked for, else in Albanian. */
  name: string
  nameSq: string
  nameEn: string | null
  version: number
  retiredOn: string | null
}

const columns = (db: Queryable, lang: Lang) => db`
  topic.id, topic.code, topic.institution_id, topic.parent_id, topic.name_sq, topic.name_en, topic.version, topic.retired_on,
  case when ${lang}::text = 'en' then coalesce(topic.name_en, topic.name_sq) else topic.name_sq end as name`

/**
 * The topics for all, in their own order, and those of the institutions asked for by name (null: of all of them).
 * Retired ones too: what was filed under them stays there.
 */
export function listTopics(db: Queryable, lang: Lang, institutionIds: readonly string[] | null): Promise<Topic[]> {
  return db<Topic[]>`
    select ${columns(db, lang)} from platform.topics as topic
    where topic.institution_id is null
      ${institutionIds ? db`or topic.institution_id = any(${institutionIds as string[]}::uuid[])` : db`or true`}
    order by (topic.institution_id is not null), topic.ordinal, topic.name_sq collate "sq-x-icu", topic.id
    limit 5000`
}

export async function findTopic(db: Queryable, lang: Lang, id: string): Promise<Topic | null> {
  return one(await db<Topic[]>`select ${columns(db, lang)} from platform.topics as topic where topic.id = ${id}`)
}

export async function holdTopic(tx: Transaction, id: string): Promise<Topic | null> {
  await tx`select from platform.topics where id = ${id} for update`
  return findTopic(tx, 'sq', id)
}

/** The topics of records, by record. */
export function listSubjectTopics(
  db: Queryable,
  lang: Lang,
  subjects: readonly string[],
): Promise<(Topic & { subject: string })[]> {
  return db<(Topic & { subject: string })[]>`
    select link.subject, ${columns(db, lang)}
    from platform.subject_topics as link join platform.topics as topic on topic.id = link.topic_id
    where link.subject = any(${subjects as string[]}::text[])
    order by topic.ordinal, topic.name_sq collate "sq-x-icu"`
}

export type TopicFacts = { parentId: string | null; nameSq: string; nameEn: string | null }

/** Whether a topic that is in use has this name already, among those for all and the institution's own. */
export async function isTopicNameTaken(
  db: Queryable,
  institutionId: string,
  nameSq: string,
  exceptId: string,
): Promise<boolean> {
  const rows = await db`
    select from platform.topics
    where (institution_id is null or institution_id = ${institutionId}) and retired_on is null and id <> ${exceptId}
      and platform.plain(name_sq) = platform.plain(${nameSq}) limit 1`
  return rows.length > 0
}

/** False: it is there already. */
export async function insertTopic(
  tx: Transaction,
  institutionId: string,
  id: string,
  facts: TopicFacts,
  now: Date,
): Promise<boolean> {
  const rows = await tx`
    insert into platform.topics (id, institution_id, parent_id, name_sq, name_en, ordinal, created_at)
    values (${id}, ${institutionId}, ${facts.parentId}, ${facts.nameSq}, ${facts.nameEn}, 1000, ${now})
    on conflict (id) do nothing returning id`
  return rows.length > 0
}

export async function updateTopic(tx: Transaction, id: string, facts: TopicFacts): Promise<void> {
  await tx`
    update platform.topics set parent_id = ${facts.parentId}, name_sq = ${facts.nameSq}, name_en = ${facts.nameEn},
      version = version + 1
    where id = ${id}`
}

/** `on` null: it is used again. */
/** From the day on that it is then in the institution's zone; null: offered again. */
export async function setTopicRetired(tx: Transaction, id: string, at: Date | null): Promise<void> {
  await tx`
    update platform.topics as topic set version = topic.version + 1,
      retired_on = (${at}::timestamptz at time zone (
        select zone from platform.institutions where id = topic.institution_id))::date
    where topic.id = ${id}`
}

export async function deleteSubjectTopics(tx: Transaction, subject: string): Promise<void> {
  await tx`delete from platform.subject_topics where subject = ${subject}`
}

/** Those of the ids that are topics for all or of this institution. */
export async function insertSubjectTopics(
  tx: Transaction,
  subject: string,
  institutionId: string,
  topicIds: readonly string[],
): Promise<void> {
  await tx`
    insert into platform.subject_topics (institution_id, subject, topic_id)
    select ${institutionId}, ${subject}, topic.id from platform.topics as topic
    where topic.id = any(${topicIds as string[]}::uuid[])
      and (topic.institution_id is null or topic.institution_id = ${institutionId})
    on conflict do nothing`
}

/** A condition on a column that holds a reference: what is filed under the topic or under one below it. */
export const ofTopic = (db: Queryable, topicId: string) => db`
  in (select link.subject from platform.subject_topics as link
      where link.topic_id = ${topicId} or link.topic_id in (
        select below.id from platform.topics as below
        where below.parent_id = ${topicId} or below.parent_id in (
          select child.id from platform.topics as child where child.parent_id = ${topicId})))`
