import type { Stage } from '../consultation-rules.ts'

/** What stands in the notice beside the summary. Empty: not said. */
export type NoticeWords = {
  reasons: string
  reasonsEn: string
  effect: string
  effectEn: string
  /** One a line, of a preliminary consultation. */
  questions: string
  questionsEn: string
}

export const NO_WORDS: NoticeWords = {
  reasons: '',
  reasonsEn: '',
  effect: '',
  effectEn: '',
  questions: '',
  questionsEn: '',
}

export const NOTICE_LIMITS = { words: 4000, place: 300, name: 200, source: 300 } as const

export type Missing = 'reasons' | 'effect' | 'closing-day' | 'contact' | 'questions'

/**
 * What the law asks the notice to say and the record does not: it warns, and stops nothing.
 * A meeting is named where there is one; its absence is no lack.
 */
export function missingOf(record: {
  stage: Stage
  words: NoticeWords
  closesOn: string | null
  contactEmail: string
}): Missing[] {
  const { words, stage } = record
  const missing: Missing[] = []
  if (words.reasons === '') missing.push('reasons')
  if (stage === 'on-draft' && words.effect === '') missing.push('effect')
  if (stage === 'preliminary' && words.questions === '') missing.push('questions')
  if (record.closesOn === null) missing.push('closing-day')
  if (record.contactEmail === '') missing.push('contact')
  return missing
}

/** The official posting beside the publication here: the clock can run from a later one. */
export type PostingStanding = 'missing' | 'late' | 'in-time'

export function standingOfPosting(postedOn: string | null, publishedOn: string): PostingStanding {
  if (postedOn === null) return 'missing'
  return postedOn > publishedOn ? 'late' : 'in-time'
}

/** How long an address is kept at most. */
export const KEEP_AT_MOST_DAYS = 731

/** Events of which stakeholders are told by letter. */
export const INVITING_EVENTS = ['published', 'extended', 'cancelled'] as const
export type InvitingEvent = (typeof INVITING_EVENTS)[number]

export const STAKEHOLDER_GROUNDS = ['consent', 'public-role'] as const
export type StakeholderGround = (typeof STAKEHOLDER_GROUNDS)[number]
