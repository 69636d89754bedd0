import { isStopWord, stemIn } from '../search/analysis/lexeme-rules.ts'
import { tokensOf, type Token } from '../search/analysis/tokenize-rules.ts'
import { countedOf, FORMULAS, PERSONAL, speaks, thingOf, UNITS } from './everyday-rules.ts'
import { degreeOf, isSubstance, stanceOf, type Stance } from './stance-rules.ts'

export type Lang = 'sq' | 'en' | 'sr'
export type Text = { id: string; words: string; anchor: string | null; lang: Lang }

/** Words that take a side, and what stands beside them. */
export type Mark = { of: string; left: string; right: string }

export type Sentence = {
  /** Stems of what carries meaning, in order. */
  words: readonly string[]
  stances: readonly Mark[]
  numbers: readonly Mark[]
  speaks: boolean
}

/** A text as it is compared. */
export type Wording = {
  anchor: string
  /** Folded, every word: equal in those who copied. */
  exact: string
  sentences: readonly Sentence[]
  /** How many words of meaning all sentences hold. */
  size: number
  /** The capitals inside sentences: people, places, streets. */
  names: ReadonlySet<string>
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
      const pieces = tokensOf(sentence).map((token) => ({ ...token, name: false }))
      for (const row of rowsOf(sentenceOf(pieces, lang, new Set()).words)) law.add(row)
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
    return ' … '
  })
  const shouting = isShouting(all)
  const names = new Set<string>()
  const pieces = sentencesOf(own).map((sentence) => piecesOf(sentence, lang, shouting, names))
  const sentences = pieces
    .map((tokens) => sentenceOf(tokens, lang, names))
    .filter((one) => one.words.length > 0 || one.stances.length > 0 || one.numbers.length > 0)
    .filter((one) => !law || one.speaks || !isOfLaw(one.words, law))
  return {
    anchor: anchor ?? '',
    exact: all.map((token) => token.folded).join(' '),
    sentences,
    size: sentences.reduce((sum, one) => sum + one.words.length, 0),
    names,
    quoted: new Set(quotations.flatMap((one) => stemsOf(tokensOf(one), lang))),
  }
}

/** A full stop after a small word or a number ends no sentence: nr. 5, sh.p.k. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[^\s.]{3}[.!?…;:])["”“»)]*\s+|(?<=[!?;])\s*|\n+/u)
    .map((one) => one.trim())
    .filter((one) => one !== '')

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

const isCapital = (token: Token): boolean => token.kind === 'word' && /^\p{Lu}/u.test(token.raw)

function isShouting(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word' && token.raw.length > 2)
  return words.filter((token) => token.raw === token.raw.toUpperCase()).length * 2 > words.length
}

type Piece = Token & { name: boolean }

function piecesOf(sentence: string, lang: Lang, shouting: boolean, names: Set<string>): Piece[] {
  const tokens = tokensOf(sentence)
  const words = tokens.filter((token) => token.kind === 'word')
  // A line of capitals alone is a signature.
  const signature = !shouting && words.length <= 4 && words.length > 0 && words.every(isCapital)
  return tokens.map((token, at) => {
    const name = !shouting && isCapital(token) && (signature || at > 0) && !isEmphasis(token, lang)
    if (name) names.add(stemIn(lang, token.folded))
    return { ...token, name }
  })
}

/** KUNDËR in the middle of a sentence is no name; Mira is one. */
function isEmphasis({ raw, folded }: Token, lang: Lang): boolean {
  const stance = stanceOf(folded, lang)
  return stance !== null && (raw === raw.toUpperCase() || stance === 'not' || stance === 'for' || stance === 'against')
}

/** What a name is called in the row of words: any name stands for any other. */
const A_NAME = '§'

function sentenceOf(pieces: readonly Piece[], lang: Lang, names: ReadonlySet<string>): Sentence {
  const words: string[] = []
  const stances: Mark[] = []
  const numbers: Mark[] = []
  let last = ''
  const waiting: { left: string; right: string }[] = []
  const step = (key: string): void => {
    for (const mark of waiting.splice(0)) mark.right = key
    last = key
  }
  const mark = (into: Mark[], of: string): void => {
    const one = { of, left: last, right: '' }
    into.push(one)
    waiting.push(one)
  }
  pieces.forEach((piece, at) => {
    const read = readingOf(piece, pieces, at, lang, names)
    if (read.stance !== null) mark(stances, read.stance)
    if (read.number !== null) mark(numbers, read.number)
    if (read.key === null) return
    step(read.key)
    if (read.key !== A_NAME) words.push(read.key)
  })
  return { words, stances, numbers, speaks: pieces.some((piece) => speaks(piece.folded, lang)) }
}

type Reading = { key: string | null; stance: Stance | null; number: string | null }

const NOTHING: Reading = { key: null, stance: null, number: null }

function readingOf(
  piece: Piece,
  pieces: readonly Piece[],
  at: number,
  lang: Lang,
  names: ReadonlySet<string>,
): Reading {
  const { folded, kind } = piece
  if (piece.name) return { ...NOTHING, key: A_NAME }
  if (kind !== 'word') return { ...NOTHING, number: numberOf(piece, pieces, at) }
  const counted = countedOf(folded)
  if (counted !== null) return { ...NOTHING, number: withUnit(counted, pieces[at + 1]) }
  const denied = lang === 'en' && folded === 't' && (pieces[at - 1]?.folded.endsWith('n') ?? false)
  const stance = denied ? 'not' : (stanceOf(folded, lang) ?? degreeOf(pieces[at - 1]?.folded, folded))
  if (stance !== null) return { ...NOTHING, stance, key: isSubstance(stance) ? `#${stance}` : null }
  if (isStopWord(piece) || FORMULAS.has(folded) || folded.length === 1) return NOTHING
  const stem = stemIn(lang, folded)
  if (names.has(stem)) return { ...NOTHING, key: A_NAME }
  return { ...NOTHING, key: thingOf(folded) ?? stem }
}

const withUnit = (value: string, next: Piece | undefined): string => {
  const unit = next === undefined ? undefined : UNITS.get(next.folded)
  return unit === undefined ? value : `${value} ${unit}`
}

/** Null: a house, an age, a telephone, the number of a card: somebody's own, not what they ask for. */
function numberOf(piece: Piece, pieces: readonly Piece[], at: number): string | null {
  const beside = [...pieces.slice(Math.max(0, at - 2), at), pieces[at + 1]]
  if (beside.some((one) => one !== undefined && PERSONAL.has(one.folded))) return null
  // The number of a house stands after the name of its street: rruga Muhamet Gjollesha, nr. 12.
  const street = pieces.slice(Math.max(0, at - 5), at)
  if (street.some((one, place) => PERSONAL.has(one.folded) && street.slice(place + 1).every(belongsToAName)))
    return null
  if (piece.kind === 'number' && /^\d{7,}$/.test(piece.folded)) return null
  return withUnit(piece.folded, pieces[at + 1])
}

const belongsToAName = (piece: Piece): boolean => piece.name || isStopWord(piece) || piece.folded === 'nr'

function stemsOf(tokens: readonly Token[], lang: Lang): string[] {
  return tokens.filter((token) => !isStopWord(token)).map((token) => stemIn(lang, token.folded))
}

function rowsOf(stems: readonly string[]): string[] {
  return stems.slice(ROW - 1).map((_, at) => stems.slice(at, at + ROW).join(' '))
}

function isOfLaw(words: readonly string[], law: Law): boolean {
  const rows = rowsOf(words)
  return rows.length > 0 && rows.filter((row) => law.has(row)).length * 10 >= rows.length * 7
}
