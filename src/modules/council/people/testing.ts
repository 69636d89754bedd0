import type { Transaction } from '#platform/db/database.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { bodyRecords } from '#platform/institutions/institution-records.ts'
import type { Services } from '#platform/services.ts'
import { councillorRecords, enterPeople, partyRecords, termRecords } from './people-records.ts'

/** Help for tests: a council with its members, as if elected long ago. Only tests import this. */

export type GivenMember = { id: string; name: string; slug: string; email: string }
export type GivenCouncil = {
  institutionId: string
  bodyId: string
  termId: string
  commissionIds: [string, string]
  /** The first is the chair of the council, the second its deputy. */
  members: GivenMember[]
  partyIds: string[]
}

type Wish = {
  members?: number
  seats?: number
  /** The word of the institution in addresses. */
  institution?: string
  /** From when the term runs; nobody's has ended. */
  from?: string
  published?: boolean
}

const GIVEN = ['Arbla', 'Besjan', 'Cezë', 'Dardesh', 'Elvane', 'Flokart', 'Gjetan', 'Hënëz', 'Ilarta', 'Jorint']
const FAMILY = ['Vjenësi', 'Prroska', 'Shkrepa', 'Lugjari', 'Mërqini', 'Zallari', 'Thanori', 'Qerretani']
const nameOf = (index: number): string =>
  `${GIVEN[index % GIVEN.length]} ${FAMILY[Math.floor(index / GIVEN.length) % FAMILY.length]}`

/**
 * A council body, a running term with `seats` seats, two commissions of up to five members each, and `members` invented
 * councillors with mandates since the term began; chair and deputy of the council and chairs of the commissions.
 */
export async function givenCouncil(services: Pick<Services, 'db' | 'clock'>, wish: Wish = {}): Promise<GivenCouncil> {
  const { members: count = 5, institution: slug = 'prova', from = '2023-06-01', published = true } = wish
  const institution = await findInstitution(services.db, 'sq', slug)
  if (!institution) throw new Error(`no institution ${slug}`)
  const institutionId = institution.id
  const at = services.clock.now()
  return services.db.begin(async (tx) => {
    const bodyId = await body(tx, institutionId, 'council', 'Këshilli i provës', null)
    const commissionIds: [string, string] = [
      await body(tx, institutionId, 'commission', 'Komisioni i financave të provës', bodyId),
      await body(tx, institutionId, 'commission', 'Komisioni i ligjeve të provës', bodyId),
    ]
    const [term] = await tx<{ id: string }[]>`
      insert into council.terms (institution_id, body_id, name, seats, from_on, election_on, election_source, created_at, changed_at)
      values (${institutionId}, ${bodyId}, 'Mandati 2023–2027', ${wish.seats ?? count}, ${from}, ${from}, 'Burim prove', ${at}, ${at})
      returning id`
    const termId = term?.id ?? ''
    const partyIds = await parties(tx, institutionId, at)
    const members: GivenMember[] = []
    for (let index = 0; index < count; index += 1) {
      const party = index % 3 === 2 ? null : (partyIds[index % 2] ?? null)
      members.push(await member(tx, { institutionId, termId, party, from, published, at }, index))
    }
    await seats(tx, institutionId, { bodyId, commissionIds, members, from, at })
    await enterPeople(
      tx,
      services,
      { kind: bodyRecords, ids: [bodyId, ...commissionIds] },
      { kind: partyRecords, ids: partyIds },
      { kind: termRecords, ids: [termId] },
      { kind: councillorRecords, ids: members.map(({ id }) => id) },
    )
    return { institutionId, bodyId, termId, commissionIds, members, partyIds }
  })
}

async function body(tx: Transaction, institutionId: string, kind: string, name: string, parentId: string | null) {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.bodies (institution_id, kind, name, parent_id)
    values (${institutionId}, ${kind}, ${name}, ${parentId}) returning id`
  return row?.id ?? ''
}

/** A second council of the institution has the same ones. */
async function parties(tx: Transaction, institutionId: string, at: Date): Promise<string[]> {
  await tx`
    insert into council.parties (institution_id, name, short_name, created_at, changed_at)
    values (${institutionId}, 'Lista e Provës', 'LP', ${at}, ${at}), (${institutionId}, 'Bashkimi i Sprovës', 'BS', ${at}, ${at})
    on conflict do nothing`
  const rows = await tx<{ id: string }[]>`
    select id from council.parties where institution_id = ${institutionId} and short_name in ('LP', 'BS')
    order by short_name desc`
  return rows.map(({ id }) => id)
}

type Making = {
  institutionId: string
  termId: string
  party: string | null
  from: string
  published: boolean
  at: Date
}

async function member(tx: Transaction, making: Making, index: number): Promise<GivenMember> {
  const { institutionId, termId, party, from, published, at } = making
  const name = nameOf(index)
  const [row] = await tx<{ id: string; slug: string; email: string }[]>`
    with person as (
      insert into platform.persons (institution_id, name, created_at) values (${institutionId}, ${name}, ${at})
      returning id, institution_id, name),
    councillor as (
      insert into council.councillors
        (person_id, institution_id, slug, given_name, family_name, email, phone, state, created_at, changed_at, published_at)
      select person.id, person.institution_id, 'anetar-' || left(person.id::text, 13), split_part(person.name, ' ', 1),
             split_part(person.name, ' ', 2), 'anetar-' || left(person.id::text, 8) || '@prova.example', '+355 69 000 00 00',
             ${published ? 'published' : 'draft'}, ${at}, ${at}, ${published ? at : null}
      from person returning person_id, institution_id, slug, email),
    mandate as (
      insert into council.mandates (institution_id, term_id, person_id, party_id, from_on, created_at, changed_at)
      select institution_id, ${termId}, person_id, ${party}, ${from}::date, ${at}, ${at} from councillor)
    select person_id as id, slug, email from councillor`
  return { id: row?.id ?? '', name, slug: row?.slug ?? '', email: row?.email ?? '' }
}

type Seating = { bodyId: string; commissionIds: [string, string]; members: GivenMember[]; from: string; at: Date }

async function seats(tx: Transaction, institutionId: string, seating: Seating): Promise<void> {
  const { bodyId, commissionIds, members, from, at } = seating
  const [chair, deputy] = members
  const rows = [
    ...(chair ? [{ bodyId, personId: chair.id, role: 'chair' }] : []),
    ...(deputy ? [{ bodyId, personId: deputy.id, role: 'deputy' }] : []),
    ...commissionIds.flatMap((commission, which) =>
      members
        .slice(which * 3, which * 3 + 5)
        .map(({ id }, index) => ({ bodyId: commission, personId: id, role: index === 0 ? 'chair' : 'member' })),
    ),
  ]
  for (const row of rows)
    await tx`
      insert into platform.body_members (institution_id, body_id, person_id, role, from_on, created_at)
      values (${institutionId}, ${row.bodyId}, ${row.personId}, ${row.role}, ${from}, ${at})`
}
