import type { Official } from '../auth/visitor.ts'
import { recordChange } from '../history/record-change.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { writePhrases } from './phrase-queries.ts'

/** What an institution writes above and below its letters, from the next letter on. Who may is asked before. */
export async function changePhrases(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  phrases: { institutionId: string; lang: Lang; opening: string; closing: string; seen: number },
): Promise<'changed' | 'changed-meanwhile'> {
  const at = clock.now()
  const { institutionId } = phrases
  return db.begin(async (tx) => {
    const changed = await writePhrases(tx, { ...phrases, by: official.accountId, at })
    if (!changed) return 'changed-meanwhile'
    await recordChange(tx, {
      institutionId,
      subject: refOf('institutions.institution', institutionId),
      kind: 'letter-words-changed',
      by: { accountId: official.accountId },
      at,
      fields: [{ field: `letter-words-${phrases.lang}`, from: null, to: null }],
    })
    return 'changed'
  })
}
