import type { Lang } from '#platform/i18n/language.ts'
import { takedownTextsIn } from '#platform/takedowns/takedown-texts.ts'
import { textsIn } from './texts.ts'

/** Words of the program that stand in the history as values, as people read them. */
export function changeValues(lang: Lang): Record<string, string> {
  const texts = textsIn(lang)
  return {
    draft: texts.phases.draft,
    cancelled: texts.phases.cancelled,
    ...texts.office.stateOf,
    ...texts.actKinds,
    'shown-at-once': texts.questions.office.resultsOpen,
    'shown-after-closing': texts.questions.office.resultsAfter,
    ...texts.grounds,
    ...takedownTextsIn(lang).grounds,
  }
}
