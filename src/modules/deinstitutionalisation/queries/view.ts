import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { id, tick } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { figureSchema } from '../../population/index.ts';
import { listPapers, paperSchema } from '../../records/index.ts';
import { lpdiBasis } from '../commands/target.ts';
import { listYears } from '../db/monitoring.ts';
import { figuresSchema, findPlan, keptChangeSchema, type Plan } from '../db/plans.ts';
import { budgetOf } from '../domain/budget.ts';
import { changesBetween } from '../domain/changes.ts';
import { contentSchema } from '../domain/content.ts';
import { inputs } from '../domain/indicators.ts';
import { planStates } from '../domain/lifecycle.ts';
import { cardPath, cardsPath } from '../domain/planned.ts';
import { keptPlaceSchema } from '../domain/places.ts';
import { moneySources } from '../domain/plan.ts';
import { problemsOf } from '../domain/problems.ts';
import { recordedStateSchema } from '../domain/recorded-year.ts';
import { standingOf, standings } from '../domain/schedule.ts';
import { taken } from '../figures.ts';
import { monitored } from '../monitoring.ts';
import { pl } from '../pl.ts';

const amount = figureSchema;

/** The card that a sum of money opens, or the plan where it is made of several. */
const openedBy = (planId: string, [only, ...more]: readonly { id: string }[]): string =>
  only && more.length === 0 ? cardPath(planId, only.id) : cardsPath(planId);

const budgetSchema = z.object({
  years: z.array(z.number()),
  sources: z.array(z.enum(moneySources)),
  cells: z.array(z.object({ source: z.enum(moneySources), year: z.number(), amount })),
  byYear: z.array(z.object({ year: z.number(), amount })),
  bySource: z.array(z.object({ source: z.enum(moneySources), amount })),
  total: amount,
  known: z.object({ amount: z.number(), about: z.boolean(), missing: z.number() }),
});

const progressSchema = z.union([
  z.object({ kind: z.enum(['no_base', 'no_target', 'not_measured', 'kept', 'lost']) }),
  z.object({ kind: z.literal('share'), share: z.number() }),
]);

const measuredSchema = z.object({
  indicatorId: z.string(),
  now: figureSchema,
  /** What a formula is made of, each number with its own passport. */
  parts: z.array(z.object({ input: z.enum(inputs), figure: figureSchema })),
  progress: progressSchema,
  history: z.array(
    z.object({
      on: z.string(),
      value: z.number(),
      kind: z.enum(['base', 'measured', 'computed']),
      source: z.string(),
    }),
  ),
});

const planSchema = z.object({
  id: z.string(),
  gmina: z.string(),
  gminaName: z.string(),
  title: z.string(),
  fromYear: z.number(),
  toYear: z.number(),
  state: z.enum(planStates),
  content: contentSchema,
  figures: figuresSchema,
  figuresOn: z.string().nullable(),
  places: z.array(keptPlaceSchema),
  changed: z.array(keptChangeSchema),
  replaces: z.string().nullable(),
  resolution: z.string().nullable(),
  adoptedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  version: z.number(),
});

/** A plan with everything that is worked out of it. */
export const viewSchema = z.object({
  plan: planSchema,
  problems: z.array(
    z.object({
      code: z.string(),
      about: z.string(),
      stops: z.boolean(),
      at: z.object({ part: z.enum(['goals', 'actions', 'indicators']), id: z.string() }).nullable(),
    }),
  ),
  budget: budgetSchema,
  measured: z.array(measuredSchema),
  /** Numbers that the system does not keep and people told, the newest of each. */
  told: z.partialRecord(z.enum(inputs), figureSchema),
  spending: z.object({
    byYear: z.array(z.object({ year: z.number(), planned: amount.nullable(), spent: amount })),
    byAction: z.array(z.object({ actionId: z.string(), planned: amount.nullable(), spent: amount })),
    planned: amount.nullable(),
    spent: amount,
  }),
  /** How every action stands against its years. */
  standings: z.array(z.object({ actionId: z.string(), standing: z.enum(standings) })),
  years: z.array(
    z.object({
      year: z.number(),
      conclusions: z.string(),
      recordedOn: z.string(),
      state: recordedStateSchema,
    }),
  ),
  /** What the running system says otherwise than the plan does; null: it was not asked. */
  changes: z.array(keptChangeSchema.extend({ key: z.string() })).nullable(),
});

export type PlanView = z.infer<typeof viewSchema>;

/**
 * Everything of a plan: its words, what is missing, its money, how far it is, and what changed around it. `compared` false leaves
 * the last out: it takes the figures of the whole system anew.
 */
export async function viewOf(
  db: Db,
  centreId: string,
  plan: Plan,
  today: string,
  compared = true,
): Promise<PlanView> {
  const [{ measured, told, spending }, years] = await Promise.all([
    monitored(db, centreId, plan, today),
    listYears(db, centreId, plan.id),
  ]);
  const now = compared ? await taken(db, centreId, plan, today, told) : undefined;
  const { content } = plan;
  const budget = budgetOf(
    content.actions,
    {
      source: pl.figures.cards,
      asOf: today,
      filter: pl.figures.notDropped,
      formula: pl.figures.sumOfCards,
    },
    (actions) => ({
      formula: pl.figures.sumOfActions(actions.map(({ number }) => number).join(', ')),
      rows: openedBy(plan.id, actions),
    }),
  );
  return {
    plan,
    problems: problemsOf({ ...plan, ...content }),
    budget: {
      ...budget,
      years: [...budget.years],
      sources: [...budget.sources],
      cells: [...budget.cells],
      byYear: [...budget.byYear],
      bySource: [...budget.bySource],
    },
    measured,
    told,
    spending: { ...spending, byYear: [...spending.byYear], byAction: [...spending.byAction] },
    standings: content.actions.map((action) => ({
      actionId: action.id,
      standing: standingOf(action, Number(today.slice(0, 4))),
    })),
    years,
    changes: now ? changesBetween(plan.figures, now.figures) : null,
  };
}

const withPapers = viewSchema.extend({
  /** Its documents as they were issued, with their hashes. */
  papers: z.array(paperSchema),
});

/** A plan with its kept documents. */
export type PlanWithPapers = z.infer<typeof withPapers>;

/** One plan with everything that is known of it. */
export const viewPlan = query({
  name: 'lpdi.view',
  summary:
    'A local plan: goals, actions, budget, indicators, what is missing and, unless `quick`, what changed since its figures were taken',
  input: z.object({ planId: id(), quick: tick() }),
  output: withPapers,
  basis: lpdiBasis,
  async read(db, { planId, quick }, { actor, today }) {
    const plan = await findPlan(db, actor.centreId, planId);
    if (!plan) return undefined;
    const [view, papers] = await Promise.all([
      viewOf(db, actor.centreId, plan, today, !quick),
      listPapers(db, actor.centreId, { what: 'lpdi', id: planId }),
    ]);
    return { ...view, papers };
  },
  allow: {
    director: always,
    service_organiser: always,
    community_organiser: always,
    plan_coordinator: always,
    assistance_organiser: always,
  },
  discloses: () => undefined,
});
