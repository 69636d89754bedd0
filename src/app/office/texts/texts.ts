import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type RoomTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<RoomTexts> = { sq, en }

export const roomTexts = (lang: Lang): RoomTexts => TEXTS[lang]
