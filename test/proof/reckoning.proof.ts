import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Drawn for each property: those of `npm test`, and twenty times as many. */
const CASES = 3000

/** The reckoning against the second one by hand, with twenty times as many invented terms, calendars and pauses. */
export async function prove(): Promise<string[]> {
  const begun = performance.now()
  const args = ['run', 'src/law/clocks/reckon-properties.test.ts', '--reporter=json', '--testTimeout=900000']
  const env = { ...process.env, RECKON_CASES: String(CASES) }
  const { stdout } = await promisify(execFile)('vitest', args, { env, maxBuffer: 1 << 26 })
  const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { numPassedTests: number; numFailedTests: number }
  if (report.numFailedTests > 0 || report.numPassedTests === 0) throw new Error(`${report.numFailedTests} failed`)
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  return [`${report.numPassedTests} properties hold for ${CASES} invented cases each (${seconds} s)`]
}
