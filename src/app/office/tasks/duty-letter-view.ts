import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { findDutyChoice, type DutyChoice } from '#platform/tasks/duty-queries.ts'

export const viewDutyChoice = async ({ db }: Services, official: Official): Promise<DutyChoice> =>
  (await findDutyChoice(db, official.accountId)) ?? { wanted: true, lang: 'sq' }
