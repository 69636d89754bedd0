import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { unlessUnchanged } from './work.ts'

let root: string
let runs: number

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kuvend-work-'))
  runs = 0
  mkdirSync(join(root, 'styles'))
  writeFileSync(join(root, 'styles/page.scss'), 'a {}')
})
afterEach(() => rmSync(root, { recursive: true }))

const step = () =>
  unlessUnchanged({ root, out: join(root, 'out') }, 'styles', ['styles', 'lock.json'], () => void runs++)

it('runs the first time and not again', async () => {
  await step()
  await step()
  expect(runs).toBe(1)
})

it('runs again after a file was changed, added or taken away', async () => {
  await step()
  writeFileSync(join(root, 'styles/page.scss'), 'b {}')
  await step()
  writeFileSync(join(root, 'lock.json'), '{}')
  await step()
  rmSync(join(root, 'styles/page.scss'))
  await step()
  expect(runs).toBe(4)
})

it('does not run for a test or a note beside the source', async () => {
  await step()
  writeFileSync(join(root, 'styles/page.test.ts'), '')
  writeFileSync(join(root, 'styles/README.md'), '')
  await step()
  expect(runs).toBe(1)
})

it('runs again after it has failed', async () => {
  const fail = () =>
    unlessUnchanged({ root, out: join(root, 'out') }, 'styles', ['styles'], () => Promise.reject(new Error('no')))
  await expect(fail()).rejects.toThrow('no')
  await step()
  expect(runs).toBe(1)
})
