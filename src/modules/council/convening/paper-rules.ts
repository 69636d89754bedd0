import { ACT_KINDS, type ActKind } from '#law/majorities/majority.ts'

export const PAPER_KINDS = [
  'draft-decision',
  'draft-regulation',
  'draft-resolution',
  'report',
  'motion',
  'question',
  'petition',
  'information',
  'other',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

export const PROPOSER_KINDS = [
  'mayor',
  'councillor',
  'group',
  'commission',
  'secretariat',
  'citizens',
  'other',
] as const
export type ProposerKind = (typeof PROPOSER_KINDS)[number]

export const STANCES = ['for', 'for-with-amendments', 'against', 'none'] as const
export type Stance = (typeof STANCES)[number]

export type PaperState = 'draft' | 'published' | 'taken-down'
export const PAPER_STATES = ['draft', 'published', 'taken-down'] as const

/** What an act can be that is put on an agenda; the rest decides about the meeting itself. */
export const PAPER_ACT_KINDS: readonly ActKind[] = ACT_KINDS.filter(
  (kind) => kind !== 'agenda' && kind !== 'minutes' && kind !== 'procedural' && kind !== 'closing-doors',
)

/** As the documents of the house are called: the draft act, the explanatory report, what accompanies it. */
export const PAPER_ROLES = ['draft', 'reasoning', 'annex'] as const

export const PAPER_LIMITS = {
  reference: 80,
  title: 2000,
  summary: 5000,
  proposer: 300,
  words: 10_000,
  reason: 1000,
} as const

/** What kind of item a paper becomes on an agenda. */
export function itemKindOf(kind: PaperKind): 'act' | 'report' | 'question' | 'information' | 'other' {
  switch (kind) {
    case 'draft-decision':
    case 'draft-regulation':
    case 'draft-resolution':
    case 'motion':
      return 'act'
    case 'report':
      return 'report'
    case 'question':
      return 'question'
    case 'information':
      return 'information'
    case 'petition':
    case 'other':
      return 'other'
  }
}
