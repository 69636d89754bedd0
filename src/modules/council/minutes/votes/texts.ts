import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { votesEn } from './texts.en.ts'
import { votesSq, type VotesTexts } from './texts.sq.ts'

const TEXTS: InEveryLanguage<VotesTexts> = { sq: votesSq, en: votesEn }

export const votesTexts = (lang: Lang): VotesTexts => TEXTS[lang]
