import { z } from 'zod';
import { basis, cite } from '../../../law/index.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { actingKinds, actsFor } from '../../people/index.ts';
import { findStatus, listOwnCaseIds } from '../db/status.ts';
import { caseStatusSchema } from '../domain/status.ts';

const acting = z.object({
  personId: z.string(),
  name: z.string(),
  kind: z.enum(actingKinds),
  until: z.string().nullable(),
});

const whoMayApply = cite(basis('cus', '35', 'statute'));

/** For whom the resident of the account acts today. */
export const represented = query({
  name: 'casework.represented',
  summary: 'People whom the resident who is signed in represents or cares for today',
  input: z.object({}),
  output: z.object({ representativeId: z.string(), people: z.array(acting) }),
  basis: whoMayApply,
  async read(db, _input, { actor: { centreId, personId }, today }) {
    if (personId === undefined) return undefined;
    return { representativeId: personId, people: await actsFor(db, centreId, personId, today) };
  },
  allow: { resident: (actor, seen) => actor.personId === seen.representativeId },
  discloses: ({ representativeId, people }) => ({
    personId: representativeId,
    what: { parts: ['represented'], people: people.map(({ personId }) => personId) },
  }),
  hidden: true,
});

/** Cases of a person for whoever acts for them, as far as that holds today. It is written down as read of that person. */
export const representedCases = query({
  name: 'casework.represented-cases',
  summary: 'Cases of a person for their representative or carer who is signed in',
  input: z.object({ personId: id() }),
  output: acting.extend({
    representativeId: z.string(),
    cases: z.array(caseStatusSchema.extend({ title: z.string() })),
  }),
  basis: whoMayApply,
  async read(db, input, { actor: { centreId, personId: representativeId }, today }) {
    if (representativeId === undefined) return undefined;
    const people = await actsFor(db, centreId, representativeId, today);
    const person = people.find((one) => one.personId === input.personId);
    if (!person) return undefined;
    const listed = await listOwnCaseIds(db, centreId, person.personId);
    const cases = await Promise.all(
      listed.map(async (one) => {
        const status = await findStatus(db, centreId, one.id);
        return status && { ...status, title: one.title };
      }),
    );
    return { ...person, representativeId, cases: cases.filter((one) => one !== undefined) };
  },
  allow: { resident: (actor, seen) => actor.personId === seen.representativeId },
  discloses: ({ personId, kind, cases }) => ({
    personId,
    what: { parts: ['status'], as: kind, cases: cases.map(({ caseId }) => caseId) },
  }),
  hidden: true,
});
