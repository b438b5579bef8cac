import { describe, expect, it } from 'vitest';
import type { Figure, Passport } from '../../../statistics/figure.ts';
import { budgetOf } from './budget.ts';
import { changesBetween } from './changes.ts';
import { indicatorOf, type Indicator, progressOf } from './indicators.ts';
import { isEditable, mayStep, planStates, type PlanStep, planSteps } from './lifecycle.ts';
import { type Action, byNumber, communityVerdict, type Goal, treeOf } from './plan.ts';
import { type PlanContent, problemsOf } from './problems.ts';

const passport: Passport = { source: 'karta działania', asOf: '2026-11-22', filter: '', formula: '' };
const figure = (value: number | null, more: Partial<Figure> = {}): Figure => ({
  value,
  unit: 'persons',
  passport,
  ...more,
});

const yes = {
  individualised: 'yes',
  users_control: 'yes',
  not_isolated: 'yes',
  needs_prevail: 'yes',
} as const;
const action = (number: string, more: Partial<Action> = {}): Action => ({
  id: number,
  goalId: '1.1',
  number,
  title: `Działanie ${number}`,
  description: '',
  group: 'olderPeople',
  topic: 'community_services',
  pillar: null,
  serviceKind: 'careAtHome',
  responsible: 'CUS',
  partners: '',
  fromYear: 2027,
  toYear: 2028,
  target: 40,
  state: 'planned',
  test: yes,
  testNote: '',
  costs: [{ year: 2027, source: 'own', amount: 100_00, about: false }],
  places: [],
  spent: [],
  ...more,
});
const goal = (number: string, parentId: string | null = null): Goal => ({
  id: number,
  parentId,
  number,
  title: `Cel ${number}`,
  groups: ['olderPeople'],
});
const indicator = (more: Partial<Indicator> = {}): Indicator => ({
  id: 'i',
  of: { actionId: '1.1.1' },
  name: 'osoby z pomocą w domu',
  unit: 'persons',
  formula: null,
  method: 'liczba osób w rejestrze usług',
  base: 20,
  baseOn: '2026-12-31',
  target: 60,
  targetYear: 2028,
  source: 'rejestr CUS',
  frequency: 'year',
  ...more,
});
const plan = (more: Partial<PlanContent> = {}): PlanContent => ({
  title: 'LPDI',
  fromYear: 2027,
  toYear: 2030,
  goals: [goal('1'), goal('1.1', '1')],
  actions: [action('1.1.1')],
  indicators: [indicator()],
  risks: [
    { id: 'r', name: 'brak kadr', likelihood: 2, gravity: 3, response: 'szkolenia', owner: 'dyrektor' },
  ],
  roles: [{ id: 'o', who: 'dyrektor', task: 'nadzór' }],
  ...more,
});
const codes = (more: Partial<PlanContent>): string[] => problemsOf(plan(more)).map(({ code }) => code);

describe('the EU test of a service in the community', () => {
  it('is passed by four yeses, failed by one no, and open while one is unanswered', () => {
    expect(communityVerdict(yes)).toBe('community');
    expect(communityVerdict({ ...yes, not_isolated: 'no', needs_prevail: 'unknown' })).toBe('not_community');
    expect(communityVerdict({ ...yes, needs_prevail: 'unknown' })).toBe('unanswered');
  });

  it('a failed one does not stop the plan, an unanswered one does', () => {
    const failed = problemsOf(
      plan({ actions: [action('1.1.1', { test: { ...yes, users_control: 'no' } })] }),
    );
    expect(failed).toEqual([
      { code: 'not_community', about: '1.1.1', at: { part: 'actions', id: '1.1.1' }, stops: false },
    ]);
    const open = problemsOf(
      plan({ actions: [action('1.1.1', { test: { ...yes, users_control: 'unknown' } })] }),
    );
    expect(open).toEqual([
      { code: 'test_unanswered', about: '1.1.1', at: { part: 'actions', id: '1.1.1' }, stops: true },
    ]);
  });
});

describe('the tree of goals (T7)', () => {
  it('2.10 comes after 2.9, and a goal before what is below it', () => {
    expect(['2.10', '2.9', '2', '10'].map((number) => ({ number })).toSorted(byNumber)).toEqual(
      ['2', '2.9', '2.10', '10'].map((number) => ({ number })),
    );
  });

  it('holds the actions of each goal', () => {
    const [first] = treeOf([goal('1'), goal('1.1', '1')], [action('1.1.2'), action('1.1.1')]);
    expect(first?.below[0]?.actions.map(({ number }) => number)).toEqual(['1.1.1', '1.1.2']);
  });
});

