import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

/** `quiet`: what the program says is kept instead of shown. */
type How = { quiet?: boolean; env?: Record<string, string> }

/** Runs a program, one of the installed packages' first: so also our own Node, not the machine's. */
export async function run(
  program: string,
  args: readonly string[],
  how: How = {},
): Promise<{ passed: boolean; output: string }> {
  const path = [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...how.env, PATH: path },
    stdio: ['ignore', how.quiet ? 'pipe' : 'inherit', how.quiet ? 'pipe' : 'inherit'],
  })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += String(chunk)))
  child.stderr?.on('data', (chunk) => (output += String(chunk)))
  const code = await once(child, 'close').then(
    ([status]) => Number(status ?? 1),
    (error: unknown) => {
      output += String(error)
      return 127
    },
  )
  return { passed: code === 0, output }
}
