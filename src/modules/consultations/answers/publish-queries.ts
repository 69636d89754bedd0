import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'

export type PublishDeed = {
  id: string
  institutionId: string
  consultationId: string
  answerIds: string[]
  byAccountId: string | null
  done: number
  leftOut: number
  endedAt: Date | null
}

const columns = (db: Queryable) => db`
  id, institution_id, consultation_id, answer_ids, by_account_id, done, left_out, ended_at`

/** False: this form has come before. */
export async function insertPublishDeed(
  tx: Transaction,
  deed: {
    id: string
    consultationId: string
    institutionId: string
    answerIds: readonly string[]
    at: Date
    by: string
  },
): Promise<boolean> {
  const rows = await tx`
    insert into consultations.answer_deeds (id, institution_id, consultation_id, kind, answer_ids, at, by_account_id)
    values (${deed.id}, ${deed.institutionId}, ${deed.consultationId}, 'publish', ${deed.answerIds as string[]}::uuid[], ${deed.at},
            ${deed.by})
    on conflict (id) do nothing returning id`
  return rows.length > 0
}

export const findPublishDeed = async (db: Queryable, id: string): Promise<PublishDeed | null> =>
  one(await db<PublishDeed[]>`select ${columns(db)} from consultations.answer_deeds where id = ${id}`)

/** Nobody else is at its next answer. */
export const holdPublishDeed = async (tx: Transaction, id: string): Promise<PublishDeed | null> =>
  one(await tx<PublishDeed[]>`select ${columns(tx)} from consultations.answer_deeds where id = ${id} for update`)

export const countPublished = (tx: Transaction, id: string, { done }: { done: boolean }) => tx`
  update consultations.answer_deeds set
    done = done + ${done ? 1 : 0}, left_out = left_out + ${done ? 0 : 1}
  where id = ${id}`

/** Null: it has ended before. */
export const endPublishDeed = async (tx: Transaction, id: string, at: Date): Promise<PublishDeed | null> =>
  one(
    await tx<PublishDeed[]>`
      update consultations.answer_deeds set ended_at = ${at} where id = ${id} and ended_at is null returning ${columns(tx)}`,
  )

/** What of these can be published: all that are decided where none are named. */
export const listDecided = async (
  db: Queryable,
  where: { consultationId: string; ids: readonly string[] | null },
): Promise<string[]> =>
  (
    await db<{ id: string }[]>`
      select id from consultations.answers
      where consultation_id = ${where.consultationId} and state = 'decided'
        ${where.ids ? db`and id = any(${where.ids as string[]}::uuid[])` : db``}
      order by decided_at, id`
  ).map(({ id }) => id)

export const findMatter = async (db: Queryable, consultationId: string): Promise<{ institutionId: string } | null> =>
  one(
    await db<{ institutionId: string }[]>`
      select institution_id from consultations.consultations where id = ${consultationId} and state in ('published', 'cancelled')`,
  )
