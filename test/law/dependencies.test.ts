import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './sources.ts'

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
>
const versions = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }

/** | `package` | what for | why this one | licence | */
const rows = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('every package we depend on', () => {
  it('is pinned to one version', () => {
    expect(Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('has its line in docs/dependencies.md, and no line is left over', () => {
    const named = rows.flatMap(([, names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''))
    expect(named.toSorted()).toEqual(Object.keys(versions).toSorted())
  })

  it('says there what it is for, why it was taken, and its licence', () => {
    for (const [, name, purpose, reason, licence] of rows) {
      expect({ name, purpose, reason, licence }).toEqual({
        name,
        purpose: expect.stringMatching(/\w{3}/),
        reason: expect.stringMatching(/\w{3}/),
        licence: expect.stringMatching(/\w{2}/),
      })
    }
  })
})
