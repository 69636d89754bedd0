import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { closeTaskOfForm } from '#platform/tasks/give-task.ts'
import type { PublishedVersion } from '#platform/texts/text-holder.ts'
import { insertActEvent, lockAct, raiseActVersion } from '../act-queries.ts'
import { enterActs } from '../act-records.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { tellFollowers } from '../announcing/tell-followers.ts'
import { lockActs } from './relation-queries.ts'
import { deletePlan, findPlan, insertState, listChangesOf, setCarriedOut } from './state-queries.ts'

/**
 * The last write of the deed that publishes a later version of the text of an announced act: the version becomes the state that
 * was planned, the changes that it carries out are bound to it, and the ledger has it with the acts that made them. The rooms of
 * texts hold the act already; without a plan they let nobody write, so that none is missing here.
 */
export async function publishState(tx: Transaction, services: Services, order: PublishedVersion): Promise<void> {
  const { versionId, by, at, summary } = order
  const { id } = order.record
  const [act, plan] = [await lockAct(tx, id), await findPlan(tx, id)]
  if (!act || !plan) throw new Error(`The text of act ${id} was published without a planned state`)
  const chosen = (await listChangesOf(tx, id)).filter((one) => plan.relationIds.includes(one.id))
  await lockActs(
    tx,
    chosen.flatMap(({ sourceId }) => sourceId ?? []),
  )
  const { institutionId } = act
  const note = plan.note ?? (summary.length >= 3 ? [...summary].slice(0, 1000).join('') : null)
  const isCorrection = plan.purpose === 'correction'
  await insertState(tx, { versionId, institutionId, actId: id, holdsFrom: plan.holdsFrom, note, at, by: by.accountId })
  const changedActs = await setCarriedOut(
    tx,
    chosen.map((one) => one.id),
    versionId,
  )
  await deletePlan(tx, id)
  const kind = isCorrection ? 'corrected' : 'consolidated'
  const event = { institutionId, actId: id, kind, version: act.version + 1, at, by: by.accountId } as const
  await insertActEvent(tx, { ...event, happenedOn: plan.holdsFrom, reason: plan.note, textVersionId: versionId })
  const who = by.accountId === null ? 'command-line' : { accountId: by.accountId }
  const subject = refOf(ACT_RECORD, id)
  const fields = [{ field: 'holds-from', from: null, to: plan.holdsFrom }]
  await recordChange(tx, { institutionId, subject, kind: `state-${kind}`, by: who, at, reason: plan.note, fields })
  for (const one of chosen) await closeTaskOfForm(tx, services, { subject, form: one.id }, who)
  await tellFollowers(tx, act, { kind, at, facts: { day: plan.holdsFrom } })
  await raiseActVersion(tx, id, at)
  await enterActs(tx, services, [...new Set([id, ...changedActs])])
}
