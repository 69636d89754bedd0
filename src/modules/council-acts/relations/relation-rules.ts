import { RELATION_KINDS, type ActState, type RelationKind } from '../act-rules.ts'

export const RELATION_LIMITS = { words: 2000, articles: 300, reason: 1000 } as const

export type RelationForm = {
  kind: RelationKind
  otherId: string | null
  otherWords: string | null
  byArticles: string | null
  ofArticles: string | null
  effectiveOn: string | null
}

export type RelationRefusal =
  | 'no-other'
  | 'itself'
  | 'other-institution'
  | 'other-not-public'
  | 'before-adoption'
  | 'not-possible'
  | 'reason-missing'

type RelatedFacts = { id: string; institutionId: string; state: ActState; adoptedOn: string | null }

/** Void acts do nothing and nothing is done to them; one implements an act of whichever institution, and changes its own alone. */
export function refusalToRelate(
  { kind, otherId, otherWords, effectiveOn }: RelationForm,
  act: RelatedFacts,
  other: RelatedFacts | null,
): RelationRefusal | null {
  if (act.state === 'void') return 'not-possible'
  if (other === null) return otherId === null && otherWords !== null ? null : 'no-other'
  if (other.id === act.id) return 'itself'
  if (other.state !== 'numbered' && other.state !== 'announced') return 'other-not-public'
  if (kind !== 'implements' && other.institutionId !== act.institutionId) return 'other-institution'
  return effectiveOn !== null && act.adoptedOn !== null && effectiveOn < act.adoptedOn ? 'before-adoption' : null
}

export const readRelationKind = (words: string): RelationKind | null =>
  RELATION_KINDS.find((one) => one === words) ?? null
