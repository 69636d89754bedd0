import { ReadRefused } from '../refusal-rules.ts'

/** Bytes of a web page as words: by their mark, by what the page says of itself, else by what they can be. */

const MARKS: readonly [bytes: readonly number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

// Sixteen times the Civil Code as Word writes it.
const MOST_BYTES = 32 * 1024 * 1024

export function decodeHtml(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) throw new ReadRefused('too-large')
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) return new TextDecoder(marked[1]).decode(bytes)
  if (bytes.includes(0) || isOtherFile(bytes)) throw new ReadRefused('not-html')
  const said = saidEncoding(bytes)
  return (said && decoded(bytes, said)) ?? decoded(bytes, 'utf-8') ?? new TextDecoder(likeliest(bytes)).decode(bytes)
}

/** PDF, ZIP, RTF, pictures. */
const isOtherFile = (bytes: Uint8Array): boolean =>
  /^(?:%PDF|PK\u0003\u0004|\{\\rtf|\u0089PNG|GIF8|\u00ff\u00d8\u00ff|\u00d0\u00cf\u0011\u00e0)/.test(
    latin(bytes.subarray(0, 8)),
  )

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** Of a page that is readable as ASCII nobody can say that it is UTF-16. */
function saidEncoding(bytes: Uint8Array): string | null {
  const head = latin(bytes.subarray(0, 4096))
  const found =
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,20})/i.exec(head) ??
    /^<\?xml[^>]{0,100}encoding=["']([\w-]{2,20})/i.exec(head)
  const label = found?.[1]?.toLowerCase() ?? null
  return label?.startsWith('utf-16') ? 'utf-8' : label
}

/** Null where the bytes are not of this encoding, or nobody knows it. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** ë and ç have one place in both; č, ć and đ of Serbian are in windows-1250 alone. */
const likeliest = (bytes: Uint8Array): string =>
  bytes.some((byte) => [0xe8, 0xe6, 0xf0, 0xc8, 0xc6, 0xd0].includes(byte)) ? 'windows-1250' : 'windows-1252'
