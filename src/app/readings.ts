import { alarmsOf, type State } from '../modules/operations/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Pool } from '../platform/database/pool.ts';
import type { Reading } from '../platform/http/metrics.ts';

const secondsSince = (now: string, then: string | null): number | undefined =>
  then === null ? undefined : Math.max(0, (Date.parse(now) - Date.parse(then)) / 1000);

/** What `/metrics` tells besides the process itself and its requests: of the installation, never of a person. */
export const readings = ({
  version,
  pool,
  state,
  clock,
}: {
  version: string;
  pool: Pool;
  state: () => Promise<State>;
  clock: Clock;
}): readonly Reading[] => [
  {
    name: 'okienko_info',
    help: 'Version of the program',
    label: 'version',
    read: async () => await Promise.resolve({ [version]: 1 }),
  },
  {
    name: 'okienko_database_connections',
    help: 'Connections of this process to the database',
    label: 'state',
    read: async () =>
      await Promise.resolve({
        busy: pool.totalCount - pool.idleCount,
        idle: pool.idleCount,
        waiting: pool.waitingCount,
      }),
  },
  {
    name: 'okienko_database_bytes',
    help: 'Size of the database',
    read: async () => (await state()).database.bytes,
  },
  {
    name: 'okienko_outbox_messages',
    help: 'Messages that wait to leave, of all centres',
    label: 'state',
    read: async () => {
      const { waiting, failing, givenUp } = (await state()).mail;
      return { waiting: waiting - failing - givenUp, failing, given_up: givenUp };
    },
  },
  {
    name: 'okienko_outbox_oldest_seconds',
    help: 'Age of the oldest message that waits; absent: none waits',
    read: async () => secondsSince(clock.now(), (await state()).mail.oldestAt),
  },
  {
    name: 'okienko_daily_commands',
    help: 'Commands of today in all centres',
    label: 'state',
    read: async () => {
      const { done, failing } = (await state()).daily;
      return { done, failing: failing.length };
    },
  },
  {
    name: 'okienko_backup_age_seconds',
    help: 'Since the last verified backup; absent: there is none',
    read: async () => secondsSince(clock.now(), (await state()).backups.lastGoodAt),
  },
  {
    name: 'okienko_backup_last_bytes',
    help: 'Size of the last backup',
    read: async () => (await state()).backups.runs.find((run) => run.bytes !== null)?.bytes ?? undefined,
  },
  {
    name: 'okienko_alarm',
    help: 'Alarms that stand: 2 somebody must act, 1 worth knowing',
    label: 'name',
    read: async () =>
      Object.fromEntries(alarmsOf(await state()).map(({ name, grade }) => [name, grade === 'act' ? 2 : 1])),
  },
];
