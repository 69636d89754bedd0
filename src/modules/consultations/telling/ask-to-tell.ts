import type { Transaction } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/jobs.ts'

/** Names of the jobs that write the letters; the door hangs them up. */
export const TELLING_JOBS = {
  answers: 'consultations.tell-answers',
  effects: 'consultations.tell-effects',
  left: 'consultations.tell-what-is-left',
} as const

/** Of these never two run at the same time: what one of them has begun to tell, no other begins. */
const QUEUE = 'consultations.tell-answers'

/**
 * A version of an answer was published: its authors are to hear of it. To be called in the transaction that publishes. One
 * job for each; the first one tells all that is due in its consultation, so that somebody with five points gets one letter.
 */
export function askToTell(tx: Transaction, order: { answerId: string; version: number; at: Date }): Promise<void> {
  const { answerId, version } = order
  const key = `${TELLING_JOBS.answers}:${answerId}:${version}`
  return enqueue(tx, TELLING_JOBS.answers, { answer: answerId, version }, { key, queue: QUEUE })
}

/** A consultation is concluded: letters that waited for the answer to their last point go out. */
export function askToTellAll(tx: Transaction, order: { consultationId: string }): Promise<void> {
  const { consultationId } = order
  const key = `${TELLING_JOBS.left}:${consultationId}`
  return enqueue(tx, TELLING_JOBS.left, { consultation: consultationId }, { key, queue: QUEUE })
}

/** A version of the text is public with places linked to these answers: their authors hear once that it changed. */
export async function tellOfEffects(
  tx: Transaction,
  order: { answerIds: readonly string[]; versionId: string; at: Date },
): Promise<void> {
  if (order.answerIds.length === 0) return
  const key = `${TELLING_JOBS.effects}:${order.versionId}`
  await enqueue(tx, TELLING_JOBS.effects, { version: order.versionId }, { key, queue: QUEUE })
}
