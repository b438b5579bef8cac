import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Pool } from '../database/pool.ts';
import { readerFor } from '../database/tenant.ts';
import { newId } from '../ids.ts';
import type { ProcessFacts } from './facts.ts';

export interface Heartbeat {
  beat(): Promise<void>;
  begin(): void;
  /** Says goodbye: a server that was stopped is no alarm. */
  stop(): Promise<void>;
}

/** How often a server writes down how it is: what the operations page shows is at most so old. */
export const beatEveryMs = 15_000;

/** Keeps one row of this server fresh, and removes those that were not seen for a day. */
export function heartbeat(
  pool: Pool,
  clock: Clock,
  facts: () => Promise<ProcessFacts>,
  report: (error: unknown) => void,
): Heartbeat {
  const id = newId();
  const began = clock.now();
  let timer: NodeJS.Timeout | undefined;
  const db = readerFor(pool, '');
  const beat = async (): Promise<void> => {
    const now = clock.now();
    const told = JSON.stringify(await facts());
    await sql`insert into web_process (id, began_at, seen_at, facts) values (${id}, ${began}, ${now}, ${told}::jsonb)
      on conflict (id) do update set seen_at = excluded.seen_at, facts = excluded.facts`.execute(db);
    await sql`delete from web_process where seen_at < ${now}::timestamptz - interval '1 day'`.execute(db);
  };
  const quietly = (): void => void beat().catch(report);
  return {
    beat,
    begin() {
      quietly();
      timer ??= setInterval(quietly, beatEveryMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await sql`update web_process set ended_at = ${clock.now()} where id = ${id}`.execute(db).catch(report);
    },
  };
}
