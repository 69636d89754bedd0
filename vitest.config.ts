import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    // West of UTC, where a civil date parsed as an instant falls on the day before.
    env: { TZ: 'America/Noronha' },
    // A test that asserts nothing promises nothing.
    expect: { requireAssertions: true },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Each file has a database and up to six connections to it; PostgreSQL gives a hundred.
    maxWorkers: Math.min(availableParallelism(), 8),
  },
})
