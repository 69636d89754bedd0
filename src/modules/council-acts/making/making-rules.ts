import type { ActKind, ActState, Legality, Nature } from '../act-rules.ts'

export const LIMITS = {
  title: 2000,
  summary: 5000,
  publicTitle: 300,
  ground: 500,
  proposer: 300,
  kindWords: 200,
  reason: 1000,
  note: 1000,
  words: 10_000,
  article: 200,
  mover: 200,
} as const

/** The kinds of acts that an official may give by hand. */
export const WRITTEN_KINDS = [
  'decision',
  'regulation',
  'resolution',
  'order',
  'instruction',
  'statute',
  'other',
] as const satisfies readonly ActKind[]

export const PROPOSERS = ['mayor', 'councillor', 'group', 'commission', 'secretariat', 'citizens', 'other'] as const

const OF_PAPER: Record<string, ActKind> = {
  'draft-decision': 'decision',
  'draft-regulation': 'regulation',
  'draft-resolution': 'resolution',
}

/** What becomes of a paper that was adopted. Of one that says nothing else, a decision. */
export const kindOfPaper = (paperKind: string | null): ActKind => OF_PAPER[paperKind ?? ''] ?? 'decision'

/** What is proposed; null: it has to be asked. What everybody was consulted about, or what the plan names, binds everybody. */
export const natureOf = (kind: ActKind, consulted: boolean): Nature | null => {
  if (kind === 'resolution') return 'internal'
  return kind === 'regulation' || kind === 'statute' || consulted ? 'normative' : null
}

/** A draft is called after what it is to become; the act no more: "Projektvendim për tregun" is "Për tregun". */
export function titleOfAct(title: string): string {
  const rest = title.replace(/^projekt\s*-?\s*(vendim|rregullore|rezolut\p{L}|akt|statut)\w*[\s,:–-]+/iu, '').trim()
  return [...rest].length < 2 ? title : `${rest.slice(0, 1).toLocaleUpperCase('sq')}${rest.slice(1)}`
}

/** In addresses; they last. */
export const KIND_IN_ADDRESS: Record<ActKind, string> = {
  decision: 'vendim',
  regulation: 'rregullore',
  resolution: 'rezolute',
  order: 'urdher',
  instruction: 'udhezim',
  statute: 'statut',
  law: 'ligj',
  minutes: 'procesverbal',
  notice: 'njoftim',
  report: 'raport',
  other: 'akt',
}

/** The address of an act: `bregas-vendim-57-2026`, and with a further number where that one is taken. */
export function actSlug(
  { institution, kind, number, year }: { institution: string; kind: ActKind; number: number | string; year: number },
  taken: readonly string[],
): string {
  const slug = [institution, KIND_IN_ADDRESS[kind], String(number), String(year)].join('-').slice(0, 130)
  if (!taken.includes(slug)) return slug
  for (let n = 2; ; n += 1) if (!taken.includes(`${slug}-${n}`)) return `${slug}-${n}`
}

/** Its row of numbers: one for all, or that of its kind. */
export const seriesOf = (numbering: 'one' | 'by-kind', kind: ActKind): string => (numbering === 'one' ? '' : kind)

export type NumberRefusal = 'no-day' | 'no-nature' | 'text-open'

type ToNumber = {
  adoptedOn: string | null
  nature: Nature | null
  textState: 'none' | 'laid' | 'adopted'
}

/** Why it cannot have a number yet; all reasons at once. */
export const refusalsToNumber = ({ adoptedOn, nature, textState }: ToNumber): NumberRefusal[] => [
  ...(adoptedOn === null ? (['no-day'] as const) : []),
  ...(nature === null ? (['no-nature'] as const) : []),
  ...(textState === 'laid' ? (['text-open'] as const) : []),
]

/** What should be looked at before it has a number. It stands in nobody's way, and asks for a reason. */
export type NumberWarning = 'earlier-waits' | 'no-words' | 'mayor-returned'

export const warningsToNumber = (facts: {
  earlier: number
  hasText: boolean
  files: number
  returnOpen: boolean
}): NumberWarning[] => [
  ...(facts.earlier > 0 ? (['earlier-waits'] as const) : []),
  ...(!facts.hasText && facts.files === 0 ? (['no-words'] as const) : []),
  ...(facts.returnOpen ? (['mayor-returned'] as const) : []),
]

/** What the office does next with an act, as far as this room knows. */
export type NextDeed =
  | 'take-text'
  | 'lay-text'
  | 'amend'
  | 'confirm-text'
  | 'number'
  | 'announce'
  | 'notify'
  | 'send-for-review'
  | 're-examine'
  | 'none'

export function nextDeedOf(act: {
  state: ActState
  textState: 'none' | 'laid' | 'adopted'
  laid: boolean
  openAmendments: number
  files: number
  nature: Nature | null
  legality: Legality
  inForceFrom: string | null
  history: boolean
}): NextDeed {
  if (act.state === 'numbered') return 'announce'
  if (act.state === 'announced') return afterAnnouncing(act)
  if (act.state !== 'draft') return 'none'
  if (act.textState === 'none') return act.files > 0 ? 'number' : 'take-text'
  if (act.textState === 'adopted') return 'number'
  // Where nothing was amended, confirming lays it down too.
  if (act.openAmendments === 0) return 'confirm-text'
  return act.laid ? 'amend' : 'lay-text'
}

/** An act of a person is notified; one for everybody goes to the authority, and returns from there to the council. */
export function afterAnnouncing(act: {
  nature: Nature | null
  legality: Legality
  inForceFrom: string | null
  history: boolean
}): NextDeed {
  if (act.history) return 'none'
  if (act.legality === 'returned') return 're-examine'
  if (act.nature === 'individual') return act.inForceFrom === null ? 'notify' : 'none'
  const waits = act.legality === 'none' && act.nature === 'normative'
  return waits || act.legality === 're-examined' ? 'send-for-review' : 'none'
}
