import type { Transaction } from '../db/database.ts'
import type { ChangedBy } from '../history/record-change.ts'
import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import type { SearchSource } from '../search/search-source.ts'
import type { Services } from '../services.ts'

/** What one subject keeps about citizens, and what it does when they ask. A contact is a confirmed e-mail address. */
export type PersonalData = {
  /**
   * All that is kept about this contact, in words and as data, for themselves alone. `sources`: by them the kinds have words
   * that somebody follows.
   */
  ofContact(
    services: Services,
    lang: Lang,
    contactId: string,
    sources: readonly SearchSource[],
  ): Promise<readonly PersonalRecord[]>
  /**
   * New private links to all that is theirs, for a letter to their own address. Links are kept as digests: the old ones
   * cannot be told again, so new ones are made, and the old ones end.
   */
  linksOf(tx: Transaction, services: Services, lang: Lang, contactId: string): Promise<readonly OwnLink[]>
  /** Erases words and names with their salts; the public record keeps its place as a tombstone. Gives how many records. */
  erase(tx: Transaction, services: Services, contactId: string, by: ChangedBy): Promise<number>
  /** The record of a receipt's code, for somebody without e-mail who stands at the counter. */
  ofCode?(services: Services, lang: Lang, code: string): Promise<PlacedRecord | null>
  /** One of its records, by reference. */
  ofRef?(services: Services, lang: Lang, ref: string): Promise<PlacedRecord | null>
  /** Erases one of its records as `erase` does all of a contact; false when there is none any more. */
  eraseOne?(tx: Transaction, services: Services, ref: string, by: ChangedBy): Promise<boolean>
  /** The name in all that is theirs was written wrongly. Gives how many records were mended. */
  rename?(tx: Transaction, services: Services, contactId: string, name: string): Promise<number>
  /** A consent that its forms ask for is withdrawn: what it allowed ends in the same transaction. */
  withdrawConsent?(tx: Transaction, services: Services, consent: WithdrawnConsent): Promise<void>
  /** What its forms ask consent for, by the name that stands with the consent. */
  consents?: InEveryLanguage<Record<string, string>>
  retention: readonly RetentionRule[]
}

export type PersonalRecord = {
  /** What it is: `komenti K7QM-4TRX për «…»`. */
  title: string
  /** Its page, without language prefix; null when it has none. */
  href: string | null
  at: Date
  /** As data, for the file that people take along. */
  data: Record<string, unknown>
  /** Its reference and whose it is, where an official can erase it alone. */
  ref?: string
  institutionId?: string
}

export type PlacedRecord = PersonalRecord & { ref: string; institutionId: string }

/** The address is without language prefix. */
export type OwnLink = { title: string; href: string }

export type WithdrawnConsent = { contactId: string; what: string; subject: string | null }

/** Until when a kind of data is kept, by what right, and the nightly deed that ends it. */
export type RetentionRule = {
  /** `comments.unconfirmed` */
  id: string
  what: InEveryLanguage<string>
  /** How long, in words: "seven days after it was sent". */
  howLong: InEveryLanguage<string>
  /** Law and article, or whose decision the term is. Never invented. */
  basis: InEveryLanguage<string>
  /** How many records are due: the dry run. */
  countDue(services: Services): Promise<number>
  /** Ends what is due and gives how many; null where another nightly job does. */
  forget: ((services: Services) => Promise<number>) | null
}

/** A rule's words alone, for the notice at a form. */
export type RetentionWords = Pick<RetentionRule, 'what' | 'howLong' | 'basis'>
