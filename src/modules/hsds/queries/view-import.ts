import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { optionalId } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findImport, importStates, listImports } from '../db/imports.ts';
import { mayExchange } from '../domain/access.ts';
import { openDataBasis } from '../domain/basis.ts';
import { previewSchema } from '../domain/preview.ts';

const row = z.object({
  id: z.string(),
  fileName: z.string(),
  sourceSystem: z.string(),
  state: z.enum(importStates),
  preview: previewSchema,
  createdAt: z.string(),
  by: z.string(),
  version: z.number(),
});

const output = z.object({ one: row.nullable(), latest: z.array(row) });

export type ImportView = z.infer<typeof output>;

/** One import with its preview, or the latest ones. */
export const viewImport = query({
  name: 'hsds.view-import',
  summary: 'An import with its preview, and the latest imports',
  input: z.object({ importId: optionalId() }),
  output,
  basis: cite(openDataBasis),
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    if (input.importId === undefined) return { one: null, latest: await listImports(db, centreId) };
    const one = await findImport(db, centreId, input.importId);
    return one && { one, latest: [] };
  },
  allow: mayExchange,
  discloses: () => undefined,
});
