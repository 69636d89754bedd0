import type { CivilDate } from '#law/days.ts'
import type { Queryable } from '../db/database.ts'
import type { InEveryLanguage } from '../i18n/language.ts'

/** Languages of records, not of the interface. */
export type RecordLang = 'sq' | 'en' | 'sr'

/** One thing that can be found, as everybody may read it: a record, or an article of its text. */
export type SearchDocument = {
  /** `consultations.consultation:<id>` */
  subject: string
  /** Empty for the record itself, else the lineage of the article. */
  part: string
  /** Whom it belongs to: of a comment its consultation, else the record itself. */
  matter: string
  /** By which people sort what they found: one of the source's `kinds`. */
  kind: string
  institutionId: string | null
  lang: RecordLang
  title: string
  /** The title is that of its matter: an article and a comment are not found by it as if it were their own. */
  borrowedTitle?: true
  /** Where in the record: "Neni 12 · Tarifat". */
  heading: string | null
  body: string
  /** What it says in another language: found by it, and shown by whoever reads the record. */
  translated?: { lang: RecordLang; title: string; body: string } | null
  /** Numbers as they stand on papers: `12/2026`, protocol, receipt. Found as typed, with or without their signs. */
  numbers: readonly string[]
  /** Without language prefix. */
  href: string
  publishedAt: Date
  changedAt: Date
  /** The civil day of publication where the institution is. */
  day: CivilDate
  /** The state of the record that filters know: one of the source's `states`. */
  state: string
  topics: readonly string[]
  places: readonly string[]
  dueOn: CivilDate | null
  /** When it will read differently without a deed: a window opens or ends. Then it is made anew. */
  changesAt?: Date | null
}

/**
 * What of a module can be found. Both functions read published views alone: what they leave out is not public and leaves
 * the index.
 */
export type SearchSource = {
  /** The first part of its references. */
  subjectKind: string
  /** The kinds of its documents, in words: how many there are says which form is taken. */
  kinds: Record<string, InEveryLanguage<{ one: string; many: string }>>
  states: Record<string, InEveryLanguage<string>>
  /** All documents of these records as they read now: the record, and its articles. */
  find(db: Queryable, ids: readonly string[], now: Date): Promise<SearchDocument[]>
  /** The ids of public records in the order of id, so many at a time: for building anew and for the nightly look. */
  idsAfter(db: Queryable, after: string | null, limit: number): Promise<string[]>
  /** Refreshed besides, when this record changed: of a consultation its comments (they carry its topics). Ids of other sources by reference. */
  alsoChanged?(db: Queryable, ids: readonly string[]): Promise<string[]>
}
