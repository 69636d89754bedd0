import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { en } from './texts.en.ts'
import { sq, type FollowingTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<FollowingTexts> = { sq, en }

export const followingTexts = (lang: Lang): FollowingTexts => TEXTS[lang]
