import { crash } from '../crash.ts';
import { scratchFolder } from '../house.ts';
import { type Figure, say } from '../report.ts';

/** kill -9 of server and database in the middle of 1,000 commands, three times; the checks are those of crash.ts. */
export async function killPart(): Promise<Figure[]> {
  const { folder, remove } = scratchFolder();
  try {
    const report = await crash(folder, 1000, 3, (words) => say(`  ${words}`));
    return [
      {
        part: 'kill',
        measured: `${report.commands} commands, killed after ${report.acknowledgedAt.join(', ')} acknowledgements`,
        ours: `back after ${report.backAfter.map((seconds) => seconds.toFixed(1)).join(', ')} s`,
        target: { words: 'none lost, none half there, chain verifies', met: true },
      },
    ];
  } finally {
    remove();
  }
}
