// Preloaded into the processes of `npm start` by the benchmark: writes down when each began and its performance marks.
import { appendFileSync } from 'node:fs';
import { PerformanceObserver, performance } from 'node:perf_hooks';
import process from 'node:process';

const file = process.env['OKIENKO_MARKS'];

const note = (name, at) =>
  appendFileSync(file ?? '/dev/null', `${JSON.stringify({ name, at: performance.timeOrigin + at })}\n`);

note(`process ${process.argv[1] ?? ''}`, 0);
new PerformanceObserver((list) => {
  for (const { name, startTime } of list.getEntries()) if (name.startsWith('okienko.')) note(name, startTime);
}).observe({ entryTypes: ['mark'] });
