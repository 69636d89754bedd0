import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

const FileReport = z.object({
  file: z.string(),
  passed: z.number(),
  /** At least 1 for a file that could not be read, or whose end went wrong after its tests had passed. */
  failed: z.number(),
  skipped: z.number(),
  /** From its first line to its last, in milliseconds. */
  took: z.number(),
  /** What failed, by name. */
  faults: z.array(z.string()),
})

const Report = z.object({
  files: z.array(FileReport),
  /** Errors that nobody caught and that no file can be blamed for. */
  stray: z.number(),
})

export type FileReport = z.infer<typeof FileReport>
export type Report = z.infer<typeof Report>

export const readReport = (written: string): Report => Report.parse(JSON.parse(written))

/** Where the runner writes its report; the variable is set by `bin/test.ts` alone. */
export const REPORT_VARIABLE = 'TEST_REPORT'

/** Given to the runner by the path of this file: writes down what became of each file, for the last line of the run. */
export default class FileReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = process.env[REPORT_VARIABLE]
    if (file) writeFileSync(file, JSON.stringify(reportOf(modules.map(fileReportOf), errors)))
  }
}

function fileReportOf(module: TestModule): FileReport {
  const tests = [...module.children.allTests()].map((test) => ({ name: test.fullName, state: test.result().state }))
  const ended = ['passed', 'skipped'].includes(module.state())
  const faults = tests.filter(({ state }) => state === 'failed').map(({ name }) => name)
  return {
    file: module.moduleId,
    passed: tests.filter(({ state }) => state === 'passed').length,
    failed: faults.length === 0 && !ended ? 1 : faults.length,
    skipped: tests.filter(({ state }) => state === 'skipped').length,
    took: tookOf(module),
    faults: faults.length === 0 && !ended ? ['the file as a whole'] : faults,
  }
}

function tookOf(module: TestModule): number {
  const { duration, setupDuration, collectDuration, prepareDuration } = module.diagnostic()
  return Math.round(duration + setupDuration + collectDuration + prepareDuration)
}

/** An error that nobody caught is the fault of the file that ran, where the runner knows which. */
export function reportOf(files: readonly FileReport[], errors: readonly SerializedError[]): Report {
  const blamed = errors.map(({ VITEST_TEST_PATH: path }) => files.find(({ file }) => file === path) ?? null)
  return {
    files: files.map((one) =>
      one.failed === 0 && blamed.includes(one) ? { ...one, failed: 1, faults: ['an error that nobody caught'] } : one,
    ),
    stray: blamed.filter((one) => one === null).length,
  }
}
