import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { findAct, type Act } from '../act-queries.ts'
import { actPermissions as may } from '../permissions.ts'
import { findBoundEntry, listPlanCandidates, type PlanBond } from './plan-queries.ts'
import { proposalsFor, type PlanCandidate, type PlanProposal } from './plan-rules.ts'

export type BindView = {
  act: Act
  bound: PlanBond | null
  proposals: PlanProposal[]
  candidates: PlanCandidate[]
  mayWrite: boolean
}

/** Null for what is not there, or belongs to an institution of others. */
export async function viewBind(services: Services, official: Official, id: string): Promise<BindView | null> {
  const act = isUuid(id) ? await findAct(services.db, id) : null
  if (!act || !mayIn(official, may['acts.read'], act.institutionId)) return null
  const mayWrite = mayIn(official, may['acts.write'], act.institutionId)
  const day = act.adoptedOn ?? civilDateIn(act.zone, services.clock.now())
  const year = act.year ?? Number(day.slice(0, 4))
  const bound = await findBoundEntry(services.db, id)
  const open = bound === null && !act.restricted && act.state !== 'void' && act.state !== 'taken-down'
  const candidates = open ? await listPlanCandidates(services.db, { ...act, year }) : []
  return { act, bound, proposals: proposalsFor(act.title, candidates), candidates, mayWrite }
}
