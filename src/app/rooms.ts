import type { Door } from '#platform/door.ts'

/** The only list of the rooms: subjects of every institution whatever it does, with pages on the top floor. */
export const rooms: readonly Door[] = []
