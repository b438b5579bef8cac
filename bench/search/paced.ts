import { Agent, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { quantile } from '../report.ts';
import { runTask } from '../processes.ts';

const taskSchema = z.object({
  url: z.string(),
  paths: z.array(z.string()),
  rate: z.number(),
  /** Asked before, in the same process, and not counted: what a client costs that has just begun is not the server's. */
  warmSeconds: z.number(),
  seconds: z.number(),
});
const answerSchema = z.object({ p50: z.number(), p99: z.number(), perSecond: z.number() });

/** How long answers took, in milliseconds, and how many were asked a second. */
export type Paced = z.infer<typeof answerSchema>;

/**
 * Asks at a steady rate from a process of its own, as many people do who know nothing of one another: each request at
 * its own moment, whether the one before is answered or not. (autocannon sends the requests of a second at once.)
 * @throws when one answer is not 200
 */
export async function paced(task: z.infer<typeof taskSchema>): Promise<Paced> {
  return answerSchema.parse(await runTask('paced', task));
}

function ask(agent: Agent, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode ?? 0}: ${url}`)),
      );
    }).once('error', reject);
  });
}

/** The process behind `paced`. */
export async function pacedProcess(): Promise<void> {
  const { url, paths, rate, warmSeconds, seconds } = taskSchema.parse(JSON.parse(await text(process.stdin)));
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times: number[] = [];
  const began = performance.now();
  const warm = Math.round(rate * warmSeconds);
  const count = warm + Math.round(rate * seconds);
  const running: Promise<void>[] = [];
  for (let sent = 0; sent < count; ) {
    const due = began + (sent * 1000) / rate;
    if (performance.now() < due) {
      // Not by spinning: the processor belongs to the server.
      await pause(Math.max(1, Math.floor(due - performance.now())));
      continue;
    }
    const from = performance.now();
    const counted = sent >= warm;
    running.push(
      ask(agent, url + (paths[sent % paths.length] ?? '')).then(() => {
        if (counted) times.push(performance.now() - from);
      }),
    );
    sent++;
  }
  await Promise.all(running);
  const perSecond = (count * 1000) / (performance.now() - began);
  agent.destroy();
  process.stdout.write(JSON.stringify({ p50: quantile(times, 0.5), p99: quantile(times, 0.99), perSecond }));
}
