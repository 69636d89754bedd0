import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countRun } from './count.ts'
import type { Report } from './report.ts'
import { ROOT } from './run.ts'
import { afterSecondTry, MOST_TRIED_AGAIN, secondTryLines, toTryAgain } from './second-try.ts'

const file = (name: string, failed = 0) => ({
  file: join(ROOT, name),
  passed: 5 - failed,
  failed,
  skipped: 0,
  took: 1200,
  faults: Array.from({ length: failed }, (_, n) => `promise ${n}`),
})
const run = (...files: Report['files']): Report => ({ files, stray: 0 })

const steady = file('src/steady.test.ts')
const first = run(steady, file('src/shaky.test.ts', 1), file('src/broken.test.ts', 2))

describe('A second try', () => {
  it('is given to the files that failed, and to no other', () => {
    expect(toTryAgain(first)).toEqual([join(ROOT, 'src/shaky.test.ts'), join(ROOT, 'src/broken.test.ts')])
    expect(toTryAgain(run(steady))).toEqual([])
  })

  it('is not given where many fail, where nobody knows which, or where there is no report', () => {
    const many = Array.from({ length: MOST_TRIED_AGAIN + 1 }, (_, n) => file(`src/${n}.test.ts`, 1))
    expect(toTryAgain(run(...many))).toEqual([])
    expect(toTryAgain(run(...many.slice(1)))).toHaveLength(MOST_TRIED_AGAIN)
    expect(toTryAgain({ ...first, stray: 1 })).toEqual([])
    expect(toTryAgain(null)).toEqual([])
  })

  it('counts in place of the first: what fails twice fails the run', () => {
    const after = afterSecondTry(first, run(file('src/shaky.test.ts'), file('src/broken.test.ts', 1)))
    expect(countRun(after, false, [])).toEqual({ passed: 14, failed: 1, skipped: 0 })
    const mended = afterSecondTry(first, run(file('src/shaky.test.ts'), file('src/broken.test.ts')))
    expect(countRun(mended, true, [])).toEqual({ passed: 15, failed: 0, skipped: 0 })
  })

  it('that could not be made, or did not come to a file, leaves the first as it was', () => {
    expect(afterSecondTry(first, null)).toEqual(first)
    expect(countRun(afterSecondTry(first, run(file('src/shaky.test.ts'))), false, []).failed).toBe(2)
  })

  it('changes nothing for a file that passed at first', () => {
    expect(afterSecondTry(first, run(file('src/steady.test.ts', 3))).files[0]).toEqual(steady)
  })

  it('is told, with what failed at first', () => {
    const after = afterSecondTry(first, run(file('src/shaky.test.ts'), file('src/broken.test.ts', 1)))
    expect(secondTryLines(first, after)).toEqual([
      'A second try, alone, was given to:',
      '- src/shaky.test.ts: passed then',
      '    failed at first: promise 0',
      '- src/broken.test.ts: FAILED TWICE',
      '    failed at first: promise 0',
      '    failed at first: promise 1',
    ])
  })
})
