import type { Services } from '#platform/services.ts'
import { zonedInstant } from '#platform/time/zoned-instant.ts'
import { exchangeUrls as urls } from '../urls.ts'
import { viewObjects } from './object-view.ts'
import {
  countIndex,
  findIndexRows,
  findOparlBody,
  listOparlBodies,
  pageOfIndex,
  zoneOfInstitution,
  type IndexRow,
  type ListOf,
  type OparlBody,
} from './oparl-queries.ts'
import {
  LISTS,
  OPARL,
  rendered,
  tombstone,
  withoutInternal,
  type JsonObject,
  type ListName,
  type OparlType,
} from './oparl-rules.ts'
import { askedAgain, type ListQuestion } from './oparl-question-rules.ts'

type Needed = Pick<Services, 'db' | 'settings'>

const LICENCE = 'https://creativecommons.org/publicdomain/zero/1.0/'
/** When this interface was first given out. */
const SINCE = '2026-11-25T00:00:00+01:00'

export function viewSystem({ settings: { url } }: Needed): JsonObject {
  return {
    id: url + urls.system(),
    type: `${OPARL}System`,
    oparlVersion: OPARL,
    license: LICENCE,
    body: url + urls.bodies(),
    name: 'Kuvend',
    website: `${url}/`,
    product: `${url}/`,
    vendor: `${url}/`,
    created: SINCE,
    modified: SINCE,
  }
}

export async function viewBody(services: Needed, slug: string): Promise<JsonObject | null> {
  const body = await findOparlBody(services.db, slug)
  return body && bodyObject(services, body)
}

export async function viewBodies(services: Needed, asked: Readonly<Record<string, string>>): Promise<JsonObject> {
  const all = await listOparlBodies(services.db)
  const data = await Promise.all(all.map((body) => bodyObject(services, body)))
  const address = askedAgain(services.settings.url + urls.bodies(), asked, null)
  return {
    data,
    pagination: {
      totalElements: data.length,
      elementsPerPage: Math.max(data.length, 1),
      currentPage: 1,
      totalPages: 1,
    },
    links: { first: address, self: address, last: address },
  }
}

const TERMS_AT_ONCE = 100

async function bodyObject(services: Needed, body: OparlBody): Promise<JsonObject> {
  const { url } = services.settings
  const moment = (at: Date) => zonedInstant(body.zone, at)
  const list = (name: ListName): string => url + urls.bodyList(body.slug, name)
  const terms = await pageOfIndex(
    services.db,
    { institutionId: body.institutionId, type: 'LegislativeTerm', organization: null },
    { ...EVERYTHING, limit: TERMS_AT_ONCE },
  )
  const known = await viewObjects(services, 'LegislativeTerm', terms, { url, zone: body.zone, moment })
  return {
    id: url + urls.body(body.slug),
    type: `${OPARL}Body`,
    system: url + urls.system(),
    name: body.name,
    ...(body.website === null ? {} : { website: body.website }),
    license: LICENCE,
    oparlSince: SINCE,
    organization: list('organizations'),
    person: list('people'),
    meeting: list('meetings'),
    paper: list('papers'),
    legislativeTerm: known.objects.map((one) => rendered(one, known.by)),
    agendaItem: list('agendaitems'),
    consultation: list('consultations'),
    file: list('files'),
    locationList: list('locations'),
    legislativeTermList: list('legislativeterms'),
    membership: list('memberships'),
    created: moment(body.createdAt),
    modified: moment(body.modifiedAt),
    web: `${url}/i/${body.slug}/`,
  }
}

const EVERYTHING: ListQuestion = {
  createdSince: null,
  createdUntil: null,
  modifiedSince: null,
  modifiedUntil: null,
  after: null,
  limit: 100,
  omitInternal: false,
}

/** Null: no such institution. */
export async function viewOparlList(
  services: Needed,
  { slug, list }: { slug: string; list: ListName },
  question: ListQuestion,
  asked: Readonly<Record<string, string>>,
): Promise<JsonObject | null> {
  const body = await findOparlBody(services.db, slug)
  if (!body) return null
  const of = { institutionId: body.institutionId, type: LISTS[list], organization: null }
  return listOf(services, { of, zone: body.zone, path: urls.bodyList(slug, list) }, question, asked)
}

/** The meetings of one organization. */
export async function viewMeetingsOf(
  services: Needed,
  organization: string,
  question: ListQuestion,
  asked: Readonly<Record<string, string>>,
): Promise<JsonObject | null> {
  const [row] = await findIndexRows(services.db, [organization])
  if (row?.type !== 'Organization') return null
  const zone = (await zoneOfInstitution(services.db, row.institutionId)) ?? 'UTC'
  const of = { institutionId: row.institutionId, type: 'Meeting' as const, organization }
  return listOf(services, { of, zone, path: urls.meetingsOf(organization) }, question, asked)
}

type Listed = { of: ListOf; zone: string; path: string }

async function listOf(
  services: Needed,
  { of, zone, path }: Listed,
  question: ListQuestion,
  asked: Readonly<Record<string, string>>,
): Promise<JsonObject> {
  const { url } = services.settings
  const [found, counted] = await Promise.all([
    pageOfIndex(services.db, of, question),
    countIndex(services.db, of, question),
  ])
  const page = found.slice(0, question.limit)
  const last = found.length > question.limit ? page.at(-1)?.id : undefined
  const address = url + path
  return {
    data: await dataOf(services, { of, zone }, page, question),
    pagination: {
      totalElements: counted.total,
      elementsPerPage: question.limit,
      currentPage: Math.floor(counted.before / question.limit) + 1,
      totalPages: Math.max(1, Math.ceil(counted.total / question.limit)),
    },
    links: {
      first: askedAgain(address, asked, null),
      self: askedAgain(address, asked, question.after),
      ...(last === undefined ? {} : { next: askedAgain(address, asked, last) }),
    },
  }
}

async function dataOf(
  services: Needed,
  { of, zone }: Pick<Listed, 'of' | 'zone'>,
  page: readonly IndexRow[],
  question: ListQuestion,
): Promise<JsonObject[]> {
  const place = { url: services.settings.url, zone, moment: (at: Date) => zonedInstant(zone, at) }
  const stand = page.filter(({ deletedAt }) => deletedAt === null)
  const known = await viewObjects(services, of.type, stand, place)
  const standing = new Map(known.objects.map((one) => [one.id, one]))
  return page.flatMap((row) => {
    const one = standing.get(row.id)
    if (one) return [question.omitInternal ? withoutInternal(rendered(one, known.by)) : rendered(one, known.by)]
    // Gone since the comparison too: a tombstone, where it is asked what changed.
    return question.modifiedSince ? [tombstone(row, place)] : []
  })
}

/** Null: never heard of. What is no more answers with its tombstone. */
export async function viewOparlObject(services: Needed, type: OparlType, id: string): Promise<JsonObject | null> {
  const { url } = services.settings
  const [row] = await findIndexRows(services.db, [id])
  if (row?.type !== type) return null
  const zone = (await zoneOfInstitution(services.db, row.institutionId)) ?? 'UTC'
  const moment = (at: Date) => zonedInstant(zone, at)
  const known = await viewObjects(services, type, [row], { url, zone, moment })
  const [one] = known.objects
  return one ? rendered(one, known.by) : tombstone(row, { url, moment })
}
