import type { InEveryLanguage, Lang } from '../i18n/language.ts'

export const JURISDICTIONS = ['AL', 'XK'] as const
export type Jurisdiction = (typeof JURISDICTIONS)[number]

export const INSTITUTION_KINDS = ['municipality', 'ministry', 'agency', 'assembly', 'other'] as const
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number]

/** What the frame of a page and every list show of an institution. */
export type InstitutionSummary = {
  id: string
  slug: string
  jurisdiction: Jurisdiction
  kind: InstitutionKind
  zone: string
  /** The name valid today, in the language asked for, else in Albanian. */
  name: string
  /** Accent colour `#a9101c`, or null for the house's own red. Its contrast was checked when it was set. */
  accent: string | null
  /** Digest of the emblem, a PNG, or null. */
  emblem: string | null
  demonstration: boolean
}

/** Words that differ by country, chosen by the institution's country, never by the interface language alone. */
export type CountryWords = {
  municipality: string
  council: string
  consultationContact: string
  consultationRegister: string
  hearing: string
  reasoning: string
}

/** Sources: glossary, "The differences that matter in code". */
const WORDS: Record<Jurisdiction, InEveryLanguage<CountryWords>> = {
  AL: {
    sq: {
      municipality: 'bashkia',
      council: 'këshilli bashkiak',
      consultationContact: 'koordinatori i konsultimit publik',
      consultationRegister: 'Regjistri elektronik për njoftimet dhe konsultimet publike (RENJK)',
      hearing: 'dëgjesë publike',
      reasoning: 'relacioni',
    },
    en: {
      municipality: 'municipality',
      council: 'municipal council',
      consultationContact: 'public consultation coordinator',
      consultationRegister: 'electronic register for public notices and consultations (RENJK)',
      hearing: 'public hearing',
      reasoning: 'explanatory report',
    },
  },
  XK: {
    sq: {
      municipality: 'komuna',
      council: 'kuvendi komunal',
      consultationContact: 'zyrtari përgjegjës për konsultim publik',
      consultationRegister: 'Platforma e konsultimeve publike',
      hearing: 'dëgjim publik',
      reasoning: 'memorandumi shpjegues',
    },
    en: {
      municipality: 'municipality',
      council: 'municipal assembly',
      consultationContact: 'official responsible for public consultation',
      consultationRegister: 'public consultations platform',
      hearing: 'public hearing',
      reasoning: 'explanatory memorandum',
    },
  },
}

export const wordsOf = (jurisdiction: Jurisdiction, lang: Lang): CountryWords => WORDS[jurisdiction][lang]
