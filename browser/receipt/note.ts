import { fromBase64, sha256, toHex, utf8 } from './bytes.ts'

/** A verifier key of C2SP signed-note. Type 1 is a log, type 4 a witness. */
export type Vkey = { vkey: string; name: string; id: string; type: number; key: Uint8Array }
export type Line = { name: string; id: string; bytes: Uint8Array }
export type Checkpoint = { text: string; lines: Line[]; origin: string; size: number; root: Uint8Array }

export const LOG = 1
export const WITNESS = 4
const MOST_LINES = 100

/** Null: it is none. */
export function readVkey(vkey: string): Vkey | null {
  const [, name, id, rest] = /^([^\p{White_Space}\p{Cc}+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(vkey) ?? []
  const bytes = fromBase64(rest ?? '')
  if (name === undefined || id === undefined || bytes?.length !== 33) return null
  if (idOf(sha256(utf8(`${name}\n`), bytes)) !== id) return null
  return { vkey, name, id, type: bytes[0] ?? 0, key: bytes.subarray(1) }
}

const idOf = (bytes: Uint8Array): string => toHex(bytes.subarray(0, 4))

/** Null: it is none. Whether the signatures are right is asked afterwards. */
export function readCheckpoint(note: string): Checkpoint | null {
  const cut = note.lastIndexOf('\n\n')
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  if (cut < 0 || !note.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return null
  const written = note.slice(cut + 2, -1).split('\n')
  const lines = written.map(readLine).filter((line) => line !== null)
  if (written.length > MOST_LINES || lines.length < written.length) return null
  const text = note.slice(0, cut + 1)
  const [origin = '', size = '', root = '', ...more] = note.slice(0, cut).split('\n')
  const hash = fromBase64(root)
  if (origin === '' || !/^(0|[1-9][0-9]{0,15})$/.test(size) || hash?.length !== 32 || more.includes('')) return null
  return Number.isSafeInteger(Number(size)) ? { text, lines, origin, size: Number(size), root: hash } : null
}

function readLine(line: string): Line | null {
  const [, name, rest] = /^\u2014 ([^\p{White_Space}\p{Cc}+]+) (\S+)$/u.exec(line) ?? []
  const bytes = fromBase64(rest ?? '')
  if (name === undefined || !bytes || bytes.length < 5) return null
  return { name, id: idOf(bytes), bytes: bytes.subarray(4) }
}
