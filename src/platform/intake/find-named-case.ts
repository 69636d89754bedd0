import type { Services } from '../services.ts'
import { readCaseNumber } from './case-rules.ts'
import { findCaseToName } from './case-likeness-queries.ts'

/** A case of an institution by what somebody types for it: `12/2026`, a printed number, or the code. */
export const findNamedCase = ({ db }: Services, institutionId: string, typed: string): Promise<string | null> => {
  const words = typed.trim()
  return words === ''
    ? Promise.resolve(null)
    : findCaseToName(db, { institutionId, words, number: readCaseNumber(words) })
}
