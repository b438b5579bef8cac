import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import { type Clock, dayInPoland } from '../clock.ts';
import type { Pool } from '../database/pool.ts';
import { readerFor } from '../database/tenant.ts';
import { pl } from '../pl.ts';
import type { AnyCommand } from '../runner/command.ts';
import type { Runner } from '../runner/runner.ts';

/** The account of the system's own actor: owns no row, and nobody can sign in to it. */
export const systemAccount = '00000000-0000-0000-0000-000000000001';

/** Okienko itself in one centre: what it does every day stands under this name in the audit. */
export const systemActor = (centreId: string): Actor => ({
  centreId,
  accountId: systemAccount,
  ...pl.system,
  roles: ['system'],
});

export interface Daily {
  /** Does in every centre what is due today and not done yet; resolves when it is done or has failed. */
  run(): Promise<void>;
  /** From now on, by itself: at once, and whenever a day begins in Poland. */
  begin(): void;
  stop(): Promise<void>;
}

interface Claim {
  once: string;
}

const everyMs = 60_000;

/**
 * Runs each command once a day per centre. A day's run is a row: whoever inserts it (or finds it failed and its time
 * come) carries it out, so several processes do not do it twice, and a restart does not forget it. A failure is
 * reported and tried again after 2 minutes, then 4, then 8, at last every hour until the day ends.
 */
export function dailyRuns(
  pool: Pool,
  runner: Runner,
  clock: Clock,
  commands: readonly AnyCommand[],
  report: (error: unknown) => void,
): Daily {
  /** The day for which a centre is known to have nothing left to do: spares a question a minute. */
  const settled = new Map<string, string>();
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const claim = async (
    centreId: string,
    name: string,
    day: string,
    now: string,
  ): Promise<Claim | undefined> =>
    (
      await sql<Claim>`
        insert into daily_run as run (centre_id, name, day, next_try_at)
        values (${centreId}, ${name}, ${day}, ${now}::timestamptz + interval '2 minutes')
        on conflict (centre_id, name, day) do update set tries = run.tries + 1,
          next_try_at = ${now}::timestamptz
            + least(interval '1 hour', interval '2 minutes' * power(2, least(run.tries, 10)))
        where run.done_at is null and run.next_try_at <= ${now}::timestamptz
        returning once`.execute(readerFor(pool, centreId))
    ).rows[0];

  const note = async (centreId: string, name: string, day: string, error: string | null): Promise<void> => {
    await readerFor(pool, centreId)
      .updateTable('daily_run')
      .set({ last_error: error, ...(error === null ? { done_at: clock.now() } : {}) })
      .where('centre_id', '=', centreId)
      .where('name', '=', name)
      .where('day', '=', day)
      .execute();
  };

  const carryOut = async (centreId: string, command: AnyCommand, day: string): Promise<void> => {
    const claimed = await claim(centreId, command.name, day, clock.now());
    if (!claimed) return;
    try {
      const outcome = await runner.run(command, systemActor(centreId), {}, { once: claimed.once });
      if (!outcome.ok) throw new Error(`${command.name}: ${outcome.problem.code} ${outcome.problem.words}`);
      await note(centreId, command.name, day, null);
    } catch (error) {
      report(error);
      await note(centreId, command.name, day, error instanceof Error ? error.message : String(error));
    }
  };

  const allDone = async (centreId: string, day: string): Promise<boolean> => {
    const done = await readerFor(pool, centreId)
      .selectFrom('daily_run')
      .select('name')
      .where('centre_id', '=', centreId)
      .where('day', '=', day)
      .where('done_at', 'is not', null)
      .execute();
    const names = new Set(done.map(({ name }) => name));
    return commands.every(({ name }) => names.has(name));
  };

  const runAll = async (): Promise<void> => {
    const day = dayInPoland(clock.now());
    const centres = await readerFor(pool, '').selectFrom('centre').select('id').execute();
    for (const { id: centreId } of centres) {
      if (settled.get(centreId) === day) continue;
      for (const command of commands) {
        if (stopped) return;
        await carryOut(centreId, command, day);
      }
      if (await allDone(centreId, day)) settled.set(centreId, day);
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
      stopped = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}
