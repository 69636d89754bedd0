import type { Reckoned } from '#law/clocks/reckon.ts'
import type { CivilDate } from '#law/days.ts'
import type { Rule, Terms } from '#law/rules/rule.ts'
import type { Queryable } from '#platform/db/database.ts'
import { findDeadline } from '#platform/deadlines/deadline-queries.ts'
import { reckonDeadline } from '#platform/deadlines/reckoning/reckon-deadline.ts'
import type { Services } from '#platform/services.ts'
import { clockOf, EXTENSION_RULE, NOTICE_RULE } from './closing-rules.ts'

export type MostDay = { most: CivilDate; rule: Rule; terms: Terms; reckoned: Reckoned }

/** The last day to which the law lets this window be extended, counted from its notice. Null: its basis sets none. */
export async function mostDayOf(
  db: Queryable,
  services: Services,
  { id, institutionId }: { id: string; institutionId: string },
): Promise<MostDay | null> {
  const { subject, slot } = clockOf(id)
  const deadline = await findDeadline(db, subject, slot)
  if (deadline?.ruleId !== NOTICE_RULE) return null
  const found = await reckonDeadline(db, services, {
    institutionId,
    rule: EXTENSION_RULE,
    startedOn: deadline.startedOn,
  })
  if ('off' in found) return null
  const { rule, terms, reckoned } = found
  return { most: reckoned.due, rule, terms, reckoned }
}
