import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import { en } from './means-texts.en.ts'
import { sq, type MeansTexts } from './means-texts.sq.ts'

const TEXTS: InEveryLanguage<MeansTexts> = { sq, en }

export type MeansNews =
  | { kind: 'passkey-added' | 'passkey-removed'; name: string }
  | { kind: 'recovery-codes-made' }
  | { kind: 'recovery-code-used'; left: number }
  | { kind: 'identity-linked' | 'identity-unlinked'; provider: string }
  | { kind: 'factor-removed'; reason: string }

/** The letter to whom an account belongs, whenever a way into it changes. */
export function meansLetter(lang: Lang, news: MeansNews, url: string): { subject: string; body: string } {
  const texts = TEXTS[lang]
  const words = sentenceOf(texts, news)
  const after = news.kind === 'factor-removed' ? texts.afterRemoval : texts.notYou
  return { subject: texts.subject, body: [texts.greeting, ...words, after, url].join('\n\n') }
}

function sentenceOf(texts: MeansTexts, news: MeansNews): string[] {
  switch (news.kind) {
    case 'passkey-added':
      return [texts.passkeyAdded(news.name)]
    case 'passkey-removed':
      return [texts.passkeyRemoved(news.name)]
    case 'recovery-codes-made':
      return [texts.codesMade]
    case 'recovery-code-used':
      return [texts.codeUsed(news.left), ...(news.left <= 3 ? [texts.codesFew] : [])]
    case 'identity-linked':
      return [texts.identityLinked(news.provider)]
    case 'identity-unlinked':
      return [texts.identityUnlinked(news.provider)]
    case 'factor-removed':
      return [texts.factorRemoved, texts.reason(news.reason)]
  }
}
