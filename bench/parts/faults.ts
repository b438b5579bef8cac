import { type DiskReport, fullDisk } from '../faults/disk.ts';
import { hundredKills, type KillsReport } from '../faults/kills.ts';
import { keepProof } from '../faults/proof.ts';
import { scratchFolder } from '../house.ts';
import { type Figure, median, quantile, say } from '../report.ts';

const usualKills = 100;

const spread = (times: readonly number[]): { times: number; medianMs: number; worstMs: number } => ({
  times: times.length,
  medianMs: Math.round(median(times)),
  worstMs: Math.max(...times),
});

const ofKills = ({ backAfterMs, ...counts }: KillsReport) => ({
  ...counts,
  backAfter: Object.fromEntries(
    Object.entries(backAfterMs).map(([victim, times]) => [victim, spread(times)]),
  ),
  all: spread(Object.values(backAfterMs).flat()),
  p95Ms: Math.round(quantile(Object.values(backAfterMs).flat(), 0.95)),
});

/** Kills (a hundred, or OKIENKO_BENCH_KILLS) under load, and a full disk; the figures go to docs/proofs/faults.json. */
export async function faultsPart(): Promise<Figure[]> {
  const { folder, remove } = scratchFolder();
  const kills = Number(process.env['OKIENKO_BENCH_KILLS'] ?? usualKills);
  let killed: ReturnType<typeof ofKills>;
  try {
    killed = ofKills(await hundredKills(folder, kills, (words) => say(`  ${words}`)));
  } finally {
    remove();
  }
  // What took an hour is kept before the next part begins.
  keepProof('faults', { kills: killed, fullDisk: null });
  const disk: DiskReport | undefined = await fullDisk();
  if (!disk) say('  no right to mount a small disk: the full disk was not tried');
  keepProof('faults', { kills: killed, fullDisk: disk ?? null });
  const lossless = { words: 'none lost, none half there, no letter or mail twice', met: true };
  return [
    {
      part: 'faults',
      measured: `${kills} kills at random in ${killed.commands} commands, ${killed.letters} letters, ${killed.mails} mails`,
      ours: `back after ${killed.all.medianMs} ms, at worst ${killed.all.worstMs} ms`,
      beside: `${killed.sentAgain} sent again, ${killed.copiesOfMail} copies of a mail`,
      target: lossless,
    },
    ...(disk
      ? [
          {
            part: 'faults',
            measured: `a full disk: ${disk.refused} notes refused, ${disk.acknowledged} kept`,
            ours: `back ${disk.backAfterMs} ms after there was room`,
            target: { words: 'no acknowledged note lost', met: true },
          },
        ]
      : []),
  ];
}
