import type { ActKind, StatedForce } from '../act-rules.ts'
import { plainWord } from './archive-rules.ts'

const KINDS: readonly [RegExp, ActKind][] = [
  [/^(vendim|vendimi|decision|aktvendim|odluka)$/, 'decision'],
  [/^(rregullore|rregullorja|regulation)$/, 'regulation'],
  [/^(rezolute|rezoluta|resolution|deklarate)$/, 'resolution'],
  [/^(urdher|urdheri|urdherese|order)$/, 'order'],
  [/^(udhezim|udhezimi|udhezim-administrativ|instruction)$/, 'instruction'],
  [/^(statut|statuti|statute)$/, 'statute'],
  [/^(ligj|ligji|kod|kodi|kushtetuta|kushtetute|law)$/, 'law'],
  [/^(proces-verbal|procesverbal|procesverbali|minutes)$/, 'minutes'],
  [/^(njoftim|njoftimi|notice)$/, 'notice'],
  [/^(raport|raporti|relacion|report)$/, 'report'],
  [/^(tjeter|akt|akti|other)$/, 'other'],
]

/** Null: the word is none of ours. */
export const kindOfWord = (words: string): ActKind | null => {
  const plain = plainWord(words)
  return KINDS.find(([known]) => known.test(plain))?.[1] ?? null
}

const FORCES: readonly [RegExp, StatedForce][] = [
  [/^(ne-fuqi|in-force|fuqi|aktiv)$/, 'in-force'],
  [/^(i-|e-)?(ndryshuar|amended)$/, 'amended'],
  [/^(i-|e-)?(shfuqizuar|repealed|anuluar)$/, 'repealed'],
  [/^(ne-shqyrtim|ende-jo-ne-fuqi|not-yet|pending)$/, 'not-yet'],
  [/^(i-|e-)?(pezulluar|suspended)$/, 'suspended'],
]

export const forceOfWord = (words: string): StatedForce | null => {
  const plain = plainWord(words)
  return FORCES.find(([known]) => known.test(plain))?.[1] ?? null
}

export type TitleParts = {
  kindWords: string
  /** As printed: `12`, `12/a`, `04/L-249`. */
  number: string
  /** ISO; null: no day, or none that the calendar has. */
  date: string | null
  dateWords: string | null
  subject: string
}

const HEAD =
  /^\s*(\p{L}+(?:[- ]\p{L}+)?)\s+(?:nr|nr|no)\s*\.?\s*([\p{L}\d]+(?:\s?[-/]\s?[\p{L}\d]+)*)\s*(?:[,;]?\s*(?:(?:e )?dat[ëe]s?|dt|më)\s*\.?\s*(\d{1,2}[./ -]\s?\d{1,2}[./ -]\s?\d{4}|\d{4}-\d{2}-\d{2}))?\s*[,;:–-]*\s*(.*)$/isu

/** 'Vendim nr. 12, datë 16.04.2018, “Për …”' in its parts; null: the title does not begin so. */
export function readTitle(title: string): TitleParts | null {
  const found = HEAD.exec(title)
  if (!found) return null
  const [, kindWords = '', number = '', dateWords, rest = ''] = found
  if (!/\d/.test(number)) return null
  return {
    kindWords,
    number: number.replace(/\s+/g, ''),
    date: dateWords === undefined ? null : dayIn(dateWords),
    dateWords: dateWords ?? null,
    subject: withoutQuotes(rest),
  }
}

const QUOTES = /^[«“”„"‘'‚]\s*(.*?)\s*[»“”"’']\s*\.?$/su

/** Quotation marks that close all of it, not those of a name within. */
export function withoutQuotes(words: string): string {
  const plain = words.trim()
  const inside = QUOTES.exec(plain)?.[1]
  if (inside === undefined) return plain
  let open = 0
  for (const sign of inside) {
    if ('«“„'.includes(sign)) open += 1
    if ('»”'.includes(sign)) open -= 1
    if (open < 0) return plain
  }
  return inside
}

/** `16.04.2018`, `2018-04-16`, with an hour behind it or none; null: no day of the calendar. */
export function dayIn(words: string): string | null {
  const plain = words.trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(plain)
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const printed = /^(\d{1,2})[./ -]\s?(\d{1,2})[./ -]\s?(\d{4})$/.exec(plain)
  return printed ? realDay(Number(printed[3]), Number(printed[2]), Number(printed[1])) : null
}

function realDay(year: number, month: number, day: number): string | null {
  const last =
    month === 2
      ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
        ? 29
        : 28
      : [4, 6, 9, 11].includes(month)
        ? 30
        : 31
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > last) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The number that a printed one begins with, and, of laws of Kosovo, its row: `04/L-249` is number 249 of `04/L`. */
export function readNumber(printed: string): { series: string; serial: number | null; year: number | null } {
  const plain = printed.replace(/\s+/g, '').replace(/[–—]/g, '-')
  const ofLegislature = /^(\d{2})\/L-(\d{1,4})$/i.exec(plain)
  if (ofLegislature) return { series: `${ofLegislature[1]}/L`, serial: Number(ofLegislature[2]), year: null }
  const yearFirst = /^((?:19|20)\d{2})\/(\d{1,4})$/.exec(plain)
  if (yearFirst) return { series: '', serial: Number(yearFirst[2]), year: Number(yearFirst[1]) }
  const yearLast = /^(\d{1,5})\/((?:19|20)\d{2})$/.exec(plain)
  if (yearLast) return { series: '', serial: Number(yearLast[1]), year: Number(yearLast[2]) }
  // 12/a stands beside 12: it is printed so, and fills no place of its own in the row of numbers.
  const bare = /^(\d{1,6})$/.exec(plain)
  return { series: '', serial: bare && Number(bare[1]) > 0 ? Number(bare[1]) : null, year: null }
}
