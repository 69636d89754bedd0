import { isStopWord, stemIn } from '../search/analysis/lexeme-rules.ts'
import { tokensOf, type Token } from '../search/analysis/tokenize-rules.ts'
import { countedOf, FORMULAS, PERSONAL, speaks, tellsOfOneself, thingOf, UNITS } from './everyday-rules.ts'
import { introductionIn } from './formula-rules.ts'
import { degreeOf, stanceOf, takesAPosition, type Lang } from './stance-rules.ts'

/** A word that carries meaning, takes a side or counts. */
export type Word = {
  /** Equal in words that mean the same: a stem, a class, a number with its unit. */
  key: string
  folded: string
  kind: 'word' | 'stance' | 'number'
  /** A capital inside a sentence: a person, a place, a street. */
  name: boolean
  /** After a word as "në" and "të": what is said of it is said there and not elsewhere. */
  placed: boolean
}

export type Sentence = {
  words: readonly Word[]
  /** Keys of all words, in order: equal sentences need no comparison. */
  key: string
  bag: ReadonlySet<string>
  /** Somebody speaks for themselves, as no text of a law does. */
  speaks: boolean
  /** Says who somebody is and asks for nothing. */
  story: boolean
}

const PLACING = new Set(
  'ne te tek nga deri drejt mbi prane pas afer e i se in at near from to of on for u na kod od do iz'.split(' '),
)
const SUBJUNCTIVE = /^[a-z]{2,}(?:het|hen|het|jne|jme|eje|oje)$/

const MOST_KEPT = 20_000
const kept = new Map<string, Sentence>()

/** Copies share their sentences: each is read once, and equal ones are one object. */
export function sentenceOf(text: string, lang: Lang, shouting: boolean): Sentence {
  const place = `${lang}${shouting ? '!' : ' '}${text}`
  const known = kept.get(place)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const sentence = readSentence(text, lang, shouting)
  kept.set(place, sentence)
  return sentence
}

function readSentence(text: string, lang: Lang, shouting: boolean): Sentence {
  const tokens = tokensOf(text)
  const isName = nameIn(tokens, lang, shouting)
  const own = introductionIn(text, tokens, isName, lang)
  const words: Word[] = []
  const seen = new Map<Token, boolean>()
  tokens.forEach((token, at) => {
    if (own.has(token)) return
    const before = tokens[at - 1]
    const placed = before !== undefined && (PLACING.has(before.folded) || (seen.get(before) ?? false))
    const word = wordOf(tokens, at, lang, isName(token))
    if (word === null) return
    seen.set(token, placed && word.name)
    words.push({ ...word, placed })
  })
  const asks = tokens.some(
    ({ folded }, at) => speaks(folded, lang) || (SUBJUNCTIVE.test(folded) && tokens[at - 1]?.folded === 'te'),
  )
  const keys = words.map(({ key }) => key)
  const story =
    tellsOfOneself(
      tokens.map(({ folded }) => folded),
      lang,
    ) && !words.some(isOpinion)
  return { words, key: keys.join(' '), bag: new Set(keys), speaks: asks, story }
}

const isOpinion = ({ kind, key, folded }: Word): boolean =>
  key === '=ask' || key === '=think' || (kind === 'stance' && takesAPosition(key, folded))

const isCapital = (token: Token): boolean => token.kind === 'word' && /^\p{Lu}/u.test(token.raw)

function nameIn(tokens: readonly Token[], lang: Lang, shouting: boolean): (token: Token) => boolean {
  if (shouting) return () => false
  return (token) => token !== tokens[0] && isCapital(token) && !isEmphasis(token, lang)
}

/** KUNDËR in the middle of a sentence is no name; Mira is one. */
function isEmphasis({ raw, folded }: Token, lang: Lang): boolean {
  const stance = stanceOf(folded, lang)
  return stance !== null && (raw === raw.toUpperCase() || stance === 'not' || stance === 'for' || stance === 'against')
}

type Read = Omit<Word, 'placed'>

function wordOf(tokens: readonly Token[], at: number, lang: Lang, name: boolean): Read | null {
  const token = tokens[at]
  if (token === undefined) return null
  const { folded } = token
  if (token.kind !== 'word') {
    const number = numberOf(token, tokens, at)
    return number === null ? null : { key: number, folded, kind: 'number', name: false }
  }
  const counted = countedOf(folded)
  if (counted !== null) return { key: withUnit(counted, tokens[at + 1]), folded, kind: 'number', name: false }
  const denied = lang === 'en' && folded === 't' && (tokens[at - 1]?.folded.endsWith('n') ?? false)
  const stance = denied ? 'not' : (stanceOf(folded, lang) ?? degreeOf(tokens[at - 1]?.folded, folded))
  if (stance !== null && !name) return { key: `#${stance}`, folded, kind: 'stance', name: false }
  if (isStopWord(token) || FORMULAS.has(folded) || folded.length === 1) return null
  return { key: thingOf(folded) ?? stemIn(lang, folded), folded, kind: 'word', name }
}

const withUnit = (value: string, next: Token | undefined): string => {
  const unit = next === undefined ? undefined : UNITS.get(next.folded)
  return unit === undefined ? value : `${value} ${unit}`
}

/** Null: a house, an age, a telephone, the number of a card: somebody's own, not what they ask for. */
function numberOf(token: Token, tokens: readonly Token[], at: number): string | null {
  const next = tokens[at + 1]
  const beside = [...tokens.slice(Math.max(0, at - 2), at), next]
  if (beside.some((one) => one !== undefined && PERSONAL.has(one.folded)) && !UNITS.has(next?.folded ?? '')) return null
  if (token.kind === 'number' && /^\d{7,}$/.test(token.folded)) return null
  return withUnit(token.folded, next)
}
