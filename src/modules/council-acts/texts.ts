import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import type { ActKind } from './act-rules.ts'
import { en } from './texts.en.ts'
import { sq, type ActTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<ActTexts> = { sq, en }

export const textsIn = (lang: Lang): ActTexts => TEXTS[lang]

export const inEvery = (words: (texts: ActTexts) => string): InEveryLanguage<string> => ({
  sq: words(sq),
  en: words(en),
})

/** The kind of an act in the words of its source, where they say more than the word of every such act. */
export function kindIn(lang: Lang, { kind, kindWords }: { kind: ActKind; kindWords: string | null }): string {
  const same = kindWords === null || kindWords.toLowerCase() === textsIn('sq').kinds[kind].toLowerCase()
  return same ? textsIn(lang).kinds[kind] : `${kindWords.charAt(0).toUpperCase()}${kindWords.slice(1)}`
}
