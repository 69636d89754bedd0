import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { accountOf } from '../do-with-act.ts'
import { lockAct } from '../act-queries.ts'
import { deletePlan, findPlan, insertPlan, listChangesOf, listStates } from './state-queries.ts'
import { refusalToPlan, type PlanRefusal, type StatePlan } from './state-rules.ts'

export type PlanOutcome = 'done' | 'no-such-act' | 'wrong-state' | PlanRefusal

/**
 * What the next version of the text is to be: from when its words hold and which changes it carries out. Only the office knows
 * of it, so nothing is entered; from here on the rooms of texts let it be written.
 */
export const planState = (services: Services, id: string, plan: StatePlan, by: ChangedBy): Promise<PlanOutcome> =>
  services.db.begin(async (tx): Promise<PlanOutcome> => {
    const act = await lockAct(tx, id)
    if (!act) return 'no-such-act'
    if (act.state !== 'announced' || act.textId === null) return 'wrong-state'
    if (await findPlan(tx, id)) return 'planned-already'
    const [states, open] = [await listStates(tx, id), await listChangesOf(tx, id)]
    const refusal = refusalToPlan(plan, { inForceFrom: act.inForceFrom, states, open })
    if (refusal) return refusal
    const at = services.clock.now()
    const { institutionId } = act
    await insertPlan(tx, { ...plan, actId: id, institutionId, at, by: accountOf(by) })
    const fields = [{ field: 'holds-from', from: null, to: plan.holdsFrom }]
    await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'state-planned', by, at, fields })
    return 'done'
  })

/** Given up: the text stays as it is. */
export const dropPlan = (services: Services, id: string, by: ChangedBy): Promise<'done' | 'no-such-act'> =>
  services.db.begin(async (tx) => {
    const act = await lockAct(tx, id)
    if (!act || !(await findPlan(tx, id))) return 'no-such-act'
    await deletePlan(tx, id)
    const change = { institutionId: act.institutionId, subject: refOf(ACT_RECORD, id), kind: 'state-given-up' }
    await recordChange(tx, { ...change, by, at: services.clock.now() })
    return 'done'
  })
