import type { Phase, Timing } from '../consultation-rules.ts'
import type { Answer } from '../questions/question-rules.ts'

export const COMMENT_LIMITS = {
  body: 5000,
  name: 120,
  organisation: 200,
  quote: 1000,
  suggestion: 5000,
  files: 5,
  fileBytes: 10_000_000,
} as const

/** The letter's link works this long past the deadline: the time of sending counts, and letters are slow. */
export const CONFIRMATION_HOURS_PAST_DEADLINE = 24

/** What is never confirmed was never counted, and is erased. */
export const UNCONFIRMED_DAYS = 7

/** Per e-mail address and per network address. The second is wide: a village may share one. */
export const COMMENTS_PER_EMAIL = { count: 15, minutes: 60 } as const
/** Files take room until they are erased with a comment that nobody confirmed: far fewer of those. */
export const COMMENTS_WITH_FILES_PER_ADDRESS = { count: 30, minutes: 60 } as const
export const COMMENTS_PER_ADDRESS = { count: 300, minutes: 60 } as const

/** Of one comment: each is a version that stays. */
export const CORRECTIONS_PER_COMMENT = { count: 15, minutes: 60 } as const

/** The ways by which a comment comes in. Of the site the moment of sending says it all; of the others three days are kept. */
export const CHANNELS = ['web', 'email', 'post', 'counter', 'phone', 'meeting', 'register'] as const
export type Channel = (typeof CHANNELS)[number]

/** Whom the speaker belongs to, as the plan of a consultation names its audiences. */
export const SENDER_KINDS = [
  'citizen',
  'civil-society',
  'business',
  'academia',
  'local-government',
  'institution',
  'international',
  'group',
  'other',
] as const
export type SenderKind = (typeof SENDER_KINDS)[number]

export const COMMENT_STATES = ['sent', 'waiting', 'published', 'held', 'withdrawn', 'erased', 'taken-down'] as const
export type CommentState = (typeof COMMENT_STATES)[number]

export const HOLD_GROUNDS = ['personal-data', 'insult', 'advertising', 'other-matter', 'unlawful'] as const
export type HoldGround = (typeof HOLD_GROUNDS)[number]

export type CommentDraft = {
  submissionId: string
  body: string
  email: string
  onBehalf: 'person' | 'organisation'
  authorName: string | null
  organisation: string | null
  namePublic: boolean
  anchor: Anchor
  /** The article or the passage as its author would write it; null or absent: none. */
  suggestion?: string | null
  /** Null or absent: a citizen where somebody speaks for themselves, otherwise not known. */
  senderKind?: SenderKind | null
  /** To the questions that the institution asks. */
  answers?: readonly Answer[]
}

/** The whole text, one article, or exact words of an article with a little of what stands around them. */
export type Anchor =
  | { about: 'whole' }
  | { about: 'article'; nodeId: string }
  | { about: 'passage'; nodeId: string; quote: string; prefix: string; suffix: string }

export type CommentRefusal = 'not-open-yet' | 'closed' | 'cancelled' | 'no-such-article' | 'no-such-passage'

/** Why nobody may comment now, or null. The moment of sending counts, not that of confirming. */
export function refusalToComment(
  phase: Phase,
): Extract<CommentRefusal, 'not-open-yet' | 'closed' | 'cancelled'> | null {
  switch (phase) {
    case 'open':
      return null
    case 'announced':
    case 'draft':
    case 'taken-down':
      return 'not-open-yet'
    case 'cancelled':
      return 'cancelled'
    case 'closed':
      return 'closed'
  }
}

/** A form that lay open while the window closed is taken in for so long afterwards, and kept as one that came late. */
export const LATE_FORM_HOURS = 24

/** The window has closed, and not so long ago that nobody can have been typing. */
export const isJustClosed = (timing: Timing, now: Date): boolean =>
  timing.state === 'published' &&
  !timing.history &&
  timing.closesAt !== null &&
  now >= timing.closesAt &&
  now.getTime() < timing.closesAt.getTime() + LATE_FORM_HOURS * 3_600_000

export type ConfirmationRefusal = 'too-late' | 'cancelled'

export function refusalToConfirm(
  comment: { closesAt: Date | null; consultationState: string; late: boolean; sentAt: Date },
  now: Date,
): ConfirmationRefusal | null {
  if (comment.consultationState === 'cancelled') return 'cancelled'
  if (!comment.closesAt) return 'too-late'
  return now.getTime() < confirmableUntil(comment.closesAt, comment).getTime() ? null : 'too-late'
}

/** Of one that came late as long after it was sent. */
export const confirmableUntil = (closesAt: Date, comment?: { late: boolean; sentAt: Date }): Date =>
  new Date(
    Math.max(closesAt.getTime(), comment?.late ? comment.sentAt.getTime() : 0) +
      CONFIRMATION_HOURS_PAST_DEADLINE * 3_600_000,
  )

export type ChangeRefusal = 'closed' | 'not-confirmed' | 'already-withdrawn' | 'taken-down' | 'unchanged'

/** Own comments are corrected or withdrawn until the deadline, as long as they stand. */
export function refusalToChange(comment: { state: CommentState }, phase: Phase): ChangeRefusal | null {
  if (comment.state === 'sent' || comment.state === 'erased') return 'not-confirmed'
  if (comment.state === 'withdrawn') return 'already-withdrawn'
  if (comment.state === 'taken-down') return 'taken-down'
  return phase === 'open' ? null : 'closed'
}

/**
 * Where a confirmed comment stands: on the page at once only when the local check found nothing in its words and
 * nothing is attached (what a file holds cannot be checked here); otherwise it waits for a moderator.
 */
export const stateAfterConfirming = (found: readonly string[], attachments: number): 'published' | 'waiting' =>
  found.length === 0 && attachments === 0 ? 'published' : 'waiting'

/**
 * A correction of something a moderator has held never publishes itself, and neither does the correction of that
 * correction: only a moderator ends a hold.
 */
export function stateAfterCorrecting(
  before: { state: CommentState; underHold: boolean; attachments: number },
  found: readonly string[],
): 'published' | 'waiting' {
  if (found.length > 0 || before.underHold) return 'waiting'
  return before.state === 'published' || before.attachments === 0 ? 'published' : 'waiting'
}

/** Moves a moderator may make, by the state they start from. */
export const MODERATOR_MOVES: Record<CommentState, readonly ('hold' | 'release')[]> = {
  sent: [],
  waiting: ['release', 'hold'],
  published: ['hold'],
  held: ['release'],
  withdrawn: [],
  erased: [],
  'taken-down': [],
}
