import type { Transaction } from '#platform/db/database.ts'
import type { Caller } from './convening-rules.ts'
import { replaceCallers, replaceJointBodies } from './meeting-writing-queries.ts'

/** The bodies that sit together, and the members who asked for it where members did. */
export async function keepBeside(
  tx: Transaction,
  meeting: { id: string; institutionId: string; bodyId: string },
  { jointIds, callerIds, calledBy }: { jointIds: readonly string[]; callerIds: readonly string[]; calledBy: Caller },
): Promise<void> {
  await replaceJointBodies(tx, meeting, jointIds)
  await replaceCallers(tx, meeting, calledBy === 'members' ? callerIds : [])
}
