import { parseArgs } from 'node:util'
import type { CommandLine, Outcome, Typed } from './command.ts'

export const EXIT = { done: 0, named: 1, refused: 1, misused: 2 } as const

export type Terminal = { out: (text: string) => void; err: (text: string) => void; folder: string }

/** Whether these words begin with the name of the command. */
export const isCalled = ({ name }: CommandLine, argv: readonly string[]): boolean =>
  name.split(' ').every((word, index) => argv[index] === word)

/** What stands behind the name, or what cannot be understood of it. */
export function readTyped(
  command: CommandLine,
  argv: readonly string[],
): (Typed & { json: boolean }) | { why: string } {
  const args = argv.slice(command.name.split(' ').length)
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
    const expected = [command.positionals ?? 0].flat()
    if (!expected.includes(positionals.length))
      return { why: `${expected.join(' or ')} words expected beside the options` }
    return { options, flags: on, positionals, json: on.includes('json') }
  } catch (error) {
    // An unknown option, or one without its value.
    return { why: error instanceof Error ? error.message : String(error) }
  }
}

/** Says on the terminal what came of it. Gives the exit code. */
export function tell(
  { out, err }: Omit<Terminal, 'folder'>,
  command: CommandLine,
  outcome: Outcome,
  json: boolean,
): number {
  if (outcome.kind === 'done' || outcome.kind === 'named')
    out(json ? `${JSON.stringify(outcome.data)}\n` : outcome.lines.map((line) => `${line}\n`).join(''))
  else err(`${outcome.why}\n${outcome.kind === 'misused' ? usageOf([command]) : ''}`)
  return EXIT[outcome.kind]
}

export function usageOf(commands: readonly CommandLine[]): string {
  const lines = commands.map(({ name, usage, about }) => `  ${`${name} ${usage}`.trim()}\n      ${about}\n`)
  return `Usage: npm run -s kuvend -- COMMAND [--json]\n${lines.join('')}`
}
