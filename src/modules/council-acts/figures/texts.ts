import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { reportEn } from './report-texts.en.ts'
import { reportSq, type ReportTexts } from './report-texts.sq.ts'
import { en } from './texts.en.ts'
import { sq, type FigureTexts } from './texts.sq.ts'

type Texts = FigureTexts & { report: ReportTexts }

const TEXTS: InEveryLanguage<Texts> = { sq: { ...sq, report: reportSq }, en: { ...en, report: reportEn } }

export const figureTexts = (lang: Lang): Texts => TEXTS[lang]

/** The same words in every language, for what is described at the door. */
export const inEvery = <T>(say: (t: Texts) => T): InEveryLanguage<T> => ({ sq: say(TEXTS.sq), en: say(TEXTS.en) })
