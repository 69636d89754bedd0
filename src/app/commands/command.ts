import type { Services } from '#platform/services.ts'

/**
 * What a command found out. `named`: it was done, and what it looked at is not as it should be. `misused`: what was typed
 * cannot be understood; the usage is shown with it.
 */
export type Outcome =
  | { kind: 'done'; data: Record<string, unknown>; lines: readonly string[] }
  | { kind: 'named'; data: Record<string, unknown>; lines: readonly string[] }
  | { kind: 'refused'; why: string }
  | { kind: 'misused'; why: string }

export const refused = (why: string): Outcome => ({ kind: 'refused', why })
export const misused = (why: string): Outcome => ({ kind: 'misused', why })

/** What stood behind the name of the command. */
export type Typed = {
  options: Readonly<Record<string, string | undefined>>
  /** Those of its flags that were typed. */
  flags: readonly string[]
  positionals: readonly string[]
}

export type CommandContext = Typed & {
  services: Services
  databaseUrl: string
  /** Where the command was typed: paths are relative to it. */
  folder: string
  /** Says on the terminal how far it has come, beside the result. */
  progress?: (line: string) => void
}

/** A command as it is typed and told, without what it does with a database. */
export type CommandLine = {
  /** As it is typed: `institution add`. */
  name: string
  /** What follows the name. */
  usage: string
  about: string
  /** Names of the options that carry a value; those not in `optional` must be there. */
  options: readonly string[]
  optional?: readonly string[]
  /** Names of the options without a value. */
  flags?: readonly string[]
  /** How many words stand beside the options; several numbers where that hangs on the flags. */
  positionals?: number | readonly number[]
  /** Works on a database that is not of this version yet. */
  beforeMigration?: boolean
  /** Works on a database into which a restore was not finished. */
  intoUnfinished?: boolean
  /** Its answer where it needs no database: none is looked for then, and none started. Null: it needs one. */
  alone?(typed: Typed): Outcome | null
}

export type Command = CommandLine & {
  run(context: CommandContext): Promise<Outcome>
  /** In place of `run`, for what looks at files alone: no database is looked for then, and none started. */
  runAlone?(typed: Typed & { folder: string }): Promise<Outcome>
}
