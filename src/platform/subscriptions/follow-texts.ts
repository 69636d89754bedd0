import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import { en } from './follow-texts.en.ts'
import { sq, type FollowTexts } from './follow-texts.sq.ts'

const TEXTS: InEveryLanguage<FollowTexts> = { sq, en }

export const followTexts = (lang: Lang): FollowTexts => TEXTS[lang]
