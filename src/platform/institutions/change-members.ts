import { changedFields } from '../history/change-rules.ts'
import type { Services } from '../services.ts'
import { civilDateIn } from '../time/civil-date.ts'
import {
  endMember,
  findMember,
  findPerson,
  insertMember,
  insertPerson,
  listMembers,
  type MemberFacts,
} from './body-queries.ts'
import { refusalToSeat, type MemberRefusal } from './body-rules.ts'
import { onBody, tell } from './change-body.ts'
import type { Hand } from './hand.ts'
import { findInstitutionRecord } from './institution-record-queries.ts'

export type MemberOutcome =
  | { kind: 'done' }
  | { kind: 'refused'; refusal: MemberRefusal | 'ends-before-it-began' | 'ended-already' | 'nobody' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-body' }

/** `name`: somebody whom the record does not know yet; `personId`: somebody whom it knows from another body. */
export type Seat = MemberFacts & { name: string | null }

/** Somebody takes a seat. The names of members of public bodies are public: they stand in the order. */
export const seatMember = (
  services: Services,
  hand: Hand,
  bodyId: string,
  memberId: string,
  seat: Seat,
): Promise<MemberOutcome> =>
  onBody(services, hand, bodyId, async ({ tx, body, now }): Promise<MemberOutcome> => {
    const others = await listMembers(tx, 'sq', [bodyId])
    if (others.some(({ id }) => id === memberId)) return { kind: 'done' }
    const refusal = refusalToSeat(body, seat, others)
    if (refusal) return { kind: 'refused', refusal }
    const { institutionId } = body
    const known = seat.personId ? await findPerson(tx, institutionId, seat.personId) : null
    if (seat.personId && !known) return { kind: 'refused', refusal: 'no-such-person' }
    const organisation = seat.organisationId ? await findInstitutionRecord(tx, 'sq', seat.organisationId) : null
    if (seat.organisationId && !organisation) return { kind: 'refused', refusal: 'no-such-organisation' }
    if (!known && !seat.name && !organisation && !seat.organisation) return { kind: 'refused', refusal: 'nobody' }
    const personId = known?.id ?? (seat.name ? await insertPerson(tx, institutionId, seat.name, now) : null)
    await insertMember(tx, body, memberId, { ...seat, personId }, now)
    const { role, post, fromOn, toOn } = seat
    const who = { member: known?.name ?? seat.name, organisation: organisation?.name ?? seat.organisation }
    const fields = changedFields({}, { ...who, role, post, 'from-on': fromOn, 'to-on': toOn })
    await tell(tx, { hand, institutionId, id: bodyId, now }, { kind: 'member-seated', fields })
    return { kind: 'done' }
  })

/** A seat ends on a day; it stays on the page among those who were. */
export const unseatMember = (
  services: Services,
  hand: Hand,
  bodyId: string,
  memberId: string,
  { on, reason }: { on: string; reason: string | null },
): Promise<MemberOutcome> =>
  onBody(services, hand, bodyId, async ({ tx, body, institution, now }): Promise<MemberOutcome> => {
    const member = await findMember(tx, 'sq', memberId)
    if (!member || member.bodyId !== bodyId) return { kind: 'no-such-body' }
    if (member.toOn === on && member.endReason === reason) return { kind: 'done' }
    const today = civilDateIn(institution.zone, now)
    if (member.toOn !== null && member.toOn < today) return { kind: 'refused', refusal: 'ended-already' }
    if (member.fromOn !== null && on < member.fromOn) return { kind: 'refused', refusal: 'ends-before-it-began' }
    await endMember(tx, memberId, on, reason)
    const fields = [
      { field: 'member', from: member.name ?? member.organisation, to: null },
      { field: 'to-on', from: member.toOn, to: on },
    ]
    await tell(
      tx,
      { hand, institutionId: body.institutionId, id: bodyId, now },
      { kind: 'member-ended', fields, reason },
    )
    return { kind: 'done' }
  })
