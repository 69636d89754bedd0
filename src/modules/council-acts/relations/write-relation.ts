import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { insertActEvent, type Act } from '../act-queries.ts'
import { ACT_RECORD, isPublic } from '../act-rules.ts'
import { accountOf, type ActOutcome } from '../do-with-act.ts'
import { applyEffect, undoEffect } from './apply-effects.ts'
import { doWithRelated, type HeldActs } from './do-with-related.ts'
import {
  findRelation,
  insertRelation,
  relationWasSent,
  sameStands,
  settleRelation,
  type Relation,
} from './relation-queries.ts'
import { refusalToRelate, type RelationForm, type RelationRefusal } from './relation-rules.ts'

export type RelationOutcome = ActOutcome<RelationRefusal | 'no-such-relation' | 'stands-already' | 'carried-out'>
type Order = { by: ChangedBy; seen: number | null }

/** Its own day, else the day from which the act itself holds; null until that is known. */
const effectiveOf = (form: RelationForm, act: Act): string | null => form.effectiveOn ?? act.inForceFrom

/** The other act as held; one that is not kept here stays words. */
const otherOf = (held: HeldActs, otherId: string | null): Act | null => (otherId && held.acts.get(otherId)) || null

/** What the act does to another, as its articles say. */
export const addRelation = (
  services: Services,
  id: string,
  form: RelationForm,
  { by, seen, formId }: Order & { formId: string },
): Promise<RelationOutcome> =>
  doWithRelated<RelationRefusal | 'stands-already'>(services, id, { seen, others: others(form) }, async (held) => {
    const { tx, act, at } = held
    if (await relationWasSent(tx, formId)) return 'done'
    const refusal = refusalToRelate(form, act, otherOf(held, form.otherId))
    if (refusal) return refusal
    const row = {
      ...form,
      effectiveOn: effectiveOf(form, act),
      passive: false,
      state: 'standing',
      origin: 'typed',
    } as const
    const made = { ...row, foundIn: null, institutionId: act.institutionId, actId: id, formId, by: accountOf(by), at }
    const relationId = await insertRelation(tx, made)
    if (relationId === null) return 'stands-already'
    await note(held, 'relation-added', { by, kind: form.kind })
    await applyEffect(services, held, { ...made, id: relationId, carriedOutIn: null }, { by })
    return 'done'
  })

/** What the program found is right, or points at another act than it thought; from now on it stands. */
export const confirmRelation = (
  services: Services,
  id: string,
  relationId: string,
  { form, by, seen }: Order & { form: RelationForm },
): Promise<RelationOutcome> =>
  doWithRelated<RelationRefusal | 'no-such-relation' | 'stands-already'>(
    services,
    id,
    { seen, others: others(form) },
    async (held) => {
      const { tx, act, at } = held
      const relation = await findRelation(tx, relationId)
      if (relation?.actId !== id || relation.state === 'dropped') return 'no-such-relation'
      if (relation.state === 'standing') return 'stands-already'
      const other = otherOf(held, form.otherId)
      const [source, target] = relation.passive && other ? [other, act] : [act, other]
      const refusal = refusalToRelate(form, source, target)
      if (refusal) return refusal
      const effectiveOn = relation.passive ? (form.effectiveOn ?? other?.inForceFrom ?? null) : effectiveOf(form, act)
      const now: Relation = { ...relation, ...form, effectiveOn, state: 'standing' }
      if (now.otherId !== null && (await sameStands(tx, now))) return 'stands-already'
      await settleRelation(tx, { ...now, by: accountOf(by), at })
      await note(held, 'relation-confirmed', { by, kind: form.kind })
      await applyEffect(services, held, now, { by })
      return 'done'
    },
  )

/** It was none, or was entered wrongly: what it did is taken back, with a reason where everybody had read it. */
export const dropRelation = (
  services: Services,
  id: string,
  relationId: string,
  { by, seen, reason }: Order & { reason: string | null },
): Promise<RelationOutcome> =>
  doWithRelated<'no-such-relation' | 'reason-missing' | 'carried-out'>(services, id, { seen }, async (held) => {
    const { tx, act, at, version } = held
    const relation = await findRelation(tx, relationId)
    if (relation?.actId !== id || relation.state === 'dropped') return 'no-such-relation'
    if (relation.carriedOutIn !== null) return 'carried-out'
    const wasRead = isPublic(act.state) && relation.origin !== 'read' && relation.state === 'standing'
    if (wasRead && reason === null) return 'reason-missing'
    await settleRelation(tx, { ...relation, state: 'dropped', by: accountOf(by), at })
    await note(held, 'relation-dropped', { by, kind: relation.kind, reason })
    if (wasRead) {
      const line = { institutionId: act.institutionId, actId: id, kind: 'corrected' as const, version, at }
      await insertActEvent(tx, { ...line, by: accountOf(by), reason })
    }
    await undoEffect(services, held, relation, { by })
    return 'done'
  })

const others = ({ otherId }: RelationForm): string[] => (otherId === null ? [] : [otherId])

type Noted = { by: ChangedBy; kind: string; reason?: string | null }

const note = ({ tx, act, at }: HeldActs, change: string, { by, kind, reason = null }: Noted): Promise<void> =>
  recordChange(tx, {
    institutionId: act.institutionId,
    subject: refOf(ACT_RECORD, act.id),
    kind: change,
    by,
    at,
    reason,
    fields: [{ field: 'relation', from: null, to: kind }],
  })
