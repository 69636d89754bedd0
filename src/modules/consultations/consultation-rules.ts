export const ACT_KINDS = ['regulation', 'decision', 'draft-law', 'strategy', 'plan', 'budget', 'fees', 'other'] as const
export type ActKind = (typeof ACT_KINDS)[number]

/** Before there is a draft, or on the draft. */
export const STAGES = ['preliminary', 'on-draft'] as const
export type Stage = (typeof STAGES)[number]
/** The first stage, as addresses and forms name it. */
export const PRELIMINARY = 'paraprak'

export const CONSULTATION_LIMITS = { title: 300, summary: 4000, legalBasis: 1000, reason: 1000 } as const

export type Phase = 'draft' | 'announced' | 'open' | 'closed' | 'cancelled' | 'taken-down'

/** What the phase depends on. Instants, half-open: open from the start of the first day to the end of the last. */
export type Timing = {
  state: 'draft' | 'published' | 'cancelled' | 'taken-down'
  /** Taken over from older papers: past, whatever its dates, and those may be unknown. */
  history: boolean
  opensAt: Date | null
  closesAt: Date | null
}

export function phaseAt(timing: Timing, now: Date): Phase {
  if (timing.state !== 'published') return timing.state
  if (timing.history || !timing.opensAt || !timing.closesAt) return 'closed'
  if (now < timing.opensAt) return 'announced'
  return now < timing.closesAt ? 'open' : 'closed'
}

/** What the list can be narrowed to. */
export const LISTED_PHASES = ['open', 'announced', 'closed', 'cancelled'] as const
export type ListedPhase = (typeof LISTED_PHASES)[number]

export type PublishingRefusal =
  | 'not-a-draft'
  | 'no-opening-day'
  | 'no-closing-day'
  | 'closing-is-past'
  | 'closing-too-early'
  | 'open-doubts'
  | 'no-text-and-no-document'

/** Why a draft cannot be published yet; all reasons at once, for the official mends them in one go. */
export function refusalsToPublish(
  draft: Timing & {
    openDoubts: number
    articles: number
    documents: number
    /** The chosen day is before the least that its rule asks for. */
    closesTooEarly: boolean
    /** Before there is a draft no text is asked for. */
    stage?: Stage
  },
  now: Date,
): PublishingRefusal[] {
  const refusals: PublishingRefusal[] = []
  if (draft.state !== 'draft') return ['not-a-draft']
  if (!draft.opensAt) refusals.push('no-opening-day')
  if (!draft.closesAt) refusals.push('no-closing-day')
  else if (draft.closesAt <= now) refusals.push('closing-is-past')
  else if (draft.closesTooEarly) refusals.push('closing-too-early')
  if (draft.openDoubts > 0) refusals.push('open-doubts')
  if (draft.stage !== 'preliminary' && draft.articles === 0 && draft.documents === 0)
    refusals.push('no-text-and-no-document')
  return refusals
}

/** It says that comments opened before anybody could read of it: allowed, and never by oversight. */
export const opensInThePast = (draft: { opensOn: string | null }, today: string): boolean =>
  draft.opensOn !== null && draft.opensOn < today

export type CorrectionRefusal = 'cancelled' | 'window-shortened' | 'put-off-by-correction'

/**
 * A correction of something published never shortens the time people have: who planned to comment on the last day must
 * still find it open. Nor does it lengthen it: that is an extension, by a decision of which everybody is told.
 */
export function refusalToCorrect(
  published: { state: Timing['state']; opensOn: string | null; closesOn: string | null },
  changed: { opensOn: string | null; closesOn: string | null },
): CorrectionRefusal | null {
  if (published.state === 'cancelled') return 'cancelled'
  if (published.state === 'draft') return null
  const shorter =
    (published.closesOn !== null && (changed.closesOn === null || changed.closesOn < published.closesOn)) ||
    (published.opensOn !== null && (changed.opensOn === null || changed.opensOn > published.opensOn))
  if (shorter) return 'window-shortened'
  return published.closesOn === changed.closesOn ? null : 'put-off-by-correction'
}

/** Fewer letters stand in nearly every title, and no index finds them. */
export const LEAST_LETTERS = 3

/** Asked for, and not enough to look for. */
export const isTooShort = (words: string): boolean => words !== '' && [...words].length < LEAST_LETTERS
