import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { lapseDeadlines, lockLapsed } from '../db/deadlines.ts';

/**
 * Ends the clocks of a party's own time that has passed, the time to appeal: nobody in the centre can be late with it, and
 * left alone it would stand among the overdue for ever. Done once a day; doing it again changes nothing.
 */
export const letLapse = command({
  name: 'agenda.let-lapse',
  summary: 'End the clocks of appeals whose time has passed',
  input: z.object({}),
  result: z.object({ ended: z.number() }),
  basis: 'art. 129 § 2 k.p.a.',
  load: (tx, _input, moment) => lockLapsed(tx, moment.actor.centreId, moment.today),
  allow: { system: always },
  decide: (lapsed) => lapsed,
  async save(tx, lapsed, moment) {
    await lapseDeadlines(tx, moment.actor.centreId, lapsed);
    return { ended: lapsed.length };
  },
  audit: (lapsed) => ({ what: { deadlines: lapsed, after: 'met' } }),
});
