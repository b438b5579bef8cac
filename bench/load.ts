import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';
import { z } from 'zod';
import { newId } from '../src/platform/ids.ts';
import { runTask } from './processes.ts';

const taskSchema = z.object({
  url: z.string(),
  connections: z.number(),
  seconds: z.number(),
  headers: z.record(z.string(), z.string()),
  requests: z.array(
    z.object({ method: z.enum(['GET', 'POST']), path: z.string(), body: z.string().optional() }),
  ),
  /** Each request carries a key of its own (`Idempotency-Key`). */
  keyed: z.boolean().optional(),
});

export type LoadTask = z.infer<typeof taskSchema>;

const answerSchema = z.object({
  answered: z.number(),
  perSecond: z.number(),
  p50: z.number(),
  p99: z.number(),
});

/** Loads an address from a process of its own. @throws when one answer is an error, or none came */
export async function load(task: LoadTask): Promise<z.infer<typeof answerSchema>> {
  return answerSchema.parse(await runTask('load', task));
}

/** The process behind `load`: a task on the standard input, an answer on the standard output. */
export async function loadProcess(): Promise<void> {
  const task = taskSchema.parse(JSON.parse(await text(process.stdin)));
  const result = await autocannon({
    url: task.url,
    connections: task.connections,
    duration: task.seconds,
    headers: task.headers,
    requests: task.requests.map((request) =>
      task.keyed
        ? {
            ...request,
            setupRequest: (sent) => ({ ...sent, headers: { ...sent.headers, 'idempotency-key': newId() } }),
          }
        : request,
    ),
  });
  const wrong = result.errors + result.timeouts + result.non2xx;
  if (wrong > 0 || result['2xx'] === 0)
    throw new Error(`${wrong} of ${wrong + result['2xx']} answers are wrong: ${task.url}`);
  process.stdout.write(
    JSON.stringify({
      answered: result['2xx'],
      perSecond: result['2xx'] / result.duration,
      p50: result.latency.p50,
      p99: result.latency.p99,
    }),
  );
}
