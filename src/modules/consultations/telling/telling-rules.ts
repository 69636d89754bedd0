import type { Lang } from '#platform/i18n/language.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'

/** How somebody hears: `page`: nobody knows how to reach them, and the answer stands on its public page alone. */
export type TellingChannel = 'mail' | 'print' | 'page'
/** What is new to them. */
export type Told = 'answer' | 'correction' | 'effect'

/** Letters in one transaction: few enough that it is over in a moment. */
export const AT_ONCE = 200
/** Letters in one PDF: as many as a printer takes at once, and a minute makes. */
export const MOST_PRINTED = 100

export const HANDED_WAYS = ['post', 'counter', 'messenger', 'not-reached'] as const
export type HandedWay = (typeof HANDED_WAYS)[number]

/** Letters that have left the house: on which day, by which way. */
export type Handing = { ids: readonly string[]; on: CivilDate; way: HandedWay }

export const SCORES = [1, 2, 3, 4, 5] as const
export type Score = (typeof SCORES)[number]
export type Rating = { score: Score; words: string | null }
/** From this score on somebody is satisfied. */
export const SATISFIED_FROM = 4
/** Albania’s digital agenda, expected result R3.2: at least 80 % are satisfied with each e-service. */
export const TARGET_SHARE = 80
/** Fewer ratings tell of persons, not of answers: of these only the number is public. */
export const FEWEST_RATINGS = 5
export const RATING_WORDS = 1000
/** So long the words of a rating are kept; the score stays. */
export const RATING_WORDS_MONTHS = 24

/** Per cent with one decimal; null: too few ratings. The view `open_satisfaction` reckons the same. */
export const shareOf = (satisfied: number, ratings: number): number | null =>
  ratings < FEWEST_RATINGS
    ? null
    : Math.min(satisfied < ratings ? 99.9 : 100, Math.round((1000 * satisfied) / ratings) / 10)

const SHORT = 240

/** The beginning of somebody's own words, on one line, cut between two words. */
export function inShort(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= SHORT) return line
  const cut = line.slice(0, SHORT)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT - 40)).trim()} …`
}

/** One thing that one person is to hear. */
export type Due = {
  /** Whose letter it is in: a contact, a delivery, a member. */
  recipient: string
  channel: TellingChannel
  lang: Lang
  commentId: string
  memberId: string | null
  contactId: string | null
  deliveryId: string | null
  email: string | null
  answerId: string
  version: number
  what: Told
  textVersionId: string | null
}

/** What belongs into one letter: of one recipient, in the language they wrote in. */
export function inLetters(due: readonly Due[]): Due[][] {
  const letters = Map.groupBy(due, ({ recipient, lang }) => `${recipient} ${lang}`)
  return [...letters.values()]
}
