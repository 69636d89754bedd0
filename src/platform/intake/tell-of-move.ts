import type { Transaction } from '../db/database.ts'
import type { DeadlineMove } from '../deadlines/deadline-kind.ts'
import { enqueue, type JobPayload } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { readRef } from '../subjects/subject-rules.ts'
import { readCivilDate } from '../time/civil-date.ts'
import { tellOfMovedDay } from './case-letters.ts'
import { holdCase } from './case-queries.ts'
import { OPEN_STATES } from './case-rules.ts'

export const TELL_OF_MOVE = 'intake.tell-of-move'

/**
 * The senders of cases whose last day an announced day off or another version of a rule has moved are written to. In jobs:
 * whoever works on a case holds it before its clock, and here the clocks are held already.
 */
export async function enqueueTellingOfMoves(tx: Transaction, moves: readonly DeadlineMove[]): Promise<void> {
  for (const { deadline, from, to, cause } of moves) {
    const id = readRef(deadline.subject)?.id
    if (id === undefined || from === to || deadline.state !== 'running') continue
    await enqueue(tx, TELL_OF_MOVE, { case: id, from, to, reason: cause.sq, reasonEn: cause.en })
  }
}

/** Nobody is told of a day that has moved on since, of a case that is closed, or twice of the same day. */
export async function tellOfMove(services: Services, payload: JobPayload): Promise<void> {
  const { case: id, reason, reasonEn } = payload
  const [from, to] = [readCivilDate(String(payload.from)), readCivilDate(String(payload.to))]
  if (typeof id !== 'string' || !from || !to) return
  await services.db.begin(async (tx) => {
    const about = await holdCase(tx, id)
    if (!about || about.dueOn !== to || !OPEN_STATES.some((open) => open === about.state)) return
    const ground = String(about.lang === 'en' ? reasonEn : reason)
    await tellOfMovedDay(tx, services, about, { from, to, ground })
  })
}
