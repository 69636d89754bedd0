import type { CellRefusal, CsvRow } from '../imports/csv-rules.ts'
import {
  INSTITUTION_KINDS,
  INSTITUTION_LIMITS,
  JURISDICTIONS,
  type InstitutionKind,
  type Jurisdiction,
} from './institution-rules.ts'

export const ORGANISATION_COLUMNS = [
  'name',
  'name_en',
  'kind',
  'jurisdiction',
  'registration',
  'website',
  'email',
  'source',
] as const
export const NEEDED_COLUMNS = ['name', 'kind', 'jurisdiction'] as const

export type OrganisationRow = {
  line: number
  name: string
  nameEn: string | null
  kind: InstitutionKind
  jurisdiction: Jurisdiction
  registration: string | null
  website: string | null
  email: string | null
  source: string | null
}

/** A row understood, and each of its cells that cannot be taken. */
export function readOrganisationRow({ line, cells }: CsvRow): { row: OrganisationRow | null; refusals: CellRefusal[] } {
  const refusals: CellRefusal[] = []
  const refuse = (column: string, why: string) => void refusals.push({ line, column, why })
  const optional = (column: string, most: number): string | null => {
    const words = cells[column] ?? ''
    if (words.length > most) refuse(column, `longer than ${most} characters`)
    return words === '' ? null : words
  }
  const name = cells.name ?? ''
  if (name.length < 2 || name.length > INSTITUTION_LIMITS.name)
    refuse('name', `2 to ${INSTITUTION_LIMITS.name} characters`)
  const kind = INSTITUTION_KINDS.find((one) => one === cells.kind)
  if (!kind) refuse('kind', `«${cells.kind ?? ''}» is none of ${INSTITUTION_KINDS.join(', ')}`)
  const jurisdiction = JURISDICTIONS.find((one) => one === cells.jurisdiction)
  if (!jurisdiction) refuse('jurisdiction', `«${cells.jurisdiction ?? ''}» is none of ${JURISDICTIONS.join(', ')}`)
  const nameEn = optional('name_en', INSTITUTION_LIMITS.name)
  if (nameEn !== null && nameEn.length < 2) refuse('name_en', 'at least 2 characters')
  const website = optional('website', INSTITUTION_LIMITS.website)
  if (website !== null && !/^https?:\/\/[^\s]+\.[^\s]+$/.test(website))
    refuse('website', 'begins with http:// or https://')
  const email = optional('email', 254)
  if (email !== null && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) refuse('email', 'no address that letters can reach')
  const registration = optional('registration', INSTITUTION_LIMITS.registration)
  const source = optional('source', INSTITUTION_LIMITS.source)
  if (source !== null && source.length < 2) refuse('source', 'at least 2 characters')
  if (refusals.length > 0 || !kind || !jurisdiction) return { row: null, refusals }
  return { row: { line, name, nameEn, kind, jurisdiction, registration, website, email, source }, refusals }
}
