import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../../settings/settings.ts'
import { syncFolder } from './kept-checkpoint.ts'
import { publicKeyOf } from './note-rules.ts'

type Keys = Pick<Settings, 'dataFolder' | 'ledgerSeed'>

const folderOf = (settings: Pick<Settings, 'dataFolder'>): string => join(settings.dataFolder, 'keys')
const fileOf = (settings: Pick<Settings, 'dataFolder'>): string => join(folderOf(settings), 'ledger')
const nextFileOf = (settings: Pick<Settings, 'dataFolder'>): string => join(folderOf(settings), 'ledger.next')

/**
 * The seed that belongs to this public key: the one this process was started with, or, when the key was exchanged since,
 * the one in the data folder. Null: it is not at hand.
 */
export async function findSeed(settings: Keys, publicKey: Uint8Array): Promise<Uint8Array | null> {
  if (publicKeyOf(settings.ledgerSeed).equals(publicKey)) return settings.ledgerSeed
  const others = await Promise.all([readSeed(fileOf(settings)), readSeed(nextFileOf(settings))])
  return others.find((seed) => seed !== null && publicKeyOf(seed).equals(publicKey)) ?? null
}

/** 32 bytes in base64, as `openssl rand -base64 32` prints them. Null: there is no such file, or something else in it. */
export async function readSeed(file: string): Promise<Buffer | null> {
  const words = (await readFile(file, 'utf8').catch(() => '')).trim()
  return /^[A-Za-z0-9+/]{43}=$/.test(words) ? Buffer.from(words, 'base64') : null
}

/** Whether the key lies in the data folder; otherwise it came from the environment. */
export async function isKeyInFolder(settings: Keys): Promise<boolean> {
  const seed = await readSeed(fileOf(settings))
  return seed !== null && seed.equals(settings.ledgerSeed)
}

/** The seed that lies ready to be the next: from an exchange that was broken off, or this one. */
export async function layReady(settings: Keys, seed: Uint8Array): Promise<Buffer> {
  const before = await readSeed(nextFileOf(settings))
  if (before) return before
  // What is there is no seed: a process ended while it wrote.
  await rm(nextFileOf(settings), { force: true })
  const handle = await open(nextFileOf(settings), 'wx', 0o600)
  try {
    await handle.writeFile(`${Buffer.from(seed).toString('base64')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await syncFolder(folderOf(settings))
  return Buffer.from(seed)
}

export const findReadySeed = (settings: Keys): Promise<Buffer | null> => readSeed(nextFileOf(settings))

/** The seed that lies ready is the one from now on; the old one is kept under its key id. */
export async function install(settings: Keys, oldKeyId: string): Promise<string> {
  const old = `${fileOf(settings)}.${oldKeyId}`
  await link(fileOf(settings), old).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  await rename(nextFileOf(settings), fileOf(settings))
  await syncFolder(folderOf(settings))
  return old
}
