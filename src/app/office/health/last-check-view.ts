import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { withTitles } from '#platform/ledger/verify/title-named.ts'
import { findNewestVerification } from '#platform/ledger/verify/verification-queries.ts'
import { namedWords } from '#platform/ledger/verify/verification-texts.ts'
import type { Services } from '#platform/services.ts'

/** What came of it when the program last recomputed the whole public record. */
export type LastCheck = {
  at: Date
  outcome: 'well' | 'named' | 'failed'
  size: number | null
  /** The first things that were named, in words. */
  named: readonly string[]
  namedCount: number
}

/** Null: it has never been checked. */
export async function viewLastCheck(services: Services, doors: readonly Door[], lang: Lang): Promise<LastCheck | null> {
  const found = await findNewestVerification(services.db)
  if (!found) return null
  const { endedAt, outcome, size, namedCount } = found
  const named = await withTitles(doors, services, found.named)
  return { at: endedAt, outcome, size, namedCount, named: named.map((one) => namedWords(lang, one)) }
}
