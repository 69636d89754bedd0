import { resolve } from 'node:path'
import { compareWithPublished, type HeldOutside } from '#platform/backup/compare-published.ts'
import { placeKeys, readKeys } from '#platform/backup/keys.ts'
import type { Keys } from '#platform/backup/key-file-rules.ts'
import { restoreBackup, type RestoreOutcome } from '#platform/backup/restore-backup.ts'
import { secretMark } from '#platform/backup/write-backup.ts'
import { MIGRATIONS } from '../health-view.ts'
import { refused, type Command, type CommandContext, type Outcome } from './command.ts'
import { passphraseFrom } from './passphrase.ts'

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'FILE [--keys KEYFILE] [--passphrase-file F]',
  about: 'fills an empty database and an empty KUVEND_DATA from a copy; reads all of it before anything is written',
  options: ['keys', 'passphrase-file'],
  optional: ['keys', 'passphrase-file'],
  positionals: 1,
  beforeMigration: true,
  intoUnfinished: true,
  run: async (context) => {
    const keys = await keysFrom(context)
    if (keys && 'kind' in keys) return keys
    const { services, databaseUrl, positionals, folder } = context
    const place = { services, databaseUrl, migrations: MIGRATIONS }
    const restored = await restoreBackup(place, resolve(folder, positionals[0] ?? ''))
    if (restored.kind === 'refused') return restored
    if (keys) await placeKeys(services.settings.dataFolder, keys, services.clock.now())
    return told(context, restored, keys)
  },
}

/** Opened before anything is written: a wrong passphrase is no reason to have a database without its keys. */
async function keysFrom({ options, folder }: CommandContext): Promise<Keys | Outcome | null> {
  if (options['keys'] === undefined) return null
  const passphrase = await passphraseFrom(options['passphrase-file'], folder)
  if (typeof passphrase !== 'string') return refused(passphrase.why)
  const read = await readKeys(resolve(folder, options['keys']), passphrase)
  return read.kind === 'refused' ? read : read.keys
}

async function told(
  { services }: CommandContext,
  { manifest, digest, tree, migrated }: Extract<RestoreOutcome, { kind: 'restored' }>,
  keys: Keys | null,
): Promise<Outcome> {
  const held = await compareWithPublished(services, tree.size)
  const secret = keys ? { secret: Buffer.from(keys.secret) } : services.settings
  const secretFits = secretMark(secret) === manifest.secret
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const secretEnv = keys && process.env.KUVEND_SECRET && process.env.KUVEND_SECRET !== keys.secret
  const lines = [
    `Restored: ${rows} rows, ${manifest.files.length} files, as of ${manifest.madeAt}; every table has its digest again.`,
    ...(migrated.length > 0 ? [`Brought to this version: ${migrated.join(', ')}`] : []),
    `Ledger: ${tree.size} entries, root ${Buffer.from(tree.root, 'hex').toString('base64')}${rootWords(tree.sameRoot)}`,
    ...(secretFits ? [] : ['KUVEND_SECRET is not the one of the copy: nobody who has a second factor can sign in.']),
    ...(secretEnv
      ? ['KUVEND_SECRET in the environment is not the one restored, and is the one used: set it anew or take it out.']
      : []),
    ...(manifest.missing.length > 0 ? [`${manifest.missing.length} files were missing when the copy was made.`] : []),
    ...heldWords(held, tree.size),
    'Copies by the clock are off: turn them on at /zyra/kopjet once this is the real installation.',
  ]
  const data = {
    restoredTo: manifest.madeAt,
    digest,
    rows,
    files: manifest.files.length,
    tree,
    migrated,
    secretFits,
    held,
  }
  return { kind: 'done', data, lines }
}

const rootWords = (sameRoot: boolean | null): string =>
  sameRoot === null
    ? ' (none had been signed)'
    : sameRoot
      ? ' (the signed root is the same)'
      : ' IS NOT THE SIGNED ONE: run "kuvend ledger verify"'

function heldWords(held: readonly HeldOutside[], size: number): string[] {
  const each = held.map(({ where, size: has, newer, failure }) =>
    failure !== null
      ? `  ${where}: not known (${failure})`
      : has === null
        ? `  ${where}: holds nothing`
        : `  ${where}: holds ${has}${newer ? ', which is MORE than this copy has' : ''}`,
  )
  const next = held.some(({ newer }) => newer)
    ? 'Entries were published that this copy lacks. The log goes on under a new name: kuvend ledger open-origin --reason "…"'
    : `If nobody was shown a checkpoint of more than ${size}: kuvend ledger resume --size ${size}. Otherwise: kuvend ledger open-origin --reason "…"`
  return ['What others hold of the ledger:', ...each, 'Nothing is signed until you have said how it goes on.', next]
}
