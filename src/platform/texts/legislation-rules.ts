import type { CivilDate } from '../time/civil-date.ts'

/** What one act does to another, or has done to it (`back`). */
export type LegislationRelation = {
  kind: 'amends' | 'repeals' | 'repeals-partly' | 'implements' | 'corrects' | 'replaces' | 'suspends'
  direction: 'forth' | 'back'
  /** Number and title of the other. */
  name: string
  /** Without language prefix; null: it is not kept here. */
  href: string | null
  byArticles: string | null
  ofArticles: string | null
  effectiveOn: CivilDate | null
  /** The version in which its words stand; null: in none yet. */
  carriedOutIn: string | null
}

export type LegislationState = {
  versionId: string
  role: 'laid' | 'adopted' | 'consolidated'
  /** From this day its words hold. */
  from: CivilDate | null
  to: CivilDate | null
}

/** What a text is as law, for programs: days, force, who adopted it, and its bonds with other law. */
export type Legislation = {
  /** The address of its page, without language. */
  address: string
  title: string
  lang: 'sq' | 'en'
  titleEn: string | null
  institution: { slug: string; name: string; jurisdiction: 'AL' | 'XK' }
  /** Of its European address; null: its number leads to no address. */
  eli: { type: string; year: number; number: number } | null
  /** In the word of the record. */
  kind: string
  /** As printed. */
  number: string | null
  adoptedOn: CivilDate | null
  announcedOn: CivilDate | null
  inForceFrom: CivilDate | null
  inForceTo: CivilDate | null
  passedBy: string | null
  proposedBy: string | null
  signedOn: CivilDate | null
  signers: readonly { id: 'chair' | 'secretary'; role: string; name: string }[]
  relations: readonly LegislationRelation[]
  states: readonly LegislationState[]
  /** On the day that was asked about; null: nobody knows. */
  force: 'in-force' | 'partly' | 'not-in-force' | null
}

/** What of it stands in the file of one version: nothing that depends on the day on which the file is made. */
export type ExportedLaw = Omit<Legislation, 'force' | 'states' | 'address' | 'eli' | 'institution'> & {
  state: LegislationState | null
  states: readonly (LegislationState & { n: number })[]
}
