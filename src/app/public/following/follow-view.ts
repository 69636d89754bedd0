import type { Lang } from '#platform/i18n/language.ts'
import { readSelection, resolveSelection, wordsOfSelection } from '#platform/search/find/selection-view.ts'
import type { ResolvedSelection } from '#platform/search/find/resolved-selection-rules.ts'
import type { SearchSource } from '#platform/search/search-source.ts'
import { selectionQuery } from '#platform/search/selection-rules.ts'
import type { Services } from '#platform/services.ts'
import { findFollow } from '#platform/subscriptions/follow-queries.ts'
import type { Pace } from '#platform/subscriptions/follow-rules.ts'
import { isPublicMatter } from '#platform/subscriptions/shown-queries.ts'

export type WishView = {
  resolved: ResolvedSelection
  /** The selection in words. */
  name: string
  /** The same as an address. */
  query: string
}

export type Query = Readonly<Record<string, string | undefined>>

/** What an address selects, in words. Null: it selects what is not there. */
export async function viewWish(
  services: Services,
  lang: Lang,
  sources: readonly SearchSource[],
  query: Query,
): Promise<WishView | null> {
  const { db } = services
  const read = readSelection(query)
  if (read.kind === 'wrong') return null
  const { selection } = read
  const resolution = await resolveSelection(db, sources, selection)
  if (resolution.kind === 'unknown') return null
  if (selection.matter !== null && !(await isPublicMatter(db, selection.matter))) return null
  const name = await wordsOfSelection(db, lang, selection, sources)
  return { resolved: resolution.resolved, name, query: selectionQuery(selection) }
}

/** What the link of a letter would confirm. Null: it is erased, has ended, or never was. */
export async function viewConfirmation(
  { db }: Services,
  lang: Lang,
  sources: readonly SearchSource[],
  followId: string,
): Promise<{ name: string; pace: Pace; confirmed: boolean } | null> {
  const follow = await findFollow(db, followId)
  if (!follow || follow.endedAt) return null
  const { selection } = readSelection(Object.fromEntries(new URLSearchParams(follow.address)))
  const name = await wordsOfSelection(db, lang, selection, sources)
  return { name, pace: follow.pace, confirmed: follow.confirmedAt !== null }
}
