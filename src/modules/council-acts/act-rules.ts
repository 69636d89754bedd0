/** The kinds of records of this module, as their references begin. */
export const ACT_RECORD = 'council-acts.act'
export const TRANSMITTAL_RECORD = 'council-acts.transmittal'
export const VERDICT_RECORD = 'council-acts.verdict'
export const GAP_NOTE_RECORD = 'council-acts.gap-note'
export const DECISION_REPORT_RECORD = 'council-acts.decision-report'

/** The clocks of an act, each of one slot. */
export const PUBLICATION_SLOT = 'act-publication'
export const FORCE_SLOT = 'act-force'
export const DEPOSIT_SLOT = 'act-deposit'
export const CHECK_SLOT = 'act-check'
/** The same review once more, after the act was returned and re-examined. */
export const CHECK_AGAIN_SLOT = 'act-check-again'

/** The register in `platform.counters` in which acts take their number; with series `by-kind` that of the kind. */
export const counterOf = (series: string): string => (series === '' ? 'acts' : `acts-${series}`)

export const ACT_KINDS = [
  'decision',
  'regulation',
  'resolution',
  'order',
  'instruction',
  'statute',
  'law',
  'minutes',
  'notice',
  'report',
  'other',
] as const
export type ActKind = (typeof ACT_KINDS)[number]

export const NATURES = ['normative', 'individual', 'internal'] as const
export type Nature = (typeof NATURES)[number]

export const ACT_STATES = ['draft', 'numbered', 'announced', 'void', 'taken-down'] as const
export type ActState = (typeof ACT_STATES)[number]

/** States in which everybody finds it in the register. */
export const PUBLIC_ACT_STATES = ['numbered', 'announced', 'void'] as const
export const isPublic = (state: ActState): boolean => (PUBLIC_ACT_STATES as readonly string[]).includes(state)

export const LEGALITIES = [
  'none',
  'not-needed',
  'sent',
  'registered',
  'conform',
  'returned',
  're-examined',
  'court',
  'upheld',
  'annulled',
] as const
export type Legality = (typeof LEGALITIES)[number]

export const RELATION_KINDS = [
  'amends',
  'repeals',
  'repeals-partly',
  'implements',
  'corrects',
  'replaces',
  'suspends',
] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

export const STATED_FORCES = ['in-force', 'amended', 'repealed', 'not-yet', 'suspended'] as const
export type StatedForce = (typeof STATED_FORCES)[number]

export const EVENT_KINDS = [
  'adopted',
  'text-confirmed',
  'returned-by-mayor',
  'reconsidered',
  'numbered',
  'signed',
  'signed-file',
  'announced',
  'posted',
  'notified',
  'transmitted',
  'transmittal-withdrawn',
  'registered',
  'conform',
  'returned',
  're-examined',
  'sent-to-court',
  'upheld',
  'annulled',
  'not-needed',
  'verdict-corrected',
  'in-force',
  'suspended',
  'resumed',
  'changed',
  'repealed',
  'consolidated',
  'corrected',
  'void',
  'taken-in',
] as const
export type ActEventKind = (typeof EVENT_KINDS)[number]

/** `not-known`: the source says neither a day nor in words whether it holds. */
export type Force = 'not-yet' | 'in-force' | 'repealed' | 'suspended' | 'not-known' | 'never'

export type ForceFacts = {
  state: ActState
  inForceFrom: string | null
  inForceTo: string | null
  suspendedFrom: string | null
  statedForce: StatedForce | null
  legality: Legality
}

/**
 * Whether an act holds on a civil day. Days come before what a source states in words; `inForceTo` is the first day on which
 * it holds no more. A void or annulled one never does.
 */
export function forceOn(day: string, act: ForceFacts): Force {
  if (act.state === 'void') return 'never'
  if (act.inForceTo !== null && day >= act.inForceTo) return 'repealed'
  if (act.inForceFrom !== null) {
    if (day < act.inForceFrom) return 'not-yet'
    return act.suspendedFrom !== null && day >= act.suspendedFrom ? 'suspended' : 'in-force'
  }
  if (act.statedForce === null) return act.state === 'numbered' || act.state === 'draft' ? 'not-yet' : 'not-known'
  return act.statedForce === 'amended' ? 'in-force' : act.statedForce
}

/** As it is cited: its printed number, else number and year; null: it has none yet. */
export const numberOf = (act: {
  numberWords: string | null
  serial: number | null
  year: number | null
}): string | null =>
  act.numberWords ?? (act.serial === null ? null : act.year === null ? String(act.serial) : `${act.serial}/${act.year}`)
