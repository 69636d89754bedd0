import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'

export type FoundAnswer = {
  id: string
  institutionId: string
  consultationId: string
  consultationTitle: string
  slug: string
  code: string
  lang: 'sq' | 'en'
  body: string
  publishedAt: Date
  changedAt: Date
  day: string
  topics: string[]
  places: string[]
}

/** For the search: what everybody may read. */
export const listFoundAnswers = (db: Queryable, ids: readonly string[]): Promise<FoundAnswer[]> => db<FoundAnswer[]>`
  select answer.id, answer.institution_id, answer.consultation_id, matter.title as consultation_title, matter.slug, answer.code,
         answer.lang, said.reason as body, answer.published_at, said.published_at as changed_at,
         (answer.published_at at time zone matter.zone)::date::text as day, matter.topics, matter.places
  from consultations.answers as answer
  join consultations.answer_versions as said on said.answer_id = answer.id and said.n = answer.version
  join consultations.published_consultations as matter on matter.id = answer.consultation_id
  where answer.state <> 'taken-down' and ${amongIds(db, 'answer.id', ids)}`

export const listPublicAnswerIds = async (db: Queryable, after: string | null, limit: number): Promise<string[]> =>
  (
    await db<{ id: string }[]>`
      select id from consultations.answers
      where version > 0 and state <> 'taken-down' ${after === null ? db`` : db`and id > ${after}`} order by id limit ${limit}`
  ).map(({ id }) => id)

/** What stands, or stood, at an address of an answer. */
export const findAnswerAt = async (db: Queryable, slug: string, code: string): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select answer.id from consultations.answers as answer
      join consultations.consultations as matter on matter.id = answer.consultation_id and matter.slug = ${slug}
      where answer.code = ${code} and answer.version > 0`,
  )?.id ?? null

export const findAnswerCode = async (db: Queryable, id: string): Promise<string | null> =>
  one(await db<{ code: string }[]>`select code from consultations.answers where id = ${id} and version > 0`)?.code ??
  null

/** The reasons of libraries, for the history. */
export const listReasonsById = (
  db: Queryable,
  ids: readonly string[],
): Promise<{ id: string; institutionId: string; title: string; lang: 'sq' | 'en' }[]> => db<
  { id: string; institutionId: string; title: string; lang: 'sq' | 'en' }[]
>`
  select id, institution_id, title, lang from consultations.answer_reasons where id = any(${ids as string[]}::uuid[])`

export const holdTakenAnswer = async (
  tx: Transaction,
  id: string,
): Promise<{ state: string; version: number } | null> =>
  one(
    await tx<{ state: string; version: number }[]>`
      select state, version from consultations.answers where id = ${id} for update`,
  )
