import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type CalendarTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<CalendarTexts> = { sq, en }

export const calendarTexts = (lang: Lang): CalendarTexts => TEXTS[lang]
