import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { openCasesOf } from '../db/case-list.ts';
import { caseStates } from '../domain/lifecycle.ts';
import { scopeOf } from './list-cases.ts';

const openCase = z.object({
  id: z.string(),
  sign: z.string().nullable(),
  title: z.string(),
  state: z.enum(caseStates),
  coordinator: z.string().nullable(),
});

export type OpenCase = z.infer<typeof openCase>;

/** Open cases of one person, as far as the reader may know of them: so that one need does not become two cases. */
export const openCases = query({
  name: 'casework.open-cases',
  summary: 'Open cases of a person, for whoever is about to begin another',
  input: z.object({ personId: id() }),
  output: z.object({ personId: z.string(), cases: z.array(openCase) }),
  basis: 'art. 22, art. 50 ust. 1 ustawy o CUS',
  read: async (db, { personId }, { actor }) => ({
    personId,
    cases: await openCasesOf(db, actor.centreId, scopeOf(actor), personId),
  }),
  allow: {
    clerk: always,
    director: always,
    service_organiser: always,
    plan_coordinator: always,
    assistance_organiser: always,
  },
  discloses: ({ personId, cases }) =>
    cases.length === 0
      ? undefined
      : { personId, what: { parts: ['cases'], cases: cases.map((one) => one.id) } },
});
