import { z } from 'zod';
import { putLocations, putOrganizations, putServices } from '../../directory/index.ts';
import { cite } from '../../../law/index.ts';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { endImport, lockImport } from '../db/imports.ts';
import { mayExchange } from '../domain/access.ts';
import { openDataBasis } from '../domain/basis.ts';
import { planImport } from '../domain/plan-import.ts';
import { previewOf } from '../domain/preview.ts';
import { readSent } from '../files/unpack.ts';
import { pl } from '../pl.ts';
import { standingFor } from '../queries/standing.ts';

/** Takes a previewed file over: what could be read goes into the directory, against the directory as it is now. */
export const takeImport = command({
  name: 'hsds.import',
  summary: 'Take a previewed file of services over into the directory',
  input: z.object({ importId: id() }),
  result: z.object({
    importId: z.string(),
    added: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    refused: z.number(),
  }),
  basis: cite(openDataBasis),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const row = await lockImport(tx, centreId, input.importId);
    if (!row) return undefined;
    const { content, ...rest } = row;
    if (row.state !== 'waiting' || content === null) return { row: rest, version: row.version };
    const read = readSent(content, row.fileName);
    const standing = await standingFor(tx, centreId, moment.today, row.sourceSystem, read.services);
    return { row: rest, version: row.version, read, standing };
  },
  allow: mayExchange,
  decide({ row, read, standing }, _input, moment) {
    if (!read || !standing) return refuse('hsds.decided', pl.refusals.decided);
    const plan = planImport(read.services, standing, { source: row.sourceSystem, now: moment.now });
    return { row, plan, preview: previewOf(plan, read.faults), at: moment.now };
  },
  async save(tx, { row, plan, preview, at }, moment) {
    const { centreId } = moment.actor;
    await putOrganizations(tx, centreId, plan.organizations);
    await putLocations(tx, centreId, plan.locations);
    await putServices(tx, centreId, plan.services);
    await endImport(tx, centreId, row.id, { state: 'done', preview, at });
    const { added, changed, unchanged, refused } = preview;
    return { importId: row.id, added, changed, unchanged, refused };
  },
  audit: ({ row, plan, preview: { added, changed, unchanged, refused } }) => ({
    what: {
      importId: row.id,
      fileName: row.fileName,
      sourceSystem: row.sourceSystem,
      added,
      changed,
      unchanged,
      refused,
      services: plan.services.slice(0, 200).map((one) => one.id),
    },
  }),
});
