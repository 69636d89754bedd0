import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { civilDateIn, endOfDay, startOfDay } from '../time/civil-date.ts'
import { findZone, listHeldRoles, lockAccount } from './account-queries.ts'
import type { Authority } from './account-rules.ts'
import { accountOf, notePerson } from './note-person.ts'
import { proposeSubstitution } from './proposals.ts'
import {
  endSubstitutionNow,
  isSubstituted,
  lockSubstitution,
  type NewSubstitution,
  type Substitution,
} from './substitution-queries.ts'
import { refusalToSubstitute, type SubstitutionRefusal } from './substitution-rules.ts'
import { writeSubstitution } from './write-substitution.ts'

type Needs = Pick<Services, 'db' | 'clock'>

export type SubstitutionOrder = {
  institutionId: string
  absentId: string
  substituteId: string
  /** Civil days, both of them in. */
  startsOn: string
  endsOn: string
  formId: string | null
}

export type SubstitutionOutcome =
  | { kind: 'entered' | 'proposed' }
  | { kind: 'refused'; reason: SubstitutionRefusal | 'no-such-account' | 'no-roles' | 'over' | 'substituted-already' }

const refusedFor = (reason: Extract<SubstitutionOutcome, { kind: 'refused' }>['reason']) =>
  ({ kind: 'refused', reason }) as const

/** While somebody is away, a colleague of the same institution holds their roles there, and says so. */
export async function enterSubstitution(
  { db, clock }: Needs,
  by: Authority,
  order: SubstitutionOrder,
): Promise<SubstitutionOutcome> {
  const refusal = refusalToSubstitute(by, order)
  if (refusal) return refusedFor(refusal)
  const now = clock.now()
  return db.begin(async (tx): Promise<SubstitutionOutcome> => {
    const substitution = await prepare(tx, by, order, now)
    if ('kind' in substitution) return substitution
    if (await proposeSubstitution(tx, by, substitution, now)) return { kind: 'proposed' }
    await writeSubstitution(tx, by, substitution, now)
    return { kind: 'entered' }
  })
}

async function prepare(
  tx: Transaction,
  by: Authority,
  { institutionId, absentId, substituteId, startsOn, endsOn, formId }: SubstitutionOrder,
  now: Date,
): Promise<NewSubstitution | SubstitutionOutcome> {
  const zone = await findZone(tx, institutionId)
  // In one order, whoever stands in for whom: two forms at once wait for each other and do not meet head-on.
  for (const id of [absentId, substituteId].toSorted()) {
    if (!(await lockAccount(tx, id))) return refusedFor('no-such-account')
  }
  if (zone === null) return refusedFor('no-such-account')
  for (const id of [absentId, substituteId]) {
    const held = await listHeldRoles(tx, id, now)
    if (!held.some((role) => role.institutionId === institutionId)) return refusedFor('no-roles')
  }
  const [validFrom, validTo] = [startOfDay(startsOn, zone), endOfDay(endsOn, zone)]
  if (validTo <= now) return refusedFor('over')
  const days = { startsOn, endsOn, validFrom, validTo }
  const order = { institutionId, absentId, substituteId, ...days, byAccountId: accountOf(by), createdAt: now, formId }
  return (await isSubstituted(tx, order)) ? refusedFor('substituted-already') : order
}

/** By whoever might have entered it. */
export async function endSubstitution(
  { db, clock }: Needs,
  by: Authority,
  id: string,
): Promise<{ kind: 'ended' } | { kind: 'refused'; reason: SubstitutionRefusal | 'no-such-substitution' }> {
  const now = clock.now()
  return db.begin(async (tx) => {
    const found = await lockSubstitution(tx, id)
    if (!found || found.validTo <= now) return { kind: 'refused' as const, reason: 'no-such-substitution' as const }
    const refusal = refusalToSubstitute(by, found)
    if (refusal) return { kind: 'refused' as const, reason: refusal }
    await stop(tx, by, found, now)
    return { kind: 'ended' as const }
  })
}

async function stop(tx: Transaction, by: Authority, substitution: Substitution, now: Date): Promise<void> {
  const zone = await findZone(tx, substitution.institutionId)
  await endSubstitutionNow(tx, substitution.id, now, civilDateIn(zone ?? 'UTC', now))
  const note = { at: now, kind: 'substitution-ended', institutionId: substitution.institutionId } as const
  await notePerson(tx, by, { ...note, accountId: substitution.absentId, details: 'absent' })
  await notePerson(tx, by, { ...note, accountId: substitution.substituteId, details: 'substitute' })
}
