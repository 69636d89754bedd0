import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import {
  findBody,
  listBodyRecords,
  listFormerNames,
  listMembers,
  listPersons,
  type BodyRecord,
  type ListedBody,
  type Member,
  type Person,
} from '#platform/institutions/body-queries.ts'
import { findNamed, type DirectoryEntry } from '#platform/institutions/directory-queries.ts'
import { listRoleAddresses, type RoleAddress } from '#platform/institutions/institution-queries.ts'
import {
  findInstitutionRecord,
  findLastChange,
  listClosures,
  listInstitutionNames,
  listInstitutionsOf,
  listSuccessions,
  type Closure,
  type InstitutionName,
  type InstitutionRecord,
  type LastChange,
  type Succession,
} from '#platform/institutions/institution-record-queries.ts'
import { institutionPermissions as may } from '#platform/institutions/institution-rights-rules.ts'
import { readSettings } from '#platform/institutions/institution-settings-queries.ts'
import type { SettingValues } from '#platform/institutions/institution-settings-rules.ts'
import { findPlace, listMunicipalities, listPlacesUnder, type Place } from '#platform/places/place-queries.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { listTopics, type Topic } from '#platform/topics/topic-queries.ts'
import { treeOrder } from '#platform/topics/topic-rules.ts'
import type { DirectoryQuestion } from './directory-rules.ts'
import { viewDirectory, type DirectoryView } from './directory-view.ts'

export type OfficeListView = DirectoryView & { searchable: boolean; mayFound: boolean }

/** All of them for who works for the whole installation, else one's own. */
export async function viewOfficeInstitutions(
  services: Services,
  lang: Lang,
  official: Official,
  question: DirectoryQuestion,
): Promise<OfficeListView> {
  const ids = institutionsWhere(official, may['institutions.read'])
  const mayFound = institutionsWhere(official, may['institutions.found']) === null
  if (ids === null) return { ...(await viewDirectory(services, lang, question)), searchable: true, mayFound }
  const entries: DirectoryEntry[] = await listInstitutionsOf(services.db, lang, ids)
  return { question, entries, next: null, searchable: false, mayFound }
}

export type Rights = { write: boolean; found: boolean; bodies: boolean; topics: boolean; places: boolean }

export type RecordView = { institution: InstitutionRecord; place: Place | null; rights: Rights; today: string }

/** An institution that this official may see in the office, or null. */
export async function viewRecord(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<RecordView | null> {
  const institution = isUuid(id) ? await findInstitutionRecord(services.db, lang, id) : null
  if (!institution || !mayIn(official, may['institutions.read'], id)) return null
  const rights = {
    write: mayIn(official, may['institutions.write'], id),
    found: mayIn(official, may['institutions.found'], id),
    bodies: mayIn(official, may['bodies.write'], id),
    topics: mayIn(official, may['topics.write'], id),
    places: mayIn(official, may['places.write'], id),
  }
  const place = institution.placeId ? await findPlace(services.db, lang, institution.placeId) : null
  return { institution, place, rights, today: civilDateIn(institution.zone, services.clock.now()) }
}

export type OverviewView = RecordView & {
  names: InstitutionName[]
  successions: Succession[]
  addresses: RoleAddress[]
  closures: Closure[]
  bodies: ListedBody[]
  settings: SettingValues
}

export async function viewOverview({ db }: Services, lang: Lang, record: RecordView): Promise<OverviewView> {
  const { id } = record.institution
  const [names, successions, addresses, closures, bodies, settings] = await Promise.all([
    listInstitutionNames(db, id),
    listSuccessions(db, lang, id),
    listRoleAddresses(db, id),
    listClosures(db, id),
    listBodyRecords(db, lang, id, record.today),
    readSettings(db, id),
  ])
  return { ...record, names, successions, addresses, closures, bodies, settings }
}

export const viewMunicipalities = ({ db }: Services, lang: Lang): Promise<Place[]> => listMunicipalities(db, lang, null)

export const viewPlace = async ({ db }: Services, lang: Lang, id: string): Promise<Place | null> =>
  isUuid(id) ? findPlace(db, lang, id) : null

/** The institution or organisation of the directory that somebody has named. */
export const viewNamed = ({ db }: Services, words: string): Promise<{ id: string; name: string } | null> =>
  findNamed(db, words)

export const viewNames = ({ db }: Services, id: string): Promise<InstitutionName[]> => listInstitutionNames(db, id)
export const viewAddresses = ({ db }: Services, id: string): Promise<RoleAddress[]> => listRoleAddresses(db, id)
export const viewClosures = ({ db }: Services, id: string): Promise<Closure[]> => listClosures(db, id)
export const viewSettings = ({ db }: Services, id: string): Promise<SettingValues> => readSettings(db, id)
export const viewLastChange = ({ db }: Services, subject: string): Promise<LastChange | null> =>
  findLastChange(db, subject)

/** Bodies of which another can be a part. */
export const viewParents = async (
  { db }: Services,
  lang: Lang,
  { institution, today }: RecordView,
): Promise<ListedBody[]> =>
  (await listBodyRecords(db, lang, institution.id, today)).filter(
    (one) => one.parentId === null && one.endedOn === null,
  )

export type BodyView = RecordView & {
  body: BodyRecord
  parent: BodyRecord | null
  present: Member[]
  former: Member[]
  formerNames: { name: string; validTo: string }[]
  persons: Person[]
}

export async function viewBody(
  { db }: Services,
  lang: Lang,
  record: RecordView,
  bodyId: string,
): Promise<BodyView | null> {
  const body = isUuid(bodyId) ? await findBody(db, lang, bodyId) : null
  if (!body || body.institutionId !== record.institution.id) return null
  const [parent, members, formerNames, persons] = await Promise.all([
    body.parentId ? findBody(db, lang, body.parentId) : null,
    listMembers(db, lang, [bodyId]),
    listFormerNames(db, bodyId),
    listPersons(db, body.institutionId),
  ])
  const sits = ({ toOn }: Member) => toOn === null || toOn >= record.today
  const former = members.filter((member) => !sits(member))
  return { ...record, body, parent, present: members.filter(sits), former, formerNames, persons }
}

export type TopicsView = RecordView & { topics: (Topic & { depth: number })[] }

export const viewTopics = async ({ db }: Services, lang: Lang, record: RecordView): Promise<TopicsView> => ({
  ...record,
  topics: treeOrder(await listTopics(db, lang, [record.institution.id])),
})

export type PlacesView = RecordView & { places: Place[] }

export const viewPlaces = async ({ db }: Services, lang: Lang, record: RecordView): Promise<PlacesView> => ({
  ...record,
  places: record.institution.placeId ? await listPlacesUnder(db, lang, record.institution.placeId) : [],
})
