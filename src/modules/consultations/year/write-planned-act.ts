import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { changedFields, type FieldChange } from '#platform/history/change-rules.ts'
import { listSubjectPlaces } from '#platform/places/place-queries.ts'
import { setPlaces } from '#platform/places/subject-places.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { setTopics } from '#platform/topics/subject-topics.ts'
import { listSubjectTopics } from '#platform/topics/topic-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import {
  deleteDraftAct,
  findSubmittedAct,
  holdAct,
  insertAct,
  insertActChange,
  updateAct,
  type ActFields,
  type OfficeAct,
} from './act-office-queries.ts'
import { holdYearPlan } from './year-plan-queries.ts'
import { enterPlannedActs } from './act-records.ts'
import { recordOfPlannedAct, tellOfPlannedAct } from './tell-planned-act.ts'
import { moveOfPeriod, periodOf, PLANNED_ACT_KIND } from './year-rules.ts'

/** What the office fills in for one entry. */
export type ActForm = ActFields & {
  topicIds: readonly string[]
  placeIds: readonly string[]
  /** The version that the form showed. */
  fromVersion: number
  /** Of what is public. */
  reason: string
}

export type WriteActOutcome =
  | { kind: 'written'; id: string }
  | { kind: 'changed-meanwhile'; version: number }
  | { kind: 'not-permitted' }
  | { kind: 'gone' }

/** One more entry, seen by the office alone until the plan, or its additions, are published. */
export async function addPlannedAct(
  services: Services,
  official: Official,
  planId: string,
  form: ActForm & { submissionId: string },
): Promise<WriteActOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<WriteActOutcome> => {
    const plan = await holdYearPlan(tx, planId)
    if (!plan) return { kind: 'gone' }
    const { institutionId, year } = plan
    if (!mayIn(official, may['year-plans.write'], institutionId)) return { kind: 'not-permitted' }
    const id = await insertAct(tx, { ...form, institutionId, planId, year, by: official.accountId, at })
    if (id === null) return { kind: 'written', id: (await findSubmittedAct(tx, form.submissionId)) ?? '' }
    await classify(tx, id, institutionId, form)
    await recordOfPlannedAct(tx, { id, institutionId, kind: 'created', by: official, at })
    return { kind: 'written', id }
  })
}

async function classify(
  tx: Transaction,
  id: string,
  institutionId: string,
  { topicIds, placeIds }: Pick<ActForm, 'topicIds' | 'placeIds'>,
): Promise<void> {
  await setTopics(tx, refOf(PLANNED_ACT_KIND, id), institutionId, topicIds)
  await setPlaces(tx, refOf(PLANNED_ACT_KIND, id), institutionId, placeIds)
}

/** Changes a draft freely; what is public is changed with a reason, as a version that everybody sees. */
export async function changePlannedAct(
  services: Services,
  official: Official,
  id: string,
  form: ActForm,
): Promise<WriteActOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<WriteActOutcome> => {
    const act = await holdAct(tx, id)
    if (!act || act.state === 'taken-down') return { kind: 'gone' }
    if (!mayIn(official, may['year-plans.write'], act.institutionId)) return { kind: 'not-permitted' }
    if (act.version !== form.fromVersion) return { kind: 'changed-meanwhile', version: act.version }
    const fields = [...changedFields(factsOf(act), factsOf(form)), ...(await changedFiling(tx, id, form))]
    // Nothing was changed: no version, nothing told.
    if (fields.length === 0) return { kind: 'written', id }
    const version = await updateAct(tx, id, form, at)
    await classify(tx, id, act.institutionId, form)
    const moved = moveOfPeriod(periodOf(act.dueFrom, act.dueTo), periodOf(form.dueFrom, form.dueTo))
    const kind = act.state === 'published' ? (moved ?? 'changed') : 'changed'
    const { institutionId } = act
    await recordOfPlannedAct(tx, { id, institutionId, kind, by: official, at, reason: form.reason || null, fields })
    if (act.state === 'published')
      await showChange(tx, services, act, form, { kind, version, fields, by: official.accountId })
    return { kind: 'written', id }
  })
}

type Shown = {
  kind: 'changed' | 'postponed' | 'brought-forward'
  version: number
  fields: readonly FieldChange[]
  by: string
}

/** The change as everybody reads it, with the old month and the new one. */
async function showChange(
  tx: Transaction,
  services: Services,
  before: OfficeAct,
  form: ActForm,
  { kind, version, fields, by }: Shown,
): Promise<void> {
  const at = services.clock.now()
  const { id, institutionId } = before
  const isDue = ({ field }: FieldChange) => field === 'due-from' || field === 'due-to'
  const due = fields.some(isDue)
  const others = fields.filter((one) => !isDue(one)).map(({ field }) => field)
  await insertActChange(tx, {
    institutionId,
    actId: id,
    version,
    kind,
    ...(due && { from: before, to: form }),
    // A month that was not known, or is not any more, is told by its name.
    fields: due && kind === 'changed' ? ['due', ...others] : others,
    reason: form.reason,
    at,
    by,
  })
  const facts = kind === 'changed' ? {} : { from: before.dueTo, to: form.dueTo }
  await tellOfPlannedAct(tx, { id, institutionId, kind, at, facts })
  await enterPlannedActs(tx, services, [id])
}

const factsOf = (act: ActFields) => ({
  title: act.title,
  'title-en': act.titleEn,
  'act-kind': act.actKind,
  proposer: act.proposer,
  'due-from': act.dueFrom,
  'due-to': act.dueTo,
  'consultation-planned': act.consultationPlanned,
  'deciding-body': act.decidingBody,
  note: act.note,
})

/** Topics and places are named, not listed: they stand with the record. */
async function changedFiling(tx: Transaction, id: string, form: ActForm): Promise<FieldChange[]> {
  const subject = [refOf(PLANNED_ACT_KIND, id)]
  const [topics, places] = await Promise.all([
    listSubjectTopics(tx, 'sq', subject),
    listSubjectPlaces(tx, 'sq', subject),
  ])
  const key = (ids: readonly string[]) => ids.toSorted().join(' ')
  const same = (before: readonly { id: string }[], after: readonly string[]) =>
    key(before.map((one) => one.id)) === key(after)
  return [
    ...(same(topics, form.topicIds) ? [] : [{ field: 'topics', from: null, to: null }]),
    ...(same(places, form.placeIds) ? [] : [{ field: 'places', from: null, to: null }]),
  ]
}

/** What nobody outside has seen can be deleted; what was public is dropped with a reason. */
export async function removePlannedAct(
  services: Services,
  official: Official,
  id: string,
): Promise<{ kind: 'removed' | 'not-a-draft' | 'not-permitted' | 'gone' }> {
  return services.db.begin(async (tx) => {
    const act = await holdAct(tx, id)
    if (!act) return { kind: 'gone' } as const
    if (!mayIn(official, may['year-plans.write'], act.institutionId)) return { kind: 'not-permitted' } as const
    // What is public keeps its topics and places: a refusal changes nothing.
    if (act.state !== 'draft') return { kind: 'not-a-draft' } as const
    await classify(tx, id, act.institutionId, { topicIds: [], placeIds: [] })
    return { kind: (await deleteDraftAct(tx, id)) ? 'removed' : 'not-a-draft' } as const
  })
}
