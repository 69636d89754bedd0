import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

/** C2SP signed-note: text, an empty line, and lines of signatures. */
export type Note = { /** With its last line break. */ text: string; signatures: readonly NoteSignature[] }

export type NoteSignature = {
  name: string
  /** 8 hexadecimal digits. */
  keyId: string
  /** What follows the key id. */
  bytes: Buffer
  /** As it stands in the note, without its line break. */
  line: string
}

/** A verifier key. Type 1: Ed25519 over the text; 4: C2SP tlog-cosignature. */
export type VerifierKey = { name: string; keyId: string; type: number; publicKey: Buffer }

export const ED25519 = 1
export const COSIGNATURE = 4

/** The specification asks for 16 at least; whoever sends more than this wants us to work. */
const MOST_SIGNATURES = 100
const LONGEST_NOTE = 1_000_000

const NAME = /^[^\p{White_Space}\p{Cc}+]+$/u
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0009\u000B-\u001F]/

export const isKeyName = (name: string): boolean => NAME.test(name) && name.isWellFormed()

/** 8 hexadecimal digits: the first four bytes of SHA-256 over name, line break, type and key. */
export const keyIdOf = (name: string, publicKey: Uint8Array, type = ED25519): string =>
  createHash('sha256').update(`${name}\n`, 'utf8').update(Buffer.of(type)).update(publicKey).digest('hex').slice(0, 8)

/** `name+id+base64`: what others need to know us by. */
export const vkeyOf = (name: string, publicKey: Uint8Array, type = ED25519): string =>
  `${name}+${keyIdOf(name, publicKey, type)}+${Buffer.concat([Buffer.of(type), publicKey]).toString('base64')}`

/** Null: it is no verifier key with 32 bytes of key, or its id is not that of name and key. */
export function readVkey(vkey: string): VerifierKey | null {
  const [, name, keyId, words] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(vkey) ?? []
  const material = bytesOf(words ?? '')
  const type = material?.[0]
  if (!name || !keyId || !isKeyName(name) || material?.length !== 33 || type === undefined) return null
  const publicKey = material.subarray(1)
  return keyIdOf(name, publicKey, type) === keyId ? { name, keyId, type, publicKey } : null
}

/** Null: it is no note. Says nothing of whether the signatures are right. */
export function parseNote(note: string): Note | null {
  if (note.length > LONGEST_NOTE || CONTROL.test(note) || !note.isWellFormed()) return null
  const cut = note.lastIndexOf('\n\n')
  if (cut < 0 || !note.endsWith('\n')) return null
  const lines = note.slice(cut + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) return null
  const signatures = lines.map(signatureOf)
  return signatures.every((one) => one !== null) ? { text: note.slice(0, cut + 1), signatures } : null
}

function signatureOf(line: string): NoteSignature | null {
  const [, name, words] = /^\u2014 ([^ ]+) ([^ ]+)$/.exec(line) ?? []
  const bytes = bytesOf(words ?? '')
  if (!name || !isKeyName(name) || !bytes || bytes.length < 5) return null
  return { name, keyId: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4), line }
}

export type Signer = { name: string; /** 32 bytes of an Ed25519 key. */ seed: Uint8Array }

/** The text with one signature. It must end with a line break, and hold no control character besides. */
export function signNote(text: string, signer: Signer): string {
  if (!text.endsWith('\n') || CONTROL.test(text) || !isKeyName(signer.name)) throw new Error('This cannot be a note')
  const signature = sign(null, Buffer.from(text, 'utf8'), privateKeyOf(signer.seed))
  return `${text}\n${signatureLine(signer.name, keyIdOf(signer.name, publicKeyOf(signer.seed)), signature)}\n`
}

export const signatureLine = (name: string, keyId: string, signature: Uint8Array): string =>
  `\u2014 ${name} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}`

export type VerifiedNote = {
  text: string
  /** The verifier keys whose signatures stand there and are right. */ by: readonly string[]
}

/**
 * The text, if at least one of these keys (Ed25519 alone) signed it and no signature of one of them is wrong. Signatures
 * of others are not looked at.
 */
export function verifyNote(note: string, vkeys: readonly string[]): VerifiedNote | null {
  const parsed = parseNote(note)
  if (!parsed) return null
  const message = Buffer.from(parsed.text, 'utf8')
  const by = new Set<string>()
  for (const vkey of vkeys) {
    const key = readVkey(vkey)
    if (key?.type !== ED25519) continue
    const theirs = parsed.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId)
    if (!theirs.every(({ bytes }) => verifyEd25519(message, bytes, key.publicKey))) return null
    if (theirs.length > 0) by.add(vkey)
  }
  return by.size > 0 ? { text: parsed.text, by: [...by] } : null
}

export const verifyEd25519 = (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean =>
  signature.length === 64 && verify(null, message, publicKeyObject(publicKey), signature)

export const signEd25519 = (message: Uint8Array, seed: Uint8Array): Buffer => sign(null, message, privateKeyOf(seed))

/** The 32 bytes of the public key that belongs to a seed. */
export function publicKeyOf(seed: Uint8Array): Buffer {
  return createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(-32)
}

/** DER before the 32 bytes of a key: RFC 8410. */
const SEED_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const KEY_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

const privateKeyOf = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([SEED_HEAD, seed]), format: 'der', type: 'pkcs8' })

const publicKeyObject = (publicKey: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([KEY_HEAD, publicKey]), format: 'der', type: 'spki' })

/** Strict: what would be written in another way is not taken. */
function bytesOf(base64: string): Buffer | null {
  const bytes = Buffer.from(base64, 'base64')
  return bytes.length > 0 && bytes.toString('base64') === base64 ? bytes : null
}
