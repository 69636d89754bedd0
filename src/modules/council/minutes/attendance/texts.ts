import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { attendanceEn } from './texts.en.ts'
import { attendanceSq, type AttendanceTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<AttendanceTexts> = { sq: attendanceSq, en: attendanceEn }

export const attendanceTexts = (lang: Lang): AttendanceTexts => TEXTS[lang]
