import type { Queryable } from '#platform/db/database.ts'
import type { WordPiece } from '#platform/texts/compare/comparison.ts'
import { diffWords } from '#platform/texts/compare/word-diff-rules.ts'
import { listBases } from './wording-queries.ts'
import { wordsOfVersion } from './wording-rules.ts'

/** Of each comment that proposes a wording: what it changes in the text of the version that it was written on. */
export type Wordings = ReadonlyMap<string, readonly WordPiece[]>

export async function viewWordings(
  db: Queryable,
  comments: readonly { id: string; suggestion: string | null }[],
): Promise<Wordings> {
  const proposed = new Map(comments.flatMap(({ id, suggestion }) => (suggestion === null ? [] : [[id, suggestion]])))
  if (proposed.size === 0) return new Map()
  const bases = await listBases(db, [...proposed.keys()])
  return new Map(
    bases.map(({ id, quote, nodes }) => [id, diffWords(quote ?? wordsOfVersion(nodes), proposed.get(id) ?? '')]),
  )
}
