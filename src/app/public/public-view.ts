import {
  findInstitution,
  listBodies,
  listInstitutions,
  listRoleAddresses,
  type Body,
  type RoleAddress,
} from '#platform/institutions/institution-queries.ts'
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
  institution: InstitutionSummary
  sections: readonly HomeEntries[]
  addresses: readonly RoleAddress[]
  bodies: readonly Body[]
}

export async function viewInstitution(services: Services, lang: Lang, slug: string): Promise<InstitutionView | null> {
  const institution = await findInstitution(services.db, lang, slug)
  if (!institution) return null
  const [sections, addresses, bodies] = await Promise.all([
    sectionsOf(services, lang, institution.id),
    listRoleAddresses(services.db, institution.id),
    listBodies(services.db, institution.id),
  ])
  return { institution, sections, addresses, bodies }
}

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
