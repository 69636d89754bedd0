import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './calendar-texts.en.ts'
import { sq, type CalendarTexts } from './calendar-texts.sq.ts'

const TEXTS: InEveryLanguage<CalendarTexts> = { sq, en }

export const calendarTexts = (lang: Lang): CalendarTexts => TEXTS[lang]
