import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { type Clock, dayInPoland } from '../clock.ts';
import type { DatabaseAddress, Pool } from '../database/pool.ts';
import { newId } from '../ids.ts';
import { type Keys, tryBackup, writeBackup } from './file.ts';

/** Makes a backup in a file and tries it; says how many rows it has, and whether it could be tried. */
export type MakeBackup = (file: string) => Promise<{ rows: number; verified: boolean }>;

/** Every row of the database at this address, sealed with the keys that are current when it is made. */
export const backupOf =
  (address: DatabaseAddress, keys: () => Keys): MakeBackup =>
  async (file) => {
    const sums = await writeBackup(file, address, keys());
    const tried = await tryBackup(file, address, keys());
    return {
      rows: Object.values(sums).reduce((sum, one) => sum + one, 0),
      verified: tried !== undefined,
    };
  };

export interface BackupPlan {
  /** Hour of the day in Poland; null: only what is asked for is made. */
  hour: number | null;
  folder: string;
  /** How many verified backups of the schedule stay. */
  keep: number;
}

export interface Backups {
  /** Makes what is due now; resolves when it is done or has failed. */
  run(): Promise<void>;
  /** From now on by itself, once a minute. */
  begin(): void;
  stop(): Promise<void>;
}

interface Due {
  id: string;
  tries: number;
}

const everyMs = 60_000;

const hourInPoland = (now: string): number =>
  Temporal.Instant.from(now).toZonedDateTimeISO('Europe/Warsaw').hour;

/** Why it failed, for the operations page: the code of the system or of the database, never what stood in a row. */
const reasonOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'kind' in error && typeof error.kind === 'string' ? error.kind : 'unknown';
};

/**
 * Makes one backup a day, and those that somebody asked for, each tried by a restore. Several servers on one database
 * elect the one that does it by a lock of the database, which ends with whoever holds it: what a killed server began is
 * begun again. A failure is tried again after a quarter of an hour, then half an hour, and so on.
 */
export function startBackups(
  { owner, makeBackup, clock }: { owner: Pool; makeBackup: MakeBackup; clock: Clock },
  plan: BackupPlan,
  report: (event: string, error?: unknown) => void,
): Backups {
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const due = async (client: pg.PoolClient, now: string): Promise<Due | undefined> => {
    if (plan.hour !== null && hourInPoland(now) >= plan.hour)
      await client.query(
        `insert into backup_run (id, day, source, asked_at, next_try_at) values ($1, $2, 'schedule', $3, $3)
         on conflict (day) do nothing`,
        [newId(), dayInPoland(now), now],
      );
    // A day that is over is not made up for: the next one brings all of it.
    const { rows } = await client.query<Due>(
      `select id, tries from backup_run
       where (ended_at is null or error is not null) and next_try_at <= $1 and source <> 'command'
         and (day is null and tries < 5 or day = $2)
       order by asked_at limit 1`,
      [now, dayInPoland(now)],
    );
    return rows[0];
  };

  const fileOf = (now: string): string =>
    path.join(plan.folder, `okienko-${now.slice(0, 19).replaceAll(':', '')}.kopia`);

  const make = async (client: pg.PoolClient, { id, tries }: Due): Promise<void> => {
    const began = clock.now();
    await client.query(
      `update backup_run set began_at = $2, ended_at = null, error = null, tries = tries + 1,
         next_try_at = $2::timestamptz + interval '15 minutes' * $3 where id = $1`,
      [id, began, tries + 1],
    );
    const file = fileOf(began);
    try {
      await mkdir(plan.folder, { recursive: true, mode: 0o700 });
      const { rows, verified } = await makeBackup(file);
      await client.query(
        `update backup_run set ended_at = $2, file = $3, bytes = $4, row_count = $5, verified = $6 where id = $1`,
        [id, clock.now(), file, (await stat(file)).size, rows, verified],
      );
    } catch (error) {
      report('backup.failed', error);
      // What could not be proved is no backup, and is not left for one; where not even that can be, the row still says so.
      await rm(file, { force: true }).catch(() => undefined);
      await client.query('update backup_run set ended_at = $2, error = $3 where id = $1', [
        id,
        clock.now(),
        reasonOf(error),
      ]);
    }
  };

  /** Verified backups of the schedule beyond those that stay; nothing is removed before a newer one is proved. */
  const clear = async (client: pg.PoolClient): Promise<void> => {
    const { rows } = await client.query<{ id: string; file: string }>(
      `select id, file from backup_run where source = 'schedule' and verified and removed_at is null and file is not null
       order by ended_at desc offset $1`,
      [plan.keep],
    );
    for (const { id, file } of rows) {
      await rm(file, { force: true });
      await client.query('update backup_run set removed_at = $2 where id = $1', [id, clock.now()]);
    }
  };

  // One connection holds the lock and does the rest as well: it cannot wait for a second one that nobody gives.
  const runAll = async (): Promise<void> => {
    const client = await owner.connect();
    try {
      const { rows } = await client.query<{ mine: boolean }>(
        `select pg_try_advisory_lock(hashtext('okienko.backup')) as mine`,
      );
      if (!rows[0]?.mine) return;
      for (let next = await due(client, clock.now()); next && !stopped; next = await due(client, clock.now()))
        await make(client, next);
      await clear(client);
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
  const quietly = (): void => void run().catch((error: unknown) => report('backup.failed', error));

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
