import type { Query, QueryTerm } from '../analysis/analyse-rules.ts'
import { isStopWord } from '../analysis/lexeme-rules.ts'
import { synonymsOf } from '../analysis/synonym-match-rules.ts'
import { tokensOf } from '../analysis/tokenize-rules.ts'
import { countHits } from './hits-queries.ts'
import type { ResolvedSelection } from './resolved-selection-rules.ts'
import { MOST_MEANT, type SearchQuestion } from './search-question-rules.ts'
import { tsqueryText, type Search } from './selection-view.ts'
import { nearestWord } from './spelling-rules.ts'
import { listKnownWords, listSimilarWords } from './vocabulary-queries.ts'

export type OtherWords = {
  /** Words that were looked for besides, as they are written. */
  synonyms: string[]
  /** What was probably meant, and how many it finds (up to MOST_MEANT + 1). */
  meant: { words: string; found: number } | null
  /** Other words that may mean the same, and were not looked for. */
  suggested: { typed: string; instead: string }[]
}

/** What else could be looked for. `few`: how many were found, where so few that a slip of the hand is thought of; else null. */
export async function viewOtherWords(
  search: Search,
  { exactly }: SearchQuestion,
  resolved: ResolvedSelection,
  words: Query | null,
  few: number | null,
): Promise<OtherWords> {
  if (words === null) return { synonyms: [], meant: null, suggested: [] }
  const synonyms = exactly ? [] : synonymsOfTerms(words)
  const meant = few === null ? null : await meantBy(search, resolved, words, few)
  return { synonyms, meant, suggested: [...words.suggestions] }
}

/** Words that mean the same, as people write them. */
function synonymsOfTerms({ terms }: Query): string[] {
  const said = terms
    .filter(({ excluded }) => !excluded)
    .flatMap(({ typed }) => synonymsOf(tokensOf(typed).filter((token) => !isStopWord(token)))?.same ?? [])
  return [...new Set(said.map(({ words }) => words))].slice(0, 8)
}

async function meantBy(search: Search, resolved: ResolvedSelection, { terms }: Query, few: number) {
  const { db } = search.services
  const asked = terms.filter(mayBeMistyped).slice(0, 6)
  if (asked.length === 0) return null
  const stemsOf = ({ alternatives }: QueryTerm) => alternatives.flat().flatMap(({ lexemes }) => lexemes)
  const known = await listKnownWords(
    db,
    asked.flatMap(({ folded }) => folded),
    asked.flatMap(stemsOf),
  )
  const isKnown = (term: QueryTerm) =>
    known.some(({ folded, stem }) => term.folded.includes(folded) || stemsOf(term).includes(stem))
  let words = resolved.selection.words
  for (const term of asked.filter((one) => !isKnown(one))) {
    const [folded = ''] = term.folded
    const near = nearestWord(folded, await listSimilarWords(db, folded))
    if (near) words = words.replace(term.typed, near.shown)
  }
  if (words === resolved.selection.words) return null
  const selection = { ...resolved.selection, words }
  const [found = 0] =
    (await countHits(db, [{ ...resolved, selection, tsquery: tsqueryText(words, false) }], MOST_MEANT + 1)) ?? []
  return found > few ? { words, found } : null
}

const mayBeMistyped = ({ kind, excluded, folded }: QueryTerm): boolean =>
  kind === 'word' && !excluded && folded.length === 1 && (folded[0]?.length ?? 0) >= 3
