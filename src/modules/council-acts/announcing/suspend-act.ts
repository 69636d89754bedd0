import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { insertActEvent } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { accountOf, doWithAct, type ActOutcome } from '../do-with-act.ts'
import { setSuspended } from '../relations/end-queries.ts'
import type { DayRefusal } from './announcing-rules.ts'
import { refusalOfDay } from './announcing-rules.ts'
import { tellFollowers } from './tell-followers.ts'

type Order = { on: string; reason: string; by: ChangedBy; seen: number | null }
export type SuspendRefusal = DayRefusal | 'before-suspension'

/** A court, or the council itself, has stopped it for a while: from that day it is not applied. */
export const suspendAct = (services: Services, id: string, order: Order): Promise<ActOutcome<SuspendRefusal>> =>
  change(services, id, 'suspended', order)

/** It is applied again from that day. */
export const resumeAct = (services: Services, id: string, order: Order): Promise<ActOutcome<SuspendRefusal>> =>
  change(services, id, 'resumed', order)

const change = (services: Services, id: string, kind: 'suspended' | 'resumed', { on, reason, by, seen }: Order) =>
  doWithAct<SuspendRefusal>(services, id, { seen }, async ({ tx, act, at, version }) => {
    const from = act.suspendedFrom
    if (act.state !== 'announced' || (from === null) !== (kind === 'suspended')) return 'wrong-state'
    const refusal = refusalOfDay(on, act, civilDateIn(act.zone, at))
    if (refusal) return refusal
    if (from !== null && on < from) return 'before-suspension'
    await setSuspended(tx, id, kind === 'suspended' ? on : null)
    const { institutionId } = act
    const event = { institutionId, actId: id, kind, version, at, by: accountOf(by) }
    await insertActEvent(tx, { ...event, happenedOn: on, reason })
    const fields = [{ field: 'suspended-from', from, to: kind === 'suspended' ? on : null }]
    await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind, by, at, reason, fields })
    await tellFollowers(tx, act, { kind, at, facts: { day: on } })
    return 'done'
  })
