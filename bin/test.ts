import { run } from '../tools/tests/run.ts'

/** Everything, from nothing: `npm test`. With words (`npm test -- src/platform`) only the test files they name. */
const filters = process.argv.slice(2)

// First the packages, then what imports them.
await run('sh', ['bin/setup'])
const [{ build }, { runChecks }, { countRun, lastLine }, { ensureNeeds }, { runTests }] = await Promise.all([
  import('./build.ts'),
  import('../tools/tests/checks.ts'),
  import('../tools/tests/count.ts'),
  import('../tools/tests/needs.ts'),
  import('../tools/tests/run-tests.ts'),
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
const { passed, report, told } = await runTests(filters)
const count = countRun(report, passed, needs.passed ? checks : [...checks, needs])
for (const line of told) console.log(line)
console.log(lastLine(count))
process.exitCode = count.failed === 0 ? 0 : 1
