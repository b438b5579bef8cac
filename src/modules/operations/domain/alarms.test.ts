import { describe, expect, it } from 'vitest';
import { alarmsOf } from './alarms.ts';
import type { Server, State } from './state.ts';

const now = '2026-11-22T10:00:00.000Z';
const hoursAgo = (hours: number): string => new Date(Date.parse(now) - hours * 3_600_000).toISOString();

const server = (more: Partial<Server> = {}): Server => ({
  id: 'a',
  beganAt: hoursAgo(48),
  seenAt: hoursAgo(0.001),
  endedAt: null,
  version: '0.1.0',
  node: '24',
  host: 'serwer',
  pid: 1,
  port: 3000,
  database: 'external',
  migrations: 16,
  disk: { free: 50, total: 100 },
  diskAlarmPercent: 10,
  certificate: { watched: 'address', endsAt: hoursAgo(-24 * 60) },
  loop: { p99Ms: 1, maxMs: 2 },
  memoryBytes: 1,
  pool: { open: 1, waiting: 0 },
  mail: 'server',
  backupHour: 2,
  backupAlarmHours: 26,
  demonstration: false,
  ...more,
});

const run = (more: Partial<State['backups']['runs'][number]> = {}): State['backups']['runs'][number] => ({
  id: 'r',
  source: 'schedule',
  askedAt: hoursAgo(8),
  beganAt: hoursAgo(8),
  endedAt: hoursAgo(8),
  bytes: 1,
  rows: 1,
  verified: true,
  error: null,
  removed: false,
  ...more,
});

const state = (more: Partial<State> = {}): State => ({
  now,
  processes: [server()],
  database: { bytes: 1, version: '18.4', migrations: 16 },
  backups: { runs: [run()], lastGoodAt: hoursAgo(8), since: hoursAgo(1000) },
  mail: { waiting: 0, oldestAt: null, failing: 0, givenUp: 0 },
  daily: { done: 9, failing: [], lastDoneAt: hoursAgo(1) },
  ...more,
});

const backups = (more: Partial<State['backups']>): State =>
  state({ backups: { ...state().backups, ...more } });
const mail = (more: Partial<State['mail']>): State => state({ mail: { ...state().mail, ...more } });

describe('alarms', () => {
  it('none stands when all is well', () => {
    expect(alarmsOf(state())).toEqual([]);
  });

  it.each<[string, State, ReturnType<typeof alarmsOf>]>([
    [
      'the last verified backup is older than the setting says',
      backups({ lastGoodAt: hoursAgo(27) }),
      [{ name: 'backup-old', grade: 'act', of: 27 }],
    ],
    [
      'there was never a verified backup, and the centre is older than that',
      backups({ runs: [], lastGoodAt: null, since: hoursAgo(30) }),
      [{ name: 'backup-old', grade: 'act', of: null }],
    ],
    [
      'the last backup failed, although an earlier one is good',
      backups({ runs: [run({ error: 'ENOSPC', verified: false }), run()] }),
      [{ name: 'backup-failed', grade: 'act', of: 'ENOSPC' }],
    ],
    [
      'a backup was made that nobody tried',
      backups({ runs: [run({ verified: false })] }),
      [{ name: 'backup-untried', grade: 'act', of: null }],
    ],
    [
      'less of the disk is free than the setting says',
      state({ processes: [server({ disk: { free: 9, total: 100 } })] }),
      [{ name: 'disk-low', grade: 'act', of: 9 }],
    ],
    [
      'a certificate ends within three weeks',
      state({ processes: [server({ certificate: { watched: 'file', endsAt: hoursAgo(-24 * 10 - 1) } })] }),
      [{ name: 'certificate-ends', grade: 'act', of: 10 }],
    ],
    [
      'a certificate is to be watched and cannot be read',
      state({ processes: [server({ certificate: { watched: 'file', endsAt: null } })] }),
      [{ name: 'certificate-unknown', grade: 'know', of: null }],
    ],
    [
      'a message was given up',
      mail({ waiting: 1, oldestAt: hoursAgo(0.1), givenUp: 1 }),
      [{ name: 'mail-stuck', grade: 'act', of: 1 }],
    ],
    [
      'mail fails for more than an hour',
      mail({ waiting: 2, oldestAt: hoursAgo(1.1), failing: 2 }),
      [{ name: 'mail-stuck', grade: 'act', of: 2 }],
    ],
    [
      'mail of a real centre becomes files',
      state({ processes: [server({ mail: 'files' })] }),
      [{ name: 'mail-files', grade: 'know', of: null }],
    ],
    [
      'daily work failed today',
      state({ daily: { done: 8, failing: [{ name: 'a.b', tries: 3 }], lastDoneAt: null } }),
      [{ name: 'daily-failing', grade: 'act', of: 1 }],
    ],
    [
      'a server fell silent without a goodbye',
      state({ processes: [server(), server({ id: 'b', port: 3001, seenAt: hoursAgo(0.1) })] }),
      [{ name: 'server-gone', grade: 'act', of: 'serwer:3001' }],
    ],
    [
      'servers of two releases work side by side',
      state({ processes: [server(), server({ id: 'b', version: '0.2.0' })] }),
      [{ name: 'servers-differ', grade: 'know', of: null }],
    ],
    [
      'the program is newer than the schema',
      state({ processes: [server({ migrations: 17 })] }),
      [{ name: 'schema-behind', grade: 'act', of: null }],
    ],
  ])('%s', (_, now_, expected) => {
    expect(alarmsOf(now_)).toEqual(expected);
  });

  it.each<[string, State]>([
    [
      'a server said goodbye',
      state({ processes: [server(), server({ endedAt: now, seenAt: hoursAgo(0.1) })] }),
    ],
    [
      'a server was replaced more than an hour ago',
      state({ processes: [server(), server({ seenAt: hoursAgo(2) })] }),
    ],
    [
      'mail failed a moment ago and is tried again',
      mail({ waiting: 1, oldestAt: hoursAgo(0.1), failing: 1 }),
    ],
    ['mail waits long and was not tried in vain', mail({ waiting: 1, oldestAt: hoursAgo(5) })],
    [
      'a demonstration makes no backups',
      state({
        processes: [server({ demonstration: true, backupHour: null, mail: 'files' })],
        backups: { runs: [], lastGoodAt: null, since: hoursAgo(1000) },
      }),
    ],
    ['a centre is an hour old', backups({ runs: [], lastGoodAt: null, since: hoursAgo(1) })],
  ])('none stands when %s', (_, quiet) => {
    expect(alarmsOf(quiet)).toEqual([]);
  });

  it('what must be acted on stands before what is worth knowing', () => {
    const both = state({ processes: [server({ mail: 'files', disk: { free: 1, total: 100 } })] });
    expect(alarmsOf(both).map(({ grade }) => grade)).toEqual(['act', 'know']);
  });
});
