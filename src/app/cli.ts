import { DatabaseFolderInUse } from '#platform/db/folder-lock.ts'
import { RestoreNotFinished } from '#platform/db/migrate.ts'
import type { Logger } from '#platform/logs/logger.ts'
import { backupCheckCommand, backupCommand, backupKeysCommand } from './commands/backup.ts'
import { misused, refused, type Command, type Outcome, type Typed } from './commands/command.ts'
import { EXIT, isCalled, readTyped, tell, usageOf, type Terminal } from './commands/command-line.ts'
import { deadlineCommand } from './commands/deadline.ts'
import { demoCommand } from './commands/demo.ts'
import { importCommand } from './commands/import-file.ts'
import { importTableCommand } from './commands/import-table.ts'
import { importUndoCommand } from './commands/import-undo.ts'
import { institutionAddCommand } from './commands/institution-add.ts'
import { institutionEmblemCommand } from './commands/institution-emblem.ts'
import { ledgerConsistencyCommand } from './commands/ledger-consistency.ts'
import { ledgerOpenOriginCommand } from './commands/ledger-open-origin.ts'
import { ledgerResumeCommand } from './commands/ledger-resume.ts'
import { ledgerRotateKeyCommand } from './commands/ledger-rotate-key.ts'
import { ledgerVerifyCommand } from './commands/ledger-verify.ts'
import { migrateCommand } from './commands/migrate.ts'
import { oidcAddCommand, oidcEndCommand, oidcListCommand } from './commands/oidc.ts'
import { restoreCommand } from './commands/restore.ts'
import { retentionCommand } from './commands/retention.ts'
import { searchRebuildCommand } from './commands/search-rebuild.ts'
import { userAddCommand } from './commands/user-add.ts'
import { roleEndCommand } from './commands/role-end.ts'
import { roleGrantCommand } from './commands/role-grant.ts'
import { secondFactorRemoveCommand } from './commands/second-factor-remove.ts'
import { userCodeCommand } from './commands/user-code.ts'
import { userEndCommand } from './commands/user-end.ts'
import { witnessAddCommand, witnessEndCommand, witnessListCommand } from './commands/witness.ts'
import type { Config } from './config.ts'
import { openServices } from './house.ts'
import { borrowMainDatabase, isHalfRestored, missingMigrations } from './main-database.ts'

const COMMANDS: readonly Command[] = [
  migrateCommand,
  demoCommand,
  institutionAddCommand,
  institutionEmblemCommand,
  userAddCommand,
  userCodeCommand,
  userEndCommand,
  roleGrantCommand,
  roleEndCommand,
  secondFactorRemoveCommand,
  oidcAddCommand,
  oidcListCommand,
  oidcEndCommand,
  // A name is known by its beginning.
  importUndoCommand,
  importTableCommand,
  importCommand,
  deadlineCommand,
  retentionCommand,
  searchRebuildCommand,
  ledgerVerifyCommand,
  ledgerConsistencyCommand,
  ledgerOpenOriginCommand,
  ledgerResumeCommand,
  ledgerRotateKeyCommand,
  // Those with longer names first: a name is known by its beginning.
  backupKeysCommand,
  backupCheckCommand,
  backupCommand,
  restoreCommand,
  witnessAddCommand,
  witnessListCommand,
  witnessEndCommand,
]

/** Runs one command. What it gives goes to `out`, every complaint to `err`; the number is the exit code. */
export async function runCommand(
  argv: readonly string[],
  config: Config,
  log: Logger,
  terminal: Terminal,
): Promise<number> {
  if (argv.includes('--help')) {
    terminal.out(usageOf(COMMANDS))
    return EXIT.done
  }
  const command = COMMANDS.find((one) => isCalled(one, argv))
  if (!command) {
    terminal.err(`${argv.length === 0 ? 'No command.' : `Unknown command: ${argv.join(' ')}`}\n${usageOf(COMMANDS)}`)
    return EXIT.misused
  }
  const typed = readTyped(command, argv)
  const outcome =
    'why' in typed
      ? misused(typed.why)
      : (command.alone?.(typed) ??
        (await command.runAlone?.({ ...typed, folder: terminal.folder })) ??
        (await runOn(command, typed, config, log, terminal)))
  return tell(terminal, command, outcome, 'json' in typed && typed.json)
}

async function runOn(
  command: Command,
  typed: Typed,
  config: Config,
  log: Logger,
  { folder, err }: Terminal,
): Promise<Outcome> {
  const database = await borrowMainDatabase(config, log).catch((error: unknown) => {
    if (error instanceof DatabaseFolderInUse) return null
    throw error
  })
  if (!database)
    return refused('The database is just being started or stopped by another process. Try again in a moment.')
  try {
    if (!command.intoUnfinished && (await isHalfRestored(database.url)))
      return refused(new RestoreNotFinished().message)
    const missing = command.beforeMigration ? [] : await missingMigrations(database.url)
    if (missing.length > 0)
      return refused('The database is not of this version. Run first: npm run -s kuvend -- migrate')
    const services = openServices(config, log, database.url)
    try {
      const progress = (line: string) => err(`${line}\n`)
      return await command.run({ services, databaseUrl: database.url, folder, progress, ...typed })
    } finally {
      await services.db.end({ timeout: 5 })
    }
  } finally {
    await database.stop()
  }
}
