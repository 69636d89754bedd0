import { digestOfToken } from '#platform/auth/private-link.ts'
import {
  findInstitution,
  findInstitutionById,
  listInstitutions,
  listRoleAddresses,
  type RoleAddress,
} from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findCaseByToken, type HeldCase } from '#platform/intake/case-queries.ts'
import { confirmableUntil } from '#platform/intake/receive-web-case.ts'
import type { Services } from '#platform/services.ts'

export const viewChoices = ({ db }: Services, lang: Lang): Promise<InstitutionSummary[]> => listInstitutions(db, lang)

export type WriteView = { institution: InstitutionSummary; desk: RoleAddress | null }

export async function viewWriting({ db }: Services, lang: Lang, slug: string): Promise<WriteView | null> {
  const institution = await findInstitution(db, lang, slug)
  if (!institution) return null
  const addresses = await listRoleAddresses(db, institution.id)
  return { institution, desk: addresses.find(({ role }) => role === 'front-desk') ?? addresses[0] ?? null }
}

export type OwnLetterView = {
  letter: Pick<
    HeldCase,
    | 'state'
    | 'about'
    | 'code'
    | 'registerNumber'
    | 'registerYear'
    | 'printedNumber'
    | 'receivedAt'
    | 'receivedTo'
    | 'zone'
  >
  institution: InstitutionSummary
  tooLate: boolean
}

/** What the private link in the letter shows: the button, or the number and the code. */
export async function viewOwnLetter(services: Services, lang: Lang, token: string): Promise<OwnLetterView | null> {
  const letter = await findCaseByToken(services.db, digestOfToken(token))
  const institution = letter && (await findInstitutionById(services.db, lang, letter.institutionId))
  if (!letter || !institution) return null
  const tooLate = letter.state === 'sent' && services.clock.now() >= confirmableUntil(letter.enteredAt)
  return { letter, institution, tooLate }
}
