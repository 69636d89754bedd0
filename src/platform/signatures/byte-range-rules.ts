/**
 * Where the signatures stand in a PDF. A signature covers the file in two parts, around its own value, and says so in the
 * clear (ISO 32000-1, 12.8.1): so it is found in the bytes themselves, whatever state the tables of the file are in.
 */

export type FoundRange = {
  /** `bad`: the range is no honest one. */
  kind: 'good' | 'bad'
  /** Up to here, and from here on, the file is covered; of a bad one both are 0. */
  to: number
  from: number
  /** The first byte behind what it covers. */
  end: number
  /** What its dictionary says: `adbe.pkcs7.detached`. */
  subFilter: string | null
  /** `/M`: when it was signed, by the signer's clock, as a PDF writes it. */
  signedAt: string | null
}

export type FoundRanges = { found: number; ranges: FoundRange[] }

const TOKEN = '/ByteRange'
/** Beyond so many they are counted no more. */
const MOST_COUNTED = 10_000
/** So far around the value its dictionary is read. */
const DICTIONARY_REACH = 4000

/** All that look like one are counted; the last `most` of them, the newest, are looked at. */
export function findByteRanges(file: Buffer, most: number): FoundRanges {
  const places: number[] = []
  for (let at = file.indexOf(TOKEN); at !== -1 && places.length < MOST_COUNTED; at = file.indexOf(TOKEN, at + 1)) {
    if (/^\s*\[/.test(latin(file, at + TOKEN.length, at + TOKEN.length + 40))) places.push(at)
  }
  return { found: places.length, ranges: places.slice(-most).map((at) => rangeAt(file, at)) }
}

const latin = (file: Buffer, from: number, to: number): string => file.toString('latin1', Math.max(0, from), to)

function rangeAt(file: Buffer, at: number): FoundRange {
  const bad: FoundRange = { kind: 'bad', to: 0, from: 0, end: 0, subFilter: null, signedAt: null }
  const numbers = /^\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/.exec(
    latin(file, at + TOKEN.length, at + TOKEN.length + 200),
  )
  if (!numbers) return bad
  const [start = 0, to = 0, from = 0, length = 0] = numbers.slice(1).map(Number)
  const end = from + length
  if (start !== 0 || to <= 0 || from <= to + 1 || length <= 0 || end > file.length) return bad
  // The dictionary that says the range must itself be covered, or it could be changed at will.
  if (!(at < to || at >= from) || at >= end) return bad
  // Between the two parts stands the value and nothing else, and what stands before it says that it is one.
  if (file[to] !== LESS || file[from - 1] !== GREATER || !isHex(file, to + 1, from - 1)) return bad
  const before = latin(file, to - DICTIONARY_REACH, to)
  if (!/\/Contents\s*$/.test(before)) return bad
  const words = dictionaryWords(before, latin(file, from, Math.min(end, from + DICTIONARY_REACH)))
  if (!words.includes(TOKEN)) return bad
  return {
    kind: 'good',
    to,
    from,
    end,
    subFilter: /\/SubFilter\s*\/([\w.#-]{1,60})/.exec(words)?.[1] ?? null,
    signedAt: /\/M\s*\((D:[0-9+\-Z']{4,40})\)/.exec(words)?.[1] ?? null,
  }
}

const LESS = 0x3c
const GREATER = 0x3e

function isHex(file: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = file[at] ?? 0
    const digit = byte >= 0x30 && byte <= 0x39
    const letter = (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66)
    const blank = byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
    if (!digit && !letter && !blank) return false
  }
  return true
}

/** The words of the object around the value, without the objects before and behind it. */
function dictionaryWords(before: string, behind: string): string {
  const opened = Math.max(before.lastIndexOf(' obj'), 0)
  const closed = behind.indexOf('endobj')
  return before.slice(opened) + behind.slice(0, closed === -1 ? behind.length : closed)
}

/** Behind what a signature covers nothing stands that means anything. */
export function nothingAfter(file: Buffer, end: number): boolean {
  for (let at = end; at < file.length; at += 1) if (!BLANKS.includes(file[at] ?? 1)) return false
  return true
}
const BLANKS: readonly number[] = [0, 0x09, 0x0a, 0x0c, 0x0d, 0x20]

/** `D:20261121120000+01'00'` as an instant; null: it cannot be read. */
export function pdfMoment(words: string): Date | null {
  const read = /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(Z|[+-]\d{2})?'?(\d{2})?'?/.exec(words)
  if (!read) return null
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = 'Z', more = '00'] = read
  const offset = zone === 'Z' ? 'Z' : `${zone}:${more}`
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(time) ? null : new Date(time)
}
