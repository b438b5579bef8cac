import { z } from 'zod';
import {
  recipientGroups,
  serviceKinds,
  type RecipientGroup,
  type ServiceKindKey,
} from '../../../law/index.ts';
import { type FormulaKey, formulas, type Indicator } from './indicators.ts';
import { type Action, actionStates, type Goal, moneySources, pillars, topics } from './plan.ts';
import type { Risk, RoleLine } from './problems.ts';
import { assumptionKeys } from './what-if.ts';

const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(record) as [K, ...K[]];

export const groupKeys = keysOf<RecipientGroup>(recipientGroups);
export const kindKeys = keysOf<ServiceKindKey>(serviceKinds);
export const formulaKeys = keysOf<FormulaKey>(formulas);

const answer = z.enum(['yes', 'no', 'unknown']);

const goal: z.ZodType<Goal> = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  number: z.string(),
  title: z.string(),
  groups: z.array(z.enum(groupKeys)),
});

const cost = z.object({
  year: z.int(),
  source: z.enum(moneySources),
  amount: z.int().nullable(),
  about: z.boolean(),
});

const places = z.object({ year: z.int(), amount: z.int() });
const spent = z.object({ year: z.int(), source: z.enum(moneySources), amount: z.int() });

const action: z.ZodType<Action> = z.object({
  id: z.string(),
  goalId: z.string(),
  number: z.string(),
  title: z.string(),
  description: z.string(),
  group: z.enum(groupKeys),
  topic: z.enum(topics),
  pillar: z.enum(pillars).nullable(),
  serviceKind: z.enum(kindKeys).nullable(),
  responsible: z.string(),
  partners: z.string(),
  fromYear: z.int(),
  toYear: z.int(),
  target: z.int().nullable(),
  state: z.enum(actionStates),
  test: z.object({
    individualised: answer,
    users_control: answer,
    not_isolated: answer,
    needs_prevail: answer,
  }),
  testNote: z.string(),
  costs: z.array(cost),
  places: z.array(places).default([]),
  spent: z.array(spent).default([]),
});

const indicator: z.ZodType<Indicator> = z.object({
  id: z.string(),
  of: z.union([z.object({ actionId: z.string() }), z.object({ goalId: z.string() })]),
  name: z.string(),
  unit: z.enum(['persons', 'families', 'places', 'hours', 'services', 'percent', 'grosze', 'ratio', 'days']),
  formula: z.enum(formulaKeys).nullable(),
  method: z.string(),
  base: z.number().nullable(),
  baseOn: z.string().nullable(),
  target: z.number().nullable(),
  targetYear: z.int(),
  source: z.string(),
  frequency: z.enum(['quarter', 'half_year', 'year', 'once']),
});

const level = z.union([z.literal(1), z.literal(2), z.literal(3)]);

const risk: z.ZodType<Risk> = z.object({
  id: z.string(),
  name: z.string(),
  likelihood: level,
  gravity: level,
  response: z.string(),
  owner: z.string(),
});

const role: z.ZodType<RoleLine> = z.object({ id: z.string(), who: z.string(), task: z.string() });

/** A strategic document and what it says on the matter (T6). */
const reference = z.object({
  id: z.string(),
  name: z.string(),
  level: z.string(),
  says: z.string(),
  where: z.string(),
});

/** A what-if that was kept: its assumptions in grosze, percent and years, and where each that is not an example comes from. */
const keptWhatIf = z.object({
  id: z.string(),
  name: z.string(),
  keptOn: z.string(),
  assumptions: z.record(z.enum(assumptionKeys), z.number()),
  sources: z.partialRecord(z.enum(assumptionKeys), z.string()),
});

/** All that is written into a plan by people; figures of the running system stand apart. */
export const contentSchema = z.object({
  goals: z.array(goal),
  actions: z.array(action),
  indicators: z.array(indicator),
  risks: z.array(risk),
  roles: z.array(role),
  references: z.array(reference),
  whatIfs: z.array(keptWhatIf).default([]),
  /** Chapters of the diagnostic part in words, by key. */
  texts: z.record(z.string(), z.string()),
});

export type Content = z.infer<typeof contentSchema>;
export type Reference = z.infer<typeof reference>;
export type KeptWhatIf = z.infer<typeof keptWhatIf>;

/** A plan in which nothing is written yet. */
export const emptyContent: Content = {
  goals: [],
  actions: [],
  indicators: [],
  risks: [],
  roles: [],
  references: [],
  whatIfs: [],
  texts: {},
};

/** Parts of a plan that are written and removed one by one. */
export const parts = ['goals', 'actions', 'indicators', 'risks', 'roles', 'references', 'whatIfs'] as const;
export type Part = (typeof parts)[number];

type Item<P extends Part> = Content[P][number];

/** The content with this item: in the place of the one with its id, or at the end. */
export function withItem<P extends Part>(content: Content, part: P, item: Item<P>): Content {
  const items: Item<P>[] = content[part];
  const known = items.some(({ id }) => id === item.id);
  const next = known ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item];
  return numbered({ ...content, [part]: next });
}

/** What hangs on an item: it cannot be taken away before that. */
export function heldBy(
  content: Content,
  part: Part,
  id: string,
): 'goals' | 'actions' | 'indicators' | undefined {
  if (part === 'goals') {
    if (content.goals.some(({ parentId }) => parentId === id)) return 'goals';
    if (content.actions.some(({ goalId }) => goalId === id)) return 'actions';
    if (content.indicators.some(({ of }) => 'goalId' in of && of.goalId === id)) return 'indicators';
  }
  if (part === 'actions' && content.indicators.some(({ of }) => 'actionId' in of && of.actionId === id))
    return 'indicators';
  return undefined;
}

/** The content without an item; its neighbours are numbered anew. */
export const withoutItem = (content: Content, part: Part, id: string): Content =>
  numbered({ ...content, [part]: content[part].filter((one: { id: string }) => one.id !== id) });

/** Numbers by the order of writing: goals 1, 1.1; actions 1.1.1. */
export function numbered(content: Content): Content {
  const numbers = new Map<string, string>();
  const goals: Goal[] = [];
  const number = (parentId: string | null, prefix: string): void => {
    const here = content.goals.filter((goal) => goal.parentId === parentId);
    here.forEach((goal, index) => {
      const own = `${prefix}${index + 1}`;
      numbers.set(goal.id, own);
      goals.push({ ...goal, number: own });
      number(goal.id, `${own}.`);
    });
  };
  number(null, '');
  const counts = new Map<string, number>();
  const actions = content.actions.map((action) => {
    const count = (counts.get(action.goalId) ?? 0) + 1;
    counts.set(action.goalId, count);
    return { ...action, number: `${numbers.get(action.goalId) ?? '?'}.${count}` };
  });
  return { ...content, goals, actions };
}
