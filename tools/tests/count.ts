import type { Checked } from './checks.ts'
import type { Report } from './report.ts'

export type Count = { passed: number; failed: number; skipped: number }

/**
 * The tests of a run and the checks before it, each check counted as one. `passed` is what the runner itself said: where
 * it failed for a reason that is no test's (an error nobody caught), that counts as one failure, never as none. `report`
 * is null when the runner ended before it could write one.
 */
export function countRun(report: Report | null, passed: boolean, checks: readonly Checked[]): Count {
  const failedChecks = checks.filter((check) => !check.passed).length
  const sum = (what: keyof Count): number => (report?.files ?? []).reduce((total, file) => total + file[what], 0)
  const failed = sum('failed') + (report?.stray ?? 0)
  return {
    passed: sum('passed') + checks.length - failedChecks,
    failed: failedChecks + (failed === 0 && !passed ? 1 : failed),
    skipped: sum('skipped'),
  }
}

/** The last line of a run. Other programs read it: it never changes silently. */
export const lastLine = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`
