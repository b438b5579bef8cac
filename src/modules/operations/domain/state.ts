import { z } from 'zod';

/** What the installation is like now, as far as an operator must act on it. Instants are ISO 8601 in UTC. */
export const stateSchema = z.object({
  now: z.string(),
  processes: z.array(
    z.object({
      id: z.string(),
      beganAt: z.string(),
      seenAt: z.string(),
      endedAt: z.string().nullable(),
      version: z.string(),
      node: z.string(),
      host: z.string(),
      pid: z.number(),
      port: z.number(),
      database: z.enum(['embedded', 'external']),
      migrations: z.number(),
      disk: z.object({ free: z.number(), total: z.number() }).nullable(),
      diskAlarmPercent: z.number(),
      certificate: z
        .object({ watched: z.enum(['file', 'address']), endsAt: z.string().nullable() })
        .nullable(),
      loop: z.object({ p99Ms: z.number(), maxMs: z.number() }),
      memoryBytes: z.number(),
      pool: z.object({ open: z.number(), waiting: z.number() }),
      mail: z.enum(['server', 'files']),
      backupHour: z.number().nullable(),
      backupAlarmHours: z.number(),
      demonstration: z.boolean(),
    }),
  ),
  database: z.object({ bytes: z.number(), version: z.string(), migrations: z.number() }),
  backups: z.object({
    /** The last ones, newest first. */
    runs: z.array(
      z.object({
        id: z.string(),
        source: z.enum(['schedule', 'page', 'command']),
        askedAt: z.string(),
        beganAt: z.string().nullable(),
        endedAt: z.string().nullable(),
        bytes: z.number().nullable(),
        rows: z.number().nullable(),
        verified: z.boolean(),
        error: z.string().nullable(),
        removed: z.boolean(),
      }),
    ),
    lastGoodAt: z.string().nullable(),
    /** Since when there is anything to back up. */
    since: z.string().nullable(),
  }),
  mail: z.object({
    waiting: z.number(),
    oldestAt: z.string().nullable(),
    /** Tried at least once, in vain. */
    failing: z.number(),
    /** Tried so often that only a person helps. */
    givenUp: z.number(),
  }),
  daily: z.object({
    /** Of today: done, and not done although tried. */
    done: z.number(),
    failing: z.array(z.object({ name: z.string(), tries: z.number() })),
    lastDoneAt: z.string().nullable(),
  }),
});

export type State = z.infer<typeof stateSchema>;
export type Server = State['processes'][number];
export type BackupRun = State['backups']['runs'][number];
