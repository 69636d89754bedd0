import type { Transaction } from '#platform/db/database.ts'
import type { ImportOutcome } from '#platform/door.ts'
import { bodyRecords } from '#platform/institutions/institution-records.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import { proposePairs } from '../../people/pair-queries.ts'
import { councillorRecords, enterPeople, partyRecords, termRecords } from '../../people/people-records.ts'
import { slugOfPerson } from '../../people/people-rules.ts'
import { compareIn } from '../oparl/compare-index.ts'
import { canonical } from './oparl-source-rules.ts'
import { findCouncilBody, insertBody } from './oparl-writing-queries.ts'
import {
  COLLECTIONS,
  dayOf,
  keyOf,
  personRow,
  readPopolo,
  textOf,
  type PersonRow,
  type PopoloFile,
} from './popolo-file-rules.ts'
import {
  listCouncillorsAmong,
  listPartyNames,
  listSlugs,
  plainWords,
  writeParties,
  writePeople,
  writeTerms,
  type PartyRow,
  type TermRow,
} from './popolo-writing-queries.ts'
import { among, classOf, popoloId, refTo, type Node, type Taking } from './popolo-taking.ts'
import { findSources, keepSources } from './source-queries.ts'
import { takeSeats } from './take-seats.ts'

/**
 * Takes in a file of Popolo, whole or not at all: every row is kept as it came, and what the council has a place for stands
 * there. Taken in again it changes nothing. Who has the name of somebody else is proposed as a pair, never merged.
 */
export async function importPopolo(
  services: Services,
  institutionId: string,
  content: Uint8Array,
): Promise<ImportOutcome> {
  const file = read(content)
  if (typeof file === 'string') return { kind: 'refused', why: file }
  const institution = await findInstitutionById(services.db, 'sq', institutionId)
  if (!institution) return { kind: 'refused', why: 'no such institution' }
  return services.db.begin(async (tx): Promise<ImportOutcome> => {
    const now = services.clock.now()
    const of = { institutionId, now, today: civilDateIn(institution.zone, now) }
    const nodes = nodesOf(institutionId, file)
    const news = await keepNews(tx, of, nodes)
    const taking: Taking = { tx, of, nodes, news: new Set(news.map(({ id }) => id)), file, bodies: new Map() }
    const bodies = await takeBodies(taking)
    const parties = await takeParties(taking)
    const terms = await takeTerms(taking)
    const people = await takePeople(taking)
    const seats = await takeSeats(taking)
    const touched = [...new Set([...people, ...seats.people])]
    if (people.length > 0) await proposePairs(tx, institutionId, people, now)
    await enterPeople(
      tx,
      services,
      { kind: bodyRecords, ids: [...new Set([...bodies, ...seats.bodies])] },
      { kind: partyRecords, ids: parties },
      { kind: termRecords, ids: terms },
      { kind: councillorRecords, ids: touched },
    )
    await compareIn(tx, services, institutionId)
    return { kind: 'imported', lines: [...linesOf(file, nodes.length - news.length), ...seats.said] }
  })
}

function read(content: Uint8Array): PopoloFile | string {
  try {
    return readPopolo(new TextDecoder('utf8', { fatal: true }).decode(content))
  } catch {
    return 'not UTF-8'
  }
}

const linesOf = (file: PopoloFile, known: number): string[] => {
  const counts = COLLECTIONS.flatMap((name) => (file[name].length > 0 ? [`${file[name].length} ${name}`] : []))
  return [`${counts.join(', ')}: ${known} of them stood already as they are`]
}

function nodesOf(institutionId: string, file: PopoloFile): Node[] {
  const seen = new Map<string, number>()
  return COLLECTIONS.flatMap((collection) =>
    file[collection].map((object): Node => {
      const first = keyOf(collection, object)
      const nth = (seen.get(first) ?? 0) + 1
      seen.set(first, nth)
      const key = keyOf(collection, object, nth)
      return { id: popoloId(institutionId, key), key, type: collection, collection, parentId: null, object }
    }),
  )
}

async function keepNews(tx: Transaction, of: Taking['of'], nodes: readonly Node[]): Promise<Node[]> {
  const kept = await findSources(
    tx,
    nodes.map(({ id }) => id),
  )
  const before = new Map(kept.map(({ id, object }) => [id, canonical(object)]))
  const news = nodes.filter(({ id, object }) => before.get(id) !== canonical(object))
  await keepSources(tx, { ...of, format: 'popolo' }, news)
  return news
}

