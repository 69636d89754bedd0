import { z } from 'zod'
import type { Checked } from './checks.ts'

export type Count = { passed: number; failed: number; skipped: number }

/** What the runner writes down, as far as we count it. A file that could not be read has no tests and has failed. */
const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/**
 * The tests of a run and the checks before it, each check counted as one. `passed` is what the runner itself said: where
 * it failed for a reason that is no test's (an error nobody caught), that counts as one failure, never as none.
 */
export function countRun(report: string | null, passed: boolean, checks: readonly Checked[]): Count {
  const told = report === null ? null : Report.parse(JSON.parse(report))
  const failedChecks = checks.filter((check) => !check.passed).length
  const unread = told?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failedTests = (told?.numFailedTests ?? 0) + (unread?.length ?? 0)
  return {
    passed: (told?.numPassedTests ?? 0) + checks.length - failedChecks,
    failed: failedChecks + (failedTests === 0 && !passed ? 1 : failedTests),
    skipped: (told?.numPendingTests ?? 0) + (told?.numTodoTests ?? 0),
  }
}

/** The last line of a run. Other programs read it: it never changes silently. */
export const lastLine = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`
