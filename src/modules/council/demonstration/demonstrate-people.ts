import { foundBody } from '#platform/institutions/change-body.ts'
import { seatMember } from '#platform/institutions/change-members.ts'
import { listBodies } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { findCouncillor } from '../people/councillor-queries.ts'
import { endMandate, giveMandate } from '../people/give-mandate.ts'
import { listMandatesOfTerm } from '../people/term-queries.ts'
import { createCouncillor, publishCouncillor } from '../people/write-councillor.ts'
import { createEntry, publishEntry } from '../people/write-register.ts'
import { createTerm } from '../people/write-term.ts'
import { numberOf } from './chance-rules.ts'
import type { Standing } from './demonstrate-meetings.ts'

const BY = 'command-line'

export type Seated = { bodyId: string; commissionIds: string[] }
type Person = { id: string; partyKey: string | null }

/** Terms, parties, members with their seats, commissions, the secretary, a month of payments. What stands is left alone. */
export async function seatCouncil(services: Services, standing: Standing): Promise<Seated> {
  const { demo, institutionId } = standing
  const bodies = await listBodies(services.db, institutionId)
  const council = bodies.find(({ kind }) => kind === 'council')
  if (!council) throw new Error(`no council in ${demo.institution}`)
  const partyIds = await addParties(services, standing)
  const termIds = await addTerms(services, standing, council.id)
  const people = await addPeople(services, standing)
  await giveSeats(services, standing, { people, partyIds, termIds })
  const commissionIds = await addCommissions(services, standing, council.id)
  await fillBodies(services, standing, { people, bodyId: council.id, commissionIds })
  await addStaff(services, standing)
  await addPayments(services, standing, people)
  return { bodyId: council.id, commissionIds }
}

const keyOf = ({ demo }: Standing, ...words: readonly (string | number)[]): string =>
  numberOf([`council/${demo.key}`, ...words].join('/'))

async function addParties(services: Services, standing: Standing): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const party of standing.demo.parties) {
    if (party.key === null) continue
    const value = { name: party.name, nameEn: party.en, shortName: party.short, kind: party.kind }
    const formId = keyOf(standing, 'party', party.key)
    const { institutionId } = standing
    const made = await createEntry(services, { form: { register: 'partite', value }, institutionId, formId, by: BY })
    if (made.kind === 'done') ids.set(party.key, made.id)
  }
  return ids
}

async function addTerms(services: Services, standing: Standing, bodyId: string): Promise<string[]> {
  const { demo, institutionId } = standing
  const seats = demo.members.length
  const results = demo.parties.map((party) => `${party.name}; ${party.votes}; ${party.seats}`).join('\n')
  const ids: string[] = []
  for (const term of demo.terms) {
    const form = {
      bodyId,
      name: term.name,
      seats,
      fromOn: term.from,
      toOn: term.to,
      constitutedOn: term.constituted,
      electionOn: term.election,
      electionSource: standing.words.source,
      voters: term.voters,
      votesCast: term.cast,
      results,
    }
    ids.push(await createTerm(services, { form, institutionId, formId: keyOf(standing, 'term', term.key), by: BY }))
  }
  return ids
}

/** The members of the first term, and those who come with the second or in place of somebody. */
async function addPeople(services: Services, standing: Standing): Promise<Person[]> {
  const { demo, institutionId, words } = standing
  const parties = demo.parties.flatMap(({ key, seats }) => Array.from({ length: seats }, () => key))
  const people: Person[] = []
  for (const [index, given] of [...demo.members, ...demo.changed].entries()) {
    const form = {
      name: `${given} Demo`,
      givenName: given,
      familyName: 'Demo',
      profession: null,
      biography: words.biography.sq,
      biographyEn: words.biography.en,
      contacts: [],
      email: `keshilltar-${index + 1}@${demo.institution}.example`,
      phone: null,
      postal: null,
      lang: 'sq' as const,
      gender: null,
      genderPublic: false,
    }
    const id = await createCouncillor(services, {
      form,
      institutionId,
      by: BY,
      formId: keyOf(standing, 'person', given),
    })
    const stands = await findCouncillor(services.db, id)
    if (stands?.state === 'draft') await publishCouncillor(services, id, { by: BY, seen: stands.version })
    // Whoever comes later comes for the list of the seat that was left.
    const seat =
      index < demo.members.length ? index : demo.members.length - demo.changed.length + (index - demo.members.length)
    people.push({ id, partyKey: parties[seat] ?? null })
  }
  return people
}

type Given = { people: readonly Person[]; partyIds: ReadonlyMap<string, string>; termIds: readonly string[] }