describe('the budget (T9)', () => {
  const costs: Action['costs'] = [
    { year: 2027, source: 'own', amount: 100, about: false },
    { year: 2027, source: 'efs', amount: 300, about: false },
    { year: 2028, source: 'own', amount: 50, about: true },
  ];

  it('adds up by year and by source to one total, approximate when a part is', () => {
    const budget = budgetOf([action('1.1.1', { costs })], passport);
    expect(budget.byYear.map(({ year, amount }) => [year, amount.value])).toEqual([
      [2027, 400],
      [2028, 50],
    ]);
    expect(budget.bySource.map(({ source, amount }) => [source, amount.value])).toEqual([
      ['own', 150],
      ['efs', 300],
    ]);
    expect(budget.total).toMatchObject({ value: 450, about: true });
  });

  it('a sum with an unknown amount is unknown, its known neighbours are not', () => {
    const unknown = action('1.1.1', {
      costs: [...costs, { year: 2029, source: 'pfron', amount: null, about: false }],
    });
    const budget = budgetOf([unknown], passport);
    expect(budget.total.value).toBeNull();
    expect(budget.byYear[0]?.amount.value).toBe(400);
  });

  it('every sum opens into the actions it was added up from, and only into those', () => {
    const both = [action('1.1.1', { costs }), action('1.1.2', { costs: costs.slice(2) })];
    const budget = budgetOf(both, passport, (of) => ({ formula: of.map(({ number }) => number).join(', ') }));
    expect(budget.bySource.map(({ amount }) => amount.passport.formula)).toEqual(['1.1.1, 1.1.2', '1.1.1']);
    expect(budget.total.passport).toMatchObject({ source: passport.source, formula: '1.1.1, 1.1.2' });
  });

  it('leaves out what was dropped', () => {
    expect(budgetOf([action('1.1.1', { costs, state: 'dropped' })], passport).total.value).toBe(0);
  });
});

describe('indicators (T10)', () => {
  it('share of family forms: children in family forms by all children in care', () => {
    const given = { childrenInFamilyForms: figure(127), childrenInInstitutions: figure(33) };
    expect(indicatorOf('familyFosterShare', given, passport).value).toBeCloseTo(79.375, 10);
  });

  it('is unknown when a part of it is, and when it would divide by nothing', () => {
    expect(
      indicatorOf('familyFosterShare', { childrenInFamilyForms: figure(127) }, passport).value,
    ).toBeNull();
    const none = { communityUsers: figure(20), residentsInHomesPaidByGmina: figure(0) };
    expect(indicatorOf('communityToHomes', none, passport).value).toBeNull();
  });

  it('stays synthetic and doubtful when a part of it is', () => {
    const given = {
      careHours: figure(100, { doubt: 'sprzeczne wiersze' }),
      careUsers: figure(4, { passport: { ...passport, synthetic: true } }),
    };
    expect(indicatorOf('careHoursPerUser', given, passport)).toMatchObject({
      value: 25,
      doubt: 'sprzeczne wiersze',
      passport: { synthetic: true },
    });
  });

  it.each<[string, Partial<Indicator>, number | null, ReturnType<typeof progressOf>]>([
    ['half way', {}, 40, { kind: 'share', share: 0.5 }],
    ['the wrong way', {}, 10, { kind: 'share', share: -0.25 }],
    ['beyond the target', {}, 80, { kind: 'share', share: 1.5 }],
    ['a fall that is wanted', { base: 60, target: 20 }, 40, { kind: 'share', share: 0.5 }],
    ['no base: never 0 %', { base: null }, 40, { kind: 'no_base' }],
    ['nobody measured', {}, null, { kind: 'not_measured' }],
    ['no target', { target: null }, 40, { kind: 'no_target' }],
    ['to be kept, and kept', { base: 20, target: 20 }, 21, { kind: 'kept' }],
    ['to be kept, and lost', { base: 20, target: 20 }, 19, { kind: 'lost' }],
    [
      'not to grow, and grown',
      { base: 0, target: 0, formula: 'youngChildrenInInstitutions' },
      1,
      { kind: 'lost' },
    ],
  ])('progress: %s', (_, more, value, progress) => {
    expect(progressOf(indicator(more), value)).toEqual(progress);
  });
});

