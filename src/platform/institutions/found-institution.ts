import type { Transaction } from '../db/database.ts'
import { changedFields } from '../history/change-rules.ts'
import { recordChange } from '../history/record-change.ts'
import { appendToLedger } from '../ledger/append-to-ledger.ts'
import type { Services } from '../services.ts'
import { changedBy, mayActEverywhere, type Hand } from './hand.ts'
import { insertInstitution, setRoleAddress } from './institution-queries.ts'
import { findByRegistration, findInstitutionRecord, updateInstitutionFacts } from './institution-record-queries.ts'
import { institutionRecords } from './institution-records.ts'
import { institutionPermissions } from './institution-rights-rules.ts'
import {
  currencyOf,
  isOutside,
  ZONES,
  type Currency,
  type InstitutionKind,
  type Jurisdiction,
  type NameLanguage,
  type Standing,
} from './institution-rules.ts'

export type NewInstitutionForm = {
  /** The one its form brought, by which a form that arrives twice is known. */
  id?: string | undefined
  slug: string
  jurisdiction: Jurisdiction
  kind: InstitutionKind
  standing: Standing
  currency?: Currency
  names: Partial<Record<NameLanguage, string>> & { sq: string }
  placeId: string | null
  website: string | null
  registration: string | null
  source: string | null
  accent: string | null
  frontDesk: string | null
  demonstration?: boolean
}

export type FoundingOutcome =
  | { kind: 'founded'; id: string; slug: string }
  | { kind: 'refused'; refusal: 'slug-taken' | 'registered-twice' | 'outside-works-here' }
  | { kind: 'not-permitted' }

/** A new institution, or an organisation that is only listed. The same form arriving again is the same institution. */
export async function foundInstitution(
  services: Services,
  hand: Hand,
  form: NewInstitutionForm,
): Promise<FoundingOutcome> {
  if (!mayActEverywhere(hand, institutionPermissions['institutions.found'])) return { kind: 'not-permitted' }
  if (isOutside(form.kind) && form.standing === 'member') return { kind: 'refused', refusal: 'outside-works-here' }
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<FoundingOutcome> => {
    const same = await findSame(tx, form.id)
    if (same) return same
    const { jurisdiction, registration } = form
    if (registration && (await findByRegistration(tx, jurisdiction, registration)))
      return { kind: 'refused', refusal: 'registered-twice' }
    const { slug, kind, accent, names, demonstration = false } = form
    const known = { slug, jurisdiction, kind, zone: ZONES[jurisdiction], accent, names, demonstration }
    const id = await insertInstitution(tx, { ...known, ...(form.id ? { id: form.id } : {}) })
    // Twice at the same moment: the other one was first.
    if (id === null) return (await findSame(tx, form.id)) ?? { kind: 'refused', refusal: 'slug-taken' }
    const { standing, placeId, website, source, currency = currencyOf(jurisdiction) } = form
    await updateInstitutionFacts(
      tx,
      id,
      { kind, standing, currency, placeId, website, registration, source, accent },
      now,
    )
    if (form.frontDesk) {
      await setRoleAddress(tx, id, { role: 'front-desk', email: form.frontDesk, telephone: null, postal: null })
    }
    const told = { slug, jurisdiction, kind, standing, currency, name: names.sq, frontDesk: form.frontDesk }
    const subject = `institutions.institution:${id}`
    const fields = changedFields({}, told)
    await recordChange(tx, { institutionId: id, subject, kind: 'created', by: changedBy(hand), at: now, fields })
    await appendToLedger(tx, services, { kind: institutionRecords, ids: [id] })
    return { kind: 'founded', id, slug }
  })
}

async function findSame(tx: Transaction, id: string | undefined): Promise<FoundingOutcome | null> {
  const same = id === undefined ? null : await findInstitutionRecord(tx, 'sq', id)
  return same && { kind: 'founded', id: same.id, slug: same.slug }
}
