import type { Legality } from '../act-rules.ts'

export const TRANSMITTAL_STATES = ['draft', 'sent', 'withdrawn'] as const
export type TransmittalState = (typeof TRANSMITTAL_STATES)[number]

export const CHANNELS = ['letter', 'hand', 'mail', 'desk'] as const
export type Channel = (typeof CHANNELS)[number]

export const VERDICT_KINDS = ['conform', 'returned', 'court', 'upheld', 'annulled', 'not-needed', 'mistake'] as const
export type VerdictKind = (typeof VERDICT_KINDS)[number]

/** What the authority itself says; a court speaks through its judgment, and the institution for what it does not send. */
export const AUTHORITY_KINDS = ['conform', 'returned', 'court'] as const satisfies readonly VerdictKind[]

export const RE_EXAMINATIONS = ['adopted-again', 'corrected', 'kept'] as const
export type ReExamination = (typeof RE_EXAMINATIONS)[number]

export type EnteredAs = 'secretary' | 'authority'

export const REVIEW_LIMITS = {
  protocol: 100,
  words: 5000,
  reasons: 10_000,
  short: 1000,
  name: 300,
  address: 500,
  /** Acts of one letter. */
  acts: 60,
} as const

/** The register in `platform.counters` in which transmittals take their number. */
export const TRANSMITTAL_COUNTER = 'act-transmittals'

export type Said = {
  id: string
  kind: VerdictKind
  /** In which order they were entered. */
  n: number
  decidedOn: string
  replacesId: string | null
  enteredAs: EnteredAs
}
/** One time that an act was sent, and not withdrawn. */
export type SentOnce = { transmittalId: string; round: 1 | 2; sentOn: string; receivedOn: string | null }

/** What stands of all that was said, in its order: a row that another one replaces has no effect, nor has a mistake. */
export function standing<One extends Said>(said: readonly One[]): One[] {
  const replaced = new Set(said.flatMap(({ replacesId }) => replacesId ?? []))
  return said
    .filter(({ id, kind }) => !replaced.has(id) && kind !== 'mistake')
    .toSorted((one, other) => one.n - other.n)
}

/** Where the review of an act stands, from what was sent and said. */
export function legalityOf(sent: readonly SentOnce[], said: readonly Said[]): Legality {
  const newest = standing(said).at(-1)?.kind ?? null
  const again = sent.some(({ round }) => round === 2)
  const first = sent.find(({ round }) => round === 1)
  if (newest === 'returned') return again ? 're-examined' : 'returned'
  if (newest !== null && newest !== 'mistake' && !(newest === 'not-needed' && first)) return newest
  if (again) return 're-examined'
  if (first) return first.receivedOn === null ? 'sent' : 'registered'
  return 'none'
}

const AFTER: Partial<Record<Legality, readonly VerdictKind[]>> = {
  none: ['not-needed'],
  sent: ['conform', 'returned', 'court'],
  registered: ['conform', 'returned', 'court'],
  // An act is returned once; then it is conform, or a court decides.
  returned: ['conform', 'court'],
  're-examined': ['conform', 'court'],
  court: ['upheld', 'annulled'],
}

/** What can be said of an act next. */
export const nextVerdicts = (legality: Legality): readonly VerdictKind[] => AFTER[legality] ?? []

/** What may stand in place of the newest word; empty: nothing was said, or it was sent again since, or the authority said it. */
export function corrections(
  sent: readonly SentOnce[],
  said: readonly Said[],
  as: EnteredAs,
): { of: Said | null; kinds: readonly VerdictKind[] } {
  const newest = standing(said).at(-1) ?? null
  if (newest === null || (newest.enteredAs === 'authority' && as === 'secretary')) return { of: null, kinds: [] }
  if (newest.kind === 'returned' && sent.some(({ round }) => round === 2)) return { of: null, kinds: [] }
  const without = legalityOf(
    sent,
    said.filter(({ id }) => id !== newest.id),
  )
  const spoken = nextVerdicts(without).filter((kind) => as === 'secretary' || isAuthority(kind))
  return { of: newest, kinds: [...spoken, 'mistake'] }
}

const isAuthority = (kind: VerdictKind): boolean => (AUTHORITY_KINDS as readonly VerdictKind[]).includes(kind)

/** With reasons: whatever speaks against an act, what is not sent, and what was a mistake. */
export const needsReasons = (kind: VerdictKind): boolean => !['conform', 'court', 'upheld'].includes(kind)

/** The clock of this round. */
export type Round = 1 | 2

/** Whether an act may go to the authority now, and in which round; null: not. */
export function roundToSend(act: {
  state: string
  history: boolean
  legality: Legality
  /** It was re-examined since it was returned. */
  reExamined: boolean
}): Round | null {
  if (act.history || (act.state !== 'numbered' && act.state !== 'announced')) return null
  if (act.legality === 'none') return 1
  return act.legality === 'returned' && act.reExamined ? 2 : null
}

/**
 * The first day on which an annulled act holds no more: never before it came into force, and never after the end it had
 * already.
 */
export function endOfAnnulled(
  effectiveOn: string,
  { inForceFrom, inForceTo }: { inForceFrom: string | null; inForceTo: string | null },
): string {
  const after = inForceFrom !== null && effectiveOn < inForceFrom ? inForceFrom : effectiveOn
  return inForceTo !== null && inForceTo < after ? inForceTo : after
}
