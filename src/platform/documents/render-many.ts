import { availableParallelism } from 'node:os';
import { type Letter, paragraph } from './letter.ts';
import { createPdfRenderer } from './pdf.ts';
import { callToComplete, refusal, residentPlan } from './sample-letters.ts';

/**
 * Renders `count` different letters (a two-page decision, a large-print plan with its week, a call to complete, in
 * turn) and tells how fast: for the benchmark. The start of the processes is not counted.
 */
export async function renderMany(
  count: number,
  processes: number = availableParallelism(),
): Promise<{ letters: number; bytes: number; seconds: number; perSecond: number }> {
  const renderer = createPdfRenderer({ processes });
  try {
    await Promise.all(Array.from({ length: processes }, (_, index) => renderer.render(numbered(index))));
    const start = performance.now();
    const files = await Promise.all(
      Array.from({ length: count }, (_, index) => renderer.render(numbered(index))),
    );
    const seconds = (performance.now() - start) / 1000;
    return {
      letters: count,
      bytes: files.reduce((sum, file) => sum + file.length, 0),
      seconds,
      perSecond: count / seconds,
    };
  } finally {
    renderer.close();
  }
}

const turns = [refusal, residentPlan, callToComplete] as const;

/** A letter unlike the one before it, so that nothing kept from one can help the next. */
function numbered(index: number): Letter {
  const letter = turns[index % turns.length] ?? refusal;
  return {
    ...letter,
    caseSign: `CUS.5111.${index + 1}.2026`,
    blocks: [...letter.blocks, paragraph(`Pismo numer ${index + 1} w tym roku.`)],
  };
}
