import type { Official, Role } from '../auth/visitor.ts'
import type { Queryable, Transaction } from '../db/database.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import type { Anchor } from './compare/comparison.ts'
import type { Legislation } from './legislation-rules.ts'
import type { TextLang } from './text-queries.ts'

/**
 * A kind of record that holds a text: consultations now, acts later. A module gives one at its door; the rooms of texts
 * on the top floor give every such record its office pages (reading, doubts, editing, versions), its public versions,
 * comparisons and files. A module writes none of that itself.
 */
export type TextHolder = {
  /** The kind of the record, as in its references: `consultations.consultation`. */
  kind: string
  /** The part of the ELI address that says what it is: `projekt`. */
  eliType: string
  /** The kind of document in Akoma Ntoso. */
  aknType: 'bill' | 'act'
  /** Addresses without language prefix. With `:slug` or `:id` they are patterns of routes. */
  urls: {
    /** The record for everybody: its versions stand beneath. */
    record(slug: string): string
    /** An article of the newest version, with what is said about it. */
    article(slug: string, nodeId: string): string
    /** The list of its kind. */
    list(): string
    /** What changed because of whom, version by version. */
    because(slug: string): string
    /** The record in the office, and its text. */
    office(id: string): string
    officeText(id: string): string
  }
  /** Names of the list and of the record's own page, for the way back. */
  words: (lang: Lang) => { list: string; text: string }
  readers: readonly Role[]
  writers: readonly Role[]
  publishers: readonly Role[]
  /** Null: not public, taken down, or without a text. */
  findPublic(db: Queryable, lang: Lang, slug: string): Promise<PublicTextRecord | null>
  /** The slug of the record with this number of the register; null: none that is public. */
  findByNumber(
    db: Queryable,
    institutionSlug: string,
    year: number,
    number: number,
    /** The part of the address that says what it is. */
    eliType: string,
  ): Promise<string | null>
  /** Other parts of addresses that say what it is: where each of several rows has numbers of its own. */
  hasEliType?: (eliType: string) => boolean
  /** Of what is law: its days, its force and its bonds, also of a record without a text in articles. Null: none is public. */
  legislation?: (db: Queryable, lang: Lang, slug: string, now: Date) => Promise<Legislation | null>
  findForOffice(db: Queryable, lang: Lang, id: string): Promise<OfficeTextRecord | null>
  /** Those that hold these texts, for the list of what waits for somebody. */
  listForOffice(db: Queryable, lang: Lang, textIds: readonly string[]): Promise<OfficeTextRecord[]>
  /** The same, kept as it is until the deed ends. Lock order: record, then version. */
  hold(tx: Transaction, id: string): Promise<OfficeTextRecord | null>
  /** The record takes its first text. */
  take(tx: Transaction, order: { id: string; textId: string; at: Date }): Promise<void>
  /** History: something was done to the text. `kind` and fields are words of the door's `changeWords`. */
  note(tx: Transaction, order: TextNote): Promise<void>
  /** The last write of the deed that publishes a later version: events, history, ledger. */
  published(tx: Transaction, services: Services, order: PublishedVersion): Promise<void>
  /** Everything that hangs on the text of a version, in the order of its references; from `after` on. */
  listAnchors(db: Queryable, versionId: string, after: string | null, limit: number): Promise<Anchor[]>
  /** The places of these in this version, the newest, are known now (`platform.anchor_places`). */
  placed(tx: Transaction, order: { versionId: string; subjects: readonly string[] }): Promise<void>
  /** What hangs there as everybody may read it: an excerpt and its address, for the office's list of what moved. */
  describeAnchors(db: Queryable, lang: Lang, subjects: readonly string[]): Promise<DescribedAnchor[]>
  /** Because of what people said the text came to be as it is, as everybody may read it; the newest version first. */
  because?: (db: Queryable, lang: Lang, wish: BecauseWish) => Promise<Because[]>
  /** Of a draft: what should be looked at before it becomes public. Nothing of it stands in the way. */
  warnings?: (db: Queryable, lang: Lang, wish: { recordId: string; versionId: string }) => Promise<TextWarning[]>
  /** Whether a later version cannot become public as yet, for a reason of the record: its `warnings` say where to go. */
  heldBack?: (db: Queryable, recordId: string) => Promise<boolean>
}

export type BecauseWish = {
  recordId: string
  versionId: string
  /** Not what an earlier version had changed up to this one. Null: from the first on. */
  sinceId: string | null
  /** What has shaped these nodes up to this version; null: what has shaped any. */
  nodeIds: readonly string[] | null
}

/** What a version changed because of one decision on what people said. */
export type Because = {
  versionN: number
  places: readonly {
    /** The node and all that stands above it in its version. */
    nodeIds: readonly string[]
    /** `Neni 7, pika 2`, and what became of it. */
    words: string
    href: string
  }[]
  /** Of the decision: its name, its code, what was decided in words and as data, and where it is read. */
  title: string
  code: string
  decision: string
  decided: string
  excerpt: string | null
  excerptLang: Lang
  href: string
  /** The first few of those who said it. */
  comments: readonly { code: string; author: string; excerpt: string | null; lang: Lang; href: string }[]
  /** How many more there are. */
  more: number
}

export type TextWarning = { words: string; href: string; link: string }

export type PublicTextRecord = {
  id: string
  /** `consultations.consultation:<uuid>` */
  subject: string
  slug: string
  title: string
  /** Language of the title that is given. */
  shownLang: Lang
  institution: { id: string; slug: string; name: string; jurisdiction: Jurisdiction }
  zone: string
  /** Of the register; null: none. */
  year: number | null
  number: number | null
  /** Where its row of numbers has a word of its own in addresses. */
  eliType?: string
  textId: string
}

export type OfficeTextRecord = {
  id: string
  subject: string
  institutionId: string
  title: string
  zone: string
  slug: string | null
  textId: string | null
  /**
   * `draft`: the first version, published with the record itself. `open`: later versions may be begun and published.
   * `final`: nothing may be done to the text any more (cancelled, taken down, history).
   */
  stage: 'draft' | 'open' | 'final'
  /** Until when people can speak about the newest version; before that it is replaced with a warning. Null: they cannot. */
  openUntil: Date | null
  /** The parts of the record in the office, its text among them; addresses are without language prefix. */
  tabs: readonly { href: string; label: string }[]
  /** Where the record goes on, once its text has been read and holds no doubt. */
  next?: { href: string; label: string } | null
}

export type TextNote = {
  institutionId: string
  id: string
  kind:
    | 'text-read'
    | 'doubts-settled'
    | 'text-edited'
    | 'version-begun'
    | 'version-dropped'
    | 'changes-settled'
    | 'places-settled'
  by: Official
  at: Date
  fields?: readonly { field: string; from: string | null; to: string | null }[]
}

export type PublishedVersion = {
  record: OfficeTextRecord
  versionId: string
  /** Number of the version. */
  n: number
  lang: TextLang
  summary: string
  summaryEn: string | null
  /** Null: the command line, as for the demonstration. */
  by: { accountId: string | null }
  at: Date
}

export type DescribedAnchor = {
  subject: string
  excerpt: string
  href: string | null
  public: boolean
  /** The label of the article that it was about when it was said, and the words, if it was about words. */
  label: string | null
  quote: string | null
}
