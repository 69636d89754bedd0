import { latinOf } from './serbian-rules.ts'

/** Cyrillic letters that look like Latin ones: scanned and copied texts have them inside Albanian words (tё with Cyrillic ё). */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  і: 'i',
  ј: 'j',
  у: 'y',
  ѕ: 's',
  к: 'k',
  т: 't',
  м: 'm',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  І: 'I',
  Ј: 'J',
  Ѕ: 'S',
}

/** Letters that no decomposition brings to plain Latin. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'dj',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  '‘': "'",
  '’': "'",
  '‛': "'",
  ʼ: "'",
  ʻ: "'",
  '`': "'",
  '´': "'",
  '′': "'",
  '＇': "'",
}
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g')

/** Soft hyphens and what else stands inside words and is not seen. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const MARKS = /\p{M}/gu
const CYRILLIC = /[\u0400-\u052f]/
const WORD_WITH_CYRILLIC = /\p{L}*[\u0400-\u052f]\p{L}*/gu

/**
 * Words as they are compared, in the index and in what people type: without marks (ë is e, ç is c), in small letters, all
 * apostrophes one, ligatures taken apart, Cyrillic in Latin letters. The database's own lower() would not do: in the C locale it
 * leaves Ë as it is.
 */
export function fold(words: string): string {
  if (/^[a-z0-9]*$/.test(words)) return words
  const bare = words.replace(UNSEEN, '').normalize('NFKD').replace(MARKS, '')
  const latin = CYRILLIC.test(bare) ? bare.replace(WORD_WITH_CYRILLIC, inLatin) : bare
  return latin
    .toLowerCase()
    .replace(MARKS, '')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter)
}

/** A word of both alphabets is a Latin one with strangers in it; one of Cyrillic letters alone is Serbian. */
function inLatin(word: string): string {
  const mended = /[a-z]/i.test(word)
    ? word.replace(/[\u0400-\u052f]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
    : word
  return latinOf(mended.toLowerCase())
}
