import { isUuid } from '#platform/http/field-rules.ts'
import {
  findBody,
  listBodyRecords,
  listFormerNames,
  listMembers,
  type BodyRecord,
  type ListedBody,
  type Member,
} from '#platform/institutions/body-queries.ts'
import {
  findInstitution,
  listInstitutions,
  listRoleAddresses,
  type RoleAddress,
} from '#platform/institutions/institution-queries.ts'
import {
  findInstitutionRecord,
  listInstitutionNames,
  listSuccessions,
  type InstitutionName,
  type InstitutionRecord,
  type Succession,
} from '#platform/institutions/institution-record-queries.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { HomeEntries } from '#platform/door.ts'
import type { Services } from '#platform/services.ts'
import { doors } from '../doors.ts'
import { listAllRoleAddresses } from './public-queries.ts'

export type HomeView = { sections: readonly HomeEntries[]; institutions: readonly InstitutionSummary[] }

export async function viewHome(services: Services, lang: Lang): Promise<HomeView> {
  const [sections, institutions] = await Promise.all([
    sectionsOf(services, lang, null),
    listInstitutions(services.db, lang),
  ])
  return { sections, institutions }
}

export type InstitutionView = {
  institution: InstitutionRecord
  sections: readonly HomeEntries[]
  addresses: readonly RoleAddress[]
  bodies: readonly ListedBody[]
  names: readonly InstitutionName[]
  successions: readonly Succession[]
  /** The civil year where it is. */
  year: number
}

export async function viewInstitution(services: Services, lang: Lang, slug: string): Promise<InstitutionView | null> {
  const { db, clock } = services
  const found = await findInstitution(db, lang, slug)
  if (!found) return null
  const { id, zone } = found
  const [institution, sections, addresses, bodies, names, successions] = await Promise.all([
    findInstitutionRecord(db, lang, id),
    found.standing === 'member' ? sectionsOf(services, lang, id) : [],
    listRoleAddresses(db, id),
    listBodyRecords(db, lang, id, civilDateIn(zone, clock.now())),
    listInstitutionNames(db, id),
    listSuccessions(db, lang, id),
  ])
  const year = Number(civilDateIn(zone, clock.now()).slice(0, 4))
  return institution && { institution, sections, addresses, bodies, names, successions, year }
}

export type PublicBodyView = {
  institution: InstitutionSummary
  body: BodyRecord
  parent: BodyRecord | null
  present: Member[]
  former: Member[]
  formerNames: { name: string; validTo: string }[]
}

export async function viewPublicBody(
  { db, clock }: Services,
  lang: Lang,
  slug: string,
  id: string,
): Promise<PublicBodyView | null> {
  const [institution, body] = await Promise.all([
    findInstitution(db, lang, slug),
    isUuid(id) ? findBody(db, lang, id) : null,
  ])
  if (!institution || !body || body.institutionId !== institution.id) return null
  const [parent, members, formerNames] = await Promise.all([
    body.parentId ? findBody(db, lang, body.parentId) : null,
    listMembers(db, lang, [id]),
    listFormerNames(db, id),
  ])
  const today = civilDateIn(institution.zone, clock.now())
  const sits = ({ toOn }: Member) => toOn === null || toOn >= today
  return {
    institution,
    body,
    parent,
    present: members.filter(sits),
    former: members.filter((one) => !sits(one)),
    formerNames,
  }
}

/** The members of every body, for the record as data. */
export const viewMembersOf = ({ db }: Services, lang: Lang, bodies: readonly ListedBody[]): Promise<Member[]> =>
  listMembers(
    db,
    lang,
    bodies.map(({ id }) => id),
  )

const sectionsOf = (services: Services, lang: Lang, institutionId: string | null): Promise<HomeEntries[]> =>
  Promise.all(doors.flatMap((door) => door.homeEntries?.(services, lang, institutionId) ?? []))

export type ContactsView = readonly { institution: InstitutionSummary; addresses: RoleAddress[] }[]

export async function viewContacts({ db }: Services, lang: Lang): Promise<ContactsView> {
  const [institutions, addresses] = await Promise.all([listInstitutions(db, lang), listAllRoleAddresses(db)])
  return institutions.map((institution) => ({
    institution,
    addresses: addresses.filter((address) => address.institutionId === institution.id),
  }))
}
