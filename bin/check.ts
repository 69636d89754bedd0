import { runChecks } from '../tools/tests/checks.ts'

const failed = (await runChecks()).filter((one) => !one.passed)
process.exitCode = failed.length === 0 ? 0 : 1
