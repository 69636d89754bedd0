import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type BackupTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<BackupTexts> = { sq, en }

export const backupTexts = (lang: Lang): BackupTexts => TEXTS[lang]
