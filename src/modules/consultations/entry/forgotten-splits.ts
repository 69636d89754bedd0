import type { RetentionRule } from '#platform/own-data/personal-data.ts'
import { countOldDrafts } from './split-draft-queries.ts'
import { forgetOldSplits, oldBefore } from './split-letter.ts'
import { en } from './texts.en.ts'
import { sq } from './texts.sq.ts'

/** A letter that was being cut and was left lying. */
export const forgottenSplits: RetentionRule = {
  id: 'comments.split-drafts',
  what: { sq: sq.retention.what, en: en.retention.what },
  howLong: { sq: sq.retention.howLong, en: en.retention.howLong },
  basis: { sq: sq.retention.basis, en: en.retention.basis },
  countDue: (services) => countOldDrafts(services.db, oldBefore(services)),
  forget: forgetOldSplits,
}
