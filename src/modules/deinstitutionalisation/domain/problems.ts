import { serviceKinds } from '../../../law/index.ts';
import type { Indicator } from './indicators.ts';
import { type Action, communityVerdict, type Goal } from './plan.ts';

/** A risk of the plan (T11): how likely and how grave, 1 to 3, and what is done about it. */
export interface Risk {
  id: string;
  name: string;
  likelihood: 1 | 2 | 3;
  gravity: 1 | 2 | 3;
  response: string;
  owner: string;
}

/** Who answers for what (T12). */
export interface RoleLine {
  id: string;
  who: string;
  task: string;
}

/** Everything of a plan that a check looks at. */
export interface PlanContent {
  title: string;
  fromYear: number;
  toYear: number;
  goals: readonly Goal[];
  actions: readonly Action[];
  indicators: readonly Indicator[];
  risks: readonly Risk[];
  roles: readonly RoleLine[];
}

/** What is missing or contradicts itself; `stops`: the plan cannot be finished with it. */
export interface PlanProblem {
  code:
    | 'no_goals'
    | 'goal_without_actions'
    | 'action_without_goal'
    | 'action_outside_years'
    | 'cost_outside_action'
    | 'action_without_cost'
    | 'cost_unknown'
    | 'not_community'
    | 'test_unanswered'
    | 'institutional_action'
    | 'pillar_missing'
    | 'pillar_elsewhere'
    | 'action_without_indicator'
    | 'indicator_without_base'
    | 'indicator_without_target'
    | 'indicator_base_after_start'
    | 'no_risks'
    | 'no_roles';
  stops: boolean;
  /** The number or name of what it is about; empty: the plan as a whole. */
  about: string;
  /** Where it is mended; null: in a list of the whole plan. */
  at: { part: 'goals' | 'actions' | 'indicators'; id: string } | null;
}

type About = Pick<PlanProblem, 'about' | 'at'>;

const plan: About = { about: '', at: null };
const goalAt = ({ number, id }: Goal): About => ({ about: number, at: { part: 'goals', id } });
const actionAt = ({ number, id }: Action): About => ({ about: number, at: { part: 'actions', id } });
const indicatorAt = ({ name, id }: Indicator): About => ({ about: name, at: { part: 'indicators', id } });

const problem = (code: PlanProblem['code'], about: About, stops = false): PlanProblem => ({
  code,
  stops,
  ...about,
});

function problemsOfAction(action: Action, content: PlanContent): PlanProblem[] {
  const { costs, fromYear, toYear } = action;
  const found: PlanProblem[] = [];
  const add = (holds: boolean, code: PlanProblem['code'], stops = false): void => {
    if (holds) found.push(problem(code, actionAt(action), stops));
  };
  const verdict = communityVerdict(action.test);
  const kind = action.serviceKind === null ? undefined : serviceKinds[action.serviceKind];
  add(!content.goals.some(({ id }) => id === action.goalId), 'action_without_goal', true);
  add(
    fromYear < content.fromYear || toYear > content.toYear || fromYear > toYear,
    'action_outside_years',
    true,
  );
  add(
    costs.some(({ year }) => year < fromYear || year > toYear),
    'cost_outside_action',
    true,
  );
  add(costs.length === 0, 'action_without_cost');
  add(
    costs.some(({ amount }) => amount === null),
    'cost_unknown',
  );
  add(kind?.institutional === true, 'institutional_action');
  add(verdict === 'not_community', 'not_community');
  add(verdict === 'unanswered', 'test_unanswered', true);
  add(action.topic === 'foster_care' && action.pillar === null, 'pillar_missing', true);
  add(action.topic !== 'foster_care' && action.pillar !== null, 'pillar_elsewhere', true);
  add(
    !content.indicators.some(({ of }) => 'actionId' in of && of.actionId === action.id),
    'action_without_indicator',
  );
  return found;
}

function problemsOfIndicator(indicator: Indicator, content: PlanContent): PlanProblem[] {
  const { base, baseOn, target } = indicator;
  const about = indicatorAt(indicator);
  return [
    ...(base === null ? [problem('indicator_without_base', about)] : []),
    ...(target === null ? [problem('indicator_without_target', about, true)] : []),
    ...(baseOn !== null && Number(baseOn.slice(0, 4)) > content.fromYear
      ? [problem('indicator_base_after_start', about)]
      : []),
  ];
}

/**
 * What stands between a draft and a finished plan, worst first. A service that is not one of the community does not stop
 * the plan: it may be paid from other money, but everybody sees it.
 */
export function problemsOf(content: PlanContent): PlanProblem[] {
  const live = content.actions.filter(({ state }) => state !== 'dropped');
  const hasBelow = (goal: Goal): boolean => content.goals.some(({ parentId }) => parentId === goal.id);
  const found = [
    ...(content.goals.length === 0 ? [problem('no_goals', plan, true)] : []),
    ...content.goals
      .filter((goal) => !hasBelow(goal) && !live.some(({ goalId }) => goalId === goal.id))
      .map((goal) => problem('goal_without_actions', goalAt(goal), true)),
    ...live.flatMap((action) => problemsOfAction(action, content)),
    ...content.indicators.flatMap((indicator) => problemsOfIndicator(indicator, content)),
    ...(content.risks.length === 0 ? [problem('no_risks', plan)] : []),
    ...(content.roles.length === 0 ? [problem('no_roles', plan)] : []),
  ];
  return found.toSorted((one, other) => Number(other.stops) - Number(one.stops));
}
