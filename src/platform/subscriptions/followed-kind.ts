import type { Queryable } from '../db/database.ts'
import type { InEveryLanguage } from '../i18n/language.ts'
import type { IcalEvent } from '../lists/ical-rules.ts'

/** The sentence of a happening: "The window for comments was extended to 5 December 2026." */
export type HappeningWords = (facts: Readonly<Record<string, string>>) => string

/** A kind of matters that people can follow, as its door describes it. */
export type FollowedKind = {
  /** The first part of the references of its matters. */
  subjectKind: string
  /** What can happen to them, by kind of happening; a kind that is missing here is not told to anybody. */
  happenings: InEveryLanguage<Record<string, HappeningWords>>
  /**
   * Kinds that come in crowds, as comments do: told as a number (`count` among the facts), to whoever follows the matter
   * itself, with the letter of the day.
   */
  crowds?: readonly string[]
  /** The public days of these matters, for calendars: addresses without language prefix, `uid` without a host. */
  daysOf(db: Queryable, lang: 'sq' | 'en', ids: readonly string[]): Promise<(IcalEvent & { matter: string })[]>
}
