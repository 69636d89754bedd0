import { randomUUID } from 'node:crypto'
import type { Transaction } from '#platform/db/database.ts'
import { findDeadline } from '#platform/deadlines/deadline-queries.ts'
import { changeDeadlineDay } from '#platform/deadlines/change-deadline-day.ts'
import type { DeadlineMove } from '#platform/deadlines/deadline-kind.ts'
import { enqueue, type JobPayload } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'
import { raiseVersion } from '../drafting/draft-queries.ts'
import { tellOfConsultation } from '../following/tell-consultation.ts'
import { enterConsultation } from '../ledger/consultation-records.ts'
import { formWasSent, holdMoved, insertPutOff } from './closing-queries.ts'
import { bringCommentsIntoTime } from '../entry/bring-into-time.ts'
import { clockOf } from './closing-rules.ts'

/**
 * A day off that was announced, or a rule that changed, has put off closing days. What everybody was told is promised: the
 * new day is the day chosen from here on. The consultation follows in a job of its own, for whoever works on one holds it
 * before its clock, and here the clocks are held already.
 */
export async function followMoves(tx: Transaction, services: Services, moves: readonly DeadlineMove[]): Promise<void> {
  for (const { deadline, from, to, cause } of moves) {
    if (deadline.state !== 'running' || to <= from) continue
    const consultation = deadline.subject.split(':')[1] ?? ''
    await changeDeadlineDay(tx, services, { ...clockOf(consultation), day: to, by: 'program', ground: cause.sq })
    const move = { run: randomUUID(), consultation, from, to, reason: cause.sq, reasonEn: cause.en }
    await enqueue(tx, 'consultations.keep-move', move)
  }
}

/** Everybody reads it on the page, as a version of its own, and who takes part is told as of an extension. */
export async function keepMove(services: Services, payload: JobPayload): Promise<void> {
  const { run, consultation, from, to, reason, reasonEn } = Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [name, String(value)]),
  )
  if (!run || !consultation || !from || !to || !reason || !reasonEn) return
  await services.db.begin(async (tx) => {
    const found = await holdMoved(tx, consultation)
    if (found?.state !== 'published' || (await formWasSent(tx, run))) return
    const at = services.clock.now()
    const eventId = await insertPutOff(tx, {
      institutionId: found.institutionId,
      consultationId: consultation,
      kind: 'moved',
      version: await raiseVersion(tx, consultation, at),
      at,
      by: null,
      reason,
      reasonEn,
      from,
      to,
      decision: null,
      decidedOn: null,
      formId: run,
    })
    if (eventId !== null) await enqueue(tx, 'consultations.tell-participants', { event: eventId })
    const { institutionId } = found
    await tellOfConsultation(tx, { id: consultation, institutionId, kind: 'moved', at, facts: { from, to } })
    await bringIntoWindow(tx, services, consultation)
    await enterConsultation(tx, services, consultation)
  })
}

/** What had come after the old day: by the clock as it stands now, which may have moved once more since. */
async function bringIntoWindow(tx: Transaction, services: Services, consultationId: string): Promise<void> {
  const { subject, slot } = clockOf(consultationId)
  const clock = await findDeadline(tx, subject, slot)
  if (!clock?.dueOn || !clock.dueAt) return
  const window = { consultationId, closesOn: clock.dueOn, closesAt: clock.dueAt }
  await bringCommentsIntoTime(tx, services, { ...window, by: 'program' })
}
