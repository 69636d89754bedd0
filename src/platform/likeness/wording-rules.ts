import { isStopWord, stemIn } from '../search/analysis/lexeme-rules.ts'
import { tokensOf, type Token } from '../search/analysis/tokenize-rules.ts'
import { letterOf } from './formula-rules.ts'
import { sentenceOf, type Sentence } from './sentence-rules.ts'
import type { Lang } from './stance-rules.ts'

export type Text = { id: string; words: string; anchor: string | null; lang: Lang }

/** A text as it is compared. */
export type Wording = {
  anchor: string
  /** Folded, every word: equal in those who copied. */
  exact: string
  /** What is asked for and why; without greetings, without who asks. */
  sentences: readonly Sentence[]
  /** Stems of long quotations, which make nobody alike, but another quotation makes another text. */
  quoted: ReadonlySet<string>
}

/** Rows of four stems of a text that many quote. */
export type Law = ReadonlySet<string>

const ROW = 4

export function lawOf(texts: readonly string[]): Law {
  const law = new Set<string>()
  for (const text of texts) {
    const lang = languageOf(tokensOf(text), 'sq')
    for (const sentence of sentencesOf(text.normalize('NFC'))) {
      for (const row of rowsOf(sentenceOf(sentence, lang, false))) law.add(row)
    }
  }
  return law
}

/** Quotation marks of all kinds around six words and more. */
const QUOTATION = /[„“"«”]([^„“"«»”]{30,})[“”"»]/gu
const SIX_WORDS = 6

export function wordingOf({ words, anchor, lang: given }: Text, law?: Law): Wording {
  const text = words.normalize('NFC')
  const all = tokensOf(text)
  const lang = languageOf(all, given)
  const quotations: string[] = []
  const own = text.replace(QUOTATION, (whole, inner: string) => {
    if (inner.trim().split(/\s+/).length < SIX_WORDS) return whole
    quotations.push(inner)
    return `${QUOTED_HERE} `
  })
  const shouting = isShouting(all)
  const sentences = letterOf(
    sentencesOf(own).filter((one) => !isSignature(one, shouting)),
    lang,
  )
    .map((one) => sentenceOf(one, lang, shouting))
    .filter((one) => one.words.length > 0)
    .filter((one) => !law || one.speaks || !isOfLaw(one, law))
  const said = sentences.filter(({ story }) => !story)
  return {
    anchor: anchor ?? '',
    exact: all.map((token) => token.folded).join(' '),
    sentences: said.length > 0 ? said : sentences,
    quoted: new Set(quotations.flatMap((one) => stemsOf(tokensOf(one), lang))),
  }
}

/** Where a quotation stood: a sentence that only introduces it says nothing. */
const QUOTED_HERE = '‥'
const LONGEST_INTRODUCTION = 6

const introducesOnly = (sentence: string): boolean =>
  sentence.endsWith(QUOTED_HERE) && tokensOf(sentence).length <= LONGEST_INTRODUCTION

/** A full stop after an abbreviation or a number ends no sentence, after a small word only before a capital: nr. 5, sh.p.k., e re. */
const END_OF_SENTENCE =
  /(?<=[^\s.]{3}[.!?…]|‥[.;,]?)["”“»)]*\s+|(?<=\p{L}{2}\.)(?<!(?:^|[^\p{L}])(?:[NnBbRrDd]r|[NnPp]o|[SsZz][thj]|[Uu]l)\.)\s+(?=\p{Lu})|(?<=[0-9]{2}\.)\s+(?=\p{Lu})|(?<=[!?])\s*|\n+/u

const sentencesOf = (text: string): string[] =>
  text
    .split(END_OF_SENTENCE)
    .map((one) => one.trim())
    .filter((one) => one !== '' && !introducesOnly(one))

const SPOKEN: Readonly<Record<Lang, ReadonlySet<string>>> = {
  sq: new Set('dhe per nje qe eshte te nga nuk kjo ky jane me por jam kemi duhet'.split(' ')),
  en: new Set('the and of to is that for this we are not with should'.split(' ')),
  sr: new Set('je da za su na od nije koji smo sa treba ovaj ova'.split(' ')),
}

/** By its small words: the language of the page says little of what somebody typed. */
function languageOf(tokens: readonly Token[], given: Lang): Lang {
  let best: { lang: Lang; score: number } = { lang: given, score: 0.5 }
  for (const lang of ['sq', 'en', 'sr'] as const) {
    const score = tokens.reduce((sum, token) => sum + (SPOKEN[lang].has(token.folded) ? 1 : 0), 0)
    if (score > best.score || (score === best.score && lang === given)) best = { lang, score }
  }
  return best.lang
}

function isShouting(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word' && token.raw.length > 2)
  return words.filter((token) => token.raw === token.raw.toUpperCase()).length * 2 > words.length
}

/** A line of two to four capitals alone. */
function isSignature(sentence: string, shouting: boolean): boolean {
  const words = tokensOf(sentence)
  return (
    !shouting &&
    words.length > 1 &&
    words.length <= 4 &&
    words.every(({ kind, raw }) => kind === 'word' && /^\p{Lu}/u.test(raw))
  )
}

function stemsOf(tokens: readonly Token[], lang: Lang): string[] {
  return tokens.filter((token) => !isStopWord(token)).map((token) => stemIn(lang, token.folded))
}

function rowsOf({ words }: Sentence): string[] {
  const stems = words.filter(({ kind }) => kind !== 'number').map(({ key }) => key)
  return stems.slice(ROW - 1).map((_, at) => stems.slice(at, at + ROW).join(' '))
}

function isOfLaw(sentence: Sentence, law: Law): boolean {
  const rows = rowsOf(sentence)
  return rows.length > 0 && rows.filter((row) => law.has(row)).length * 10 >= rows.length * 7
}
