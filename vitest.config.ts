import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    // West of UTC, where a civil date parsed as an instant falls on the day before.
    env: { TZ: 'America/Noronha' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