/** The legislature is the council of the institution; committees become commissions. Gives those that were made. */
async function takeBodies(taking: Taking): Promise<string[]> {
  const { tx, of, bodies } = taking
  const made: string[] = []
  const organizations = among(taking, 'organizations')
  let council = await findCouncilBody(tx, of.institutionId)
  for (const { id, object } of organizations) {
    const kind = classOf(object)
    const name = (textOf(object.name) ?? '…').padEnd(2, '…').slice(0, 200)
    if (kind === 'legislature' || kind === 'chamber' || kind === 'council') {
      if (council === null) {
        council = id
        await insertBody(tx, of, { id, kind: 'council', name })
        made.push(id)
      }
      bodies.set(id, council)
    } else if (kind === 'committee' || kind === 'commission') {
      if (taking.news.has(id)) {
        await insertBody(tx, of, { id, kind: 'commission', name })
        made.push(id)
      }
      bodies.set(id, id)
    }
  }
  return made
}

const PARTIES: Record<string, PartyRow['kind']> = {
  party: 'party',
  'parliamentary group': 'group',
  parliamentary_group: 'group',
  group: 'group',
  coalition: 'coalition',
}

async function takeParties(taking: Taking): Promise<string[]> {
  const { tx, of, bodies, news } = taking
  const rows = among(taking, 'organizations').filter(({ id }) => !bodies.has(id))
  const names = rows.map(({ object }) => (textOf(object.name) ?? '…').slice(0, 150))
  const plain = await plainWords(tx, names)
  const own = new Set(rows.map(({ id }) => id))
  const taken = new Set(
    (await listPartyNames(tx, of.institutionId)).flatMap((one) => (own.has(one.id) ? [] : [one.plain])),
  )
  const written = rows.map(({ id, key, object }, n): PartyRow => {
    const name = names[n] ?? ''
    const isFirst = !taken.has(plain[n] ?? '') && name.length >= 2
    taken.add(plain[n] ?? '')
    const kind = PARTIES[classOf(object)] ?? 'group'
    return { id, key, kind, name: isFirst ? name : `${name} (${key.replace('organizations/', '').slice(0, 40)})` }
  })
  return writeParties(
    tx,
    of,
    written.filter(({ id }) => news.has(id)),
  )
}

async function takeTerms(taking: Taking): Promise<string[]> {
  const { tx, of, bodies, file } = taking
  const rows = among(taking, 'events').flatMap(({ id, key, object }): TermRow[] => {
    const from = dayOf(object.start_date, 'first')
    const body = bodies.get(refTo(taking, 'organizations', object.organization_id) ?? '') ?? [...bodies.values()][0]
    if (classOf(object) !== 'legislative period' || from === null || body === undefined) return []
    const seats = file.organizations.map((one) => one.seats).find((one) => typeof one === 'number')
    const held = file.memberships.filter((one) => one.legislative_period_id === object.id).length
    const to = dayOf(object.end_date, 'last')
    return [
      {
        id,
        key,
        body_id: body,
        name: (textOf(object.name) ?? from).slice(0, 120),
        seats: Math.min(1000, Math.max(1, typeof seats === 'number' ? seats : held)),
        from_on: from,
        to_on: to !== null && to >= from ? to : null,
      },
    ]
  })
  return writeTerms(
    tx,
    of,
    rows.filter(({ id }) => taking.news.has(id)),
  )
}

async function takePeople(taking: Taking): Promise<string[]> {
  const { tx, of, news } = taking
  const rows = among(taking, 'persons')
    .filter(({ id }) => news.has(id))
    .map(({ id, key, object }) => personRow(id, key, object))
  if (rows.length === 0) return []
  const known = new Set(
    await listCouncillorsAmong(
      tx,
      rows.map(({ id }) => id),
    ),
  )
  const slugs = new Set(
    await listSlugs(
      tx,
      rows.map(({ name }) => slugOfPerson(name, 1)),
    ),
  )
  const slugFor = ({ id, name }: PersonRow): string | null => {
    if (known.has(id)) return null
    for (let nth = 1; ; nth++) {
      const slug = slugOfPerson(name, nth)
      if (slugs.has(slug)) continue
      slugs.add(slug)
      return slug
    }
  }
  await writePeople(
    tx,
    of,
    rows.map((row) => ({ ...row, slug: slugFor(row) })),
  )
  return rows.map(({ id }) => id)
}
