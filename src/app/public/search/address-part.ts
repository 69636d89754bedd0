import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { naturalOrder, searchQuery, type SearchQuestion } from '#platform/search/find/search-question-rules.ts'
import type { Selection } from '#platform/search/selection-rules.ts'
import { searchUrls } from './urls.ts'

/** The page of a question. */
export const pageAddress = (lang: Lang, question: SearchQuestion): string =>
  withQuery(lang, searchUrls.page(), question)

/** The same question as data. */
export const dataAddress = (lang: Lang, question: SearchQuestion): string =>
  withQuery(lang, searchUrls.data(), question)

/** Another selection, from its beginning; in the order that was asked for, where it still has one. */
export function otherSelection(lang: Lang, question: SearchQuestion, selection: Selection): string {
  const order = selection.words === '' ? naturalOrder(selection) : question.order
  return pageAddress(lang, { ...question, selection, order, after: null })
}

function withQuery(lang: Lang, path: string, question: SearchQuestion): string {
  const query = searchQuery(question)
  return inLanguage(lang, path) + (query === '' ? '' : `?${query}`)
}
