import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { lockLateFees, markOverdue } from '../db/fees.ts';

/** Marks every fee whose day has passed unpaid: a state, never inferred. Done once a day; doing it again changes nothing. */
export const markOverdueFees = command({
  name: 'casework.mark-overdue',
  summary: 'Mark unpaid fees whose day has passed as overdue',
  basis: 'art. 43 ust. 2 ustawy o CUS',
  input: z.object({}),
  result: z.object({ marked: z.number() }),
  load: (tx, _input, moment) => lockLateFees(tx, moment.actor.centreId, moment.today),
  allow: { clerk: always, director: always, system: always },
  decide: (late) => late,
  async save(tx, late, moment) {
    await markOverdue(
      tx,
      moment.actor.centreId,
      late.map((fee) => fee.id),
    );
    return { marked: late.length };
  },
  audit: (late) => ({ what: { fees: late.map((fee) => fee.id), after: 'overdue' } }),
});
