import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { listBodyRecords } from '#platform/institutions/body-queries.ts'
import { BODY_KINDS, MEMBER_ROLES } from '#platform/institutions/body-rules.ts'
import { changeAddresses } from '#platform/institutions/change-addresses.ts'
import { foundBody } from '#platform/institutions/change-body.ts'
import { changeInstitution } from '#platform/institutions/change-institution.ts'
import { seatMember } from '#platform/institutions/change-members.ts'
import { foundInstitution } from '#platform/institutions/found-institution.ts'
import { findInstitution, listRoleAddresses } from '#platform/institutions/institution-queries.ts'
import { findInstitutionRecord, type InstitutionRecord } from '#platform/institutions/institution-record-queries.ts'
import { ADDRESS_ROLES, INSTITUTION_KINDS, JURISDICTIONS } from '#platform/institutions/institution-rules.ts'
import { addPlace } from '#platform/places/change-place.ts'
import { insertOwnMunicipality, listPlacesUnder } from '#platform/places/place-queries.ts'
import { OWN_LEVELS } from '#platform/places/place-rules.ts'
import type { Services } from '#platform/services.ts'
import { addTopic } from '#platform/topics/change-topic.ts'
import { listTopics } from '#platform/topics/topic-queries.ts'

const FILE = 'db/demo/institutions.json'

const Member = z.object({
  name: z.string().optional(),
  role: z.enum(MEMBER_ROLES),
  post: z.string().optional(),
  organisation: z.string().optional(),
  organisation_slug: z.string().optional(),
  organisation_key: z.string().optional(),
  from: z.string(),
  to: z.string().optional(),
})

const Body = z.object({
  key: z.string(),
  kind: z.enum(BODY_KINDS),
  name: z.object({ sq: z.string(), en: z.string(), sr: z.string().optional() }),
  in_council: z.boolean().default(false),
  order: z.object({ issuer: z.string(), number: z.string(), date: z.string(), subject: z.string() }),
  founded: z.string(),
  members: z.array(Member),
})

const Institution = z.object({
  slug: z.string(),
  place: z.object({ name: z.string(), official: z.string() }).nullable(),
  addresses: z.partialRecord(z.enum(ADDRESS_ROLES), z.string()),
  places: z.array(z.object({ level: z.enum(OWN_LEVELS), name: z.string(), in: z.string().optional() })),
  topics: z.array(z.object({ name: z.object({ sq: z.string(), en: z.string() }), under: z.string() })),
  bodies: z.array(Body),
})

const Organisation = z.object({
  key: z.string(),
  slug: z.string(),
  jurisdiction: z.enum(JURISDICTIONS),
  kind: z.enum(INSTITUTION_KINDS),
  name: z.object({ sq: z.string(), en: z.string() }),
  email: z.string(),
  source: z.string(),
})

const Content = z.object({ organisations: z.array(Organisation), institutions: z.array(Institution) })

/** What hangs on the demonstration institutions, and two listed organisations. What stands is left alone. */
export async function demonstrateInstitutions(services: Services): Promise<void> {
  const content = Content.parse(JSON.parse(await readFile(FILE, 'utf8')))
  for (const organisation of content.organisations) await listOrganisation(services, organisation)
  for (const institution of content.institutions) {
    const found = await findInstitution(services.db, 'sq', institution.slug)
    const record = found && (await findInstitutionRecord(services.db, 'sq', found.id))
    if (record?.demonstration) await furnish(services, record, institution)
  }
}

