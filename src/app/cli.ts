import { parseArgs } from 'node:util'
import { DatabaseFolderInUse } from '#platform/db/folder-lock.ts'
import type { Logger } from '#platform/logs/logger.ts'
import { misused, refused, type Command, type CommandContext, type Outcome } from './commands/command.ts'
import { demoCommand } from './commands/demo.ts'
import { importCommand } from './commands/import-file.ts'
import { institutionAddCommand } from './commands/institution-add.ts'
import { institutionEmblemCommand } from './commands/institution-emblem.ts'
import { migrateCommand } from './commands/migrate.ts'
import { oidcAddCommand, oidcEndCommand, oidcListCommand } from './commands/oidc.ts'
import { retentionCommand } from './commands/retention.ts'
import { userAddCommand } from './commands/user-add.ts'
import { roleEndCommand } from './commands/role-end.ts'
import { roleGrantCommand } from './commands/role-grant.ts'
import { secondFactorRemoveCommand } from './commands/second-factor-remove.ts'
import { userCodeCommand } from './commands/user-code.ts'
import { userEndCommand } from './commands/user-end.ts'
import type { Config } from './config.ts'
import { openServices } from './house.ts'
import { borrowMainDatabase, missingMigrations } from './main-database.ts'

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
  importCommand,
  retentionCommand,
]

export const EXIT = { done: 0, refused: 1, misused: 2 } as const

export type Terminal = { out: (text: string) => void; err: (text: string) => void; folder: string }

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
  const command = COMMANDS.find(({ name }) => name.split(' ').every((word, index) => argv[index] === word))
  if (!command) {
    terminal.err(`${argv.length === 0 ? 'No command.' : `Unknown command: ${argv.join(' ')}`}\n${usageOf(COMMANDS)}`)
    return EXIT.misused
  }
  const typed = readTyped(command, argv.slice(command.name.split(' ').length))
  const outcome = 'why' in typed ? misused(typed.why) : await runOn(command, typed, config, log, terminal.folder)
  tell(terminal, command, outcome, 'json' in typed && typed.json)
  return EXIT[outcome.kind]
}

type Typed = Pick<CommandContext, 'options' | 'flags' | 'positionals'> & { json: boolean }

function readTyped(command: Command, args: string[]): Typed | { why: string } {
  try {
    const values = Object.fromEntries(command.options.map((name) => [name, { type: 'string' as const }]))
    const flags = Object.fromEntries((command.flags ?? []).map((name) => [name, { type: 'boolean' as const }]))
    const known = { ...values, ...flags, json: { type: 'boolean' as const } }
    const { positionals, values: typed } = parseArgs({ args, options: known, allowPositionals: true })
    const given: [string, unknown][] = Object.entries(typed)
    const options = Object.fromEntries(
      given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    )
    const on = given.flatMap(([name, value]) => (value === true ? [name] : []))
    const missing = command.options.filter((name) => !command.optional?.includes(name) && options[name] === undefined)
    if (missing.length > 0) return { why: `missing: ${missing.map((name) => `--${name}`).join(' ')}` }
    const expected = command.positionals ?? 0
    if (positionals.length !== expected) return { why: `${expected} words expected beside the options` }
    return { options, flags: on, positionals, json: on.includes('json') }
  } catch (error) {
    // An unknown option, or one without its value.
    return { why: error instanceof Error ? error.message : String(error) }
  }
}

async function runOn(command: Command, typed: Typed, config: Config, log: Logger, folder: string): Promise<Outcome> {
  const database = await borrowMainDatabase(config, log).catch((error: unknown) => {
    if (error instanceof DatabaseFolderInUse) return null
    throw error
  })
  if (!database)
    return refused('The database is just being started or stopped by another process. Try again in a moment.')
  try {
    const missing = command.beforeMigration ? [] : await missingMigrations(database.url)
    if (missing.length > 0)
      return refused('The database is not of this version. Run first: npm run -s kuvend -- migrate')
    const services = openServices(config, log, database.url)
    try {
      return await command.run({ services, databaseUrl: database.url, folder, ...typed })
    } finally {
      await services.db.end({ timeout: 5 })
    }
  } finally {
    await database.stop()
  }
}

function tell({ out, err }: Terminal, command: Command, outcome: Outcome, json: boolean): void {
  switch (outcome.kind) {
    case 'done':
      return out(json ? `${JSON.stringify(outcome.data)}\n` : outcome.lines.map((line) => `${line}\n`).join(''))
    case 'refused':
      return err(`${outcome.why}\n`)
    case 'misused':
      return err(`${outcome.why}\n${usageOf([command])}`)
  }
}

function usageOf(commands: readonly Command[]): string {
  const lines = commands.map(({ name, usage, about }) => `  ${`${name} ${usage}`.trim()}\n      ${about}\n`)
  return `Usage: npm run -s kuvend -- COMMAND [--json]\n${lines.join('')}`
}
