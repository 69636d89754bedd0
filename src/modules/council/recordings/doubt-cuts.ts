import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { doubtCuts } from './recording-queries.ts'
import { enterRecording } from './recording-records.ts'

/** For the deed that finds that more was said behind closed doors: an official says anew that it is cut out. */
export async function askForCutsAgain(tx: Transaction, services: Services, meetingId: string, at: Date): Promise<void> {
  for (const { id } of await doubtCuts(tx, meetingId, at)) await enterRecording(tx, services, id)
}
