import { meetDeadline } from '#platform/deadlines/end-deadline.ts'
import type { Services } from '#platform/services.ts'
import { tellOfConsultation } from '../following/tell-consultation.ts'
import { listRunOut } from './closing-queries.ts'
import { COMMENTS_SLOT } from './closing-rules.ts'

const AT_ONCE = 200

/**
 * A window whose last day is over has run its time: its clock is met, and stands on no board as late. What the pages say
 * does not wait for it: they look at the instant.
 */
export async function closeWindows(services: Services): Promise<void> {
  const { db, clock } = services
  for (let closed = AT_ONCE; closed === AT_ONCE;) {
    const runOut = await listRunOut(db, clock.now(), AT_ONCE)
    await db.begin(async (tx) => {
      for (const { subject, institutionId, dueAt } of runOut) {
        const met = await meetDeadline(tx, services, { subject, slot: COMMENTS_SLOT, by: 'program', at: dueAt })
        if (met.kind !== 'done') continue
        const id = subject.split(':')[1] ?? ''
        await tellOfConsultation(tx, { id, institutionId, kind: 'closed', at: dueAt })
      }
    })
    closed = runOut.length
  }
}
