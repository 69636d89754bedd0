import { doors } from '#app/doors.ts'
import type { Door } from '#platform/door.ts'

/** Every door of the house, for tests of deeds that ask all of them. */
export const everyDoor: readonly Door[] = doors
