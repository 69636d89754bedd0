import { JURISDICTIONS, ZONE_OF, type Jurisdiction } from '#law/jurisdiction.ts'
import type { Lang } from '../i18n/language.ts'
import { COUNTRY_WORDS, type CountryWords } from './country-words-rules.ts'

/** The countries, and the clock of each one's institutions, are the law's. */
export { JURISDICTIONS, ZONE_OF as ZONES, type Jurisdiction }

export const CURRENCIES = ['ALL', 'EUR'] as const
export type Currency = (typeof CURRENCIES)[number]

export const currencyOf = (jurisdiction: Jurisdiction): Currency => (jurisdiction === 'XK' ? 'EUR' : 'ALL')

/** Bodies of the state: they may work here, or only be named here. */
export const STATE_KINDS = [
  'municipality',
  'region',
  'prefecture',
  'ministry',
  'government',
  'parliament',
  'assembly',
  'agency',
  'independent',
  'education',
  'public-company',
  'other',
] as const
/** Outside the state: they stand in the directory because papers and people refer to them. */
export const OUTSIDE_KINDS = ['ngo', 'company', 'media', 'international', 'religious'] as const

export const INSTITUTION_KINDS = [...STATE_KINDS, ...OUTSIDE_KINDS] as const
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number]

export const isOutside = (kind: InstitutionKind): boolean => OUTSIDE_KINDS.some((one) => one === kind)

/** `member`: works in this installation. `listed`: is only named in its directory. */
export const STANDINGS = ['member', 'listed'] as const
export type Standing = (typeof STANDINGS)[number]

export const NAME_LANGUAGES = ['sq', 'en', 'sr'] as const
export type NameLanguage = (typeof NAME_LANGUAGES)[number]

/** Posts that have an address. Never a person's: requests survive a change of staff. */
export const ADDRESS_ROLES = [
  'front-desk',
  'consultations',
  'information',
  'council',
  'complaints',
  'data-protection',
  'press',
  'integrity',
] as const
export type AddressRole = (typeof ADDRESS_ROLES)[number]

/** What the frame of a page and every list show of an institution. */
export type InstitutionSummary = {
  id: string
  slug: string
  jurisdiction: Jurisdiction
  kind: InstitutionKind
  standing: Standing
  zone: string
  currency: Currency
  /** The name valid today, in the language asked for, else in Albanian. */
  name: string
  /** Accent colour `#a9101c`, or null for the house's own red. Its contrast was checked when it was set. */
  accent: string | null
  /** Digest of the emblem, a PNG, or null. */
  emblem: string | null
  demonstration: boolean
  /** The day from which it is no more, or null. A closed one takes no new matter; its records stay. */
  closedOn: string | null
}

export const INSTITUTION_LIMITS = { name: 200, website: 300, registration: 60, source: 300, reason: 1000, slug: 60 }

export const isSlug = (words: string): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(words) && words.length <= INSTITUTION_LIMITS.slug

/** `Bashkia Kuçovë` → `bashkia-kucove` */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, INSTITUTION_LIMITS.slug)
    .replace(/-+$/, '')

export type ClosingRefusal =
  'closed-already' | 'in-the-future' | 'before-it-was' | 'successor-is-itself' | 'successor-closed'

/** Why an institution cannot be closed on that day in favour of these, or null. */
export function refusalToClose(
  institution: { id: string; closedOn: string | null; oldestName: string },
  closing: { on: string; today: string; successors: readonly { id: string; closedOn: string | null }[] },
): ClosingRefusal | null {
  if (institution.closedOn !== null) return 'closed-already'
  if (closing.on > closing.today) return 'in-the-future'
  if (closing.on < institution.oldestName) return 'before-it-was'
  if (closing.successors.some(({ id }) => id === institution.id)) return 'successor-is-itself'
  return closing.successors.some(({ closedOn }) => closedOn !== null) ? 'successor-closed' : null
}

export const wordsOf = (jurisdiction: Jurisdiction, lang: Lang): CountryWords => COUNTRY_WORDS[jurisdiction][lang]
