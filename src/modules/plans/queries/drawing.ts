import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { listDeadlines } from '../../agenda/index.ts';
import { deadlineSchema } from '../../agenda/index.ts';
import { findKnown } from '../../casework/index.ts';
import { contractsOn, listOrganizations } from '../../directory/index.ts';
import { peopleLeft, priceWords, reliefsOf, units } from '../../programmes/index.ts';
import { findUnexplained } from '../../agenda/index.ts';
import { offersOfGmina } from '../db/choices.ts';
import { findContent } from '../db/content.ts';
import { lacksOf } from '../domain/content.ts';
import { prepared } from '../domain/lifecycle.ts';
import { contentSchema, versionSchema } from '../domain/plan.ts';
import { leads } from '../domain/policy.ts';
import { openActions, readPlan } from './read-plan.ts';
import { lackSchema, planHeadSchema } from './schemas.ts';

const offerChoice = z.object({
  id: z.string(),
  serviceId: z.string(),
  serviceName: z.string(),
  programmeName: z.string(),
  unit: z.enum(units),
  price: z.string().nullable(),
  /** The programme charges for it. */
  charged: z.boolean(),
  byIncome: z.boolean(),
  needsPrice: z.boolean(),
  maxMonths: z.number().nullable(),
  peopleLeft: z.number().nullable(),
  reliefs: z.array(z.object({ id: z.string(), words: z.string() })),
});

/** Everything that drawing up a plan needs on screen: the draft, what it lacks, and what may be chosen for it. */
export const drawing = query({
  name: 'plans.drawing',
  summary: 'A draft of a plan with what it lacks and the services, performers and contracts to choose from',
  input: z.object({ planId: id() }),
  output: planHeadSchema.extend({
    at: versionSchema,
    content: contentSchema,
    lacks: z.array(lackSchema),
    actions: z.array(z.string()),
    clocks: z.array(deadlineSchema),
    /** The clock of art. 40 has run out and nobody has said why. */
    lateSince: z.string().nullable(),
    offers: z.array(offerChoice),
    organizations: z.array(z.object({ id: z.string(), name: z.string() })),
    contracts: z.array(
      z.object({
        id: z.string(),
        organization: z.string(),
        serviceId: z.string(),
        number: z.string(),
        validTo: z.string().nullable(),
      }),
    ),
    payer: z.object({
      household: z.enum(['single', 'family']).nullable(),
      incomeGrosze: z.number().nullable(),
    }),
  }),
  basis: 'art. 29, art. 39 ustawy o CUS',
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const { today } = moment;
    const read = await readPlan(db, moment, input.planId);
    const at = read && prepared(read.plan.versions);
    if (!read || !at) return undefined;
    const { caseId } = read.plan;
    const [content, offers, organizations, contracts, known, clocks, late] = await Promise.all([
      findContent(db, centreId, at.id),
      offersOfGmina(db, centreId, read.plan.gmina, today),
      listOrganizations(db, centreId),
      contractsOn(db, centreId, at.startsOn ?? today),
      findKnown(db, centreId, caseId, today),
      listDeadlines(db, centreId, { caseId }),
      findUnexplained(db, centreId, { caseId, kind: 'planReady' }, today),
    ]);
    return {
      ...read.head,
      at,
      content,
      lacks: lacksOf(at, content),
      actions: openActions(moment.actor, { ...read, at }),
      clocks: clocks.filter(({ kind, state }) => kind === 'planReady' && state === 'running'),
      lateSince: late?.dueOn ?? null,
      offers: offers.map((offer) => ({
        id: offer.id,
        serviceId: offer.serviceId,
        serviceName: offer.serviceName,
        programmeName: offer.programmeName,
        unit: offer.unit,
        price: priceWords(offer, today),
        charged: offer.fee !== null && offer.fee.kind !== 'free',
        byIncome: offer.fee?.kind === 'byIncome',
        needsPrice: offer.unitPriceGrosze === null && offer.limitGrosze !== null,
        maxMonths: offer.maxMonths,
        peopleLeft: peopleLeft(offer),
        reliefs: reliefsOf(offer.fee, today)
          .filter((relief) => known.reliefs.includes(relief.words))
          .map((relief) => ({ id: relief.id, words: relief.words })),
      })),
      organizations: organizations.map(({ id: organizationId, name }) => ({ id: organizationId, name })),
      contracts,
      payer: { household: known.household ?? null, incomeGrosze: known.incomeGrosze },
    };
  },
  allow: { plan_coordinator: leads },
  discloses: (output) => ({
    personId: output.personId,
    caseId: output.caseId,
    what: { plan: output.id, version: output.at.number, parts: ['plan', 'income'] },
  }),
  hidden: true,
});
