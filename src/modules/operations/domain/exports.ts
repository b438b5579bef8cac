import { z } from 'zod';
import { always } from '../../../platform/actor.ts';

/** How long an archive of everything lies here: long enough to be fetched, short enough not to be forgotten. */
export const exportKeptHours = 72;

/** One archive of everything of a centre, asked for on a page. Instants are ISO 8601 in UTC. */
export const exportSchema = z.object({
  id: z.string(),
  askedAt: z.string(),
  beganAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  done: z.number(),
  of: z.number(),
  rows: z.number().nullable(),
  bytes: z.number().nullable(),
  sha256: z.string().nullable(),
  error: z.string().nullable(),
  expiresAt: z.string().nullable(),
  removedAt: z.string().nullable(),
});

export type CentreExport = z.infer<typeof exportSchema>;

export type ExportState = 'waiting' | 'running' | 'ready' | 'failed' | 'gone';

/** How it stands at this moment. */
export function exportState(one: CentreExport, now: string): ExportState {
  if (one.error !== null) return 'failed';
  if (one.endedAt === null) return one.beganAt === null ? 'waiting' : 'running';
  return one.removedAt === null && one.expiresAt !== null && one.expiresAt > now ? 'ready' : 'gone';
}

/** The director decides about all data of a centre (art. 24 RODO); whoever runs the machine reads nobody's and takes none. */
export const decides = { director: always } as const;