describe('what stands between a draft and a finished plan', () => {
  it('a whole plan has no problems', () => {
    expect(problemsOf(plan())).toEqual([]);
  });

  it.each<[string, Partial<PlanContent>, string[]]>([
    ['no goals', { goals: [], actions: [], indicators: [] }, ['no_goals']],
    ['a goal without actions', { goals: [goal('1'), goal('1.1', '1'), goal('2')] }, ['goal_without_actions']],
    [
      'an action below no goal',
      {
        actions: [action('1.1.1'), action('1.1.2', { id: 'x', goalId: 'gone' })],
        indicators: [indicator(), indicator({ of: { actionId: 'x' } })],
      },
      ['action_without_goal'],
    ],
    [
      'an action longer than the plan',
      { actions: [action('1.1.1', { toYear: 2031 })] },
      ['action_outside_years'],
    ],
    [
      'money outside the action',
      { actions: [action('1.1.1', { costs: [{ year: 2030, source: 'own', amount: 1, about: false }] })] },
      ['cost_outside_action'],
    ],
    ['no money', { actions: [action('1.1.1', { costs: [] })] }, ['action_without_cost']],
    [
      'money not known',
      { actions: [action('1.1.1', { costs: [{ year: 2027, source: 'own', amount: null, about: false }] })] },
      ['cost_unknown'],
    ],
    [
      'an institution as an action',
      { actions: [action('1.1.1', { serviceKind: 'socialWelfareHome' })] },
      ['institutional_action'],
    ],
    [
      'foster care without a pillar',
      { actions: [action('1.1.1', { topic: 'foster_care' })] },
      ['pillar_missing'],
    ],
    [
      'a pillar outside foster care',
      { actions: [action('1.1.1', { pillar: 'prevention' })] },
      ['pillar_elsewhere'],
    ],
    ['an action that nothing measures', { indicators: [] }, ['action_without_indicator']],
    [
      'an indicator without a base',
      { indicators: [indicator({ base: null, baseOn: null })] },
      ['indicator_without_base'],
    ],
    [
      'an indicator without a target',
      { indicators: [indicator({ target: null })] },
      ['indicator_without_target'],
    ],
    [
      'a base of a year after the start',
      { indicators: [indicator({ baseOn: '2028-12-31' })] },
      ['indicator_base_after_start'],
    ],
    ['no risks', { risks: [] }, ['no_risks']],
    ['nobody answers', { roles: [] }, ['no_roles']],
  ])('%s', (_, more, expected) => {
    expect(codes(more)).toEqual(expected);
  });

  it('what stops the plan is named first', () => {
    expect(codes({ risks: [], indicators: [indicator({ base: null, target: null, baseOn: null })] })).toEqual(
      ['indicator_without_target', 'indicator_without_base', 'no_risks'],
    );
  });
});

describe('states of a plan', () => {
  it('an adopted plan is not edited and goes only to its end', () => {
    const steps = Object.keys(planSteps) as PlanStep[];
    expect(planStates.filter(isEditable)).toEqual(['draft', 'consulted']);
    expect(steps.filter((step) => mayStep(step, 'adopted'))).toEqual(['end']);
    expect(steps.filter((step) => mayStep(step, 'ended'))).toEqual([]);
    expect(mayStep('adopt', 'draft')).toBe(false);
  });
});

describe('a refresh lists what changed', () => {
  const of = (value: number | null, more: Partial<Passport> = {}) => ({
    name: 'osoby 65+',
    figure: figure(value, { passport: { ...passport, ...more } }),
  });

  it('a value that moved, a gap filled, a value lost, the same value of another day; nothing else', () => {
    const before = { a: of(10), b: of(null), c: of(5), d: of(7), e: of(1), f: of(null) };
    const after = {
      a: of(12),
      b: of(3),
      c: of(null),
      d: of(7, { asOf: '2027-12-31' }),
      e: of(1 + 1e-12),
      f: of(null),
      g: of(2),
    };
    expect(changesBetween(before, after).map(({ key, kind }) => [key, kind])).toEqual([
      ['a', 'moved'],
      ['b', 'came'],
      ['c', 'went'],
      ['d', 'source'],
      ['g', 'came'],
    ]);
  });
});
