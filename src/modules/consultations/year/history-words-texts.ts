import type { Lang } from '#platform/i18n/language.ts'
import { transparencyTexts } from '../transparency/texts.ts'
import { textsIn } from '../texts.ts'
import { yearTexts } from './texts.ts'

/** The words of the history of the module, with those of its planned acts. */
export function historyWords(lang: Lang): { kinds: Record<string, string>; fields: Record<string, string> } {
  const [all, year] = [textsIn(lang).changeWords, yearTexts(lang).changeWords]
  return {
    kinds: { ...year.kinds, ...transparencyTexts(lang).changeKinds, ...all.kinds },
    fields: { ...year.fields, ...all.fields },
  }
}
