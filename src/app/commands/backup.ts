import { resolve } from 'node:path'
import { checkBackup } from '#platform/backup/check-backup.ts'
import { writeKeys } from '#platform/backup/keys.ts'
import type { Manifest } from '#platform/backup/manifest-rules.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import { refused, type Command, type Outcome, type Typed } from './command.ts'
import { passphraseFrom } from './passphrase.ts'

export const backupCommand: Command = {
  name: 'backup',
  usage: 'FILE',
  about: 'writes database, files and settings into one file, beside a running Kuvend too, and reads it again',
  options: [],
  positionals: 1,
  run: async ({ services, positionals: [file = ''], folder }) => {
    const made = await writeBackup(services, resolve(folder, file))
    if (made.kind === 'refused') return made
    const { path, manifest, bytes, digest } = made
    const figures = figuresOf(manifest, bytes, digest)
    const lines = [`${path}: written, read again, whole.`, ...wordsOf(figures), KEYS_APART]
    return { kind: 'done', data: { path, ...figures }, lines }
  },
}

const KEYS_APART = 'The keys are not in it: npm run -s kuvend -- backup keys FILE'

export const backupKeysCommand: Command = {
  name: 'backup keys',
  usage: 'FILE [--passphrase-file F]',
  about: 'writes KUVEND_SECRET and the key of the ledger into a file, sealed with a passphrase',
  options: ['passphrase-file'],
  optional: ['passphrase-file'],
  positionals: 1,
  run: async ({ services, positionals: [file = ''], options, folder }) => {
    const passphrase = await passphraseFrom(options['passphrase-file'], folder)
    if (typeof passphrase !== 'string') return refused(passphrase.why)
    const written = await writeKeys(services, resolve(folder, file), passphrase)
    if (written.kind === 'refused') return written
    const lines = [`${written.path}: the keys, sealed. Without the passphrase nobody opens it, you neither.`]
    return { kind: 'done', data: { path: written.path }, lines }
  },
}

export const backupCheckCommand: Command = {
  name: 'backup check',
  usage: 'FILE',
  about: 'reads a copy and compares every digest and count; changes nothing, and needs no database',
  options: [],
  positionals: 1,
  run: check,
  // On the worst of days there is no database to ask.
  runAlone: check,
}

async function check({ positionals: [file = ''], folder }: Typed & { folder: string }): Promise<Outcome> {
  const path = resolve(folder, file)
  const found = await checkBackup(path)
  if (found.kind !== 'sound') return refused(found.why)
  const figures = figuresOf(found.manifest, found.bytes, found.digest)
  return { kind: 'done', data: { path, ...figures }, lines: [`${path}: whole.`, ...wordsOf(figures)] }
}

type Figures = ReturnType<typeof figuresOf>

export function figuresOf(manifest: Manifest, bytes: number, digest: string) {
  const { program, postgres, madeAt, tables, files, missing, tree, institutions, leftOut, settings } = manifest
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return {
    bytes,
    digest,
    madeAt,
    program,
    postgres,
    institutions,
    tables: tables.length,
    rows,
    files: files.length,
    missing,
    leftOut,
    treeSize: tree.size,
    treeRoot: tree.checkpoint?.root ?? null,
    url: settings.KUVEND_URL ?? null,
  }
}

export const wordsOf = (figures: Figures): string[] => [
  `made ${figures.madeAt} by Kuvend ${figures.program} on PostgreSQL ${figures.postgres}, of ${String(figures.url)}`,
  `${figures.institutions} institutions, ${figures.rows} rows in ${figures.tables} tables, ${figures.files} files, ledger of ${figures.treeSize}`,
  `${figures.bytes} bytes, SHA-256 ${figures.digest}`,
  ...(figures.missing.length === 0
    ? []
    : [
        `NOT in it: ${figures.missing.length} files that the database names and the store does not have (--json names them).`,
      ]),
]
