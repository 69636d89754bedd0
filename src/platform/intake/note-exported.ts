import type { Official } from '../auth/visitor.ts'
import type { Services } from '../services.ts'
import { noteExported } from './case-likeness-queries.ts'

/** Notes that an official took these cases along, before they get them. */
export const exportedCases = (
  { db, clock }: Services,
  official: Official,
  cases: readonly { id: string }[],
): Promise<void> => noteExported(db, { ids: cases.map(({ id }) => id), accountId: official.accountId, at: clock.now() })
