import type { CivilDate } from '#law/days.ts'
import type { Queryable } from '#platform/db/database.ts'
import { reckonDeadline } from '#platform/deadlines/reckoning/reckon-deadline.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { noticeDay, ownRuleOf, type Closing, type ToBeClosed } from './closing-rules.ts'

/** The rule, the least day and the day it comes to. Nothing is written. Null: there is no such institution. */
export async function reckonClosing(
  db: Queryable,
  services: Services,
  of: ToBeClosed,
  publishedOn?: CivilDate,
): Promise<Closing | null> {
  const institution = await findInstitutionById(db, 'sq', of.institutionId)
  if (!institution) return null
  const today = civilDateIn(institution.zone, services.clock.now())
  const days = { publishedOn: publishedOn ?? today, opensOn: of.opensOn, postedOn: of.officialPostedOn }
  const startedOn = noticeDay(days)
  const byHand = { kind: 'by-hand', startedOn, closesOn: of.closesOn } as const
  const ruleId = of.basisRule ?? ownRuleOf(institution)
  if (ruleId === null) return byHand
  const found = await reckonDeadline(db, services, { institutionId: of.institutionId, rule: ruleId, startedOn })
  if ('off' in found) return byHand
  const { rule, terms, reckoned } = found
  const least = reckoned.due
  const closesOn = of.closesOn ?? least
  const tooEarly = closesOn < least
  return {
    kind: 'rule',
    ruleId,
    rule,
    terms,
    reckoned,
    own: of.basisRule === null,
    startedOn,
    least,
    closesOn,
    tooEarly,
  }
}
