import { ZONE_OF } from '#law/jurisdiction.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { groupByLaw, narrow, NEWEST_RULES, type ClockQuestion, type LawGroup } from './clock-list-rules.ts'
import { countTermsByRule } from './clock-queries.ts'

export type ClockListView = {
  question: ClockQuestion
  count: number
  groups: LawGroup[]
  /** By rule: how many institutions have confirmed or filled it. */
  set: Map<string, { confirmed: number; own: number }>
}

export async function viewClockList({ db, clock }: Services, question: ClockQuestion): Promise<ClockListView> {
  const rules = narrow(NEWEST_RULES, question)
  const set: ClockListView['set'] = new Map()
  for (const { ruleId, kind, count } of await countTermsByRule(db, civilDateIn(ZONE_OF.AL, clock.now()))) {
    set.set(ruleId, { ...(set.get(ruleId) ?? { confirmed: 0, own: 0 }), [kind]: count })
  }
  return { question, count: rules.length, groups: groupByLaw(rules), set }
}
