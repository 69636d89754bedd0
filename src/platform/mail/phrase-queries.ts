import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'

/** What an institution puts above and below the words of its letters; empty: nothing. */
export type Phrases = { opening: string; closing: string; version: number }

export const findPhrases = async (db: Queryable, institutionId: string, lang: Lang): Promise<Phrases | null> =>
  one(
    await db<Phrases[]>`
      select opening, closing, version from platform.mail_phrases
      where institution_id = ${institutionId} and lang = ${lang}`,
  )

/** False when somebody else has changed them since: `seen` is the version the form showed, 0 when there was none. */
export async function writePhrases(
  tx: Transaction,
  phrases: { institutionId: string; lang: Lang; opening: string; closing: string; by: string; at: Date; seen: number },
): Promise<boolean> {
  const { institutionId, lang, opening, closing, by, at, seen } = phrases
  const result =
    seen === 0
      ? await tx`
          insert into platform.mail_phrases (institution_id, lang, opening, closing, changed_at, changed_by_id)
          values (${institutionId}, ${lang}, ${opening}, ${closing}, ${at}, ${by})
          on conflict (institution_id, lang) do nothing`
      : await tx`
          update platform.mail_phrases
          set opening = ${opening}, closing = ${closing}, changed_at = ${at}, changed_by_id = ${by}, version = version + 1
          where institution_id = ${institutionId} and lang = ${lang} and version = ${seen}`
  return result.count === 1
}
