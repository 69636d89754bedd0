import type { RecordLang } from '../search-source.ts'
import { stemAlbanian } from './albanian-stem-rules.ts'
import { stemEnglish } from './english-stem-rules.ts'
import { numberOfReference, partsOf } from './reference-rules.ts'
import { stemSerbian } from './serbian-rules.ts'
import { STOP_WORDS } from './stop-words-rules.ts'
import type { Token } from './tokenize-rules.ts'

/** What is longer is cut, in texts as in queries: nobody types it whole. */
const LONGEST_LEXEME = 60

/** Serbian stems have a sign of their own: that of "vendim" (decision) would be "vend", which is a place in Albanian. */
const ofSerbian = (folded: string): string => `~${stemSerbian(folded)}`

const STEMS: Readonly<Record<RecordLang, (folded: string) => string>> = {
  sq: stemAlbanian,
  en: stemEnglish,
  sr: ofSerbian,
}

export function stemIn(lang: RecordLang, folded: string): string {
  return STEMS[lang](shortened(folded))
}

/** A query does not know the language of the records: its word as each of them would have it, in this order. */
export function stemsOfAll(folded: string): string[] {
  const short = shortened(folded)
  return [...new Set([stemAlbanian(short), stemEnglish(short), ofSerbian(short)])]
}

export const isStopWord = (token: Pick<Token, 'folded' | 'kind'>): boolean =>
  token.kind === 'word' && STOP_WORDS.has(token.folded)

/** How many places in the text it takes: a reference as many as it has parts, so that words after it keep their distance. */
export function placesTaken(token: Token): number {
  return token.kind === 'reference' ? partsOf(token.folded).length : 1
}

/**
 * A reference whole, and as the number of something; a number after the name of an act (VKM 828) is that act's number too.
 * Parts stand on places of their own.
 */
export function wholeLexemes(token: Token, before: Token | undefined): string[] {
  const whole = shortened(token.folded)
  if (token.kind === 'number') return before && ACTS.has(stemAlbanian(before.folded)) ? [whole, `nr/${whole}`] : [whole]
  const number = token.kind === 'reference' ? numberOfReference(token.folded) : null
  return number === null ? [whole] : [whole, number]
}

export function partLexemes(token: Token): string[] {
  return token.kind === 'reference' ? partsOf(token.folded).map(shortened) : []
}

/** "Vendimi nr. 55, datë 12.3.2024" is found as 55/2024 too. */
export function numberWithYear(number: Token, middle: Token | undefined, day: Token | undefined): string | null {
  if (!number.folded.startsWith('nr/') || !middle || !day || !DATE_WORDS.has(middle.folded)) return null
  const year = /^(\d{4})-\d\d-\d\d$/.exec(day.folded)?.[1]
  return year === undefined ? null : `${number.folded.slice('nr/'.length)}/${year}`
}

/**
 * A name as written, and as it may stand without its ending: villages, firms and families are in no list, and a bare name may end
 * like a case (Mirash, Mirashit). The sign keeps them apart from stems.
 */
export function nameLexemes(folded: string): { written: string; bare: string | null } {
  const short = shortened(folded)
  const found = NAME_ENDINGS.find(([ending]) => short.endsWith(ending) && short.length - ending.length >= 4)
  return { written: `=${short}`, bare: found === undefined ? null : `=${short.slice(0, -found[0].length)}${found[1]}` }
}

/** Ending and what the bare name has instead: Mirashit is of Mirash, Malishevës of Malishevë. */
const NAME_ENDINGS = [
  ...['it', 'in', 'ut', 'un'].map((ending) => [ending, ''] as const),
  ...['es', 'en', 'a'].map((ending) => [ending, 'e'] as const),
  ...['i', 'u'].map((ending) => [ending, ''] as const),
] as const
const ACTS: ReadonlySet<string> = new Set(
  'vkm ligj vendim udhezim urdher rregullore nen akt dekret qarkore law decision article regulation order'
    .split(' ')
    .map(stemAlbanian),
)
const DATE_WORDS: ReadonlySet<string> = new Set(['date', 'dt', 'dated', 'dates'])

function shortened(folded: string): string {
  return folded.length <= LONGEST_LEXEME ? folded : [...folded].slice(0, LONGEST_LEXEME).join('')
}
