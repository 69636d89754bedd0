import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { findKeyInUse } from '../ledger/tree/rotate-key.ts'
import { findSeed } from '../ledger/tree/signing-key.ts'
import type { Services } from '../services.ts'
import { MIN_PASSPHRASE, openKeys, sealKeys, type Keys } from './key-file-rules.ts'
import { whyNotWritten, whyNotRead } from './path-faults.ts'

export type KeysWritten = { kind: 'written'; path: string } | { kind: 'refused'; why: string }

/** Seals KUVEND_SECRET and the key of the ledger under a passphrase, in a file of its own. */
export async function writeKeys(
  services: Pick<Services, 'db' | 'settings' | 'clock'>,
  path: string,
  passphrase: string,
): Promise<KeysWritten> {
  if ([...passphrase].length < MIN_PASSPHRASE)
    return { kind: 'refused', why: `The passphrase needs at least ${MIN_PASSPHRASE} characters.` }
  if (!(await stat(dirname(path)).catch(() => null))?.isDirectory())
    return { kind: 'refused', why: `There is no folder ${dirname(path)}.` }
  const { settings, clock } = services
  // Exchanged since this process was started, the key lies in the data folder.
  const inUse = await findKeyInUse(services)
  const seed = inUse?.publicKey ? await findSeed(settings, inUse.publicKey) : null
  const keys: Keys = {
    secret: Buffer.from(settings.secret).toString('utf8'),
    ledger: Buffer.from(seed ?? settings.ledgerSeed).toString('base64'),
    url: settings.url,
    at: clock.now().toISOString(),
  }
  const text = sealKeys(keys, passphrase, randomBytes(28))
  // Opened once more before it counts: a file of keys is looked at again only on the worst of days.
  if (openKeys(text, passphrase).kind !== 'opened') throw new Error('The sealed keys do not open again')
  const aside = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  try {
    await writeThrough(aside, text)
    await link(aside, path)
    return { kind: 'written', path }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return { kind: 'refused', why: `${path} is there already, and is not written over.` }
    const why = whyNotWritten(error, path)
    if (why === null) throw error
    return { kind: 'refused', why }
  } finally {
    // Where nothing may be written nothing can be looked for either.
    await rm(aside, { force: true }).catch(() => {})
  }
}

/** The first line of the file that holds the passphrase. */
export async function readPassphrase(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? null : (text.split(/\r?\n/, 1)[0] ?? '')
}

export type KeysOpened = { kind: 'opened'; keys: Keys } | { kind: 'refused'; why: string }

export async function readKeys(path: string, passphrase: string): Promise<KeysOpened> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => ({ why: whyNotRead(error, path) }))
  if (typeof text !== 'string') return { kind: 'refused', ...text }
  const opened = openKeys(text, passphrase)
  if (opened.kind === 'opened') return opened
  return {
    kind: 'refused',
    why:
      opened.kind === 'foreign'
        ? `${path} is not a file of keys made by Kuvend.`
        : `The keys in ${path} do not open: the passphrase is wrong, or the file is damaged.`,
  }
}

/**
 * Puts the keys where a start finds them. What stood there stays beside it under another name: nobody's only key is
 * destroyed.
 */
export async function placeKeys(dataFolder: string, keys: Keys, at: Date): Promise<void> {
  const folder = join(dataFolder, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const named = [
    ['secret', keys.secret],
    ['ledger', keys.ledger],
  ] as const
  for (const [name, words] of named) {
    const place = join(folder, name)
    if (existsSync(place)) {
      if ((await readFile(place, 'utf8')).trim() === words) continue
      await copyFile(place, `${place}.before-${at.toISOString().replaceAll(/[:.]/g, '-')}`)
    }
    await writeThrough(`${place}.new`, words)
    await rename(`${place}.new`, place)
  }
}

async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}
