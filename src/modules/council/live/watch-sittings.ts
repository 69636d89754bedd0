import { listenOn } from '#platform/db/listening.ts'
import type { Watched } from '#platform/live/change-streams.ts'
import type { Services } from '#platform/services.ts'
import { listRecordStates } from './live-queries.ts'

/** Told by the deeds that write the record of a meeting, inside their transaction, with its id. */
const SITTING_CHANNEL = 'council_sitting'

/** The meetings, to whoever follows one of them. */
export const watchSittings = ({ db }: Pick<Services, 'db'>): Watched => ({
  listen: (hears) => listenOn(db, SITTING_CHANNEL, hears),
  statesOf: async (ids) => new Map((await listRecordStates(db, ids)).map(({ id, state }) => [id, state])),
})
