import { z } from 'zod';
import { query } from '../../../platform/runner/query.ts';
import { reads } from '../commands/roles.ts';
import { listDeviceRows } from '../db/devices.ts';
import { surveyBasis } from '../domain/survey.ts';

/** Tablets that collect sheets, with the last day on which each sent. */
export const listDevices = query({
  name: 'survey.list-devices',
  summary: 'Tablets of the interviewers by their names, with the last day on which each sent sheets',
  input: z.object({}),
  output: z.object({
    devices: z.array(z.object({ id: z.string(), name: z.string(), sentOn: z.string() })),
  }),
  basis: surveyBasis,
  read: async (db, _input, { actor }) => ({ devices: await listDeviceRows(db, actor.centreId) }),
  allow: reads,
  discloses: () => undefined,
});
