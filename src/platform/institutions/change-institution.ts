import type { Role } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import { changedFields, type FieldChange } from '../history/change-rules.ts'
import { recordChange } from '../history/record-change.ts'
import { appendToLedger, type LedgerOrder } from '../ledger/append-to-ledger.ts'
import type { Services } from '../services.ts'
import { changedBy, mayAct, mayActEverywhere, type Hand } from './hand.ts'
import {
  findByRegistration,
  holdInstitution,
  updateInstitutionFacts,
  type InstitutionFacts,
  type InstitutionRecord,
} from './institution-record-queries.ts'
import { institutionRecords } from './institution-records.ts'
import { institutionPermissions } from './institution-rights-rules.ts'

export type Refused<Refusal> = { kind: 'refused'; refusal: Refusal }
export type ChangeOutcome<Refusal = never> =
  | { kind: 'done' }
  | Refused<Refusal>
  | { kind: 'changed-meanwhile'; version: number }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-institution' }

/** What a deed found to write; no fields and no reason: what was asked for stands already. */
export type Written = { change: string; fields: readonly FieldChange[]; reason?: string | null }

/** `write` gives what everybody reads differently from then on; the institution itself unless told. */
export type Planned = { write: () => Promise<readonly LedgerOrder[] | void>; written: Written }

export type Held = { tx: Transaction; institution: InstitutionRecord; now: Date }

export type Order = {
  id: string
  hand: Hand
  roles: readonly Role[]
  /** The version that the form showed; null where each entry stands for itself. */
  fromVersion: number | null
}

/**
 * The frame of every deed on an institution: hold it, ask whether this hand may, see what is to be written, and put it on
 * record. `plan` says what would change; only when something would, the version must be the one that the form showed.
 */
export async function changeHeld<Refusal>(
  services: Services,
  { id, hand, roles, fromVersion }: Order,
  plan: (held: Held) => Promise<Planned | Refused<Refusal> | null>,
): Promise<ChangeOutcome<Refusal>> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<ChangeOutcome<Refusal>> => {
    const institution = await holdInstitution(tx, id)
    if (!institution) return { kind: 'no-such-institution' }
    if (!mayAct(hand, roles, id)) return { kind: 'not-permitted' }
    const planned = await plan({ tx, institution, now })
    if (planned === null) return { kind: 'done' }
    if ('refusal' in planned) return planned
    if (fromVersion !== null && institution.version !== fromVersion)
      return { kind: 'changed-meanwhile', version: institution.version }
    const entered = await planned.write()
    const { change, fields, reason } = planned.written
    const subject = `institutions.institution:${id}`
    await recordChange(tx, {
      institutionId: id,
      subject,
      kind: change,
      by: changedBy(hand),
      at: now,
      fields,
      reason: reason ?? null,
    })
    await appendToLedger(tx, services, ...(entered ?? [{ kind: institutionRecords, ids: [id] }]))
    return { kind: 'done' }
  })
}

export type FactsRefusal = 'registered-twice' | 'standing-by-operator'

/** Kind, currency, place, colour and the like. Whether it works here or is only listed is the operator's to say. */
export const changeInstitution = (
  services: Services,
  hand: Hand,
  id: string,
  facts: InstitutionFacts,
  fromVersion: number,
): Promise<ChangeOutcome<FactsRefusal>> =>
  changeHeld<FactsRefusal>(
    services,
    { id, hand, roles: institutionPermissions['institutions.write'], fromVersion },
    async ({ tx, institution, now }) => {
      const { kind, standing, currency, placeId, website, registration, source, accent } = institution
      const before = { kind, standing, currency, placeId, website, registration, source, accent }
      const fields = changedFields(before, { ...facts })
      if (fields.length === 0) return null
      const ofOperator =
        standing !== facts.standing && !mayActEverywhere(hand, institutionPermissions['institutions.found'])
      if (ofOperator) return { kind: 'refused', refusal: 'standing-by-operator' }
      const owner = facts.registration && (await findByRegistration(tx, institution.jurisdiction, facts.registration))
      if (owner && owner !== id) return { kind: 'refused', refusal: 'registered-twice' }
      return { write: () => updateInstitutionFacts(tx, id, facts, now), written: { change: 'changed', fields } }
    },
  )
