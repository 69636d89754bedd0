import type { Door } from '#platform/door.ts'
import { councilPermissions } from './permissions.ts'
import { textsIn } from './texts.ts'

/** The door of the council: its people, and meetings in which it votes, from the notice to the minutes. */
export const council: Door = {
  name: 'council',
  permissions: councilPermissions,
  rights: { sq: textsIn('sq').rights, en: textsIn('en').rights },
  routes() {},
}
