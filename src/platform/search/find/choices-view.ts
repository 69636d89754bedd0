import type { Selection } from '../selection-rules.ts'
import type { Named } from './find-queries.ts'
import type { FacetCount } from './hits-queries.ts'
import type { Filter } from './search-question-rules.ts'
import type { Search } from './selection-view.ts'
import { kindWords, stateWords } from './source-words-rules.ts'

/** A value by which a list can be narrowed. `hits` null: it is chosen, and nothing was counted. */
export type Choice = { value: string; label: string; hits: number | null }

export type Choices = Record<Filter, Choice[]>

export const NO_CHOICES: Choices = { kind: [], institution: [], year: [], topic: [], place: [], state: [] }

/** What still narrows what was found, the most frequent first; what is chosen stands there in any case. */
export function choicesOf(
  { sources, lang }: Search,
  selection: Selection,
  facets: readonly FacetCount[],
  names: readonly Named[],
): Choices {
  const named = (field: Filter, id: string) => names.find((one) => one.field === field && one.id === id)
  const of = (field: Filter, label: (value: string) => string | null, valueOf = (value: string) => value): Choice[] => {
    const counted = facets
      .filter((facet) => facet.field === field)
      .map(({ value, hits }) => ({ value: valueOf(value), label: label(value) ?? '', hits }))
      .filter((choice) => choice.label !== '' && choice.value !== '')
    const chosen = selection[field] === null ? null : String(selection[field])
    if (chosen === null || counted.some(({ value }) => value === chosen)) return counted
    const slug = names.find((one) => one.field === 'institution' && one.slug === chosen)
    return [{ value: chosen, label: slug?.name ?? label(chosen) ?? chosen, hits: null }, ...counted]
  }
  const byHits = (choices: Choice[]) => choices.toSorted((one, other) => (other.hits ?? 0) - (one.hits ?? 0))
  return {
    kind: byHits(of('kind', (value) => capital(kindWords(sources, lang, value).many))),
    institution: byHits(
      of(
        'institution',
        (value) => named('institution', value)?.name ?? null,
        (value) => named('institution', value)?.slug ?? '',
      ),
    ),
    year: of('year', (value) => value).toSorted((one, other) => Number(other.value) - Number(one.value)),
    topic: byHits(of('topic', (value) => named('topic', value)?.name ?? null)),
    place: byHits(of('place', (value) => named('place', value)?.name ?? null)).slice(0, 200),
    state: byHits(of('state', (value) => capital(stateWords(sources, lang, value, selection.kind ?? undefined)))),
  }
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('sq') + words.slice(1)
