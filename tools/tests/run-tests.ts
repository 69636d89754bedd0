import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readReport, REPORT_VARIABLE, type Report } from './report.ts'
import { ROOT, run } from './run.ts'
import { slowestLines } from './slowest.ts'
import { afterSecondTry, secondTryLines, toTryAgain } from './second-try.ts'

/** `told`: what the reader has to know beside the count. */
export type Ran = { passed: boolean; report: Report | null; told: string[] }

/**
 * The test files that the words name, or all. In a run of all a file that failed gets a second try, alone and in a fresh
 * process (`test/README.md` says why), and what needed one is told.
 */
export async function runTests(filters: readonly string[]): Promise<Ran> {
  const first = await runOnce(filters)
  const slowest = filters.length === 0 && first.report ? slowestLines(first.report) : []
  const again = filters.length === 0 ? toTryAgain(first.report) : []
  if (first.report === null || again.length === 0) return { ...first, told: slowest }
  console.log(`\n${again.length} of ${first.report.files.length} test files failed. Each is tried once more, alone.`)
  const second = await runOnce(['--maxWorkers=1', ...again])
  const report = afterSecondTry(first.report, second.report)
  return { passed: second.passed, report, told: [...slowest, ...secondTryLines(first.report, report)] }
}

/** `report` is null when the runner ended before it could write one. */
async function runOnce(args: readonly string[]): Promise<{ passed: boolean; report: Report | null }> {
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-report-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', `--reporter=${join(ROOT, 'tools/tests/report.ts')}`]
    const { passed } = await run('vitest', ['run', ...reporters, ...args], { env: { [REPORT_VARIABLE]: file } })
    return {
      passed,
      report: await readFile(file, 'utf8')
        .then(readReport)
        .catch(() => null),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
