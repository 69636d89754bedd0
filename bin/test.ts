import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../tools/tests/run.ts'

/** Everything, from nothing: `npm test`. With words (`npm test -- src/platform`) only the test files they name. */
const filters = process.argv.slice(2)

// First the packages, then what imports them.
await run('sh', ['bin/setup'])
const [{ build }, { runChecks }, { countRun, lastLine }, { ensureNeeds }] = await Promise.all([
  import('./build.ts'),
  import('../tools/tests/checks.ts'),
  import('../tools/tests/count.ts'),
  import('../tools/tests/needs.ts'),
])
await build()
const needs = await ensureNeeds().then(
  () => ({ name: 'needs', passed: true }),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return { name: 'needs', passed: false }
  },
)
const checks = filters.length === 0 ? await runChecks() : []
const { passed, report } = await runTests()
const count = countRun(report, passed, needs.passed ? checks : [...checks, needs])
console.log(lastLine(count))
process.exitCode = count.failed === 0 ? 0 : 1

/** `report` is null when the runner ended before it could write one. */
async function runTests(): Promise<{ passed: boolean; report: string | null }> {
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-report-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { passed: ok } = await run('vitest', ['run', ...reporters, ...filters])
    return { passed: ok, report: await readFile(file, 'utf8').catch(() => null) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
