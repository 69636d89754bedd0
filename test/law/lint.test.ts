import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './sources.ts'

const FIXTURE = 'test/fixtures/lint/floating-promise.ts'

/** The linter with our rules, over one file that the usual run leaves aside. */
function lint(file: string): { status: number | null; complaints: string[] } {
  const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint')
  const args = ['--type-aware', '--no-ignore', '--config', 'test/fixtures/lint/oxlintrc.json', '--format', 'unix', file]
  const { status, stdout } = spawnSync(process.execPath, [oxlint, ...args], { cwd: ROOT, encoding: 'utf8' })
  return {
    status,
    complaints: [...stdout.matchAll(/^\S+:(\d+):\d+: .*\(([\w-]+)\)\]$/gm)].map((m) => `${m[1]} ${m[2]}`),
  }
}

it('refuses a promise that nobody waits for, one where none is expected, and any', () => {
  const { status, complaints } = lint(FIXTURE)
  expect(status).toBe(1)
  expect(complaints).toEqual(
    expect.arrayContaining(['5 no-floating-promises', '9 no-misused-promises', '12 no-explicit-any']),
  )
})
