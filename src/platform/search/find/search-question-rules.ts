import { SELECTION_FIELDS, selectionQuery, type Selection } from '../selection-rules.ts'
import { writeSearchKey, type SearchKey } from './search-key-rules.ts'

export const ORDERS = ['relevance', 'date'] as const
export type SearchOrder = (typeof ORDERS)[number]

/** As it stands in addresses. */
export const ORDER_WORDS: Record<SearchOrder, string> = { relevance: 'perputhja', date: 'data' }

/** What somebody asks of the search page, as far as it has a sense. */
export type SearchQuestion = {
  selection: Selection
  order: SearchOrder
  /** Without the words that mean the same. */
  exactly: boolean
  after: SearchKey | null
}

/** The address of a question; one that is asked newly begins at its beginning. */
export function searchQuery({ selection, order, exactly, after }: SearchQuestion): string {
  const parts = [
    selectionQuery(selection),
    order === naturalOrder(selection) ? '' : `renditja=${ORDER_WORDS[order]}`,
    exactly ? 'sakte=po' : '',
    after ? `pas=${writeSearchKey(after)}` : '',
  ]
  return parts.filter((part) => part !== '').join('&')
}

/** Without words nothing fits better than another: the newest come first. */
export const naturalOrder = ({ words }: Selection): SearchOrder => (words === '' ? 'date' : 'relevance')

export const FILTERS = ['kind', 'institution', 'year', 'topic', 'place', 'state'] as const
export type Filter = (typeof FILTERS)[number]

export const filtersOf = (selection: Selection): (Filter | 'matter')[] =>
  (['matter', ...FILTERS] as const).filter((filter) => selection[filter] !== null)

export const isNothing = (selection: Selection): boolean =>
  (Object.keys(SELECTION_FIELDS) as (keyof Selection)[]).every(
    (name) => selection[name] === null || selection[name] === '',
  )

/** What would be found another way is counted no further. */
export const MOST_IN_HELP = 100
export const MOST_MEANT = 100

/** What was typed may be so long. */
export const MOST_SIGNS = 200
