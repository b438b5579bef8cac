import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { id } from '../../../platform/fields.ts';
import { letterSchema } from '../../../platform/documents/letter.ts';
import { query } from '../../../platform/runner/query.ts';
import type { Figure } from '../../../statistics/figure.ts';
import { publicPopulationPath } from '../../population/index.ts';
import { newestPaper } from '../../records/index.ts';
import { publishedPath, publishedSurveyPlaces } from '../../results/index.ts';
import { lpdiBasis } from '../commands/target.ts';
import { findPlan, listPlans, type Plan } from '../db/plans.ts';
import { isAdopted } from '../domain/lifecycle.ts';
import { publicFigure } from '../domain/public-rows.ts';
import { paperKind } from '../documents/lpdi.ts';
import { type PlanView, viewOf, viewSchema } from './view.ts';

const publicView = viewSchema.omit({ problems: true, changes: true, told: true });

/** An adopted plan as everybody reads it. */
export type PublicPlan = z.infer<typeof publicView>;

type Change = (figure: Figure) => Figure;

const budgetWith = (budget: PlanView['budget'], change: Change): PlanView['budget'] => ({
  ...budget,
  cells: budget.cells.map((cell) => ({ ...cell, amount: change(cell.amount) })),
  byYear: budget.byYear.map((one) => ({ ...one, amount: change(one.amount) })),
  bySource: budget.bySource.map((one) => ({ ...one, amount: change(one.amount) })),
  total: change(budget.total),
});

const spendingWith = (spending: PlanView['spending'], change: Change): PlanView['spending'] => {
  const maybe = (figure: Figure | null): Figure | null => (figure === null ? null : change(figure));
  return {
    byYear: spending.byYear.map((one) => ({ ...one, planned: maybe(one.planned), spent: change(one.spent) })),
    byAction: spending.byAction.map((one) => ({
      ...one,
      planned: maybe(one.planned),
      spent: change(one.spent),
    })),
    planned: maybe(spending.planned),
    spent: change(spending.spent),
  };
};

/** The plan with every number leading only to pages that everybody may open. */
function opened(
  { problems: _problems, changes: _changes, told: _told, ...view }: PlanView,
  change: Change,
): PublicPlan {
  const { plan, budget, measured, spending } = view;
  return {
    ...view,
    plan: {
      ...plan,
      figures: Object.fromEntries(
        Object.entries(plan.figures).map(([key, one]) => [key, { ...one, figure: change(one.figure) }]),
      ),
      changed: [],
    },
    budget: budgetWith(budget, change),
    measured: measured.map((one) => ({
      ...one,
      now: change(one.now),
      parts: one.parts.map((part) => ({ ...part, figure: change(part.figure) })),
    })),
    spending: spendingWith(spending, change),
  };
}

/** Plans that were adopted, the newest years first. */
export const publishedPlans = query({
  name: 'lpdi.published-plans',
  summary: 'Local deinstitutionalisation plans that were adopted, for everybody',
  input: z.object({}),
  output: z.object({
    plans: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        gminaName: z.string(),
        fromYear: z.number(),
        toYear: z.number(),
        ended: z.boolean(),
        resolution: z.string().nullable(),
        adoptedOn: z.string().nullable(),
        goals: z.number(),
        actions: z.number(),
      }),
    ),
  }),
  basis: lpdiBasis,
  async read(db, _input, { actor }) {
    const plans = await listPlans(db, actor.centreId);
    return {
      plans: plans
        .filter(({ state }) => isAdopted(state))
        .map(({ content, state, id: planId, title, gminaName, fromYear, toYear, resolution, adoptedOn }) => ({
          id: planId,
          title,
          gminaName,
          fromYear,
          toYear,
          ended: state === 'ended',
          resolution,
          adoptedOn,
          goals: content.goals.length,
          actions: content.actions.length,
        })),
    };
  },
  allow: anyone(),
  discloses: () => undefined,
});

const findAdopted = async (db: Db, centreId: string, planId: string): Promise<Plan | undefined> => {
  const plan = await findPlan(db, centreId, planId);
  return plan && isAdopted(plan.state) ? plan : undefined;
};

/** An adopted plan: its numbers as they stood at the adoption, its indicators as they are today. */
export const publishedPlan = query({
  name: 'lpdi.published',
  summary:
    'An adopted local plan for everybody: goals, actions, money, indicators, and the source of every number',
  input: z.object({ planId: id() }),
  output: publicView,
  basis: lpdiBasis,
  async read(db, { planId }, { actor, today }) {
    const plan = await findAdopted(db, actor.centreId, planId);
    if (!plan) return undefined;
    const [view, surveys] = await Promise.all([
      viewOf(db, actor.centreId, plan, today, false),
      publishedSurveyPlaces(db, actor.centreId),
    ]);
    const places = new Map(surveys.map(({ surveyId, slug }) => [surveyId, `${publishedPath}/${slug}`]));
    return opened(view, publicFigure({ planId, surveys: places, population: publicPopulationPath }));
  },
  allow: anyone(),
  discloses: () => undefined,
});

/** The paper that was adopted, as it was issued. */
export const publishedPlanPaper = query({
  name: 'lpdi.published-paper',
  summary: 'The document of an adopted local plan, as it was issued on the day of its adoption',
  input: z.object({ planId: id() }),
  output: z.object({
    pdf: z.string().nullable().describe('Base64; null while the file is being made from the letter'),
    letter: letterSchema,
  }),
  basis: lpdiBasis,
  read: async (db, { planId }, { actor }) =>
    (await findAdopted(db, actor.centreId, planId)) &&
    (await newestPaper(db, actor.centreId, { what: 'lpdi', id: planId }, paperKind)),
  allow: anyone(),
  discloses: () => undefined,
  hidden: true,
});
