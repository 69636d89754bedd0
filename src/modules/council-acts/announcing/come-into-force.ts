import { findDeadline } from '#platform/deadlines/deadline-queries.ts'
import type { DeadlineMove } from '#platform/deadlines/deadline-kind.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import { enqueue, type JobPayload } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'
import { readRef, refOf } from '#platform/subjects/subject-rules.ts'
import { ACT_RECORD, FORCE_SLOT, PUBLICATION_SLOT } from '../act-rules.ts'
import { doWithAct } from '../do-with-act.ts'
import { tellEffect } from '../relations/apply-effects.ts'
import { settleEffects } from '../relations/settle-effects.ts'
import { doWithRelated } from '../relations/do-with-related.ts'
import { findRelation, listDueEffects, wasTold } from '../relations/relation-queries.ts'
import { listComingIntoForce } from './announcing-queries.ts'
import { setAnnounceBy, setForceFrom } from './clock-queries.ts'
import { tellInForce } from './tell-in-force.ts'

export const COME_INTO_FORCE = 'council-acts.come-into-force'
export const FOLLOW_CLOCK = 'council-acts.follow-clock'

const MOST_A_NIGHT = 1000

/** What begins today: acts that hold from now on, and what they do to others. Each once, in a deed of its own. */
export async function comeIntoForce(services: Services): Promise<number> {
  const now = services.clock.now()
  let told = 0
  for (const id of await listComingIntoForce(services.db, now, MOST_A_NIGHT)) {
    const outcome = await doWithAct(services, id, {}, async (held) =>
      held.act.state === 'announced' && (await tellInForce(held.tx, services, held, { by: 'program' }))
        ? 'done'
        : 'wrong-state',
    )
    if (outcome === 'done') told += 1
  }
  for (const { id, actId } of await listDueEffects(services.db, now, MOST_A_NIGHT)) {
    const outcome = await doWithRelated(services, actId, {}, async (held) => {
      const relation = await findRelation(held.tx, id)
      if (relation?.state !== 'standing') return 'wrong-state'
      return (await tellEffect(held, relation, { by: 'program' })) ? 'done' : 'wrong-state'
    })
    if (outcome === 'done') told += 1
  }
  return told
}

/**
 * A day off that was announced, or another version of the law, has moved a clock. Whoever works on an act holds it before its
 * clocks, and here the clocks are held already: the act follows in a job of its own.
 */
export async function followMoves(tx: Transaction, _services: Services, moves: readonly DeadlineMove[]): Promise<void> {
  for (const { deadline } of moves) {
    const act = readRef(deadline.subject)?.id
    if (act !== undefined) await enqueue(tx, FOLLOW_CLOCK, { act, slot: deadline.slot })
  }
}

/** What the act keeps of its clock is the clock's own day again. What has begun by then stays. */
export async function followClock(services: Services, { act, slot }: JobPayload): Promise<void> {
  const id = String(act)
  await doWithRelated(services, id, {}, async (held) => {
    const { tx, at } = held
    const deadline = await findDeadline(tx, refOf(ACT_RECORD, id), String(slot))
    if (!deadline || deadline.state === 'cancelled') return 'wrong-state'
    const { announceBy, inForceFrom, forceBasis, institutionId } = held.act
    const day = deadline.dueOn
    const change = { institutionId, subject: refOf(ACT_RECORD, id), kind: 'clock-followed', by: 'program', at } as const
    if (slot === PUBLICATION_SLOT && announceBy !== day) {
      await setAnnounceBy(tx, id, day)
      await recordChange(tx, { ...change, fields: [{ field: 'announce-by', from: announceBy, to: day }] })
      return 'done'
    }
    const moved = slot === FORCE_SLOT && forceBasis === 'after-announcement' && inForceFrom !== day
    if (!moved || (await wasTold(tx, { actId: id, kind: 'in-force', byActId: null }))) return 'wrong-state'
    await setForceFrom(tx, id, { basis: forceBasis, from: day })
    await recordChange(tx, { ...change, fields: [{ field: 'in-force-from', from: inForceFrom, to: day }] })
    await settleEffects(services, held, { from: inForceFrom, to: day, by: 'program' })
    return 'done'
  })
}
