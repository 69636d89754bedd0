import type { Selection } from '../selection-rules.ts'
import { countHits } from './hits-queries.ts'
import type { ResolvedSelection } from './resolved-selection-rules.ts'
import { filtersOf, MOST_IN_HELP, type Filter, type SearchQuestion } from './search-question-rules.ts'
import { resolveSelection, type Search } from './selection-view.ts'

/** What would find something, each way with how many it would find (up to MOST_IN_HELP + 1, which means: more). */
export type SearchHelp = {
  withoutFilter: { filter: Filter | 'matter'; selection: Selection; found: number }[]
  withoutAnyFilter: { selection: Selection; found: number } | null
  withoutWord: { word: string; selection: Selection; found: number }[]
}

const MOST_WORDS_LEFT_OUT = 5

/** When nothing was found: which filter, or which word, stood in the way. */
export async function viewHelp(
  search: Search,
  { selection, exactly }: SearchQuestion,
  resolved: ResolvedSelection,
): Promise<SearchHelp> {
  const filters = filtersOf(selection)
  const fewer = filters.map((filter) => ({ filter, selection: { ...selection, [filter]: null } }))
  const bare = { ...selection, ...Object.fromEntries(filters.map((filter) => [filter, null])) }
  const left = wordsLeftOut(selection)
  const narrowed = fewer.map(({ filter, selection: asked }) => without(resolved, filter, asked))
  const others = await resolveAll(search, exactly, [
    ...(filters.length > 1 ? [bare] : []),
    ...left.map((one) => one.selection),
  ])
  const counts = await countHits(search.services.db, [...narrowed, ...others], MOST_IN_HELP + 1)
  const found = (index: number) => counts?.[index] ?? 0
  const anyAt = narrowed.length
  const wordsAt = anyAt + (filters.length > 1 ? 1 : 0)
  return {
    withoutFilter: fewer.map((one, index) => ({ ...one, found: found(index) })).filter((one) => one.found > 0),
    withoutAnyFilter:
      filters.length > 1 && bare.words !== '' && found(anyAt) > 0 ? { selection: bare, found: found(anyAt) } : null,
    withoutWord: left.map((one, index) => ({ ...one, found: found(wordsAt + index) })).filter((one) => one.found > 0),
  }
}

const OF_FILTER = { institution: 'institutionId', topic: 'topics', place: 'places' } as const

const without = (resolved: ResolvedSelection, filter: keyof Selection, selection: Selection): ResolvedSelection => ({
  ...resolved,
  selection,
  [filter in OF_FILTER ? OF_FILTER[filter as keyof typeof OF_FILTER] : filter]: null,
})

/** The words as they were typed, one of them left out; a quotation is one word. */
function wordsLeftOut(selection: Selection): { word: string; selection: Selection }[] {
  const typed = selection.words.match(/-?"[^"]*"|\S+/g) ?? []
  if (typed.length < 2) return []
  return typed.slice(0, MOST_WORDS_LEFT_OUT).map((word, index) => ({
    word,
    selection: { ...selection, words: typed.filter((_, other) => other !== index).join(' ') },
  }))
}

async function resolveAll(
  search: Search,
  exactly: boolean,
  selections: readonly Selection[],
): Promise<ResolvedSelection[]> {
  const all = await Promise.all(
    selections.map((selection) => resolveSelection(search.services.db, search.sources, selection, { exactly })),
  )
  return all.flatMap((one) => (one.kind === 'resolved' ? [one.resolved] : []))
}
