import type { Lang } from '../../i18n/language.ts'
import type { SearchSource } from '../search-source.ts'

type Words = Pick<SearchSource, 'kinds' | 'states'>

/** What a kind is called, one and many; the bare word where no source knows it any longer. */
export function kindWords(sources: readonly Words[], lang: Lang, kind: string): { one: string; many: string } {
  const source = sources.find(({ kinds }) => Object.hasOwn(kinds, kind))
  return source?.kinds[kind]?.[lang] ?? { one: kind, many: kind }
}

/** A state may be called otherwise by another kind: whoever knows the kind says it. */
export function stateWords(sources: readonly Words[], lang: Lang, state: string, kind?: string): string {
  const known = sources.filter(({ states }) => Object.hasOwn(states, state))
  const nearest = known.find(({ kinds }) => kind !== undefined && Object.hasOwn(kinds, kind)) ?? known[0]
  return nearest?.states[state]?.[lang] ?? state
}
