import type { CivilDate } from '../days.ts'
import type { Jurisdiction, Words } from '../jurisdiction.ts'

/**
 * How sure we are. T: seen in the law's own text, or as the authority that applies it gives it. T/S: a close retelling
 * by an authority. S: a secondary source. P: a practice that agrees. N: not verified.
 */
export const CONFIDENCES = ['T', 'T/S', 'S', 'P', 'N'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** d: calendar days; wd: working days; h: hours; mo: months. */
export type Unit = 'd' | 'wd' | 'h' | 'mo'

/**
 * exact: it ends then. max: at the latest then. min: not before. window: not before one day and not after another.
 * pair: two terms one after the other, the second with a start of its own.
 */
export type RuleKind = 'exact' | 'max' | 'min' | 'window' | 'pair'

/** All that reckoning needs to know of a rule, or of a term that an institution has set itself. */
export type Terms = {
  kind: RuleKind
  /** Of a window the day it opens. */
  n: number
  /** The last day of a window. */
  to?: number
  unit: Unit
  direction: 'after' | 'before'
  /** Whether the day of the event is the first day counted. */
  firstDay: 'excluded' | 'counted' | 'unsettled'
  /** Whether a last day that is off moves to the next working day. A clock that runs backwards never gets shorter. */
  roll: 'forward' | 'none' | 'unsettled'
}

export type Rule = {
  /** `AL-FOI-ANSWER`, as in the table of the law. */
  id: string
  version: number
  jurisdiction: Jurisdiction
  /** Null: the duty is known, the number is not. */
  terms: Terms | null
  /** Of a rule without a number: its event has a date of its own, and what an institution sets is counted back from it. */
  countedBack?: true
  /** False: the source does not say which days, or from what. */
  unitSettled: boolean
  /** The second term of a pair. */
  second?: { terms: Terms; start: Words; actor: Words }
  /** The term in words, as the table gives it: "at most 5 more working days". */
  clock: Words
  start: Words
  actor: Words
  /** What follows when it lapses; null: not known. */
  lapse: Words | null
  /** As a machine reads it: `L119/2014 Art 15`. */
  law: string
  /** As people read it: the law's name and article. */
  lawName: Words
  /** Addresses where it was seen, without `https://`. */
  sources: readonly string[]
  confidence: Confidence
  /** What has to be known besides: readings that differ, what was not seen. */
  note: Words | null
  /** The first and the last day on which a clock may start by this version. Null: as far back, or on, as is known. */
  validFrom: CivilDate | null
  validTo: CivilDate | null
}

/** Why a rule gives no date. */
export type OffReason = 'no-number' | 'not-verified' | 'practice-only' | 'unit-unsettled'

export type RuleStatus =
  | { kind: 'active' }
  /** From a secondary source: it computes, and drives a matter once an administrator of the institution has confirmed it. */
  | { kind: 'to-be-confirmed' }
  | { kind: 'off'; reason: OffReason }

export function statusOf({ terms, unitSettled, confidence }: Rule): RuleStatus {
  if (!terms) return { kind: 'off', reason: 'no-number' }
  if (confidence === 'N') return { kind: 'off', reason: 'not-verified' }
  if (confidence === 'P') return { kind: 'off', reason: 'practice-only' }
  if (!unitSettled) return { kind: 'off', reason: 'unit-unsettled' }
  return confidence === 'S' ? { kind: 'to-be-confirmed' } : { kind: 'active' }
}
