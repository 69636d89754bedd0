import type { Transaction } from '#platform/db/database.ts'
import { findLaw } from './placing-queries.ts'

/** A published version never changes: its words are kept, for the few texts that are commented on today. */
const MOST_KEPT = 8
const kept = new Map<string, readonly string[]>()
const NONE: readonly string[] = []

/** The articles that people quote. The same list each time, so that what is made of it is made once. */
export async function lawOfConsultation(tx: Transaction, consultationId: string): Promise<readonly string[]> {
  const found = await findLaw(tx, consultationId)
  if (found === null) return NONE
  const known = kept.get(found.versionId)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(found.versionId, found.words)
  return found.words
}
