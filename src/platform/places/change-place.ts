import type { Transaction } from '../db/database.ts'
import { changedFields } from '../history/change-rules.ts'
import { recordChange, type Change } from '../history/record-change.ts'
import { changedBy, mayAct, type Hand } from '../institutions/hand.ts'
import { findInstitutionRecord, type InstitutionRecord } from '../institutions/institution-record-queries.ts'
import { institutionPermissions } from '../institutions/institution-rights-rules.ts'
import type { Services } from '../services.ts'
import {
  holdPlace,
  insertPlace,
  isPlaceCodeTaken,
  isPlaceNameTaken,
  listPlacesUnder,
  setPlaceRetired,
  updatePlace,
  type Place,
  type PlaceFacts,
} from './place-queries.ts'
import { mayStandUnder, OWN_LEVELS } from './place-rules.ts'

export type PlaceRefusal =
  'no-own-municipality' | 'no-such-parent' | 'wrong-level' | 'name-taken' | 'code-taken' | 'not-its-own'
export type PlaceOutcome =
  | { kind: 'done'; id: string }
  | { kind: 'refused'; refusal: PlaceRefusal }
  | { kind: 'changed-meanwhile'; version: number }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-place' }

const roles = institutionPermissions['places.write']

/** A unit, village or quarter of the institution's own municipality. `id` is the form's own number. */
export async function addPlace(
  services: Services,
  hand: Hand,
  institutionId: string,
  id: string,
  facts: PlaceFacts,
): Promise<PlaceOutcome> {
  if (!mayAct(hand, roles, institutionId)) return { kind: 'not-permitted' }
  return services.db.begin((tx) => enterPlace(tx, services.clock.now(), hand, institutionId, id, facts))
}

/** The same inside a transaction of somebody else: an import takes all of a file or nothing. */
export async function enterPlace(
  tx: Transaction,
  now: Date,
  hand: Hand,
  institutionId: string,
  id: string,
  facts: PlaceFacts,
): Promise<PlaceOutcome> {
  const institution = await findInstitutionRecord(tx, 'sq', institutionId)
  if (!institution) return { kind: 'no-such-place' }
  if (await holdPlace(tx, id)) return { kind: 'done', id }
  const refusal = await refusalTo(tx, institution, id, facts)
  if (refusal) return { kind: 'refused', refusal }
  const { jurisdiction, demonstration } = institution
  await insertPlace(tx, { institutionId, jurisdiction, demonstration }, id, facts, now)
  const fields = changedFields({}, { place: facts.nameSq, level: facts.level })
  await tell(tx, hand, institutionId, now, { kind: 'place-added', fields })
  return { kind: 'done', id }
}

export const changePlace = (
  services: Services,
  hand: Hand,
  id: string,
  facts: PlaceFacts,
  fromVersion: number,
): Promise<PlaceOutcome> =>
  onPlace(services, hand, id, async (tx, place, institution, now): Promise<PlaceOutcome> => {
    const { parentId, level, nameSq, nameEn, nameSr, code } = place
    const fields = changedFields({ parentId, level, nameSq, nameEn, nameSr, code }, { ...facts })
    if (fields.length === 0) return { kind: 'done', id }
    if (place.version !== fromVersion) return { kind: 'changed-meanwhile', version: place.version }
    const refusal = await refusalTo(tx, institution, id, facts)
    if (refusal) return { kind: 'refused', refusal }
    await updatePlace(tx, id, facts)
    await tell(tx, hand, institution.id, now, { kind: 'place-changed', fields })
    return { kind: 'done', id }
  })

/** No longer offered; what is tied to it stays so. `again`: it is offered once more. */
export const retirePlace = (services: Services, hand: Hand, id: string, again: boolean): Promise<PlaceOutcome> =>
  onPlace(services, hand, id, async (tx, place, institution, now): Promise<PlaceOutcome> => {
    if ((place.retiredOn === null) === again) return { kind: 'done', id }
    const { parentId, level, nameSq, nameEn, nameSr, code } = place
    if (again && parentId && (await isPlaceNameTaken(tx, { parentId, level, nameSq, nameEn, nameSr, code }, id)))
      return { kind: 'refused', refusal: 'name-taken' }
    await setPlaceRetired(tx, id, again ? null : now)
    const fields = [{ field: 'place', from: nameSq, to: again ? nameSq : null }]
    await tell(tx, hand, institution.id, now, { kind: again ? 'place-restored' : 'place-retired', fields })
    return { kind: 'done', id }
  })

async function onPlace(
  services: Services,
  hand: Hand,
  id: string,
  work: (tx: Transaction, place: Place, institution: InstitutionRecord, now: Date) => Promise<PlaceOutcome>,
): Promise<PlaceOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<PlaceOutcome> => {
    const place = await holdPlace(tx, id)
    if (!place) return { kind: 'no-such-place' }
    if (place.institutionId === null || place.level === 'municipality')
      return { kind: 'refused', refusal: 'not-its-own' }
    const institution = await findInstitutionRecord(tx, 'sq', place.institutionId)
    if (!institution || !mayAct(hand, roles, place.institutionId)) return { kind: 'not-permitted' }
    return work(tx, place, institution, now)
  })
}

async function refusalTo(
  tx: Transaction,
  institution: InstitutionRecord,
  id: string,
  facts: PlaceFacts,
): Promise<PlaceRefusal | null> {
  if (institution.placeId === null) return 'no-own-municipality'
  const own = await listPlacesUnder(tx, 'sq', institution.placeId)
  const parent = own.find((place) => place.id === facts.parentId && place.retiredOn === null && place.id !== id)
  if (!parent) return 'no-such-parent'
  const level = OWN_LEVELS.find((one) => one === facts.level)
  if (!level || !mayStandUnder(level, parent.level)) return 'wrong-level'
  if (await isPlaceNameTaken(tx, facts, id)) return 'name-taken'
  return facts.code && (await isPlaceCodeTaken(tx, institution.jurisdiction, facts, id)) ? 'code-taken' : null
}

const tell = (
  tx: Transaction,
  hand: Hand,
  institutionId: string,
  at: Date,
  change: Pick<Change, 'kind' | 'fields'>,
): Promise<void> =>
  recordChange(tx, {
    institutionId,
    subject: `institutions.institution:${institutionId}`,
    by: changedBy(hand),
    at,
    ...change,
  })
