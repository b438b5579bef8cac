import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { hasOpenGrant } from '../../access/index.ts';
import { caseStates, findCase } from '../../casework/index.ts';
import { listPlans } from '../db/lists.ts';
import { readsPlan } from '../domain/policy.ts';
import { listedPlanSchema } from './schemas.ts';

const readsAll = (actor: Actor): boolean =>
  actor.roles.includes('director') || actor.roles.includes('service_organiser');

/** The plan of a case, or that it needs one: for the page of the case. */
export const planOfCase = query({
  name: 'plans.of-case',
  summary: 'The plan of a case, or whether the reader may begin to draw it up',
  input: z.object({ caseId: id() }),
  output: z.object({
    caseId: z.string(),
    caseState: z.enum(caseStates),
    personId: z.string().nullable(),
    coordinatorId: z.string().nullable(),
    granted: z.boolean(),
    plan: listedPlanSchema.nullable(),
    mayDrawUp: z.boolean(),
  }),
  basis: 'art. 38 ust. 2, art. 50 ust. 1 i 3 ustawy o CUS',
  async read(db, input, moment) {
    const { centreId, accountId } = moment.actor;
    const file = await findCase(db, centreId, input.caseId);
    if (!file) return undefined;
    const [plans, granted] = await Promise.all([
      listPlans(db, centreId, { caseId: file.id }, 'all', { limit: 1, offset: 0 }),
      file.personId === null ? false : hasOpenGrant(db, centreId, accountId, file.personId, moment.now),
    ]);
    const plan = plans[0] ?? null;
    const free = plan === null || plan.state === 'abandoned';
    return {
      caseId: file.id,
      caseState: file.state,
      personId: file.personId,
      coordinatorId: file.coordinatorId,
      granted,
      plan,
      mayDrawUp:
        free &&
        file.state === 'plan_in_preparation' &&
        file.coordinatorId === accountId &&
        file.personId !== null,
    };
  },
  allow: {
    director: () => true,
    service_organiser: () => true,
    plan_coordinator: (actor, of) =>
      [of.coordinatorId, of.plan?.coordinatorId].includes(actor.accountId) || of.granted,
  },
  discloses: ({ plan, caseId, personId }) =>
    plan ? { personId, caseId, what: { plan: plan.id, parts: ['plan'] } } : undefined,
  hidden: true,
});

/** Plans of a person, as far as the reader may see them: a coordinator only those they lead. */
export const plansOfPerson = query({
  name: 'plans.of-person',
  summary: 'Plans of a person that the reader may see',
  input: z.object({ personId: id() }),
  output: z.object({ personId: z.string(), plans: z.array(listedPlanSchema) }),
  basis: 'art. 50 ust. 1 i 3 ustawy o CUS',
  async read(db, input, moment) {
    const { actor } = moment;
    const [plans, granted] = await Promise.all([
      listPlans(db, actor.centreId, { personId: input.personId }, 'all', { limit: 50, offset: 0 }),
      hasOpenGrant(db, actor.centreId, actor.accountId, input.personId, moment.now),
    ]);
    const own = plans.filter((plan) => plan.coordinatorId === actor.accountId);
    return {
      personId: input.personId,
      plans: readsAll(actor) || granted || actor.personId !== undefined ? plans : own,
    };
  },
  allow: {
    director: () => true,
    service_organiser: () => true,
    plan_coordinator: () => true,
    resident: (actor, of) =>
      readsPlan.resident?.(actor, { personId: of.personId, coordinatorId: '' }) === true,
  },
  discloses: ({ plans, personId }) =>
    plans.length === 0
      ? undefined
      : { personId, what: { parts: ['plan'], plans: plans.map((plan) => plan.id) } },
});
