import type { Door } from '#platform/door.ts'
import { modules } from './modules.ts'
import { rooms } from './rooms.ts'

/** Every subject of the house: the rooms of the office first, then the modules. */
export const doors: readonly Door[] = [...rooms, ...modules]
