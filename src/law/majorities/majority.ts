import type { Jurisdiction, Words } from '../jurisdiction.ts'
import type { Confidence } from '../rules/rule.ts'

/** Of whom a fraction is reckoned: of all seats, of who is there, or of who votes for or against. */
export const MAJORITY_BASES = ['all-members', 'present', 'voting'] as const
export type MajorityBase = (typeof MAJORITY_BASES)[number]

/** "More than half of all members": strict, 1 of 2, of all members. "At least three fifths": not strict, 3 of 5. */
export type Fraction = { of: MajorityBase; numerator: number; denominator: number; strict: boolean }

/** What a council decides, for the question which majority it needs. */
export const ACT_KINDS = [
  'ordinary',
  'normative',
  'budget',
  'staff-numbers',
  'taxes-and-fees',
  'property',
  'election',
  'honorary',
  'agenda',
  'minutes',
  'procedural',
  'closing-doors',
] as const
export type ActKind = (typeof ACT_KINDS)[number]

/** What needs which majority, and who must be there. A rule of confidence N has no fraction: the institution sets it. */
export type MajorityRule = {
  id: string
  jurisdiction: Jurisdiction
  /** `quorum`: how many must be there for any decision. */
  for: ActKind | 'quorum'
  fraction: Fraction | null
  law: string
  lawName: Words
  sources: readonly string[]
  confidence: Confidence
  note?: Words
}
