import type { RetentionRule } from '#platform/own-data/personal-data.ts'
import type { Services } from '#platform/services.ts'
import { countOldWords, forgetOldWords } from './rating-queries.ts'
import { RATING_WORDS_MONTHS } from './telling-rules.ts'
import { tellingTexts } from './texts.ts'

const [sq, en] = [tellingTexts('sq').retention, tellingTexts('en').retention]

/** The words of ratings end; the scores stay in the sums. */
export const ratingRetention: RetentionRule = {
  id: 'answer-ratings.words',
  what: { sq: sq.what, en: en.what },
  howLong: { sq: sq.howLong, en: en.howLong },
  basis: { sq: sq.basis, en: en.basis },
  countDue: ({ db, clock }) => countOldWords(db, oldest(clock)),
  forget: ({ db, clock }) => forgetOldWords(db, oldest(clock)),
}

function oldest(clock: Services['clock']): Date {
  const now = clock.now()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - RATING_WORDS_MONTHS, now.getUTCDate()))
}
