import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type TaskTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<TaskTexts> = { sq, en }

export const taskTexts = (lang: Lang): TaskTexts => TEXTS[lang]
