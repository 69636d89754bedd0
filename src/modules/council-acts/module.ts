import type { Door } from '#platform/door.ts'
import { publishedActs } from './act-records.ts'
import { actPermissions } from './permissions.ts'
import { textsIn } from './texts.ts'

/** The door of the acts: from the vote to the text in force. */
export const councilActs: Door = {
  name: 'council-acts',
  permissions: actPermissions,
  rights: { sq: textsIn('sq').rights, en: textsIn('en').rights },
  routes() {},
  bonds: ['council_acts.bonds'],
  records: [publishedActs],
}
