import { expect, it } from 'vitest'
import { countRun, lastLine } from './count.ts'

type Files = { status: string; assertionResults: unknown[] }[]

const report = (passed: number, failed: number, pending = 0, todo = 0, testResults: Files = []): string =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: todo,
    testResults,
  })

const types = { name: 'types', passed: true }

it('counts tests and checks, and what was left out', () => {
  expect(countRun(report(10, 0, 2, 1), true, [types])).toEqual({ passed: 11, failed: 0, skipped: 3 })
})

it('counts a check that found something as a failure', () => {
  expect(countRun(report(10, 0), true, [{ ...types, passed: false }])).toEqual({ passed: 10, failed: 1, skipped: 0 })
})

it('counts a file that could not be read as a failure', () => {
  const files = [{ status: 'failed', assertionResults: [] }]
  expect(countRun(report(10, 0, 0, 0, files), false, [])).toEqual({ passed: 10, failed: 1, skipped: 0 })
})

it('never counts a run that failed as one without failures', () => {
  expect(countRun(report(10, 0), false, [])).toEqual({ passed: 10, failed: 1, skipped: 0 })
  expect(countRun(null, false, [types])).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

it('ends with the line that others read', () => {
  expect(lastLine({ passed: 12, failed: 0, skipped: 3 })).toBe('12 passed, 0 failed, 3 skipped')
})
