import { expect, it } from 'vitest'
import { countRun, lastLine } from './count.ts'
import { readReport, reportOf, type FileReport, type Report } from './report.ts'

const file = (counts: Partial<FileReport> = {}): FileReport => ({
  file: '/somewhere/a.test.ts',
  passed: 10,
  failed: 0,
  skipped: 0,
  took: 1200,
  faults: [],
  ...counts,
})

const report = (...files: Partial<FileReport>[]): Report => ({ files: files.map(file), stray: 0 })

const types = { name: 'types', passed: true }

it('counts tests and checks, and what was left out', () => {
  expect(countRun(report({ passed: 4 }, { passed: 6, skipped: 3 }), true, [types])).toEqual({
    passed: 11,
    failed: 0,
    skipped: 3,
  })
})

it('counts a check that found something as a failure', () => {
  expect(countRun(report({}), true, [{ ...types, passed: false }])).toEqual({ passed: 10, failed: 1, skipped: 0 })
})

it('never counts a run that failed as one without failures', () => {
  expect(countRun(report({}), false, [])).toEqual({ passed: 10, failed: 1, skipped: 0 })
  expect(countRun(null, false, [types])).toEqual({ passed: 1, failed: 1, skipped: 0 })
  expect(countRun({ ...report({}), stray: 2 }, false, [])).toEqual({ passed: 10, failed: 2, skipped: 0 })
})

it('counts an error that nobody caught against the file that ran, once', () => {
  const [one, other] = [file({ file: 'one' }), file({ file: 'other', failed: 2, faults: ['a', 'b'] })]
  const uncaught = (path?: string) => ({ message: 'lost', ...(path && { VITEST_TEST_PATH: path }) })
  const told = reportOf([one, other], [uncaught('one'), uncaught('one'), uncaught('other'), uncaught()])
  expect(told.files.map(({ failed }) => failed)).toEqual([1, 2])
  expect(told.stray).toBe(1)
  expect(readReport(JSON.stringify(told))).toEqual(told)
})

it('ends with the line that others read', () => {
  expect(lastLine({ passed: 12, failed: 0, skipped: 3 })).toBe('12 passed, 0 failed, 3 skipped')
})
