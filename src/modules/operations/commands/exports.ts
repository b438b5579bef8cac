import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { askForExport, endExport, findExport, listExports } from '../db/exports.ts';
import { decides, exportState } from '../domain/exports.ts';
import { pl } from '../pl.ts';

/** Asks for everything of the centre as one archive; a server makes it while others work. */
export const askExport = command({
  name: 'operations.ask-export',
  summary: 'Ask for everything of the centre as one archive in open formats',
  input: z.object({}),
  result: z.object({ exportId: z.string() }),
  basis: 'art. 24 ust. 1, art. 28 ust. 3 lit. g RODO',
  load: async (tx, _input, { actor }) => ({ known: await listExports(tx, actor.centreId) }),
  allow: decides,
  decide: ({ known }) =>
    known.some(({ endedAt }) => endedAt === null)
      ? refuse('operations.export-waits', pl.refusals.exportWaits)
      : { id: newId() },
  async save(tx, change, { actor, now }) {
    await askForExport(tx, actor.centreId, change.id, now);
    return { exportId: change.id };
  },
  audit: (change) => ({ what: { export: change.id } }),
  fresh: true,
});

/** Ends the time of an archive before it is over. */
export const discardExport = command({
  name: 'operations.discard-export',
  summary: 'Destroy an archive of everything before its time is over',
  input: z.object({ exportId: id() }),
  result: z.object({ exportId: z.string() }),
  basis: 'art. 32 RODO',
  load: async (tx, { exportId }, { actor }) => await findExport(tx, actor.centreId, exportId),
  allow: { ...decides, administrator: always },
  decide: (one, _input, { now }) =>
    exportState(one, now) === 'ready'
      ? { id: one.id }
      : refuse('operations.export-gone', pl.refusals.exportGone),
  async save(tx, change, { actor, now }) {
    await endExport(tx, actor.centreId, change.id, now);
    return { exportId: change.id };
  },
  audit: (change) => ({ what: { export: change.id } }),
});
