import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { ChangedBy } from '#platform/history/record-change.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import { listSubjectPlaces } from '#platform/places/place-queries.ts'
import { setPlaces } from '#platform/places/subject-places.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { setTopics } from '#platform/topics/subject-topics.ts'
import { listSubjectTopics } from '#platform/topics/topic-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { insertAct, insertActChange, listOfficeActs, publishDrafts, type OfficeAct } from './act-office-queries.ts'
import { findPlanOfYear, holdYearPlan, insertYearPlan, markPlanPublished, type HeldPlan } from './year-plan-queries.ts'
import { enterPlannedActs } from './act-records.ts'
import { recordOfPlannedAct, tellOfPlannedAct } from './tell-planned-act.ts'
import { PLANNED_ACT_KIND } from './year-rules.ts'

export type StartOutcome = { kind: 'started'; id: string } | { kind: 'not-permitted' }

/** A plan for an institution and a year: empty, and seen by the office alone. The one that stands already is given back. */
export async function startYearPlan(
  services: Services,
  official: Official,
  { institutionId, year }: { institutionId: string; year: number },
): Promise<StartOutcome> {
  if (!mayIn(official, may['year-plans.write'], institutionId)) return { kind: 'not-permitted' }
  return services.db.begin(async (tx): Promise<StartOutcome> => {
    const institution = await findInstitutionById(tx, 'sq', institutionId)
    if (!institution || institution.closedOn !== null || institution.standing !== 'member')
      return { kind: 'not-permitted' }
    const { id } = await insertYearPlan(tx, { institutionId, year, by: official.accountId, at: services.clock.now() })
    return { kind: 'started', id }
  })
}

export type CarryOutcome = { kind: 'carried'; acts: number } | { kind: 'no-such-plan' } | { kind: 'not-permitted' }

/**
 * Takes over from the plan of the year before what was neither adopted nor dropped. A month of the old year says nothing of
 * the new one and stays behind; one that had been put off into the new year comes along. Nothing comes twice.
 */
export async function carryOver(services: Services, official: Official, planId: string): Promise<CarryOutcome> {
  return services.db.begin(async (tx): Promise<CarryOutcome> => {
    const plan = await holdYearPlan(tx, planId)
    if (!plan) return { kind: 'no-such-plan' }
    if (!mayIn(official, may['year-plans.write'], plan.institutionId)) return { kind: 'not-permitted' }
    const before = await findPlanOfYear(tx, plan.institutionId, plan.year - 1)
    const standing = before ? await listOfficeActs(tx, before) : []
    const open = standing.filter((act) => act.state === 'published' && act.adoptedOn === null && act.droppedAt === null)
    let acts = 0
    for (const act of open) if (await carryAct(tx, services, plan, act, official.accountId)) acts += 1
    return { kind: 'carried', acts }
  })
}

async function carryAct(
  tx: Transaction,
  services: Services,
  plan: HeldPlan,
  act: OfficeAct,
  by: string,
): Promise<boolean> {
  const at = services.clock.now()
  const reaches = act.dueFrom !== null && Number(act.dueFrom.slice(0, 4)) >= plan.year
  const due = reaches ? {} : { dueFrom: null, dueTo: null }
  const { institutionId, id: planId, year } = plan
  const id = await insertAct(tx, { ...act, ...due, institutionId, planId, year, carriedFromId: act.id, by, at })
  if (id === null) return false
  const from = [refOf(PLANNED_ACT_KIND, act.id)]
  const [topics, places] = await Promise.all([listSubjectTopics(tx, 'sq', from), listSubjectPlaces(tx, 'sq', from)])
  const idsOf = (all: readonly { id: string }[]) => all.map((one) => one.id)
  await setTopics(tx, refOf(PLANNED_ACT_KIND, id), institutionId, idsOf(topics))
  await setPlaces(tx, refOf(PLANNED_ACT_KIND, id), institutionId, idsOf(places))
  await recordOfPlannedAct(tx, { id, institutionId, kind: 'carried-over', by: { accountId: by }, at })
  return true
}

export type PublishPlanOutcome =
  { kind: 'published'; acts: number } | { kind: 'nothing' } | { kind: 'no-such-plan' } | { kind: 'not-permitted' }

/** Makes all of a plan public that is not; what comes after the plan as a whole says that it was added later. */
export async function publishYearPlan(
  services: Services,
  official: Official,
  planId: string,
): Promise<PublishPlanOutcome> {
  return services.db.begin(async (tx): Promise<PublishPlanOutcome> => {
    const plan = await holdYearPlan(tx, planId)
    if (!plan) return { kind: 'no-such-plan' }
    if (!mayIn(official, may['year-plans.publish'], plan.institutionId)) return { kind: 'not-permitted' }
    const acts = await makePlanPublic(tx, services, plan, { accountId: official.accountId })
    return acts === 0 ? { kind: 'nothing' } : { kind: 'published', acts }
  })
}

export async function makePlanPublic(
  tx: Transaction,
  services: Services,
  plan: HeldPlan,
  by: ChangedBy,
): Promise<number> {
  const at = services.clock.now()
  const addedLater = plan.publishedAt !== null
  const { institutionId } = plan
  const acts = await publishDrafts(tx, { ...plan, addedLater, at })
  if (acts.length === 0) return 0
  await markPlanPublished(tx, plan.id, at)
  const account = typeof by === 'string' ? null : by.accountId
  for (const { id, dueFrom, dueTo } of acts) {
    const kind = addedLater ? 'added' : 'published'
    await insertActChange(tx, { institutionId, actId: id, version: 1, kind, to: { dueFrom, dueTo }, at, by: account })
    await recordOfPlannedAct(tx, { id, institutionId, kind: 'plan-published', by, at })
    await tellOfPlannedAct(tx, {
      id,
      institutionId,
      kind: addedLater ? 'added' : 'planned',
      at,
      facts: { from: dueFrom, to: dueTo },
    })
  }
  await enterPlannedActs(
    tx,
    services,
    acts.map(({ id }) => id),
  )
  return acts.length
}
