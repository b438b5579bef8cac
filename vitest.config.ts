import { defineConfig } from 'vitest/config';
import { markup } from './bin/markup.mjs';

/** One run for unit, database and page tests; browser journeys have their own runner (e2e/). */
export default defineConfig({
  plugins: [markup()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
    globalSetup: ['test/tablet.global.ts', 'test/database.global.ts'],
    pool: 'threads',
    maxWorkers: 2,
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
