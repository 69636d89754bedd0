import type { SourceNote } from './source-rules.ts'

export type Decoded = { text: string; notes: SourceNote[] }

/** In this order where the letters do not tell them apart. */
const LEGACY = ['windows-1252', 'windows-1250', 'iso-8859-16', 'macintosh'] as const
type Legacy = (typeof LEGACY)[number]

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const DECODERS = new Map(LEGACY.map((name) => [name, new TextDecoder(name)]))

/**
 * Bytes of any encoding as text, line by line, for files are glued together from others: UTF-8 where a line is that,
 * otherwise the old encoding of whose letters it makes sense. Null for what is no text.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const marked = decodeMarked(bytes)
  if (marked !== null) return { text: marked, notes: [] }
  if (isBinary(bytes)) return null
  const whole = strictly(bytes)
  return whole === null ? decodeLines(bytes) : { text: whole.replace(/^\ufeff/, ''), notes: [] }
}

function decodeMarked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return null
}

/** Single NULs are taken for dirt and removed later; where they are many this is no text. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536)
  let unseen = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) unseen += 1
  return unseen > 2 && unseen > head.length / 20
}

function strictly(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes)
  } catch {
    return null
  }
}

function decodeLines(bytes: Uint8Array): Decoded {
  const parts: string[] = []
  const found = new Map<string, { lines: number; first: number; uncertain: boolean }>()
  let line = 1
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(10, from)
    const until = end < 0 ? bytes.length : end + 1
    const piece = bytes.subarray(from, until)
    from = until
    const utf8 = strictly(piece)
    if (utf8 !== null) {
      parts.push(utf8)
      continue
    }
    const { text, encoding, uncertain } = decodeLegacy(piece)
    parts.push(text)
    const known = found.get(encoding) ?? { lines: 0, first: line, uncertain: false }
    found.set(encoding, { ...known, lines: known.lines + 1, uncertain: known.uncertain || uncertain })
  }
  const notes = [...found].map(([encoding, one]): SourceNote => ({ kind: 'encoding', encoding, ...one }))
  return { text: parts.join('').replace(/^\ufeff/, ''), notes }
}

/** `uncertain`: another encoding makes other words of it that are as likely. */
function decodeLegacy(piece: Uint8Array): { text: string; encoding: Legacy; uncertain: boolean } {
  const tried = LEGACY.map((encoding) => {
    const text = DECODERS.get(encoding)?.decode(piece) ?? ''
    return { encoding, text, score: likelihood(text) }
  })
  const [best] = tried.toSorted((one, other) => other.score - one.score)
  const { encoding, text, score } = best ?? { encoding: 'windows-1252', text: '', score: 0 }
  return { encoding, text, uncertain: tried.some((one) => one.score === score && one.text !== text) }
}

const HOME_LETTERS = /[ëËçÇčČćĆšŠžŽđĐ]/g
const HOME_SIGNS = /[€§«»°„“”‘’–—…]/g
const OTHER_LETTERS = /[\u0080-\u024f]/g
// oxlint-disable-next-line no-control-regex -- that is what it looks for
const CONTROLS = /[\u0080-\u009f]/g

/** How much the words look like Albanian, or Serbian in Latin letters. */
function likelihood(text: string): number {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const home = count(HOME_LETTERS)
  const signs = count(HOME_SIGNS)
  const others = count(OTHER_LETTERS) - home - (text.match(/[§«»°]/g)?.length ?? 0)
  return 3 * home + signs - 2 * others - 10 * count(CONTROLS)
}

const BYTE_OF = new Map(
  Array.from({ length: 256 }, (_, byte): [string, number] => [
    DECODERS.get('windows-1252')?.decode(Uint8Array.of(byte)) ?? '',
    byte,
  ]),
)

/** UTF-8 that somebody read as windows-1252: `Ã«` for `ë`. Gives the words as they were meant, or null. */
export function mended(words: string): string | null {
  if (!/[ÃÂÄÅâ]/.test(words)) return null
  const bytes: number[] = []
  for (const letter of words) {
    const byte = BYTE_OF.get(letter) ?? (letter.charCodeAt(0) < 256 ? letter.charCodeAt(0) : undefined)
    if (byte === undefined) return null
    bytes.push(byte)
  }
  const text = strictly(Uint8Array.from(bytes))
  return text === null || text === words ? null : text
}