async function giveSeats(services: Services, standing: Standing, { people, partyIds, termIds }: Given): Promise<void> {
  const { demo } = standing
  const seats = demo.members.length
  for (const [nth, termId] of termIds.entries()) {
    const term = demo.terms[nth]
    if (!term) continue
    const newcomers = demo.changed.length
    const sits =
      nth === 0
        ? people.slice(0, seats)
        : [...people.slice(0, seats - newcomers), ...people.slice(seats, seats + newcomers)]
    for (const person of sits) {
      const party = person.partyKey === null ? null : (partyIds.get(person.partyKey) ?? null)
      const form = { termId, fromOn: term.from, partyId: party, listName: null, area: null, replaces: null }
      await giveMandate(services, person.id, { form, formId: keyOf(standing, 'mandate', term.key, person.id), by: BY })
    }
    if (term.to === null) continue
    for (const mandate of await listMandatesOfTerm(services.db, termId))
      if (mandate.toOn === null)
        await endMandate(services, mandate.id, {
          form: { toOn: term.to, endKind: 'term-ended', endNote: null },
          by: BY,
        })
  }
}

async function addCommissions(services: Services, standing: Standing, parentId: string): Promise<string[]> {
  const ids: string[] = []
  for (const [nth, { name, order }] of standing.demo.commissions.entries()) {
    const id = keyOf(standing, 'commission', nth)
    const facts = {
      kind: 'commission' as const,
      name: name.sq,
      nameEn: name.en,
      nameSr: null,
      parentId,
      foundedOn: order.date,
      orderIssuer: order.issuer,
      orderNumber: order.number,
      orderDate: order.date,
      orderSubject: order.subject,
    }
    const made = await foundBody(services, 'program', standing.institutionId, id, facts)
    if (made.kind === 'done') ids.push(id)
  }
  return ids
}

type Filling = { people: readonly Person[]; bodyId: string; commissionIds: readonly string[] }

/** Chair and deputy of the council; seven members in each commission, with a chair before the one of today. */
async function fillBodies(services: Services, standing: Standing, filling: Filling): Promise<void> {
  const { people, bodyId, commissionIds } = filling
  const from = standing.demo.terms[0]?.from ?? null
  const seat = async (body: string, person: Person | undefined, role: 'chair' | 'deputy' | 'member', days: Days) => {
    if (!person) return
    const facts = {
      name: null,
      personId: person.id,
      organisationId: null,
      organisation: null,
      post: null,
      role,
      ...days,
    }
    await seatMember(services, 'program', body, keyOf(standing, body, person.id, role), facts)
  }
  await seat(bodyId, people[0], 'chair', { fromOn: from, toOn: null })
  await seat(bodyId, people[14], 'deputy', { fromOn: from, toOn: null })
  for (const [nth, commission] of commissionIds.entries()) {
    const own = people.slice(2).filter((_, index) => index % 4 === nth && index < 28)
    await seat(commission, own[1], 'chair', { fromOn: from, toOn: '2024-12-31' })
    await seat(commission, own[0], 'chair', { fromOn: '2025-01-01', toOn: null })
    for (const person of own.slice(1)) await seat(commission, person, 'member', { fromOn: from, toOn: null })
  }
}

type Days = { fromOn: string | null; toOn: string | null }

async function addStaff(services: Services, standing: Standing): Promise<void> {
  const { demo, institutionId } = standing
  for (const [nth, { name, post }] of demo.staff.entries()) {
    const value = {
      name,
      post: post.sq,
      postEn: post.en,
      biography: null,
      contacts: [],
      ordinal: nth + 1,
      fromOn: demo.terms[0]?.from ?? null,
      toOn: null,
      gender: null,
      genderPublic: false,
    }
    const formId = keyOf(standing, 'staff', nth)
    const made = await createEntry(services, { form: { register: 'sekretaria', value }, institutionId, formId, by: BY })
    if (made.kind === 'done') await publishEntry(services, made.id, { register: 'sekretaria', public: true, by: BY })
  }
}

async function addPayments(services: Services, standing: Standing, people: readonly Person[]): Promise<void> {
  const { demo, institutionId } = standing
  const [fromOn, toOn] = demo.paid
  for (const [nth, person] of people.slice(0, demo.members.length - demo.changed.length).entries()) {
    const amount = String(nth === 0 ? demo.allowance * 2 : demo.allowance)
    const { currency } = demo
    const value = { personId: person.id, fromOn, toOn, kind: 'allowance' as const, amount, currency, note: null }
    const formId = keyOf(standing, 'payment', person.id)
    const made = await createEntry(services, { form: { register: 'pagesat', value }, institutionId, formId, by: BY })
    if (made.kind === 'done') await publishEntry(services, made.id, { register: 'pagesat', public: true, by: BY })
  }
}
