import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { keyIdOf, publicKeyOf, readVkey } from '#platform/ledger/tree/note-rules.ts'
import { findKeyInUse, rotateKey } from '#platform/ledger/tree/rotate-key.ts'
import { findReadySeed, install, isKeyInFolder, layReady, readSeed } from '#platform/ledger/tree/signing-key.ts'
import type { Services } from '#platform/services.ts'
import { misused, refused, type Command, type Outcome } from './command.ts'

export const ledgerRotateKeyCommand: Command = {
  name: 'ledger rotate-key',
  usage: '[--new-key-file FILE]',
  about: 'exchanges the key that signs the ledger: the old one announces the new one',
  options: ['new-key-file'],
  optional: ['new-key-file'],
  run: async ({ services, options, folder }) => {
    const file = options['new-key-file']
    const given = file === undefined ? null : await readSeed(resolve(folder, file))
    if (file !== undefined && !given)
      return refused(`${file} does not hold 32 bytes in base64, as \`openssl rand -base64 32\` prints them.`)
    if (await isKeyInFolder(services.settings)) return rotateInFolder(services, given)
    return given
      ? rotateOutside(services, given, file ?? '')
      : misused('The key comes from KUVEND_LEDGER_KEY: write the new one into a file and name it with --new-key-file.')
  },
}

/** Laid ready, announced, installed: broken off at any place, the same command typed again goes on from there. */
async function rotateInFolder(services: Services, given: Buffer | null): Promise<Outcome> {
  const { settings } = services
  const inUse = await findKeyInUse(services)
  const left = await findReadySeed(settings)
  if (left && inUse?.publicKey?.equals(publicKeyOf(left)))
    return done(inUse.vkey ?? '', await install(settings, keyIdOf(inUse.origin, publicKeyOf(settings.ledgerSeed))))
  const outcome = await rotateKey(services, await layReady(settings, given ?? randomBytes(32)))
  if (outcome.kind === 'refused') return refused(outcome.words)
  return done(outcome.vkey, await install(settings, readVkey(outcome.oldVkey)?.keyId ?? 'old'))
}

async function rotateOutside(services: Services, seed: Buffer, file: string): Promise<Outcome> {
  const outcome = await rotateKey(services, seed)
  if (outcome.kind === 'refused') return refused(outcome.words)
  return {
    kind: 'done',
    data: { vkey: outcome.vkey, oldVkey: outcome.oldVkey, size: outcome.size },
    lines: [
      `The key in use is now ${outcome.vkey}.`,
      `Set KUVEND_LEDGER_KEY to what ${file} holds, and restart every worker: until then nothing new is signed.`,
      WITNESSES,
    ],
  }
}

const WITNESSES = 'Give the key to the witnesses: they sign nothing under one that they do not know.'

const done = (vkey: string, old: string): Outcome => ({
  kind: 'done',
  data: { vkey, oldKeyFile: old },
  lines: [
    `The key in use is now ${vkey}. Workers take it from keys/ledger without a restart.`,
    `The old one is kept as ${old}. Make a copy of the new one: kuvend backup keys FILE`,
    WITNESSES,
  ],
})
