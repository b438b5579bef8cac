import { monitorEventLoopDelay } from 'node:perf_hooks';
import os from 'node:os';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Alarm, alarmLetter, alarmsOf, readState, type State } from '../modules/operations/index.ts';
import type { Keys } from '../platform/backup/file.ts';
import { backupOf, startBackups } from '../platform/backup/schedule.ts';
import type { Clock } from '../platform/clock.ts';
import type { DatabaseAddress } from '../platform/database/pool.ts';
import { ownMigrations } from '../platform/database/migrate.ts';
import { inTransaction, readerFor } from '../platform/database/tenant.ts';
import { newId } from '../platform/ids.ts';
import { registerHealth } from '../platform/http/health.ts';
import { registerMetrics } from '../platform/http/metrics.ts';
import { openMailer } from '../platform/mail/mailer.ts';
import { certificateOf } from '../platform/operations/certificate.ts';
import { diskUnder } from '../platform/operations/disk.ts';
import type { ProcessFacts } from '../platform/operations/facts.ts';
import { heartbeat } from '../platform/operations/heartbeat.ts';
import { projectRoot } from '../platform/root.ts';
import { exportFolderOf, mailSettings } from './config.ts';
import { type Pack, startExports } from './leave/server.ts';
import type { OpenDatabase } from './database.ts';
import { alarmTeller } from './tell-alarms.ts';
import type { SettingValues } from './settings.ts';
import { readings } from './readings.ts';

export interface Operated {
  /** From now on: the heartbeat, the backups, the letters of alarms. */
  begin(): void;
  stop(): Promise<void>;
}

/** The version of this program. */
export const version = (
  JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string }
).version;

const hourMs = 3_600_000;
const minuteMs = 60_000;
const leastFreeBytes = 50_000_000;
const nanoseconds = 1e6;

/** The hour of the daily backup: a demonstration makes none unless it is told to. */
const backupHourOf = ({ backupHour, demonstration }: SettingValues): number | null =>
  backupHour === undefined ? (demonstration ? null : 2) : backupHour;

/**
 * Asks at most once in so long; whoever asks meanwhile is given the same answer.
 * @param soon an answer that is worth asking for again after a minute
 */
function atMostEvery<T>(
  ms: number,
  ask: () => Promise<T>,
  soon: (answer: T) => boolean = () => false,
): () => Promise<T> {
  let kept: { until: number; answer: Promise<T> } | undefined;
  return async () => {
    if (kept && kept.until >= performance.now()) return await kept.answer;
    const asked = { until: performance.now() + ms, answer: ask() };
    kept = asked;
    const answer = await asked.answer;
    if (soon(answer)) asked.until = Math.min(asked.until, performance.now() + minuteMs);
    return answer;
  };
}

/** What waits in all centres together. */
function together(states: readonly State['mail'][]): State['mail'] {
  const sum = (of: (mail: State['mail']) => number): number => states.reduce((all, one) => all + of(one), 0);
  return {
    waiting: sum((one) => one.waiting),
    oldestAt: states.flatMap((one) => one.oldestAt ?? []).sort()[0] ?? null,
    failing: sum((one) => one.failing),
    givenUp: sum((one) => one.givenUp),
  };
}

/**
 * What a running server needs besides its pages: health, metrics, a heartbeat, backups by itself, letters when something is
 * wrong. Called before the server listens.
 */
