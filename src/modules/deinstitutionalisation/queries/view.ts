import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import type { Figure } from '../../../statistics/figure.ts';
import { figureSchema } from '../../population/index.ts';
import { lpdiBasis } from '../commands/target.ts';
import { figuresSchema, findPlan, listMeasurements, type Measurement, type Plan } from '../db/plans.ts';
import { budgetOf } from '../domain/budget.ts';
import { changesBetween } from '../domain/changes.ts';
import { contentSchema } from '../domain/content.ts';
import { type Indicator, indicatorOf, type Inputs, progressOf } from '../domain/indicators.ts';
import { planStates } from '../domain/lifecycle.ts';
import { moneySources } from '../domain/plan.ts';
import { problemsOf } from '../domain/problems.ts';
import { figuresFor, inputsFor } from '../figures.ts';
import { pl } from '../pl.ts';

const amount = figureSchema;

const budgetSchema = z.object({
  years: z.array(z.number()),
  sources: z.array(z.enum(moneySources)),
  cells: z.array(z.object({ source: z.enum(moneySources), year: z.number(), amount })),
  byYear: z.array(z.object({ year: z.number(), amount })),
  bySource: z.array(z.object({ source: z.enum(moneySources), amount })),
  total: amount,
});

const progressSchema = z.union([
  z.object({ kind: z.enum(['no_base', 'no_target', 'not_measured', 'kept', 'lost']) }),
  z.object({ kind: z.literal('share'), share: z.number() }),
]);

const measuredSchema = z.object({
  indicatorId: z.string(),
  now: figureSchema,
  progress: progressSchema,
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
  replaces: z.string().nullable(),
  resolution: z.string().nullable(),
  adoptedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  version: z.number(),
});

const viewSchema = z.object({
  plan: planSchema,
  problems: z.array(z.object({ code: z.string(), about: z.string(), stops: z.boolean() })),
  budget: budgetSchema,
  measured: z.array(measuredSchema),
  /** What the running system says otherwise than the plan does. */
  changes: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      kind: z.enum(['came', 'went', 'moved', 'source']),
      before: figureSchema.nullable(),
      after: figureSchema.nullable(),
    }),
  ),
});

export type PlanView = z.infer<typeof viewSchema>;

/** The value of an indicator today: computed by the system, or the last one that people measured. */
function nowOf(
  indicator: Indicator,
  inputs: Inputs,
  measurements: readonly Measurement[],
  today: string,
): Figure {
  const { formula, name, unit } = indicator;
  if (formula !== null)
    return indicatorOf(formula, inputs, {
      source: pl.figures.system,
      asOf: today,
      filter: '',
      formula: pl.formulas[formula].formula,
    });
  const last = measurements.find(({ indicatorId }) => indicatorId === indicator.id);
  return {
    value: last?.value ?? null,
    unit,
    passport: {
      source: last?.source ?? pl.figures.nobodyMeasured,
      asOf: last?.measuredOn ?? today,
      filter: name,
      formula: indicator.method,
    },
  };
}

/** Everything of a plan: its words, what is missing, its money, how far it is, and what changed around it. */
export async function viewOf(db: Db, centreId: string, plan: Plan, today: string): Promise<PlanView> {
  const [measurements, figures, inputs] = await Promise.all([
    listMeasurements(db, centreId, plan.id),
    figuresFor(db, centreId, plan),
    inputsFor(db, centreId, plan.gmina),
  ]);
  const { content } = plan;
  const budget = budgetOf(content.actions, {
    source: pl.figures.cards,
    asOf: today,
    filter: pl.figures.notDropped,
    formula: pl.figures.sumOfCards,
  });
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
    measured: content.indicators.map((indicator) => {
      const now = nowOf(indicator, inputs, measurements, today);
      return { indicatorId: indicator.id, now, progress: progressOf(indicator, now.value) };
    }),
    changes: changesBetween(plan.figures, figures),
  };
}

/** One plan with everything that is known of it. */
export const viewPlan = query({
  name: 'lpdi.view',
  summary:
    'A local plan: goals, actions, budget, indicators, what is missing and what changed since its figures were taken',
  input: z.object({ planId: id() }),
  output: viewSchema,
  basis: lpdiBasis,
  async read(db, { planId }, { actor, today }) {
    const plan = await findPlan(db, actor.centreId, planId);
    return plan && (await viewOf(db, actor.centreId, plan, today));
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
