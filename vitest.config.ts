import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './test/long-first.ts'

/** What starts processes and browsers of its own, and takes long: each file in a process of its own. */
const OUTSIDE = ['test/e2e/**/*.test.ts', 'test/start.test.ts', 'test/upgrade.test.ts']

const each = {
  // West of UTC, where a civil date parsed as an instant falls on the day before.
  env: { TZ: 'America/Noronha' },
  // A test that asserts nothing promises nothing.
  expect: { requireAssertions: true },
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    sequence: { sequencer: LongFirst },
    // One more than processors, for a test waits for its database about a third of its time. Each file has a database and up
    // to six connections to it, a program some fifteen; PostgreSQL gives two hundred.
    maxWorkers: Math.min(availableParallelism() + 1, 8),
    projects: [
      {
        test: {
          ...each,
          name: 'inside',
          setupFiles: ['test/property-seed.ts'],
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          exclude: OUTSIDE,
          // Loading the program for each of 160 files took a sixth of the time.
          isolate: false,
        },
      },
      { test: { ...each, name: 'outside', include: OUTSIDE } },
    ],
  },
})
