import type { Alarm } from '../modules/operations/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Pool } from '../platform/database/pool.ts';

export interface Teller {
  run(): Promise<void>;
  begin(): void;
  stop(): Promise<void>;
}

const everyMs = 60_000;
/** Twice in a row: a server that is being restarted is no alarm. */
const standsFor = '2 minutes';
const again = '1 day';

/**
 * Writes to the operators when an alarm stands for two minutes, and once a day as long as it does. Of several servers
 * one does it: whoever gets the lock of the database.
 */
export function alarmTeller(
  owner: Pool,
  clock: Clock,
  look: () => Promise<Alarm[]>,
  tell: (alarms: readonly Alarm[]) => Promise<void>,
  report: (error: unknown) => void,
): Teller {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const runAll = async (): Promise<void> => {
    const client = await owner.connect();
    try {
      const { rows } = await client.query<{ mine: boolean }>(
        `select pg_try_advisory_lock(hashtext('okienko.alarms')) as mine`,
      );
      if (!rows[0]?.mine) return;
      const now = clock.now();
      const alarms = await look();
      const names = alarms.map(({ name }) => name);
      await client.query('delete from alarm_told where not name = any($1::text[])', [names]);
      await client.query(
        `insert into alarm_told (name, since) select name, $2 from unnest($1::text[]) name on conflict do nothing`,
        [names, now],
      );
      const due = await client.query<{ name: string }>(
        `select name from alarm_told where since <= $1::timestamptz - interval '${standsFor}'
           and (told_at is null or told_at <= $1::timestamptz - interval '${again}')`,
        [now],
      );
      if (due.rows.length === 0) return;
      // One letter for all that stands: nobody is written to twelve times about one full disk.
      await tell(alarms);
      await client.query('update alarm_told set told_at = $1', [now]);
    } finally {
      await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
      client.release();
    }
  };

  const run = async (): Promise<void> => {
    running ??= runAll().finally(() => {
      running = undefined;
    });
    await running;
  };
  const quietly = (): void => void run().catch(report);
  return {
    run,
    begin() {
      quietly();
      timer ??= setInterval(quietly, everyMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}
