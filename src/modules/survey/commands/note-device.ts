import { z } from 'zod';
import { date, id, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { type DeviceRow, noteDeviceRow } from '../db/devices.ts';
import { surveyBasis } from '../domain/survey.ts';
import { pl } from '../pl.ts';
import { enters } from './roles.ts';

/**
 * A tablet tells that it sent sheets: by its name and the day. Not how many, of which survey or at what minute, and not in the
 * transaction of the sheets: nothing leads from a tablet to an answer.
 */
export const noteDevice = command({
  name: 'survey.note-device',
  summary: 'Note the day on which a tablet, by the name on it, last sent sheets',
  input: z.object({ id: id(), name: text(40, pl.errors.deviceName), sentOn: date() }),
  result: z.object({ noted: z.literal(true) }),
  basis: surveyBasis,
  load: () => Promise.resolve({}),
  allow: enters,
  // A clock that runs ahead is not believed.
  decide: (_target, { id: deviceId, name, sentOn }, { today }): DeviceRow => ({
    id: deviceId,
    name,
    sentOn: sentOn > today ? today : sentOn,
  }),
  async save(tx, device, { actor: { centreId } }) {
    await noteDeviceRow(tx, centreId, device);
    return { noted: true as const };
  },
  audit: () => ({ what: {} }),
  // The journal would know the minute and the account beside the name of the tablet.
  unrecorded: true,
  receipt: () => undefined,
});
