import type { Lang } from '#platform/i18n/language.ts'
import { en } from './calendar-texts.en.ts'
import { sq, type CalendarTexts } from './calendar-texts.sq.ts'

export const calendarTexts = (lang: Lang): CalendarTexts => (lang === 'sq' ? sq : en)