/** The same id each time: by it what is there already is known. */
const idOf = (key: string): string =>
  createHash('md5')
    .update(`kuvend.demonstration:${key}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

async function listOrganisation(services: Services, one: z.infer<typeof Organisation>): Promise<void> {
  const { key, slug, jurisdiction, kind, name, email, source } = one
  const unknown = { placeId: null, website: null, registration: null, accent: null }
  const known = { slug, jurisdiction, kind, names: name, source, standing: 'listed', demonstration: true } as const
  await foundInstitution(services, 'program', { id: idOf(key), ...known, ...unknown, frontDesk: email })
}

async function furnish(
  services: Services,
  record: InstitutionRecord,
  demo: z.infer<typeof Institution>,
): Promise<void> {
  const { id } = record
  const standing = await listRoleAddresses(services.db, id)
  const missing = Object.entries(demo.addresses)
    .filter(([role]) => !standing.some((one) => one.role === role))
    .map(([role, email]) => ({ role, email, telephone: null, postal: null }))
  await changeAddresses(services, 'program', id, [...standing, ...missing], record.version)
  if (demo.place && record.placeId === null) await givePlace(services, id, demo.place)
  await addPlaces(services, id, demo)
  const common = await listTopics(services.db, 'sq', [])
  for (const { name, under } of demo.topics) {
    const parentId = common.find(({ code }) => code === under)?.id ?? null
    await addTopic(services, 'program', id, idOf(`${demo.slug} ${name.sq}`), {
      parentId,
      nameSq: name.sq,
      nameEn: name.en,
    })
  }
  for (const body of demo.bodies) await foundDemoBody(services, record, body)
}

async function givePlace(services: Services, id: string, place: { name: string; official: string }): Promise<void> {
  const record = await findInstitutionRecord(services.db, 'sq', id)
  if (!record) return
  const { jurisdiction, kind, standing, currency, website, registration, source, accent, version } = record
  const municipality = {
    institutionId: id,
    jurisdiction,
    nameSq: place.name,
    officialSq: place.official,
    demonstration: true,
  }
  const placeId = await services.db.begin((tx) => insertOwnMunicipality(tx, municipality))
  const facts = { kind, standing, currency, placeId, website, registration, source, accent }
  await changeInstitution(services, 'program', id, facts, version)
}

async function addPlaces(services: Services, id: string, demo: z.infer<typeof Institution>): Promise<void> {
  const own = (await findInstitutionRecord(services.db, 'sq', id))?.placeId
  if (!own) return
  for (const { level, name, in: parent } of demo.places) {
    const there = await listPlacesUnder(services.db, 'sq', own)
    const parentId = parent === undefined ? own : (there.find(({ nameSq }) => nameSq === parent)?.id ?? own)
    const facts = { parentId, level, nameSq: name, nameEn: null, nameSr: null, code: null }
    await addPlace(services, 'program', id, idOf(`${demo.slug} ${name}`), facts)
  }
}

async function foundDemoBody(services: Services, { id }: InstitutionRecord, demo: z.infer<typeof Body>): Promise<void> {
  const bodies = await listBodyRecords(services.db, 'sq', id, '2026-01-01')
  const bodyId = idOf(demo.key)
  if (bodies.some((one) => one.id === bodyId)) return
  const council = bodies.find(({ kind }) => kind === 'council')
  await foundBody(services, 'program', id, bodyId, {
    kind: demo.kind,
    name: demo.name.sq,
    nameEn: demo.name.en,
    nameSr: demo.name.sr ?? null,
    parentId: demo.in_council ? (council?.id ?? null) : null,
    foundedOn: demo.founded,
    orderIssuer: demo.order.issuer,
    orderNumber: demo.order.number,
    orderDate: demo.order.date,
    orderSubject: demo.order.subject,
  })
  for (const [n, member] of demo.members.entries()) await seatDemo(services, bodyId, idOf(`${demo.key} ${n}`), member)
}

async function seatDemo(
  services: Services,
  bodyId: string,
  memberId: string,
  member: z.infer<typeof Member>,
): Promise<void> {
  const { organisation_slug: slug, organisation_key: key, organisation = null } = member
  const named = slug === undefined ? null : await findInstitution(services.db, 'sq', slug)
  const seat = {
    personId: null,
    name: member.name ?? null,
    organisationId: named?.id ?? (key === undefined ? null : idOf(key)),
    organisation,
    post: member.post ?? null,
    role: member.role,
    fromOn: member.from,
    toOn: member.to ?? null,
  }
  const seated = await seatMember(services, 'program', bodyId, memberId, seat)
  if (seated.kind !== 'done')
    throw new Error(`demonstration member ${member.name ?? organisation}: ${JSON.stringify(seated)}`)
}
