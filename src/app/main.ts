import { resolve } from 'node:path'
import { DatabaseFolderInUse } from '#platform/db/folder-lock.ts'
import { RestoreNotFinished } from '#platform/db/migrate.ts'
import { isUnreachable } from '#platform/db/unreachable.ts'
import { openLog } from '#platform/logs/logger.ts'
import { runCommand } from './cli.ts'
import { EXIT } from './commands/command-line.ts'
import { readConfig, type Config, type ProcessRole } from './config.ts'
import { CannotListen } from './listener.ts'
import { surviveLostConnections } from './lost-connections.ts'
import { projectRoot } from './project-root.ts'
import { stopOnSignals } from './signals.ts'
import { startKuvend, type RunningKuvend } from './start.ts'

/** The way in: `start [web|worker|all]`, or a command. Gives the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const folder = enterProject()
  const [command, ...rest] = argv
  const roles = command === 'start' ? rest : []
  const env: Record<string, string | undefined> = { ...process.env, ...(roles[0] && { KUVEND_ROLE: roles[0] }) }
  const config = readConfig(env)
  const refusals = 'refused' in config ? config.refused : command === 'start' ? refusalsToStart(config, roles) : []
  if ('refused' in config || refusals.length > 0) {
    for (const refusal of refusals) process.stderr.write(`${refusal}\n`)
    return EXIT.misused
  }
  if (command === 'start') return start(config)
  // A command answers on stdout; what happens on the way interests only whoever asks for it.
  const log = openLog(env.KUVEND_LOG ? config.logLevel : 'warn')
  const out = (text: string) => void process.stdout.write(text)
  const err = (text: string) => void process.stderr.write(text)
  return runCommand(argv, config, log, { out, err, folder })
}

/**
 * Goes to the folder of the project, from which migrations, built files and the default data folder are named. Gives the
 * folder in which the command was typed: npm has left it already, but says which it was.
 */
function enterProject(): string {
  const root = projectRoot()
  const typedIn = process.cwd() === root ? (process.env.INIT_CWD ?? root) : process.cwd()
  if (process.env.KUVEND_DATA) process.env.KUVEND_DATA = resolve(process.cwd(), process.env.KUVEND_DATA)
  process.chdir(root)
  return typedIn
}

function refusalsToStart({ role, databaseUrl }: Config, roles: readonly string[]): string[] {
  if (roles.length > 1) return ['Usage: start [web|worker|all]']
  // The embedded database lives and dies with one process: a second one beside it would lose its database with the first.
  if (role !== 'all' && databaseUrl === null) {
    return [`KUVEND_ROLE=${role} needs DATABASE_URL: the embedded database belongs to one process, which does both.`]
  }
  return []
}

async function start(config: Config): Promise<number> {
  const log = openLog(config.logLevel)
  const signals = stopOnSignals(log)
  const lost = surviveLostConnections(log)
  let kuvend: RunningKuvend
  try {
    kuvend = await startKuvend(config, log)
  } catch (error) {
    // Ctrl-C reaches the programs that prepare the database too: that they were cut short is no news then.
    if (!signals.wanted()) process.stderr.write(`Kuvend did not start. ${reasonOf(error, config)}\n`)
    signals.end()
    lost.end()
    return EXIT.refused
  }
  signals.stops(() => kuvend.stop())
  process.stdout.write(greetingOf(config, config.role))
  return kuvend.ended.finally(() => {
    signals.end()
    lost.end()
  })
}

/** What an operator can mend is said in a sentence; anything else is a fault of ours, with all that is known of it. */
function reasonOf(error: unknown, { databaseUrl }: Config): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof CannotListen || error instanceof DatabaseFolderInUse || error instanceof RestoreNotFinished)
    return error.message
  if (databaseUrl && isUnreachable(error))
    return `No database answers at DATABASE_URL: ${error.message || codeOf(error)}`
  return error.stack ?? error.message
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : error.name)

function greetingOf({ settings }: Config, role: ProcessRole): string {
  if (role === 'worker') return 'The Kuvend worker is running.\n'
  const signIn = settings.demo
    ? `Sign in:  ${settings.url}/hyr  (a demonstration: choose one of the invented people, no code is asked)\n`
    : `Sign in:  ${settings.url}/hyr  (with the address of an official; add one: npm run -s kuvend -- user add)\n`
  const letters = settings.demo ? `Letters:  ${settings.url}/zyra/posta  (what is mailed can be read there)\n` : ''
  return `Kuvend:   ${settings.url}/\n${signIn}${letters}Stop it with Ctrl-C.\n`
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
