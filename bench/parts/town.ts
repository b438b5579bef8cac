import { keepProof } from '../faults/proof.ts';
import { serveDemonstration } from '../demonstration.ts';
import { type Figure, milliseconds, say } from '../report.ts';
import { runTown } from '../town/run.ts';

const usual = '10,100000';
const staff = 160;

/** Repeatable chance: the same town in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** An hour of a town of 100,000 in ten minutes, or the part of it that OKIENKO_BENCH_TOWN asks for. */
export async function townPart(): Promise<Figure[]> {
  const [minutes = 10, people = 100_000] = (process.env['OKIENKO_BENCH_TOWN'] ?? usual)
    .split(',')
    .map(Number);
  // The largest centre of a demonstration has half of its people; the report says how many it was.
  const served = await serveDemonstration(people * 2, staff);
  try {
    const report = await runTown(served, minutes, chance(20_261_122), (words) => say(words));
    // Only the whole of it is a proof.
    if (minutes >= 10) keepProof('town', report);
    const { memory } = report;
    for (const page of report.pages)
      say(
        `  ${page.name}: ${page.asked} asked, p50 ${page.p50Ms} ms, p99 ${page.p99Ms} ms, worst ${page.worstMs} ms`,
      );
    return [
      {
        part: 'town',
        measured: `${report.requests} requests of a town of ${report.people} in ${minutes} min: ${report.errors} errors`,
        ours: `p99 ${milliseconds(Math.max(...report.pages.map(({ p99Ms }) => p99Ms)))} of the slowest page`,
        beside: `memory ${memory.atStartMb}, ${memory.afterQuarterMb}, ${memory.atEndMb} MB; ${memory.slopeMbPerMinute} MB a minute`,
        target: { words: 'no error, nothing lost', met: report.errors === 0 },
      },
    ];
  } finally {
    await served.close();
  }
}
