import type { Lang } from '#platform/i18n/language.ts'
import type { SearchFaults } from '#platform/search/find/search-view.ts'
import { MOST_SIGNS } from '#platform/search/find/search-question-rules.ts'
import { SELECTION_FIELDS } from '#platform/search/selection-rules.ts'
import { searchTexts } from './texts.ts'

/** What has no sense, by the name of its field in the address, in words. */
export function faultWords(lang: Lang, faults: SearchFaults): Record<string, string> {
  const t = searchTexts(lang).faults
  return Object.fromEntries(
    Object.entries(faults).map(([name, fault]) => {
      const field = name === 'order' ? 'renditja' : SELECTION_FIELDS[name as keyof typeof SELECTION_FIELDS]
      return [field, fault === 'too-long' ? t['too-long'](MOST_SIGNS) : t[name as keyof SearchFaults]]
    }),
  )
}
