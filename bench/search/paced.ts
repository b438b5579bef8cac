import { z } from 'zod';
import { runTask } from '../processes.ts';
import type { PacedTask } from './asker.ts';

const answerSchema = z.object({ p50: z.number(), p99: z.number(), perSecond: z.number() });

/** How long answers took, in milliseconds, and how many were asked a second. */
export type Paced = z.infer<typeof answerSchema>;

/**
 * Asks at a steady rate from a process of its own, as many people do who know nothing of one another: each request at
 * its own moment, whether the one before is answered or not. (autocannon sends the requests of a second at once.)
 * @throws when one answer is not 200
 */
export async function paced(task: PacedTask): Promise<Paced> {
  return answerSchema.parse(await runTask('bench/search/asker.ts', task));
}
