import type { Jurisdiction } from '#law/jurisdiction.ts'
import { ruleUrl } from '#platform/deadlines/rule-address-rules.ts'

/** Addresses of the clocks of the law, without language prefix. */
export const clockUrls = {
  list: () => '/afatet',
  listData: () => '/afatet.json',
  /** The calculator that chooses the rule. */
  compute: () => '/afatet/llogarit',
  rule: ruleUrl,
  ruleData: (id: string) => `/afatet/${id}.json`,
  calendar: (jurisdiction: Jurisdiction) => `/afatet/kalendari/${jurisdiction.toLowerCase()}.ics`,
  institutionCalendar: (slug: string) => `/i/${slug}/afatet.ics`,
}
