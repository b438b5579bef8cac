import { availableParallelism } from 'node:os';
import { renderMany } from '../../src/platform/documents/render-many.ts';
import { type Figure, perSecond, say } from '../report.ts';

/** PDF letters per second, as they leave the centre: letterhead, address, text, and the block of the signatory. */
export async function lettersPart(): Promise<Figure[]> {
  const processes = availableParallelism();
  const figures: Figure[] = [];
  for (const count of processes > 1 ? [1, processes] : [1]) {
    const { letters, seconds, bytes, perSecond: rate } = await renderMany(60 * count, count);
    say(
      `  ${count} process(es): ${letters} letters in ${seconds.toFixed(1)} s, ${Math.round(bytes / letters / 1024)} KB each`,
    );
    figures.push({
      part: 'letters',
      measured: `letters with a signature block, tagged PDF/UA, ${count} process(es)`,
      ours: perSecond(rate),
    });
  }
  return figures;
}
