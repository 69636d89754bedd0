import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ROOT } from '../../tools/tests/run.ts'

/** Test files with other settings than `npm test` gives them; gives how many tests passed, and throws when one did not. */
export async function passedTests(files: readonly string[], settings: Record<string, string>): Promise<number> {
  const env = { ...process.env, ...settings, NO_COLOR: '1' }
  const args = ['run', '--testTimeout=900000', ...files]
  // A test that fails ends the command with 1, which is thrown here with all it said.
  const { stdout } = await promisify(execFile)('vitest', args, { cwd: ROOT, env, maxBuffer: 1 << 28 })
  const passed = /Tests\s+(?:.*\| )?(\d+) passed/.exec(stdout)?.[1]
  if (!passed) throw new Error(`No count of what passed: ${stdout.slice(-400)}`)
  return Number(passed)
}
