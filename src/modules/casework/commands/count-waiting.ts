import { z } from 'zod';
import { addDays, basis, cite } from '../../../law/index.ts';
import { always } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { recordUnmetNeeds } from '../../needs/index.ts';
import { unmetByWaiting } from '../db/unmet.ts';

// A house that was shut for weeks catches up; the marks of the ledger tell for two months what was counted already.
const daysBack = 31;

/** Every whole month that somebody has waited in the queue is an unmet need of its own. */
export const countWaiting = command({
  name: 'casework.count-waiting',
  summary: 'Count each whole month of waiting in the queue as an unmet need, without the person',
  input: z.object({}),
  result: z.object({ months: z.number() }),
  basis: cite(basis('cus', '27 ust. 1 pkt 2', 'statute')),
  load: (tx, _input, { actor, today }) =>
    unmetByWaiting(tx, actor.centreId, addDays(today, -daysBack), today),
  allow: { system: always },
  decide: (events) => events,
  async save(tx, events, { actor }) {
    await recordUnmetNeeds(tx, actor.centreId, events);
    return { months: events.length };
  },
  audit: (_events, { months }) => ({ what: { months } }),
});
