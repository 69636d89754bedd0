import type { CommandLine } from './command.ts'
import { isCalled, readTyped, tell, type Terminal } from './command-line.ts'
import { deadlineLine } from './deadline-alone.ts'

const ALONE: readonly CommandLine[] = [deadlineLine]

/**
 * Answers what needs neither settings nor a database, before anything of the house is built or loaded. Gives the exit code;
 * null: it takes the whole house.
 */
export function answerAlone(argv: readonly string[], terminal: Omit<Terminal, 'folder'>): number | null {
  const command = argv.includes('--help') ? undefined : ALONE.find((one) => isCalled(one, argv))
  if (!command) return null
  const typed = readTyped(command, argv)
  if ('why' in typed) return tell(terminal, command, { kind: 'misused', why: typed.why }, false)
  const outcome = command.alone?.(typed)
  return outcome ? tell(terminal, command, outcome, typed.json) : null
}
