import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { endImport, lockImport } from '../db/imports.ts';
import { mayExchange } from '../domain/access.ts';
import { openDataBasis } from '../domain/basis.ts';
import { pl } from '../pl.ts';

/** Gives a previewed file up: nothing of it comes into the directory, and its content is not kept. */
export const dropImport = command({
  name: 'hsds.drop-import',
  summary: 'Give a previewed import up',
  input: z.object({ importId: id() }),
  result: z.object({ importId: z.string() }),
  basis: cite(openDataBasis),
  load: async (tx, input, moment) => await lockImport(tx, moment.actor.centreId, input.importId),
  allow: mayExchange,
  decide: (row, _input, moment) =>
    row.state === 'waiting'
      ? { id: row.id, fileName: row.fileName, at: moment.now }
      : refuse('hsds.decided', pl.refusals.decided),
  async save(tx, change, moment) {
    await endImport(tx, moment.actor.centreId, change.id, { state: 'dropped', at: change.at });
    return { importId: change.id };
  },
  audit: ({ id: importId, fileName }) => ({ what: { importId, fileName } }),
});
