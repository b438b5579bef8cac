import { z } from 'zod';

/** What a server says of itself: the operations page, the metrics and the alarms read nothing else of it. */
export const factsSchema = z.object({
  version: z.string(),
  node: z.string(),
  host: z.string(),
  pid: z.number(),
  port: z.number(),
  database: z.enum(['embedded', 'external']),
  /** How many migrations its program has. */
  migrations: z.number(),
  /** Of the disk under the data folder, bytes; null: it cannot be read. */
  disk: z.object({ free: z.number(), total: z.number() }).nullable(),
  diskAlarmPercent: z.number(),
  /** Of the TLS certificate that is watched; null: none is. */
  certificate: z.object({ watched: z.enum(['file', 'address']), endsAt: z.string().nullable() }).nullable(),
  /** Longest and 99th percentile of how late the event loop was, in the last quarter of a minute. */
  loop: z.object({ p99Ms: z.number(), maxMs: z.number() }),
  memoryBytes: z.number(),
  pool: z.object({ open: z.number(), waiting: z.number() }),
  /** Whether mail goes out, or is filed for somebody to hand over. */
  mail: z.enum(['server', 'files']),
  /** The hour in Poland; null: this server makes no backups by itself. */
  backupHour: z.number().nullable(),
  backupAlarmHours: z.number(),
  demonstration: z.boolean(),
});

export type ProcessFacts = z.infer<typeof factsSchema>;
