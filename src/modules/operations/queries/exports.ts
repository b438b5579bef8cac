import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findExport, listExports } from '../db/exports.ts';
import { decides, exportSchema, exportState } from '../domain/exports.ts';

export const exportsQuery = query({
  name: 'operations.exports',
  summary: 'Archives of everything of the centre: asked for, being made, kept, gone',
  input: z.object({}),
  output: z.object({ exports: z.array(exportSchema), mayTake: z.boolean() }),
  basis: 'art. 24 ust. 1, art. 32 RODO',
  read: async (db, _input, { actor }) => ({
    exports: await listExports(db, actor.centreId),
    mayTake: actor.roles.includes('director'),
  }),
  allow: { ...decides, administrator: always },
  // Times and sizes: nobody's data.
  discloses: () => undefined,
});

/** Judged and written down before the first byte of the archive leaves. */
export const takeExport = query({
  name: 'operations.take-export',
  summary: 'Take an archive of everything of the centre',
  input: z.object({ exportId: id() }),
  output: z.object({ id: z.string(), bytes: z.number(), rows: z.number(), sha256: z.string() }),
  basis: 'art. 24 ust. 1, art. 28 ust. 3 lit. g RODO',
  async read(db, { exportId }, { actor, now }) {
    const found = await findExport(db, actor.centreId, exportId);
    if (!found || exportState(found, now) !== 'ready') return undefined;
    return { id: found.id, bytes: found.bytes ?? 0, rows: found.rows ?? 0, sha256: found.sha256 ?? '' };
  },
  allow: decides,
  discloses: (one) => ({ what: { export: one.id, rows: one.rows, sha256: one.sha256 } }),
  fresh: true,
});
