import { z } from 'zod';
import { type Actor, always } from '../../../platform/actor.ts';
import { integer, optionalText } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { type CaseScope, listCases } from '../db/case-list.ts';
import { caseListSchema, whoseCases } from '../domain/case-list.ts';
import { caseStates } from '../domain/lifecycle.ts';

const everything = ['clerk', 'director', 'service_organiser'] as const;

/** What of the centre's cases a worker may know of, by the widest of their roles. */
export function scopeOf(actor: Actor): CaseScope {
  if (everything.some((role) => actor.roles.includes(role))) return { kind: 'all' };
  if (actor.roles.includes('plan_coordinator')) return { kind: 'coordinator', accountId: actor.accountId };
  return { kind: 'team' };
}

/** The list of cases of a worker, within what their role may know of. */
export const listCasesQuery = query({
  name: 'casework.list-cases',
  summary: 'Cases by state, coordinator, gmina and text, with counts, page by page',
  input: z.object({
    whose: z.enum(whoseCases).default('all'),
    state: z.enum([...caseStates, 'open', 'any']).default('open'),
    gmina: optionalText(7),
    text: optionalText(100),
    page: integer(1, 10_000).default(1),
  }),
  output: caseListSchema,
  basis: 'art. 22, art. 50 ust. 3 ustawy o CUS',
  read: async (db, input, moment) =>
    await listCases(db, moment.actor.centreId, scopeOf(moment.actor), {
      ...input,
      accountId: moment.actor.accountId,
    }),
  allow: {
    clerk: always,
    director: always,
    service_organiser: always,
    plan_coordinator: always,
    assistance_organiser: always,
  },
  // One line for the list: it names whose cases were on it, without an entry for each of them.
  discloses: (list) => ({ what: { cases: list.rows.map((row) => row.id), total: list.total } }),
});
