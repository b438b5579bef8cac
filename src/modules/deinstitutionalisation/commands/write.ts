import { z } from 'zod';
import {
  choice,
  id,
  integer,
  list,
  optionalDate,
  optionalId,
  optionalInteger,
  optionalMoney,
  optionalText,
  rows,
  text,
  tick,
} from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { formulaKeys, groupKeys, heldBy, kindKeys, parts, withItem, withoutItem } from '../domain/content.ts';
import { formulas } from '../domain/indicators.ts';
import { actionStates, moneySources, pillars, topics } from '../domain/plan.ts';
import { pl } from '../pl.ts';
import { optionalDecimal } from './number.ts';
import { planEdit, planInput } from './target.ts';

const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** Writes a goal: strategic without a parent, operational below a strategic one. */
export const writeGoal = planEdit({
  name: 'lpdi.write-goal',
  summary: 'Write a goal of a local plan, new or changed',
  input: planInput.extend({
    itemId: optionalId(),
    parentId: optionalId(),
    title: text(300),
    groups: list(z.enum(groupKeys), 11),
  }),
  edit(plan, { itemId, parentId, title, groups }) {
    const { goals } = plan.content;
    const parent = goals.find((goal) => goal.id === parentId);
    if (parentId !== undefined && parent?.parentId !== null)
      return refuse('lpdi.no-such-goal', pl.errors.noSuchGoal, { field: 'parentId' });
    if (itemId !== undefined && parentId !== undefined && goals.some((goal) => goal.parentId === itemId))
      return refuse('lpdi.goal-has-goals', pl.errors.goalHasGoals, { field: 'parentId' });
    const goal = { id: itemId ?? newId(), parentId: parentId ?? null, number: '', title, groups };
    return { content: withItem(plan.content, 'goals', goal), what: { goal: title } };
  },
});

const unanswered = {
  individualised: 'unknown',
  users_control: 'unknown',
  not_isolated: 'unknown',
  needs_prevail: 'unknown',
} as const;

/** Writes an action card; its money and its test are written apart. */
export const writeAction = planEdit({
  name: 'lpdi.write-action',
  summary: 'Write an action card of a local plan, new or changed',
  input: planInput.extend({
    itemId: optionalId(),
    goalId: id(pl.errors.goal),
    title: text(300),
    description: optionalText(4000),
    group: choice(groupKeys),
    topic: choice(topics),
    pillar: orNothing(z.enum(pillars)),
    serviceKind: orNothing(z.enum(kindKeys)),
    responsible: text(200),
    partners: optionalText(500),
    fromYear: integer(2020, 2115),
    toYear: integer(2020, 2115),
    target: optionalInteger(1, 1_000_000),
  }),
  edit(plan, input) {
    const { itemId, description, pillar, serviceKind, partners, target } = input;
    if (!plan.content.goals.some((goal) => goal.id === input.goalId))
      return refuse('lpdi.no-such-goal', pl.errors.noSuchGoal, { field: 'goalId' });
    if (input.fromYear < plan.fromYear || input.toYear > plan.toYear || input.toYear < input.fromYear)
      return refuse('lpdi.outside-years', pl.errors.outsideYears(plan.fromYear, plan.toYear), {
        field: 'toYear',
      });
    const before = plan.content.actions.find((action) => action.id === itemId);
    const action = {
      id: itemId ?? newId(),
      goalId: input.goalId,
      number: '',
      title: input.title,
      description: description ?? '',
      group: input.group,
      topic: input.topic,
      pillar: pillar ?? null,
      serviceKind: serviceKind ?? null,
      responsible: input.responsible,
      partners: partners ?? '',
      fromYear: input.fromYear,
      toYear: input.toYear,
      target: target ?? null,
      state: before?.state ?? ('planned' as const),
      test: before?.test ?? unanswered,
      testNote: before?.testNote ?? '',
      costs: before?.costs ?? [],
      places: before?.places ?? [],
      spent: before?.spent ?? [],
    };
    return { content: withItem(plan.content, 'actions', action), what: { action: input.title } };
  },
});

/** Writes the money of an action, all of it at once: rows of year, source and amount. */
export const writeCosts = planEdit({
  name: 'lpdi.write-costs',
  summary: 'Write the money of an action by year and source; an amount left out is not known',
  input: planInput.extend({
    itemId: id(),
    costs: rows(
      z.object({
        year: integer(2020, 2115),
        source: choice(moneySources),
        amount: optionalMoney(),
        about: tick(),
      }),
      200,
    ),
  }),
  edit(plan, { itemId, costs }) {
    const action = plan.content.actions.find((one) => one.id === itemId);
    if (!action) return refuse('lpdi.no-such-action', pl.errors.noSuchAction);
    const outside = costs.findIndex(({ year }) => year < action.fromYear || year > action.toYear);
    if (outside >= 0)
      return refuse('lpdi.cost-outside-action', pl.errors.costOutside(action.fromYear, action.toYear), {
        field: `costs.${outside}.year`,
      });
    const written = costs.map(({ amount, ...cost }) => ({ ...cost, amount: amount ?? null }));
    return {
      content: withItem(plan.content, 'actions', { ...action, costs: written }),
      what: { action: action.title, costs: written.length },
    };
  },
});

const answer = choice(['yes', 'no', 'unknown']);

