import { isFirstNumber, isLetterLabel, letterFollows, numberFollows, romanValue } from './label-rules.ts'

/** Numbered and lettered items: pika `1.` `1.1` `2/1.`, shkronja `a)` `ç)` `dh)`, roman `i)`, capital `A.`, dashes. */

export type Alphabet = 'number' | 'lower' | 'upper' | 'roman' | 'capital-roman' | 'dash'

export type Item = {
  alphabet: Alphabet
  label: string
  /** Two items of one list have the same form: `number2.` (1.1.), `lower)`, `(roman)`. */
  form: string
  rest: string
  /** The signs could as well be words ("e-mail", "A. Shembulli"): taken only where the order of the list proves it. */
  strict: boolean
}

const NUMBER = /^(\(?)(\d{1,3}(?:[./]\d{1,3}){0,4})\s?([.)])(?:\s+|(?=[\p{Lu}"“„«(])|$)(.*)$/u
const LOOSE_NUMBER_BRACKET = /^(\(?)(\d{1,3}(?:[./]\d{1,3}){0,4})(\))\s*(.*)$/u
const BARE_DECIMAL = /^(\d{1,3}(?:\.\d{1,3}){1,4})\s+(\S.*)$/u
const DASHED_NUMBER = /^(\d{1,3})\s?([-–])\s+(\p{Lu}.*)$/u
const LETTER = /^(\(?)([a-zçëčćđšž]{1,2}(?:\/\d{1,2})?)\s?([).])\s*(.*)$/u
const DASHED_LETTER = /^([a-zçëčćđšž]{1,2})\s?([-–])\s*(\S.*)$/u
const CAPITAL = /^(\(?)([A-ZÇËČĆĐŠŽ]{1,2})(?:([).])\s+|([).])$|\s?([-–])\s+)(.*)$/u
const ROMAN = /^(\(?)([ivxl]{1,7})\s?([).])\s*(.*)$/u
const CAPITAL_ROMAN = /^(\(?)([IVXL]{1,7})\s?([).])(?:\s+|$)(.*)$/u
const DASH = /^([-–—•▪●◦*·‣■□➢✓]|o(?=\s))\s*(.*)$/u

/** All readings of a line as an item, the likeliest first. `i)` is a letter and a roman one. */
export function readItems(words: string): Item[] {
  return [...readNumber(words), ...readLetter(words), ...readRoman(words), ...readDash(words)]
}

function readNumber(words: string): Item[] {
  const found = NUMBER.exec(words) ?? LOOSE_NUMBER_BRACKET.exec(words)
  if (found) {
    const [, open = '', label = '', sign = '', rest = ''] = found
    // 12. 5. 2026 and 21.3.2026) are dates.
    if (/^\d{1,2}\s?\.\s?\d{4}/.test(rest) || /^\d{1,2}\.\d{1,2}\.\d{4}/.test(words)) return []
    return [{ alphabet: 'number', label, form: `${open}number${depthOf(label)}${sign}`, rest, strict: false }]
  }
  const decimal = BARE_DECIMAL.exec(words)
  if (decimal) {
    const [, label = '', rest = ''] = decimal
    return [{ alphabet: 'number', label, form: `number${depthOf(label)}`, rest, strict: true }]
  }
  const [, label, , rest = ''] = DASHED_NUMBER.exec(words) ?? []
  return label ? [{ alphabet: 'number', label, form: 'number1-', rest, strict: true }] : []
}

/** `1.2.3` stands three deep; `2/1` was put in beside 2. */
export const depthOf = (label: string): number => label.split('.').length

function readLetter(words: string): Item[] {
  const [, open = '', label, sign = '', rest = ''] = LETTER.exec(words) ?? []
  if (label && isLetterLabel(label.replace(/\/.*/, ''))) {
    return [{ alphabet: 'lower', label, form: `${open}lower${sign}`, rest, strict: sign === '.' }]
  }
  const [, dashed, , words2 = ''] = DASHED_LETTER.exec(words) ?? []
  if (dashed && isLetterLabel(dashed)) {
    return [{ alphabet: 'lower', label: dashed, form: 'lower-', rest: words2, strict: true }]
  }
  const [, bracket = '', capital, sign1, sign2, sign3, rest3 = ''] = CAPITAL.exec(words) ?? []
  if (!capital || !isLetterLabel(capital.toLowerCase())) return []
  const form = `${bracket}upper${sign1 ?? sign2 ?? sign3 ?? ''}`
  return [{ alphabet: 'upper', label: capital, form, rest: rest3, strict: true }]
}

function readRoman(words: string): Item[] {
  const [, open = '', label, sign = '', rest = ''] = ROMAN.exec(words) ?? []
  if (label && romanValue(label) !== null) {
    return [{ alphabet: 'roman', label, form: `${open}roman${sign}`, rest, strict: sign === '.' }]
  }
  const [, bracket = '', capital, sign2 = '', rest2 = ''] = CAPITAL_ROMAN.exec(words) ?? []
  if (!capital || romanValue(capital) === null) return []
  return [
    { alphabet: 'capital-roman', label: capital, form: `${bracket}capital-roman${sign2}`, rest: rest2, strict: true },
  ]
}

function readDash(words: string): Item[] {
  const [, label, rest = ''] = DASH.exec(words) ?? []
  return label ? [{ alphabet: 'dash', label, form: 'dash', rest, strict: false }] : []
}

/** Whether an item with this label may come next in the list of an item with that one. */
export function itemFollows(alphabet: Alphabet, previous: string, next: string): boolean {
  switch (alphabet) {
    case 'dash':
      return true
    case 'number':
      return depthOf(previous) === depthOf(next) && numberFollows(previous, next)
    case 'roman':
    case 'capital-roman':
      return romanValue(next) === (romanValue(previous) ?? 0) + 1
    case 'lower':
    case 'upper':
      return letterLabelFollows(previous.toLowerCase(), next.toLowerCase())
  }
}

/** b → c, b → b/1, b/1 → b/2, b/2 → c. */
function letterLabelFollows(previous: string, next: string): boolean {
  const [before = '', beforeNumber = '0'] = previous.split('/')
  const [after = '', afterNumber] = next.split('/')
  if (afterNumber === undefined) return letterFollows(before, after)
  return before === after && Number(afterNumber) === Number(beforeNumber) + 1
}

export function isFirstItem(item: Item): boolean {
  switch (item.alphabet) {
    case 'dash':
      return true
    case 'number':
      return isFirstNumber(item.label)
    case 'roman':
    case 'capital-roman':
      return romanValue(item.label) === 1
    case 'lower':
    case 'upper':
      return item.label.toLowerCase() === 'a'
  }
}
