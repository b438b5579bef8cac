import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { dropOldKeys } from '../db/ledger.ts';
import { ledgerBasis } from '../domain/unmet-need.ts';

/** Throws away the keys by which entries of past months could be told to come from the same event. */
export const throwAwayKeys = command({
  name: 'needs.throw-away-keys',
  summary: 'Throw away the keys of past months, so that the marks of their entries lead to nothing',
  input: z.object({}),
  result: z.object({ dropped: z.number() }),
  basis: ledgerBasis,
  load: () => Promise.resolve({}),
  allow: { system: always },
  decide: () => ({}),
  save: async (tx, _change, { actor, today }) => ({ dropped: await dropOldKeys(tx, actor.centreId, today) }),
  audit: (_change, { dropped }) => ({ what: { dropped } }),
});
