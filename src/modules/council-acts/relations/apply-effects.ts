import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { closeTaskOfForm, giveTask } from '#platform/tasks/give-task.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { insertActEvent, type Act } from '../act-queries.ts'
import { ACT_RECORD, isPublic, numberOf, type ActEventKind, type RelationKind } from '../act-rules.ts'
import { accountOf } from '../do-with-act.ts'
import { tellFollowers } from '../announcing/tell-followers.ts'
import type { HeldActs } from './do-with-related.ts'
import { findEnd, findStop, setForceTo, setSuspended } from './end-queries.ts'
import { wasTold, type Relation } from './relation-queries.ts'
import { changesWords, endsAct } from './state-rules.ts'
import { relationTexts } from './texts.ts'

type By = { by: ChangedBy }

/** Who does it to whom; null: that one is not kept here. */
export function endsOf(relation: Relation, acts: ReadonlyMap<string, Act>): { source: Act | null; target: Act | null } {
  const [own, other] = [acts.get(relation.actId) ?? null, acts.get(relation.otherId ?? '') ?? null]
  return relation.passive ? { source: other, target: own } : { source: own, target: other }
}

/** What an act that is not announced says, is not done yet; one that is not kept here was announced elsewhere. */
const isSaid = (source: Act | null, { otherId, passive }: Relation): boolean =>
  source?.state === 'announced' || (passive && otherId === null)

/** What a relation that stands does to the other act: until when it holds, and what is to be done with its text. */
export async function applyEffect(services: Services, held: HeldActs, relation: Relation, { by }: By): Promise<void> {
  const { tx, acts, touch } = held
  const { source, target } = endsOf(relation, acts)
  const { kind, effectiveOn, state } = relation
  if (state !== 'standing' || !target || !isSaid(source, relation)) return
  if (effectiveOn !== null && endsAct(kind)) {
    await setForceTo(tx, target.id, await findEnd(tx, target.id))
    touch(target.id)
  }
  if (effectiveOn !== null && kind === 'suspends') {
    await setSuspended(tx, target.id, await findStop(tx, target.id))
    touch(target.id)
  }
  if (changesWords(kind) && target.textId !== null && relation.carriedOutIn === null && isPublic(target.state))
    await giveTask(tx, services, {
      institutionId: target.institutionId,
      subject: refOf(ACT_RECORD, target.id),
      title: relationTexts('sq').task(numberOf(target) ?? '', (source && numberOf(source)) ?? ''),
      to: { role: 'council-secretary' },
      dueOn: null,
      by,
      form: relation.id,
    })
  await tellEffect(held, relation, { by })
}

const EVENTS: Partial<Record<RelationKind, ActEventKind>> = {
  amends: 'changed',
  corrects: 'changed',
  'repeals-partly': 'changed',
  repeals: 'repealed',
  replaces: 'repealed',
  suspends: 'suspended',
}

/** On the day it begins, once: in the story of the other act, its history, and to whoever follows it. False: there is nobody to tell. */
export async function tellEffect(held: HeldActs, relation: Relation, { by }: By): Promise<boolean> {
  const { tx, acts, at, touch } = held
  const { source, target } = endsOf(relation, acts)
  const { effectiveOn: day, kind } = relation
  const event = EVENTS[kind]
  if (!source || !target || !event || day === null || source.history || source.state !== 'announced') return false
  if (day > civilDateIn(target.zone, at) || !isPublic(target.state)) return false
  const { id: actId, institutionId, version } = target
  if (await wasTold(tx, { actId, kind: event, byActId: source.id })) return false
  const line = { institutionId, actId, kind: event, version: version + 1, at, by: accountOf(by) }
  await insertActEvent(tx, { ...line, happenedOn: day, byActId: source.id })
  const fields = [{ field: 'by-act', from: null, to: numberOf(source) }]
  await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, actId), kind: `by-act-${event}`, by, at, fields })
  await tellFollowers(tx, target, { kind: event, at, facts: { day, act: numberOf(source) ?? '' } })
  touch(actId)
  return true
}

/** The relation stands no more: what it did is taken back. */
export async function undoEffect(services: Services, held: HeldActs, relation: Relation, { by }: By): Promise<void> {
  const { tx, acts, at, touch } = held
  const { source, target } = endsOf(relation, acts)
  if (relation.state !== 'standing' || !target || !isSaid(source, relation)) return
  const { id: actId, institutionId } = target
  const form = { subject: refOf(ACT_RECORD, actId), form: relation.id }
  if (changesWords(relation.kind)) await closeTaskOfForm(tx, services, form, by)
  const { effectiveOn: day, kind } = relation
  if (day === null) return
  // Only the day that this relation gave: what an archive says of itself stays.
  const own = target.inForceTo !== null && [day, target.inForceFrom].includes(target.inForceTo)
  if (endsAct(kind) && own) await setForceTo(tx, actId, await findEnd(tx, actId))
  else if (kind === 'suspends' && target.suspendedFrom === day) await setSuspended(tx, actId, await findStop(tx, actId))
  else return
  touch(actId)
  await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, actId), kind: 'effect-undone', by, at })
}
