import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto'
import { z } from 'zod'

export const KEYS_FORMAT = 'kuvend-keys/1'

/** KUVEND_SECRET as it stands in the environment or its file; the seed of the ledger's key in base64. */
export type Keys = { secret: string; ledger: string; url: string; at: string }

/** Short words can be tried out by whoever holds the file; these cannot. */
export const MIN_PASSPHRASE = 12

/** scrypt, RFC 7914: 128 MB and about half a second for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 }
const MAX_MEMORY = 256 * 1024 * 1024

const sealedSchema = z.object({
  format: z.literal(KEYS_FORMAT),
  at: z.iso.datetime(),
  url: z.string(),
  kdf: z.object({
    name: z.literal('scrypt'),
    N: z
      .number()
      .int()
      .min(2)
      .max(2 ** 20),
    r: z.number().int().min(1).max(16),
    p: z.number().int().min(1).max(4),
    salt: z.base64(),
  }),
  cipher: z.literal('aes-256-gcm'),
  iv: z.base64(),
  tag: z.base64(),
  sealed: z.base64(),
})

const keysSchema = z.object({
  secret: z.string().min(32),
  ledger: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  url: z.string(),
  at: z.string(),
})

/** The file that holds the keys, as text. `random` draws salt and first block; it has 28 bytes. */
export function sealKeys(keys: Keys, passphrase: string, random: Buffer): string {
  const [salt, iv] = [random.subarray(0, 16), random.subarray(16, 28)]
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt, COST), iv).setAAD(boundTo(keys))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(keys)), cipher.final()])
  const file = {
    format: KEYS_FORMAT,
    at: keys.at,
    url: keys.url,
    kdf: { name: 'scrypt', ...COST, salt: salt.toString('base64') },
    cipher: 'aes-256-gcm',
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64'),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

export type OpenedKeys = { kind: 'opened'; keys: Keys } | { kind: 'foreign' } | { kind: 'does-not-open' }

export function openKeys(text: string, passphrase: string): OpenedKeys {
  const file = readSealed(text)
  if (!file) return { kind: 'foreign' }
  const key = keyOf(passphrase, Buffer.from(file.kdf.salt, 'base64'), file.kdf)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(file.iv, 'base64'), { authTagLength: 16 })
    decipher.setAAD(boundTo(file)).setAuthTag(Buffer.from(file.tag, 'base64'))
    const plain = Buffer.concat([decipher.update(Buffer.from(file.sealed, 'base64')), decipher.final()])
    return { kind: 'opened', keys: keysSchema.parse(JSON.parse(plain.toString('utf8'))) }
  } catch {
    return { kind: 'does-not-open' }
  }
}

function readSealed(text: string): z.infer<typeof sealedSchema> | null {
  try {
    return sealedSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** What stands in the open is sealed with the rest: altered, the file does not open. */
const boundTo = ({ at, url }: { at: string; url: string }): Buffer => Buffer.from(`${KEYS_FORMAT} ${at} ${url}`)

const keyOf = (passphrase: string, salt: Buffer, { N, r, p }: typeof COST): Buffer =>
  scryptSync(passphrase.normalize('NFC'), salt, 32, { N, r, p, maxmem: MAX_MEMORY })
