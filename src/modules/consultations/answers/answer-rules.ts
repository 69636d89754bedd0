export const DECISIONS = ['accepted', 'partly-accepted', 'rejected', 'outside-scope', 'not-considered'] as const
export type Decision = (typeof DECISIONS)[number]

/** Of these something of the text follows: they are linked with the places that changed. */
export const CHANGES_THE_TEXT: readonly Decision[] = ['accepted', 'partly-accepted']

/** Why a comment was not considered. A late or held one may be considered all the same. */
export const NOT_CONSIDERED_GROUNDS = ['held', 'late', 'taken-down'] as const
export type NotConsideredGround = (typeof NOT_CONSIDERED_GROUNDS)[number]

/**
 * Of the words that are worked on: written, put before the decider, decided, published. A published answer that is being
 * corrected is a draft again, and its version stays public meanwhile.
 */
export const ANSWER_STATES = ['draft', 'proposed', 'decided', 'published', 'taken-down'] as const
export type AnswerState = (typeof ANSWER_STATES)[number]

export const ANSWER_LIMITS = { reason: 5000, correction: 1000, returned: 1000, drafter: 200 } as const

/** The answer to a comment, as everybody reads it. */
export type PublicAnswer = {
  id: string
  code: string
  lang: 'sq' | 'en'
  version: number
  decision: Decision
  ground: NotConsideredGround | null
  /** Null: taken down. */
  reason: string | null
  proposedRole: string
  decidedRole: string
  publishedAt: Date
  changedAt: Date
  correction: string | null
  /** How many comments it answers. */
  number: number
}

export const ANSWER_KIND = 'consultations.answer'
export const REASON_KIND = 'consultations.answer-reason'

/** A published reason says something. */
export const LEAST_REASON = 5
export const LEAST_CORRECTION = 5

/** How many comments one press of a button may touch, and how many answers are published while somebody waits for the page. */
export const MOST_ANSWERED_AT_ONCE = 5000
export const MOST_PUBLISHED_WHILE_WAITING = 200

/** Why words cannot be put before the decider, field by field; empty: they can. */
export type WordsRefusal = 'no-decision' | 'no-ground' | 'no-reason' | 'no-correction'

export function refusalsToPropose(answer: {
  decision: Decision | null
  ground: NotConsideredGround | null
  reason: string | null
  correction: string | null
  version: number
}): WordsRefusal[] {
  const { decision, ground, reason, correction, version } = answer
  return [
    ...(decision === null ? (['no-decision'] as const) : []),
    ...(decision === 'not-considered' && ground === null ? (['no-ground'] as const) : []),
    ...((reason ?? '').trim().length < LEAST_REASON ? (['no-reason'] as const) : []),
    ...(version > 0 && (correction ?? '').trim().length < LEAST_CORRECTION ? (['no-correction'] as const) : []),
  ]
}

/** Whether this person may decide what that one has proposed. */
export const mayDecideWhatWasProposed = (
  proposedBy: string | null,
  decider: string,
  { byTwo }: { byTwo: boolean },
): boolean => !byTwo || proposedBy !== decider

/** What else can be done with the words as they stand. */
export const ANSWER_MOVES: Record<AnswerState, readonly ('write' | 'propose' | 'decide' | 'publish' | 'correct')[]> = {
  draft: ['write', 'propose'],
  proposed: ['write', 'decide'],
  decided: ['decide', 'publish'],
  published: ['correct'],
  'taken-down': [],
}

/** Confirmed, and neither withdrawn nor erased: it counts, and somebody answers it. */
export const wantsAnswer = (comment: { state: string; confirmedAt: Date | null }): boolean =>
  comment.confirmedAt !== null && ['waiting', 'published', 'held', 'taken-down'].includes(comment.state)
