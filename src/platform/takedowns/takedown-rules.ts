import type { Transaction } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'

/** Why something published is taken away at once. Everybody reads the ground, never what it covered. */
export const TAKEDOWN_GROUNDS = ['personal-data', 'unlawful', 'court-order', 'published-by-mistake'] as const
export type TakedownGround = (typeof TAKEDOWN_GROUNDS)[number]

/** References of documents, which stand with records of every kind. */
export const DOCUMENT_KIND = 'platform.document'
/** References of takedowns themselves. */
export const TAKEDOWN_KIND = 'platform.takedown'

export const TAKEDOWN_LIMITS = { note: 2000, reason: 2000, leastReason: 5 } as const

/** A file with somebody's data in it is not only hidden: its bytes go, and nothing brings them back. */
export const takesContent = (kind: string, ground: TakedownGround): boolean =>
  kind === DOCUMENT_KIND && ground === 'personal-data'

/**
 * What a kind of record does when it is taken down. Access to the documents that stand with a record follows its state, so
 * they are gone with it; a document is taken down alone by the platform.
 */
export type TakeDown = {
  /** Inside the one transaction of the deed the record leaves every published view. */
  take(
    tx: Transaction,
    services: Services,
    order: { id: string; ground: TakedownGround; byAccountId: string; at: Date },
  ): Promise<'taken-down' | 'not-public' | 'no-such-record'>
  /** It stands again as it did before, without what had been hidden before. */
  lift(
    tx: Transaction,
    services: Services,
    order: { id: string; byAccountId: string; at: Date },
  ): Promise<'lifted' | 'no-such-record'>
  /** A document of the record was taken down or came back: its title leaves what is told of the record in public. */
  documentMoved?(
    tx: Transaction,
    services: Services,
    order: {
      id: string
      title: string
      move: 'taken-down' | 'lifted'
      /** Its bytes were removed: nothing brings them back. */ contentGone: boolean
      byAccountId: string
      at: Date
    },
  ): Promise<void>
  /**
   * The records whose public address this is, or was, the most general first; with references of documents. Asked only
   * when nothing stands there any more. The path is without language prefix.
   */
  recordsAt(services: Services, path: string): Promise<readonly string[]>
  /** What it may still be called: its number or code, no word of it. */
  publicName(services: Services, lang: Lang, id: string): Promise<string | null>
}
