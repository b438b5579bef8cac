import { z } from 'zod';
import { id, integer } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findContent } from '../db/content.ts';
import { compareVersions } from '../domain/compare.ts';
import { versionSchema } from '../domain/plan.ts';
import { readsPlan } from '../domain/policy.ts';
import { readPlan } from './read-plan.ts';
import { planHeadSchema } from './schemas.ts';

/** A version of a plan beside the one before it that was approved: what was added, removed, changed (art. 41(2)). */
export const compareVersionsQuery = query({
  name: 'plans.compare-versions',
  summary: 'A version of a plan beside the approved one before it, field by field',
  input: z.object({ planId: id(), number: integer(2, 1000) }),
  output: planHeadSchema.extend({
    before: versionSchema,
    after: versionSchema,
    differences: z.array(
      z.object({
        key: z.string(),
        field: z.string(),
        before: z.string().optional(),
        after: z.string().optional(),
      }),
    ),
  }),
  basis: 'art. 41 ust. 2 ustawy o CUS',
  async read(db, input, moment) {
    const read = await readPlan(db, moment, input.planId);
    if (!read) return undefined;
    const { versions } = read.plan;
    const after = versions.find(({ number }) => number === input.number);
    const before = versions.findLast(
      ({ number, approvedOn }) => number < input.number && approvedOn !== null,
    );
    if (!after || !before) return undefined;
    const { centreId } = moment.actor;
    const [earlier, later] = await Promise.all([
      findContent(db, centreId, before.id),
      findContent(db, centreId, after.id),
    ]);
    const differences = compareVersions(
      { version: before, content: earlier },
      { version: after, content: later },
    );
    return { ...read.head, before, after, differences };
  },
  // A draft of a change is the centre's work: the resident gets it in the talk, and when it is approved.
  allow: {
    ...readsPlan,
    resident: (actor, output) =>
      readsPlan.resident?.(actor, output) === true && output.after.approvedOn !== null,
  },
  discloses: (output) => ({
    personId: output.personId,
    caseId: output.caseId,
    what: { plan: output.id, versions: [output.before.number, output.after.number], parts: ['plan'] },
  }),
  hidden: true,
});
