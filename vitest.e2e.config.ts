import { defineConfig } from 'vitest/config';

/** Journeys in a real browser against a real server with the demonstration; one file one journey. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: ['e2e/support/server.global.ts', 'test/database.global.ts'],
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
