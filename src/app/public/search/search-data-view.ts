import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { FoundGroup, FoundPart } from '#platform/search/find/group-view.ts'
import type { Marked } from '#platform/search/find/passage-rules.ts'
import { searchQuery } from '#platform/search/find/search-question-rules.ts'
import type { SearchView } from '#platform/search/find/search-view.ts'
import { searchUrls } from './urls.ts'

/** A search as data: what the page shows, in the same order. */
export type SearchData = {
  /** Findings, articles and comments each one; up to 2 000. */
  total: number
  /** There are more than `total`. */
  capped: boolean
  /** Of how many findings, the newest, the facets are counted. */
  counted: number
  facets: Record<'kind' | 'institution' | 'year' | 'topic' | 'place' | 'state', FacetData[]>
  also_searched: string[]
  did_you_mean: string | null
  items: ItemData[]
  next: string | null
}

export type FacetData = { value: string; label: string; count: number }
export type PassageData = { text: string; marks: [number, number][] }
export type ItemData = {
  title: string
  url: string
  ref: string
  kind: string
  institution: string | null
  lang: 'sq' | 'en' | 'sr'
  published_on: string
  state: string
  due_on: string | null
  passage: PassageData | null
  parts: {
    title: string
    url: string
    kind: string
    lang: 'sq' | 'en' | 'sr'
    published_on: string
    passage: PassageData | null
  }[]
  more: number
}

/** `path`: where the page that follows is asked for. */
export function searchAsData(view: SearchView, lang: Lang, url: string, path: string = searchUrls.data()): SearchData {
  const { outcome, choices, otherWords, question } = view
  const found = outcome.kind === 'found' ? outcome : null
  const next = found?.next ? searchQuery({ ...question, after: found.next }) : null
  const facet = (name: keyof SearchData['facets']): FacetData[] =>
    choices[name].map(({ value, label, hits }) => ({ value, label, count: hits ?? 0 }))
  return {
    total: found?.total ?? 0,
    capped: found?.capped ?? false,
    counted: found?.counted ?? 0,
    facets: {
      kind: facet('kind'),
      institution: facet('institution'),
      year: facet('year'),
      topic: facet('topic'),
      place: facet('place'),
      state: facet('state'),
    },
    also_searched: otherWords.synonyms,
    did_you_mean: otherWords.meant?.words ?? null,
    items: found?.groups.map((group) => itemOf(group, lang, url)) ?? [],
    next: next === null ? null : `${url}${inLanguage(lang, path)}?${next}`,
  }
}

const itemOf = (group: FoundGroup, lang: Lang, url: string): ItemData => ({
  title: group.title.parts.join(''),
  url: url + inLanguage(lang, group.href),
  ref: group.matter,
  kind: group.kind,
  institution: group.institution,
  lang: group.lang,
  published_on: group.day,
  state: group.state,
  due_on: group.dueOn,
  passage: passageData(group.passage),
  parts: group.parts.map((part) => partData(part, lang, url)),
  more: group.more,
})

const partData = (part: FoundPart, lang: Lang, url: string): ItemData['parts'][number] => ({
  title: part.label.parts.join(''),
  url: url + inLanguage(lang, part.href),
  kind: part.kind,
  lang: part.lang,
  published_on: part.day,
  passage: passageData(part.passage),
})

function passageData(marked: Marked | null): PassageData | null {
  if (marked === null) return null
  const marks: [number, number][] = []
  let at = 0
  for (const [index, part] of marked.parts.entries()) {
    if (index % 2 === 1) marks.push([at, at + part.length])
    at += part.length
  }
  return { text: marked.parts.join(''), marks }
}
