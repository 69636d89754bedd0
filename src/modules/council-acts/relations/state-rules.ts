import { forceOn, type Force, type ForceFacts, type RelationKind } from '../act-rules.ts'

/** What a published version of the text of an act is. */
export type TextState = {
  versionId: string
  n: number
  role: 'laid' | 'adopted' | 'consolidated'
  holdsFrom: string | null
}

/** What another act does to the words of this one. */
export type TextChange = { id: string; kind: RelationKind; effectiveOn: string | null; carriedOutIn: string | null }

/** Relations that change words, so that the text has to follow. */
export const CHANGING_KINDS = ['amends', 'repeals-partly', 'corrects'] as const satisfies readonly RelationKind[]
export const changesWords = (kind: RelationKind): boolean => (CHANGING_KINDS as readonly string[]).includes(kind)

/** Relations that end the other act. */
export const ENDING_KINDS = ['repeals', 'replaces'] as const satisfies readonly RelationKind[]
export const endsAct = (kind: RelationKind): boolean => (ENDING_KINDS as readonly string[]).includes(kind)

/** What the act was adopted with holds since before any state that was consolidated later. */
const since = ({ role, holdsFrom }: TextState): string => (role === 'adopted' ? '' : (holdsFrom ?? ''))

const later = (one: TextState, other: TextState): number =>
  since(one) === since(other) ? one.n - other.n : since(one) < since(other) ? -1 : 1

/** The newest words up to a day, in force or not; of one day the later version, which puts the earlier right. */
export const wordsOn = (day: string, states: readonly TextState[]): TextState | null =>
  states
    .filter((one) => one.role !== 'laid' && since(one) <= day)
    .toSorted(later)
    .at(-1) ?? null

/**
 * The version whose words hold on a day: none before the act is in force, none from the day on which it is repealed. Where
 * nobody knows from when it holds, the newest words up to that day.
 */
export function stateOn(day: string, act: ForceFacts, states: readonly TextState[]): TextState | null {
  return holds(forceOn(day, act)) ? wordsOn(day, states) : null
}

const holds = (force: Force): boolean => force === 'in-force' || force === 'suspended' || force === 'not-known'

/**
 * Changes in force on a day that the words of that day do not carry yet. One whose day nobody knows may be in force, so it is
 * told as well.
 */
export function lackingOn<Change extends TextChange>(
  day: string,
  shown: TextState | null,
  states: readonly TextState[],
  changes: readonly Change[],
): Change[] {
  if (shown === null) return []
  const carrying = new Map(states.map((one) => [one.versionId, one]))
  return changes.filter(({ kind, effectiveOn, carriedOutIn }) => {
    if (!changesWords(kind) || (effectiveOn !== null && effectiveOn > day)) return false
    const state = carriedOutIn === null ? undefined : carrying.get(carriedOutIn)
    return state === undefined || later(state, shown) > 0
  })
}

export type StatePlan = {
  purpose: 'consolidated' | 'correction'
  holdsFrom: string
  note: string | null
  relationIds: readonly string[]
}

export type PlanRefusal =
  | 'no-text'
  | 'planned-already'
  | 'nothing-chosen'
  | 'not-its-change'
  | 'day-before-force'
  | 'day-taken'
  | 'day-before-newest'
  | 'day-before-change'
  | 'reason-missing'

type PlanFacts = {
  inForceFrom: string | null
  states: readonly TextState[]
  /** What waits to be carried out. */
  open: readonly TextChange[]
}

/**
 * Why a state cannot be planned so; null: it can. Of one day there is one state: what is wrong in its words is put right by a
 * correction, which holds from the same day and says why.
 */
export function refusalToPlan(plan: StatePlan, { inForceFrom, states, open }: PlanFacts): PlanRefusal | null {
  const newest = states
    .filter(({ role }) => role !== 'laid')
    .toSorted(later)
    .at(-1)
  if (!newest) return 'no-text'
  if (plan.purpose === 'correction') return plan.note === null ? 'reason-missing' : null
  const chosen = open.filter(({ id }) => plan.relationIds.includes(id))
  if (plan.relationIds.length === 0) return 'nothing-chosen'
  if (chosen.length !== plan.relationIds.length) return 'not-its-change'
  if (inForceFrom !== null && plan.holdsFrom < inForceFrom) return 'day-before-force'
  if (newest.role === 'consolidated' && newest.holdsFrom === plan.holdsFrom) return 'day-taken'
  if (newest.role === 'consolidated' && (newest.holdsFrom ?? '') > plan.holdsFrom) return 'day-before-newest'
  if (chosen.some(({ effectiveOn }) => effectiveOn !== null && effectiveOn > plan.holdsFrom)) return 'day-before-change'
  return null
}

/** From when corrected words hold: as long as those that they put right. */
export const correctedFrom = (states: readonly TextState[], act: { inForceFrom: string | null }): string | null =>
  states
    .filter(({ role }) => role !== 'laid')
    .toSorted(later)
    .at(-1)?.holdsFrom ?? act.inForceFrom
