import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { countsSchema, findImport } from '../db/imports.ts';
import { mayWrite } from '../domain/access.ts';
import { plannedSchema } from '../domain/plan-import.ts';
import { registerKeys } from '../domain/pl-registers.ts';
import { resourceBasis } from '../domain/resource.ts';

const importSchema = z.object({
  id: z.string(),
  register: z.enum(registerKeys),
  fileName: z.string(),
  state: z.enum(['waiting', 'done', 'dropped']),
  counts: countsSchema,
  rows: z.array(plannedSchema),
  createdAt: z.string(),
  version: z.number(),
});

export type ImportView = z.infer<typeof importSchema>;

/** A previewed register file, row by row. */
export const viewImport = query({
  name: 'resources.view-import',
  summary: 'A previewed register file: what each row would do and what is wrong with it',
  input: z.object({ importId: id() }),
  output: importSchema,
  basis: resourceBasis,
  read: async (db, { importId }, { actor }) => await findImport(db, actor.centreId, importId),
  allow: mayWrite,
  discloses: () => undefined,
});
