import type { Transaction } from '../db/database.ts'
import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'

/** What one subject keeps about citizens, and what it does when they ask. A contact is a confirmed e-mail address. */
export type PersonalData = {
  /** All that is kept about this contact, in words and as data, for themselves alone. */
  ofContact(services: Services, lang: Lang, contactId: string): Promise<readonly PersonalRecord[]>
  /**
   * New private links to all that is theirs, for a letter to their own address. Links are kept as digests: the old ones
   * cannot be told again, so new ones are made, and the old ones end.
   */
  linksOf(tx: Transaction, services: Services, lang: Lang, contactId: string): Promise<readonly OwnLink[]>
  /** Erases words and names with their salts; the public record keeps its place as a tombstone. Gives how many records. */
  erase(tx: Transaction, services: Services, contactId: string): Promise<number>
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
}

export type OwnLink = { title: string; href: string }

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
