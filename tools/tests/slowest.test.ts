import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './run.ts'
import { slowestLines } from './slowest.ts'

const file = (name: string, took: number) => ({
  file: join(ROOT, name),
  passed: 1,
  failed: 0,
  skipped: 0,
  took,
  faults: [],
})

it('names the slowest files of a run, the slowest first', () => {
  const lines = slowestLines({ files: [file('a.test.ts', 900), file('b.test.ts', 61_250)], stray: 0 })
  expect(lines.slice(1)).toEqual(['-   61.3 s b.test.ts', '-    0.9 s a.test.ts'])
})
