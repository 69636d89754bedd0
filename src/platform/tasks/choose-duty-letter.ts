import type { Official } from '../auth/visitor.ts'
import type { Services } from '../services.ts'
import { writeDutyChoice, type DutyChoice } from './duty-queries.ts'

/** Whether an official wants the morning's letter, and in which language. */
export const chooseDutyLetter = (
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  choice: DutyChoice,
): Promise<void> => db.begin((tx) => writeDutyChoice(tx, official.accountId, choice, clock.now()))
