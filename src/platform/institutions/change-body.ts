import type { Transaction } from '../db/database.ts'
import { changedFields } from '../history/change-rules.ts'
import { recordChange, type Change } from '../history/record-change.ts'
import { appendToLedger } from '../ledger/append-to-ledger.ts'
import type { Services } from '../services.ts'
import { civilDateIn } from '../time/civil-date.ts'
import {
  endBodyRow,
  findBody,
  holdBody,
  insertBodyRecord,
  keepFormerName,
  updateBodyFacts,
  type BodyFacts,
  type BodyRecord,
} from './body-queries.ts'
import { refusalToEnd, type BodyRefusal } from './body-rules.ts'
import { changedBy, mayAct, type Hand } from './hand.ts'
import { findInstitutionRecord, type InstitutionRecord } from './institution-record-queries.ts'
import { bodyRecords } from './institution-records.ts'
import { institutionPermissions } from './institution-rights-rules.ts'

export type BodyOutcome =
  | { kind: 'done'; id: string }
  | { kind: 'refused'; refusal: BodyRefusal | 'no-such-parent' }
  | { kind: 'changed-meanwhile'; version: number }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-body' }

const roles = institutionPermissions['bodies.write']

/** A body of an institution, with the order that set it up. `id` is the form's own number: twice the same is one body. */
export async function foundBody(
  services: Services,
  hand: Hand,
  institutionId: string,
  id: string,
  facts: BodyFacts,
): Promise<BodyOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<BodyOutcome> => {
    const institution = await findInstitutionRecord(tx, 'sq', institutionId)
    if (!institution) return { kind: 'no-such-body' }
    if (!mayAct(hand, roles, institutionId)) return { kind: 'not-permitted' }
    if (institution.closedOn !== null) return { kind: 'refused', refusal: 'institution-closed' }
    if (!(await isParent(tx, institutionId, id, facts.parentId))) return { kind: 'refused', refusal: 'no-such-parent' }
    if (!(await insertBodyRecord(tx, institutionId, id, facts, now))) return { kind: 'done', id }
    await tell(tx, { hand, institutionId, id, now }, { kind: 'founded', fields: changedFields({}, { ...facts }) })
    return { kind: 'done', id }
  })
}

/** Another name keeps the one it had; the order may be told more fully. */
export const changeBody = (
  services: Services,
  hand: Hand,
  id: string,
  facts: BodyFacts,
  fromVersion: number,
): Promise<BodyOutcome> =>
  onBody(services, hand, id, async ({ tx, body, institution, now }): Promise<BodyOutcome> => {
    const fields = changedFields(factsOf(body), { ...facts })
    if (fields.length === 0) return { kind: 'done', id }
    if (body.version !== fromVersion) return { kind: 'changed-meanwhile', version: body.version }
    if (!(await isParent(tx, body.institutionId, id, facts.parentId)))
      return { kind: 'refused', refusal: 'no-such-parent' }
    const renamed = body.name !== facts.name
    if (renamed) await keepFormerName(tx, body, civilDateIn(institution.zone, now), now)
    await updateBodyFacts(tx, id, facts, now)
    const change = { kind: renamed ? 'renamed' : 'changed', fields }
    await tell(tx, { hand, institutionId: body.institutionId, id, now }, change)
    return { kind: 'done', id }
  })

/** It is no more; what it did stays on its page. */
export const endBody = (
  services: Services,
  hand: Hand,
  id: string,
  { on, reason }: { on: string; reason: string },
): Promise<BodyOutcome> =>
  onBody(services, hand, id, async ({ tx, body, institution, now }): Promise<BodyOutcome> => {
    if (body.endedOn === on && body.endedReason === reason) return { kind: 'done', id }
    const refusal = refusalToEnd(body, on, civilDateIn(institution.zone, now))
    if (refusal) return { kind: 'refused', refusal }
    await endBodyRow(tx, id, on, reason, now)
    const fields = [{ field: 'ended-on', from: null, to: on }]
    await tell(tx, { hand, institutionId: body.institutionId, id, now }, { kind: 'ended', fields, reason })
    return { kind: 'done', id }
  })

export type HeldBody = { tx: Transaction; body: BodyRecord; institution: InstitutionRecord; now: Date }

type Nobody = { kind: 'no-such-body' } | { kind: 'not-permitted' }

/** Holds a body for a deed of a hand that may do it. */
export async function onBody<Outcome>(
  services: Services,
  hand: Hand,
  id: string,
  work: (held: HeldBody) => Promise<Outcome>,
): Promise<Outcome | Nobody> {
  const now = services.clock.now()
  const done = await services.db.begin(async (tx): Promise<{ outcome: Outcome | Nobody }> => {
    const body = await holdBody(tx, id)
    const institution = body && (await findInstitutionRecord(tx, 'sq', body.institutionId))
    if (!body || !institution) return { outcome: { kind: 'no-such-body' } }
    if (!mayAct(hand, roles, body.institutionId)) return { outcome: { kind: 'not-permitted' } }
    return { outcome: await work({ tx, body, institution, now }) }
  })
  return done.outcome
}

type Where = { hand: Hand; institutionId: string; id: string; now: Date }

/** The history of the body and its entry in the ledger: the last that a deed writes. */
export async function tell(
  tx: Transaction,
  { hand, institutionId, id, now }: Where,
  change: Pick<Change, 'kind' | 'fields' | 'reason'>,
): Promise<void> {
  await recordChange(tx, { institutionId, subject: `institutions.body:${id}`, by: changedBy(hand), at: now, ...change })
  await appendToLedger(tx, { clock: { now: () => now } }, { kind: bodyRecords, ids: [id] })
}

async function isParent(tx: Transaction, institutionId: string, id: string, parentId: string | null): Promise<boolean> {
  if (parentId === null) return true
  const parent = parentId === id ? null : await findBody(tx, 'sq', parentId)
  // One level is enough for a commission in a council, and leaves no room for circles.
  return parent?.institutionId === institutionId && parent.parentId === null
}

const factsOf = (body: BodyRecord): BodyFacts => ({
  kind: body.kind,
  name: body.name,
  nameEn: body.nameEn,
  nameSr: body.nameSr,
  parentId: body.parentId,
  foundedOn: body.foundedOn,
  orderIssuer: body.orderIssuer,
  orderNumber: body.orderNumber,
  orderDate: body.orderDate,
  orderSubject: body.orderSubject,
})
