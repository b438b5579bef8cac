import { sql } from 'kysely';
import { dayInPoland } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { mostTries } from '../../../platform/jobs/jobs.ts';
import { factsSchema } from '../../../platform/operations/facts.ts';
import type { State } from '../domain/state.ts';

const shownRuns = 14;

async function readProcesses(db: Db): Promise<State['processes']> {
  const rows = await db.selectFrom('web_process').selectAll().orderBy('began_at', 'desc').limit(20).execute();
  return rows.flatMap(({ id, began_at, seen_at, ended_at, facts }) => {
    // What a server of another release said in another form is not guessed at.
    const read = factsSchema.safeParse(facts);
    return read.success ? [{ id, beganAt: began_at, seenAt: seen_at, endedAt: ended_at, ...read.data }] : [];
  });
}

async function readDatabase(db: Db): Promise<State['database']> {
  const { rows } = await sql<{ bytes: number; version: string; migrations: number }>`
    select pg_database_size(current_database()) as bytes, current_setting('server_version') as version,
      (select count(*)::int from migration) as migrations`.execute(db);
  return rows[0] ?? { bytes: 0, version: '', migrations: 0 };
}

async function readBackups(db: Db): Promise<State['backups']> {
  const [runs, good, first] = await Promise.all([
    db.selectFrom('backup_run').selectAll().orderBy('asked_at', 'desc').limit(shownRuns).execute(),
    db
      .selectFrom('backup_run')
      .select(({ fn }) => fn.max('ended_at').as('at'))
      .where('verified', '=', true)
      .executeTakeFirst(),
    db
      .selectFrom('centre')
      .select(({ fn }) => fn.min('created_at').as('at'))
      .executeTakeFirst(),
  ]);
  return {
    runs: runs.map((run) => ({
      id: run.id,
      source: run.source as State['backups']['runs'][number]['source'],
      askedAt: run.asked_at,
      beganAt: run.began_at,
      endedAt: run.ended_at,
      bytes: run.bytes,
      rows: run.row_count,
      verified: run.verified,
      error: run.error,
      removed: run.removed_at !== null,
    })),
    lastGoodAt: good?.at ?? null,
    since: first?.at ?? null,
  };
}

/** What waits to leave one centre. */
async function readMail(db: Db, centreId: string): Promise<State['mail']> {
  const { rows } = await sql<State['mail']>`
    select count(*)::int as waiting, min(created_at) as "oldestAt",
      count(*) filter (where last_error is not null and tries < ${mostTries})::int as failing,
      count(*) filter (where tries >= ${mostTries})::int as "givenUp"
    from outbox where centre_id = ${centreId} and done_at is null`.execute(db);
  return rows[0] ?? { waiting: 0, oldestAt: null, failing: 0, givenUp: 0 };
}

async function readDaily(db: Db, centreId: string, now: string): Promise<State['daily']> {
  const runs = await db
    .selectFrom('daily_run')
    .select(['name', 'tries', 'done_at', 'last_error'])
    .where('centre_id', '=', centreId)
    .where('day', '=', dayInPoland(now))
    .execute();
  const { rows } = await sql<{ at: string | null }>`
    select max(done_at) as at from daily_run where centre_id = ${centreId}`.execute(db);
  return {
    done: runs.filter((run) => run.done_at !== null).length,
    failing: runs
      .filter((run) => run.done_at === null && run.last_error !== null)
      .map(({ name, tries }) => ({ name, tries })),
    lastDoneAt: rows[0]?.at ?? null,
  };
}

/** The installation, and what waits in one centre. */
export async function readState(db: Db, centreId: string, now: string): Promise<State> {
  const [processes, database, backups, mail, daily] = await Promise.all([
    readProcesses(db),
    readDatabase(db),
    readBackups(db),
    readMail(db, centreId),
    readDaily(db, centreId, now),
  ]);
  return { now, processes, database, backups, mail, daily };
}
