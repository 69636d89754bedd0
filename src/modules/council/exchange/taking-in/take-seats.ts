import type { JsonObject } from '../oparl/oparl-rules.ts'
import { dayOf, seatsThatStand, textOf, type Seat } from './popolo-file-rules.ts'
import { among, classOf, refTo, type Node, type Taking } from './popolo-taking.ts'
import { writeBodyMembers, writeMandates, type MandateRow, type SeatInBody } from './popolo-writing-queries.ts'

const ROLES: Record<string, string> = {
  chair: 'chair',
  president: 'chair',
  deputy: 'deputy',
  'vice-chair': 'deputy',
  secretary: 'secretary',
}

/** Mandates, and seats in bodies. Gives whom and what they touch, and what is to be said of it. */
export async function takeSeats(taking: Taking): Promise<{ people: string[]; bodies: string[]; said: string[] }> {
  const { tx, of, news } = taking
  const known: Known = {
    people: new Set(among(taking, 'persons').map(({ id }) => id)),
    terms: new Map(among(taking, 'events').map((node) => [node.id, node.object])),
    areas: new Map(among(taking, 'areas').map((node) => [node.id, textOf(node.object.name)])),
  }
  const memberships = among(taking, 'memberships')
  const seats = memberships.flatMap((node) => seatOf(taking, node, known))
  const standing = seatsThatStand(seats)
  const mandates = standing.filter(({ id }) => news.has(id)).map(mandateRow)
  const people = await writeMandates(tx, of, mandates)
  const inBodies = memberships.flatMap((node) => seatInBody(taking, node, known.people))
  const bodies = await writeBodyMembers(tx, of, inBodies)
  const beside = seats.length - standing.length
  const said = `${beside} memberships tell of another group of somebody who has a seat then: kept as they came`
  return { people, bodies, said: beside === 0 ? [] : [said] }
}

const mandateRow = (seat: Seat): MandateRow => ({
  id: seat.id,
  key: seat.key,
  term_id: seat.termId,
  person_id: seat.personId,
  party_id: seat.partyId,
  area: seat.area,
  from_on: seat.from,
  to_on: seat.to,
  end_kind: seat.to === null ? null : seat.ended ? 'other' : 'term-ended',
})

/** A membership without a term: in a commission, or in the council itself as its chair. */
function seatInBody(taking: Taking, { id, object }: Node, people: ReadonlySet<string>): SeatInBody[] {
  const person = refTo(taking, 'persons', object.person_id)
  const body = taking.bodies.get(refTo(taking, 'organizations', object.organization_id) ?? '')
  if (!taking.news.has(id) || person === null || !people.has(person) || body === undefined) return []
  if (refTo(taking, 'events', object.legislative_period_id) !== null) return []
  const [from_on, to] = [dayOf(object.start_date, 'first'), dayOf(object.end_date, 'last')]
  const role = ROLES[textOf(object.role)?.toLowerCase() ?? ''] ?? 'member'
  return [
    {
      id,
      body_id: body,
      person_id: person,
      role,
      from_on,
      to_on: from_on !== null && to !== null && to < from_on ? null : to,
    },
  ]
}

type Known = {
  people: ReadonlySet<string>
  terms: ReadonlyMap<string, JsonObject>
  areas: ReadonlyMap<string, string | null>
}

/** A membership of the council in a term is a seat. */
function seatOf(taking: Taking, { id, key, object }: Node, known: Known): Seat[] {
  const personId = refTo(taking, 'persons', object.person_id)
  const termId = refTo(taking, 'events', object.legislative_period_id)
  const term = termId === null ? undefined : known.terms.get(termId)
  if (personId === null || termId === null || !term || !known.people.has(personId)) return []
  const start = dayOf(term.start_date, 'first')
  if (start === null || classOf(term) !== 'legislative period') return []
  const end = dayOf(term.end_date, 'last')
  const own = dayOf(object.end_date, 'last')
  const from = dayOf(object.start_date, 'first') ?? start
  const to = own ?? end
  const area = known.areas.get(refTo(taking, 'areas', object.area_id) ?? '') ?? null
  const partyId = refTo(taking, 'organizations', object.on_behalf_of_id)
  return [
    {
      id,
      key,
      personId,
      termId,
      partyId:
        partyId !== null && !taking.bodies.has(partyId) && taking.nodes.some((node) => node.id === partyId)
          ? partyId
          : null,
      area: area !== null && area.length >= 2 ? area.slice(0, 200) : null,
      from,
      to: to !== null && to >= from ? to : null,
      ended: own !== null && end !== null && own < end,
    },
  ]
}
