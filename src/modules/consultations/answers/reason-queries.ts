import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Decision } from './answer-rules.ts'

export type LibraryReason = {
  id: string
  institutionId: string
  lang: Lang
  title: string
  /** Null: it fits any. */
  decision: Decision | null
  words: string
  active: boolean
  used: number
  revision: number
  changedAt: Date
  formId: string | null
}

const columns = (db: Queryable) => db`
  id, institution_id, lang, title, decision, words, active, used, revision, changed_at, form_id`

export type ReasonFilter = {
  /** Null: of all. */
  institutions: readonly string[] | null
  decision: Decision | null
  active: boolean | null
  after: { title: string; id: string } | null
  limit: number
}

/** In the order of their titles, by key. */
export const listReasons = (db: Queryable, filter: ReasonFilter): Promise<LibraryReason[]> => db<LibraryReason[]>`
  select ${columns(db)} from consultations.answer_reasons
  where true
    ${filter.institutions ? db`and institution_id = any(${filter.institutions as string[]}::uuid[])` : db``}
    ${filter.decision ? db`and decision = ${filter.decision}` : db``}
    ${filter.active === null ? db`` : db`and active = ${filter.active}`}
    ${filter.after ? db`and (title, id) > (${filter.after.title}, ${filter.after.id})` : db``}
  order by title, id limit ${filter.limit}`

export const findReason = async (db: Queryable, id: string): Promise<LibraryReason | null> =>
  one(await db<LibraryReason[]>`select ${columns(db)} from consultations.answer_reasons where id = ${id}`)

export const holdReason = async (tx: Transaction, id: string): Promise<LibraryReason | null> =>
  one(await tx<LibraryReason[]>`select ${columns(tx)} from consultations.answer_reasons where id = ${id} for update`)

export type ReasonWords = { lang: Lang; title: string; decision: Decision | null; words: string }

/** Null: this form has made one before. */
export async function insertReason(
  tx: Transaction,
  reason: ReasonWords & { institutionId: string; at: Date; by: string; form: string },
): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into consultations.answer_reasons
        (institution_id, lang, title, decision, words, changed_at, changed_by, form_id)
      values (${reason.institutionId}, ${reason.lang}, ${reason.title}, ${reason.decision}, ${reason.words}, ${reason.at},
              ${reason.by}, ${reason.form})
      on conflict (form_id) do nothing returning id`,
  )
  return row?.id ?? null
}

export const findReasonByForm = async (db: Queryable, form: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from consultations.answer_reasons where form_id = ${form}`)?.id ?? null

export const changeReason = (
  tx: Transaction,
  id: string,
  { title, decision, words, lang, active }: ReasonWords & { active: boolean },
  { at, by, form }: { at: Date; by: string; form: string },
) => tx`
  update consultations.answer_reasons set
    lang = ${lang}, title = ${title}, decision = ${decision}, words = ${words}, active = ${active}, revision = revision + 1,
    changed_at = ${at}, changed_by = ${by}, form_id = ${form}
  where id = ${id}`

/** An answer was written with it. */
export const countReasonUse = (tx: Transaction, institutionId: string, id: string) => tx`
  update consultations.answer_reasons set used = used + 1 where id = ${id} and institution_id = ${institutionId}`
