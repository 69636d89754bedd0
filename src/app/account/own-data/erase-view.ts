import { countLegalLettersTo } from '#platform/own-data/own-data-queries.ts'
import type { Services } from '#platform/services.ts'

/** What stays of a person when all else is erased. */
export const viewWhatStays = async ({ db }: Services, email: string): Promise<{ legalLetters: number }> => ({
  legalLetters: await countLegalLettersTo(db, email),
})