export function operate(
  server: FastifyInstance,
  config: SettingValues,
  {
    database,
    keys,
    keyTexts,
    clock,
  }: { database: OpenDatabase; keys: () => Keys; keyTexts: () => string[]; clock: Clock },
  report: (event: string, error?: unknown, more?: Record<string, unknown>) => void,
): Operated {
  const { pool, owner, address } = database;
  const migrations = ownMigrations().map(({ name }) => name);
  const backupHour = backupHourOf(config);
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  // On the first day the server stands before its proxy does.
  const certificate = atMostEvery(
    hourMs,
    () => certificateOf(config.certificate, config.home),
    (found) => found?.endsAt === null,
  );

  const facts = async (): Promise<ProcessFacts> => {
    const loop = { p99Ms: delay.percentile(99) / nanoseconds, maxMs: delay.max / nanoseconds };
    delay.reset();
    return {
      version,
      node: process.versions.node,
      host: os.hostname(),
      pid: process.pid,
      port: config.port,
      database: config.databaseUrl === undefined ? 'embedded' : 'external',
      migrations: migrations.length,
      disk: await diskUnder(config.dataFolder),
      diskAlarmPercent: config.diskAlarmPercent,
      certificate: await certificate(),
      loop,
      memoryBytes: process.memoryUsage.rss(),
      pool: { open: pool.totalCount, waiting: pool.waitingCount },
      mail: config.smtp === undefined ? 'files' : 'server',
      backupHour,
      backupAlarmHours: config.backupAlarmHours,
      demonstration: config.demonstration,
    };
  };

  /** The installation with what waits in every centre. */
  const state = async (): Promise<State> => {
    const centres = await readerFor(pool, '').selectFrom('centre').select('id').execute();
    const each = await Promise.all(
      centres.map(async ({ id }) => await inTransaction(pool, id, (tx) => readState(tx, id, clock.now()))),
    );
    const [first] = each;
    if (!first) return await inTransaction(pool, noCentre, (tx) => readState(tx, noCentre, clock.now()));
    return {
      ...first,
      mail: together(each.map(({ mail }) => mail)),
      daily: {
        ...first.daily,
        failing: each.flatMap(({ daily }) => daily.failing),
        done: each.reduce((sum, { daily }) => sum + daily.done, 0),
      },
    };
  };

  registerHealth(server, {
    database: async () => (await pool.query('select 1')).rowCount === 1,
    schema: async () => {
      const { rows } = await pool.query<{ name: string }>('select name from migration');
      const applied = new Set(rows.map(({ name }) => name));
      return migrations.every((name) => applied.has(name));
    },
    disk: async () => ((await diskUnder(config.dataFolder))?.free ?? leastFreeBytes) >= leastFreeBytes,
  });
  if (config.log === 'requests')
    server.addHook('onResponse', (request, reply, done) => {
      // The template of the route, never the address: an address may name a person, a query what was searched for.
      const { method, routeOptions } = request;
      const ms = Math.round(reply.elapsedTime);
      report('request', undefined, { method, route: routeOptions.url ?? null, status: reply.statusCode, ms });
      done();
    });
  const now = atMostEvery(10_000, state);
  registerMetrics(server, config.metricsToken, readings({ version, pool, state: now, clock }));

  const pulse = heartbeat(pool, clock, facts, (error) => report('heartbeat.failed', error));
  const backups = startBackups(
    { owner, makeBackup: backupOf(address, keys), clock },
    { hour: backupHour, folder: config.backupFolder ?? '', keep: config.backupKeep },
    report,
  );
  const exports = startExports(
    { owner, pack: packerOf(address, keyTexts), keys, clock },
    exportFolderOf(config),
    report,
  );
  const mailer = openMailer(mailSettings(config));
  const to = (config.alarmMail ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const teller = alarmTeller(
    owner,
    clock,
    async (): Promise<Alarm[]> => alarmsOf(await state()).filter(({ grade }) => grade === 'act'),
    async (alarms) => {
      for (const one of to) await mailer.send({ id: newId(), to: one, ...alarmLetter(alarms, mailer.home) });
    },
    (error) => report('alarms.failed', error),
  );
  return {
    begin() {
      pulse.begin();
      backups.begin();
      exports.begin();
      if (to.length > 0) teller.begin();
    },
    async stop() {
      delay.disable();
      await Promise.all([teller.stop(), backups.stop(), exports.stop()]);
      await pulse.stop();
    },
  };
}

/** Archives of centres of this database; the program that makes them is read when the first one is asked for. */
const packerOf =
  (address: DatabaseAddress, keyTexts: () => string[]): Pack =>
  async (centreId, write, progress) => {
    const { packCentre } = await import('./leave/pack.ts');
    return await packCentre({ address, keys: keyTexts(), centreId }, write, progress);
  };

/** A centre that is none: its rows are nobody's. */
const noCentre = '00000000-0000-0000-0000-000000000000';
