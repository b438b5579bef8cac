import type { Server, State } from './state.ts';

/** What an operator must know of; the runbook says for each name what to do (docs/runbook). */
export const alarmNames = [
  'backup-old',
  'backup-failed',
  'backup-untried',
  'disk-low',
  'certificate-ends',
  'certificate-unknown',
  'mail-stuck',
  'mail-files',
  'daily-failing',
  'server-gone',
  'servers-differ',
  'schema-behind',
] as const;

export type AlarmName = (typeof alarmNames)[number];

/** `act`: somebody has to do something today, and is written to; `know`: it is worth knowing. */
export type Grade = 'act' | 'know';

export interface Alarm {
  name: AlarmName;
  grade: Grade;
  /** What the words need: hours, days, percent, pieces, or a name. */
  of: number | string | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Seen less than this ago a server lives; it writes every quarter of a minute. */
const silentMs = 2 * 60_000;
/** Longer ago it is history: the server was replaced. */
const forgottenMs = hourMs;
const mailLateMs = hourMs;
const certificateDays = 21;

const ago = (now: string, then: string): number => Date.parse(now) - Date.parse(then);

/** Servers that work now. */
export const livingServers = ({ now, processes }: State): Server[] =>
  processes.filter((one) => one.endedAt === null && ago(now, one.seenAt) <= silentMs);

/** The settings and numbers of the installation are those of any living server; the newest is asked. */
const spokesman = (state: State): Server | undefined =>
  livingServers(state).sort((a, b) => b.beganAt.localeCompare(a.beganAt))[0];

function backupAlarms(state: State): Alarm[] {
  const { now, backups } = state;
  const server = spokesman(state);
  // A demonstration holds nothing that anybody would miss.
  if (!server || (server.demonstration && server.backupHour === null)) return [];
  const since = backups.lastGoodAt ?? backups.since;
  const hours = since === null ? 0 : ago(now, since) / hourMs;
  const last = backups.runs.find((run) => run.endedAt !== null);
  return [
    ...(hours > server.backupAlarmHours
      ? [
          {
            name: 'backup-old',
            grade: 'act',
            of: backups.lastGoodAt === null ? null : Math.floor(hours),
          } as const,
        ]
      : []),
    ...(last && last.error !== null
      ? [{ name: 'backup-failed', grade: 'act', of: last.error } as const]
      : []),
    ...(last && last.error === null && !last.verified
      ? [{ name: 'backup-untried', grade: 'act', of: null } as const]
      : []),
  ];
}

function serverAlarms(state: State): Alarm[] {
  const { now } = state;
  const living = livingServers(state);
  const gone = state.processes.filter(
    (one) => one.endedAt === null && ago(now, one.seenAt) > silentMs && ago(now, one.seenAt) < forgottenMs,
  );
  const low = living.filter(
    ({ disk, diskAlarmPercent }) => disk !== null && disk.free * 100 < disk.total * diskAlarmPercent,
  );
  const ends = living.flatMap(({ certificate }) => (certificate ? [certificate.endsAt] : []));
  const soonest = ends.filter((end) => end !== null).sort()[0];
  const days = soonest === undefined ? undefined : Math.floor(-ago(now, soonest) / dayMs);
  return [
    ...low.slice(0, 1).map(
      ({ disk }): Alarm => ({
        name: 'disk-low',
        grade: 'act',
        of: disk ? Math.floor((disk.free * 100) / disk.total) : null,
      }),
    ),
    ...(days !== undefined && days < certificateDays
      ? [{ name: 'certificate-ends', grade: 'act', of: days } as const]
      : []),
    ...(ends.includes(null) ? [{ name: 'certificate-unknown', grade: 'know', of: null } as const] : []),
    ...gone
      .slice(0, 1)
      .map((one): Alarm => ({ name: 'server-gone', grade: 'act', of: `${one.host}:${one.port}` })),
    ...(new Set(living.map((one) => `${one.version} ${one.migrations}`)).size > 1
      ? [{ name: 'servers-differ', grade: 'know', of: null } as const]
      : []),
    ...(living.some((one) => one.migrations > state.database.migrations)
      ? [{ name: 'schema-behind', grade: 'act', of: null } as const]
      : []),
  ];
}

function workAlarms(state: State): Alarm[] {
  const { now, mail, daily } = state;
  const late = mail.oldestAt !== null && ago(now, mail.oldestAt) > mailLateMs;
  const server = spokesman(state);
  return [
    ...(mail.givenUp > 0 || (late && mail.failing > 0)
      ? [{ name: 'mail-stuck', grade: 'act', of: mail.givenUp + mail.failing } as const]
      : []),
    ...(server?.mail === 'files' && !server.demonstration
      ? [{ name: 'mail-files', grade: 'know', of: null } as const]
      : []),
    ...(daily.failing.length > 0
      ? [{ name: 'daily-failing', grade: 'act', of: daily.failing.length } as const]
      : []),
  ];
}

/** What an operator must act on or know of, the most urgent first. */
export const alarmsOf = (state: State): Alarm[] =>
  [...backupAlarms(state), ...serverAlarms(state), ...workAlarms(state)].sort(
    (a, b) => Number(a.grade === 'know') - Number(b.grade === 'know'),
  );
