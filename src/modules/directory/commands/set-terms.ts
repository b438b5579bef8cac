import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { integer } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { directorySettings, putSettings } from '../db/settings.ts';
import { maySetTerms } from '../domain/access.ts';
import { directoryBasis } from '../domain/service.ts';

/** The two terms as a form sends them. */
export const terms = z.object({ confirmDays: integer(1, 730), linkDays: integer(1, 365) });

/** Sets for how many days a confirmation and a link are good; what was confirmed before keeps its day. */
export const setTerms = command({
  name: 'directory.set-terms',
  summary: 'Set how long a confirmation of a card and a link of an organization are good for',
  input: terms,
  result: terms,
  basis: cite(directoryBasis),
  async load(tx, _input, moment) {
    const before = await directorySettings(tx, moment.actor.centreId);
    return { before, version: before.version, ownerId: null };
  },
  allow: maySetTerms,
  decide: ({ before }, input) => ({ before, after: input }),
  async save(tx, { after }, moment) {
    await putSettings(tx, moment.actor.centreId, after);
    return after;
  },
  audit: ({ before: { version: _version, ...before }, after }) => ({ what: { before, after } }),
});
