import { parseNote, type NoteSignature } from './note-rules.ts'

/** C2SP tlog-checkpoint: what a log says of its tree. */
export type Checkpoint = {
  origin: string
  size: number
  root: Buffer
  /** Lines that follow; ours have none. */
  extensions: readonly string[]
  /** The signed text, with its last line break. */
  text: string
  signatures: readonly NoteSignature[]
}

export const checkpointText = (origin: string, size: number, root: Uint8Array): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`

const SIZE = /^(?:0|[1-9]\d{0,15})$/

/** Reads a signed note as a checkpoint; null when it is none. Signatures are not verified here. */
export function readCheckpoint(note: string): Checkpoint | null {
  const parsed = parseNote(note)
  if (!parsed) return null
  const [origin, size, words, ...extensions] = parsed.text.slice(0, -1).split('\n')
  if (!origin || !size || !words || !SIZE.test(size) || extensions.includes('')) return null
  const root = Buffer.from(words, 'base64')
  if (root.length !== 32 || root.toString('base64') !== words || !Number.isSafeInteger(Number(size))) return null
  return { origin, size: Number(size), root, extensions, text: parsed.text, signatures: parsed.signatures }
}

/** The note with further lines of signatures: those of witnesses. */
export const withSignatures = (note: string, lines: readonly string[]): string =>
  note + lines.map((line) => `${line}\n`).join('')
