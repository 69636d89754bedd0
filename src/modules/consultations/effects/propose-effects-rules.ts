import { wordsIn } from '#platform/texts/compare/word-bag-rules.ts'
import { foldWords } from '#platform/texts/words-rules.ts'
import type { ChangedPlace } from './changed-place-rules.ts'

/** A comment whose answer accepts it. */
export type Candidate = {
  answerId: string
  code: string
  /** The article on which it was made, and under which it stands now. */
  articleIds: readonly string[]
  quote: string | null
  suggestion: string | null
}

export type Proposal = {
  answerId: string
  /** The comment that speaks most for it. */
  comment: string
  /** Why it is proposed, the strongest first. */
  why: readonly ProposalGround[]
  score: number
}

/** `wording`: what it proposed stands there now; `passage`: the words that it spoke about stood there; `article`: it spoke about the article. */
export type ProposalGround = 'wording' | 'passage' | 'article'

/** Of so many words that a comment would add must stand among the new ones. */
const MOST_OF_WORDING = 0.6
const MOST_PROPOSED = 10

/** Whose comments may have changed a place, the likeliest first; one line for each answer. */
export function proposeEffects(place: ChangedPlace, candidates: readonly Candidate[]): Proposal[] {
  const read = readPlace(place)
  const best = new Map<string, Proposal>()
  for (const candidate of candidates) {
    const proposal = weigh(read, candidate)
    const known = proposal && best.get(proposal.answerId)
    if (proposal && (!known || known.score < proposal.score)) best.set(proposal.answerId, proposal)
  }
  return [...best.values()]
    .toSorted((one, other) => other.score - one.score || one.comment.localeCompare(other.comment))
    .slice(0, MOST_PROPOSED)
}

type Read = { articleIds: ReadonlySet<string>; before: string; after: string; added: ReadonlySet<string> }

function readPlace({ articleIds, before, after }: ChangedPlace): Read {
  const [folded, now] = [fold(before), fold(after)]
  const old = new Set(wordsIn(folded))
  return {
    articleIds: new Set(articleIds),
    before: folded,
    after: now,
    added: new Set(wordsIn(now).filter((word) => !old.has(word))),
  }
}

function weigh(place: Read, { answerId, code, articleIds, quote, suggestion }: Candidate): Proposal | null {
  const there = articleIds.some((id) => place.articleIds.has(id))
  const wording = suggestion === null ? 0 : wordingScore(place, fold(suggestion), fold(quote ?? ''), there)
  const passage = quote !== null && there && place.before.includes(fold(quote)) ? 0.3 : 0
  if (wording === 0 && !there) return null
  const why: ProposalGround[] = [
    ...(wording > 0 ? (['wording'] as const) : []),
    ...(passage > 0 ? (['passage'] as const) : []),
    ...(there ? (['article'] as const) : []),
  ]
  return { answerId, comment: code, why, score: wording + passage + (there ? 0.2 : 0) }
}

/**
 * How much of the words that somebody would have put in stands among those that were put in. Elsewhere than in their article
 * only the whole wording counts: single words are found everywhere.
 */
function wordingScore(place: Read, suggestion: string, quote: string, there: boolean): number {
  if (suggestion !== '' && place.after.includes(suggestion) && !place.before.includes(suggestion)) return 1
  if (!there || place.added.size === 0) return 0
  const old = new Set([...wordsIn(place.before), ...wordsIn(quote)])
  const wanted = wordsIn(suggestion).filter((word) => !old.has(word))
  if (wanted.length === 0) return 0
  const share = wanted.filter((word) => place.added.has(word)).length / wanted.length
  return share >= MOST_OF_WORDING ? share : 0
}

const fold = (words: string): string => foldWords(words).toLowerCase()
