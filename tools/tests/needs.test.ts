import { basename, dirname } from 'node:path'
import { expect, it } from 'vitest'
import { findChromium, findJava } from './needs.ts'

it('takes the browser that CHROMIUM_PATH names, if it is there', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath)
  expect(findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).not.toBe('/nowhere/chromium')
})

it('looks for Java where programs are looked for', () => {
  expect(findJava({ PATH: '/nowhere' })).toBeNull()
  const java = findJava()
  expect(java === null || basename(java) === 'java').toBe(true)
  if (java !== null) expect(findJava({ PATH: `/nowhere:${dirname(java)}` })).toBe(java)
})