/** Answers the four questions of a service in the local community. */
export const answerTest = planEdit({
  name: 'lpdi.answer-test',
  summary: 'Answer the test of a service in the local community for an action',
  input: planInput.extend({
    itemId: id(),
    individualised: answer,
    users_control: answer,
    not_isolated: answer,
    needs_prevail: answer,
    note: optionalText(1000),
  }),
  edit(plan, { itemId, individualised, users_control, not_isolated, needs_prevail, note }) {
    const action = plan.content.actions.find((one) => one.id === itemId);
    if (!action) return refuse('lpdi.no-such-action', pl.errors.noSuchAction);
    const test = { individualised, users_control, not_isolated, needs_prevail };
    return {
      content: withItem(plan.content, 'actions', { ...action, test, testNote: note ?? '' }),
      what: { action: action.title, ...test },
    };
  },
});

/** Writes an indicator of an action: computed by the system, or measured by people in the way that is described. */
export const writeIndicator = planEdit({
  name: 'lpdi.write-indicator',
  summary: 'Write an indicator of a local plan with its formula, base, target, source and frequency',
  input: planInput.extend({
    itemId: optionalId(),
    actionId: id(pl.errors.action),
    name: text(200),
    unit: choice([
      'persons',
      'families',
      'places',
      'hours',
      'services',
      'percent',
      'grosze',
      'ratio',
      'days',
    ]),
    formula: orNothing(z.enum(formulaKeys)),
    method: optionalText(1000),
    base: optionalDecimal(),
    baseOn: optionalDate(),
    target: optionalDecimal(),
    targetYear: integer(2020, 2115),
    source: text(300),
    frequency: choice(['quarter', 'half_year', 'year', 'once']),
  }),
  edit(plan, input) {
    if (!plan.content.actions.some(({ id: own }) => own === input.actionId))
      return refuse('lpdi.no-such-action', pl.errors.noSuchAction, { field: 'actionId' });
    if (input.formula === undefined && input.method === undefined)
      return refuse('lpdi.no-method', pl.errors.noMethod, { field: 'method' });
    if ((input.base === undefined) !== (input.baseOn === undefined))
      return refuse('lpdi.base-without-day', pl.errors.baseWithoutDay, { field: 'baseOn' });
    const indicator = {
      id: input.itemId ?? newId(),
      of: { actionId: input.actionId },
      name: input.name,
      unit: input.formula === undefined ? input.unit : formulas[input.formula].unit,
      formula: input.formula ?? null,
      method: input.method ?? '',
      base: input.base ?? null,
      baseOn: input.baseOn ?? null,
      target: input.target ?? null,
      targetYear: input.targetYear,
      source: input.source,
      frequency: input.frequency,
    };
    return {
      content: withItem(plan.content, 'indicators', indicator),
      what: { indicator: input.name },
    };
  },
});

const level = z.preprocess(
  (value) => (typeof value === 'string' ? Number(value) : value),
  z.union([z.literal(1), z.literal(2), z.literal(3)], pl.errors.level),
);

/** Writes a risk. */
export const writeRisk = planEdit({
  name: 'lpdi.write-risk',
  summary: 'Write a risk of a local plan',
  input: planInput.extend({
    itemId: optionalId(),
    name: text(300),
    likelihood: level,
    gravity: level,
    response: text(1000),
    owner: text(200),
  }),
  edit(plan, { itemId, name, likelihood, gravity, response, owner }) {
    const risk = { id: itemId ?? newId(), name, likelihood, gravity, response, owner };
    return { content: withItem(plan.content, 'risks', risk), what: { risk: name } };
  },
});

/** Writes who answers for what. */
export const writeRole = planEdit({
  name: 'lpdi.write-role',
  summary: 'Write who answers for what in a local plan',
  input: planInput.extend({ itemId: optionalId(), who: text(200), task: text(1000) }),
  edit(plan, { itemId, who, task }) {
    const role = { id: itemId ?? newId(), who, task };
    return { content: withItem(plan.content, 'roles', role), what: { role: who } };
  },
});

/** Writes a strategic document and what it says on the matter. */
export const writeReference = planEdit({
  name: 'lpdi.write-reference',
  summary: 'Write a strategic document that a local plan follows',
  input: planInput.extend({
    itemId: optionalId(),
    name: text(300),
    level: text(100),
    says: text(2000),
    where: optionalText(500),
  }),
  edit(plan, { itemId, name, level: rank, says, where }) {
    const reference = { id: itemId ?? newId(), name, level: rank, says, where: where ?? '' };
    return { content: withItem(plan.content, 'references', reference), what: { reference: name } };
  },
});

/** Takes a part away, unless something hangs on it. */
export const removePart = planEdit({
  name: 'lpdi.remove-part',
  summary: 'Take a part of a local plan away',
  input: planInput.extend({ part: choice(parts), itemId: id() }),
  edit(plan, { part, itemId }) {
    const held = heldBy(plan.content, part, itemId);
    if (held) return refuse('lpdi.part-is-held', pl.errors.held[held]);
    return { content: withoutItem(plan.content, part, itemId), what: { removed: part, item: itemId } };
  },
});

/** Says how far an action is: also in an adopted plan, whose words nobody changes. */
export const setActionState = planEdit({
  name: 'lpdi.set-action-state',
  anyTime: true,
  summary: 'Say how far an action of a local plan is',
  input: planInput.extend({ itemId: id(), state: choice(actionStates) }),
  edit(plan, { itemId, state }) {
    const action = plan.content.actions.find((one) => one.id === itemId);
    if (!action) return refuse('lpdi.no-such-action', pl.errors.noSuchAction);
    if (plan.state === 'ended') return refuse('lpdi.not-editable', pl.errors.notEditable);
    return {
      content: withItem(plan.content, 'actions', { ...action, state }),
      what: { action: action.title, before: action.state, after: state },
    };
  },
});
