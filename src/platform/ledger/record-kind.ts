import type { Queryable } from '../db/database.ts'
import type { InEveryLanguage } from '../i18n/language.ts'
import type { PublicRecord } from './entry-rules.ts'

/** The public record of one subject, as it stands in the database now. */
export type RecordRow = {
  /** The part of the reference after the colon. */
  id: string
  /** Of kinds whose every version stands for itself: which one this is. */
  version?: number
  institutionId: string | null
  /** The word of the institution in addresses. */
  institution: string | null
  record: PublicRecord
}

/**
 * A kind of public record that the ledger vouches for. What `find` and `each` leave out is not public. Both must give the
 * same record for the same row, whenever they are asked: nothing of the clock, of today, or of who asks belongs to it.
 */
export type RecordKind = {
  /** `consultations.comment` */
  kind: string
  /** The first part of the reference; `kind` where not told. Several kinds may speak of one subject. */
  subjectKind?: string
  words: InEveryLanguage<string>
  /**
   * The fields that a digest covers, by version of the shape: the first is version 1. A field that is added later makes a
   * new shape at the end; the shapes before stay, for the entries that were written by them.
   */
  shapes: readonly (readonly string[])[]
  /** Every version of a record stands for itself and is looked at, not the newest alone. */
  everyVersion?: true
  /** Those of these records that are public; of kinds with `everyVersion` the newest version of each. */
  find(db: Queryable, ids: readonly string[]): Promise<RecordRow[]>
  /** All public records in the order of id (and version), so many at a time. */
  each(db: Queryable, after: { id: string; version: number } | null, limit: number): Promise<RecordRow[]>
}

export const subjectKindOf = ({ kind, subjectKind }: RecordKind): string => subjectKind ?? kind
