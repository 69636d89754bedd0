import type { Transaction } from '#platform/db/database.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { publishedCommentGroups } from '../ledger/comment-group-records.ts'
import { forgetPlaced } from './placing-queries.ts'
import { insertWaiting, insertWaitingOfComment } from './waiting-queries.ts'
import {
  changeGroup,
  holdGroups,
  membersOf,
  moveMembers,
  recountGroups,
  type HeldGroup,
  type StandingMember,
} from './group-write-queries.ts'

/**
 * To be called in the deed after which a comment is counted, says something else, or has gone: the worker brings the groups up
 * to date within a minute. No job, for a job by name is one row, and whoever comments at the same moment would wait for it.
 */
export async function placeInGroups(tx: Transaction, consultationId: string): Promise<void> {
  await insertWaiting(tx, consultationId)
}

/** The same, where the deed knows but the comment. */
export async function groupLater(tx: Transaction, commentId: string): Promise<void> {
  await insertWaitingOfComment(tx, commentId)
}

/**
 * After members came or went: each group has a sample that stands, a proposal of one is none, the counts are right, and what
 * everybody reads is entered in the ledger. The last write of a deed.
 */
export async function keepGroups(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const held = await holdGroups(tx, ids)
  for (const group of held) await keepGroup(tx, group, services.clock.now())
  await recountGroups(tx, ids)
  const shown = held.filter(({ publishedAt }) => publishedAt !== null).map(({ id }) => id)
  await appendToLedger(tx, services, { kind: publishedCommentGroups, ids: shown })
}

async function keepGroup(tx: Transaction, group: HeldGroup, at: Date): Promise<void> {
  const members = await membersOf(tx, group.id)
  if (group.state === 'proposed' && members.length < 2) return letGo(tx, group, members, at)
  const stands = members.some(({ commentId }) => commentId === group.sampleCommentId)
  const sampleCommentId = stands ? group.sampleCommentId : (nextSample(members)?.commentId ?? null)
  await changeGroup(tx, group.id, { sampleCommentId }, { at, deed: false })
  // Newcomers are compared with it from now on: its keys are made at the next run.
  if (!stands && sampleCommentId !== null) {
    await forgetPlaced(tx, [sampleCommentId])
    await placeInGroups(tx, group.consultationId)
  }
}

async function letGo(tx: Transaction, group: HeldGroup, members: readonly StandingMember[], at: Date): Promise<void> {
  const ids = members.map(({ commentId }) => commentId)
  await changeGroup(tx, group.id, { state: 'dissolved' }, { at, deed: false })
  if (ids.length === 0) return
  await moveMembers(tx, group.id, ids, { state: 'left', at, by: null })
  await forgetPlaced(tx, ids)
  await placeInGroups(tx, group.consultationId)
}

/** Somebody confirmed, most like the sample that went, the first of equals. */
const nextSample = (members: readonly StandingMember[]): StandingMember | undefined =>
  members.toSorted(
    (a, b) =>
      a.state.localeCompare(b.state) || (b.likeness ?? 0) - (a.likeness ?? 0) || (a.commentId < b.commentId ? -1 : 1),
  )[0]
