import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../statistics/figure.ts';
import { figureRows, gapRows } from './figure-rows.ts';
import { byYear, historyOf } from './history.ts';
import { chosenInput, type FormulaKey, formulas, indicatorOf, inputs, inputsOf } from './indicators.ts';
import type { Action } from './plan.ts';
import { costOfYear, type KeptPlace } from './places.ts';
import { plannedPlaces } from './planned.ts';
import { isBehind, standingOf } from './schedule.ts';
import { splitByShares } from './shares.ts';
import { spendingOf } from './spending.ts';

const passport = { source: 'rejestr', asOf: '2026-11-22', filter: '', formula: '' };
const figure = (value: number | null, more: Partial<Figure> = {}): Figure => ({
  value,
  unit: 'persons',
  passport,
  ...more,
});
const action = (more: Partial<Action> = {}): Action => ({
  id: 'a',
  goalId: 'g',
  number: '1.1.1',
  title: 'Teleopieka',
  description: '',
  group: 'olderPeople',
  topic: 'community_services',
  pillar: null,
  serviceKind: 'telecare',
  responsible: 'CUS',
  partners: '',
  fromYear: 2027,
  toYear: 2028,
  target: 100,
  state: 'planned',
  test: { individualised: 'yes', users_control: 'yes', not_isolated: 'yes', needs_prevail: 'yes' },
  testNote: '',
  costs: [],
  places: [],
  spent: [],
  ...more,
});

describe('an action against its years', () => {
  it.each<[string, Partial<Action>, number, string]>([
    ['before its years', {}, 2026, 'to_come'],
    ['in the year in which it should begin', {}, 2027, 'due'],
    ['not begun when that year is over', {}, 2028, 'late'],
    ['running within its years', { state: 'running' }, 2028, 'running'],
    ['running after its last year', { state: 'running' }, 2029, 'overdue'],
    ['never begun and its years are over', {}, 2029, 'overdue'],
    ['done, whenever', { state: 'done' }, 2035, 'done'],
    ['dropped, whenever', { state: 'dropped' }, 2035, 'dropped'],
  ])('%s', (_, more, year, standing) => {
    expect(standingOf(action(more), year)).toBe(standing);
  });

  it('only what is late or over asks somebody to act', () => {
    expect(
      (['to_come', 'due', 'late', 'running', 'overdue', 'done', 'dropped'] as const).filter(isBehind),
    ).toEqual(['late', 'overdue']);
  });
});

describe('capacity that a plan adds', () => {
  const plan = {
    id: 'p',
    title: 'LPDI',
    gmina: '1062011',
    state: 'adopted' as const,
    adoptedOn: '2026-11-10',
    content: { actions: [action({ places: [{ year: 2027, amount: 40 }] })] },
  };
  it('says the kind, the gmina, the year and the card that the number opens', () => {
    expect(plannedPlaces(plan)).toEqual([
      {
        planId: 'p',
        actionId: 'a',
        year: 2027,
        amount: 40,
        kind: 'telecare',
        gmina: '1062011',
        plan: 'LPDI',
        action: '1.1.1. Teleopieka',
        card: '/praca/lpdi/p/dzialanie/a',
        adoptedOn: '2026-11-10',
      },
    ]);
  });
  it.each<[string, Partial<Action>]>([
    ['done: it stands among the resources already', { state: 'done' }],
    ['dropped: it will not come', { state: 'dropped' }],
    ['of no kind: the gap would not know where to count it', { serviceKind: null }],
  ])('an action that is %s', (_, more) => {
    const places = [{ year: 2027, amount: 40 }];
    expect(plannedPlaces({ ...plan, content: { actions: [action({ places, ...more })] } })).toEqual([]);
  });
  it('an ended plan adds nothing', () => {
    expect(plannedPlaces({ ...plan, state: 'ended' })).toEqual([]);
  });
});

describe('money spent against the budget', () => {
  const costs = [{ year: 2027, source: 'own', amount: 100_000, about: false }] as const;
  const spent = [{ year: 2027, source: 'own', amount: 40_000 }] as const;
  const of = (actions: Action[]) => spendingOf(actions, { planned: passport, spent: passport });

  it('stands beside it year by year and action by action', () => {
    const { byYear: years, byAction, planned, spent: all } = of([action({ costs, spent })]);
    expect(years).toMatchObject([{ year: 2027, planned: { value: 100_000 }, spent: { value: 40_000 } }]);
    expect(byAction).toMatchObject([
      { actionId: 'a', planned: { value: 100_000 }, spent: { value: 40_000 } },
    ]);
    expect([planned?.value, all.value]).toEqual([100_000, 40_000]);
  });
  it('nobody has written anything: that is unknown, never 0 zł', () => {
    expect(of([action({ costs })]).spent.value).toBeNull();
    expect(of([action()]).planned).toBeNull();
  });
  it('what was spent on an action that was dropped later stays spent', () => {
    const { byYear: years } = of([action({ costs, spent, state: 'dropped' })]);
    expect(years).toMatchObject([{ year: 2027, planned: null, spent: { value: 40_000 } }]);
  });
});

describe('a sum split by shares', () => {
  const shares = (...percents: number[]) => percents.map((percent, source) => ({ source, percent }));
  it('97 % is refused: nobody guesses where the rest is', () => {
    expect(splitByShares(100_00, shares(60, 37))).toEqual({ kind: 'wrong', sum: 97 });
    expect(splitByShares(100_00, shares(60, 41))).toEqual({ kind: 'wrong', sum: 101 });
  });
  it('shares that their source rounded (99.7-100.3) are taken in proportion', () => {
    const split = splitByShares(90_000, shares(33.3, 33.3, 33.3));
    expect(split).toMatchObject({ kind: 'split', sum: 99.9 });
    expect(split.kind === 'split' && split.parts.map(({ amount }) => amount)).toEqual([
      30_000, 30_000, 30_000,
    ]);
  });
  it('parts add up to the sum, to the grosz', () => {
    const split = splitByShares(100, shares(33.34, 33.33, 33.33));
    const parts = split.kind === 'split' ? split.parts.map(({ amount }) => amount) : [];
    expect(parts).toEqual([34, 33, 33]);
    expect(parts.reduce((sum, one) => sum + one, 0)).toBe(100);
  });
});

describe('the way of an indicator', () => {
  const indicator = { base: 20, baseOn: '2026-12-31', source: 'rejestr' };
  it('begins with its base and goes on with what was measured or computed, by days', () => {
    const measured = [
      { measuredOn: '2028-12-31', value: 50, source: 's', computed: true },
      { measuredOn: '2027-12-31', value: 40, source: 's', computed: false },
    ];
    expect(historyOf(indicator, measured).map(({ on, value, kind }) => [on, value, kind])).toEqual([
      ['2026-12-31', 20, 'base'],
      ['2027-12-31', 40, 'measured'],
      ['2028-12-31', 50, 'computed'],
    ]);
    expect(historyOf({ ...indicator, base: null, baseOn: null }, [])).toEqual([]);
  });
  it('a year keeps its last value, and a year between without one is a gap of the line', () => {
    const point = (on: string, value: number) => ({ on, value, kind: 'measured' as const, source: '' });
    expect(byYear([point('2026-01-01', 1), point('2026-12-01', 2), point('2028-01-01', 3)])).toEqual([
      { at: 2026, value: 2 },
      { at: 2027, value: null },
      { at: 2028, value: 3 },
    ]);
    expect(byYear([])).toEqual([]);
  });
});

describe('what formulas are made of', () => {
  it('every formula of the catalogue (LPDI 3.2) names inputs that the system knows by name', () => {
    const used = (Object.keys(formulas) as FormulaKey[]).flatMap(inputsOf);
    expect([...new Set(used)].filter((one) => !inputs.includes(one))).toEqual([]);
    // The only number that no formula needs: a column of T1.
    expect(inputs.filter((one) => !used.includes(one))).toEqual(['disabledResidents']);
  });
  it('an exact number of the system stands; where it is none or near, what people told stands above it', () => {
    const [system, told] = [figure(10), figure(12)];
    expect(chosenInput(system, told)).toBe(system);
    expect(chosenInput(figure(null), told)).toBe(told);
    expect(chosenInput({ ...system, about: true }, told)).toBe(told);
    expect(chosenInput({ ...system, doubt: 'bez wieku' }, told)).toBe(told);
    expect(chosenInput({ ...system, about: true }, undefined)?.value).toBe(10);
    expect(chosenInput(undefined, undefined)).toBeUndefined();
  });
  it('one missing input makes the indicator unknown, never 0', () => {
    const given = { childrenInFamilyForms: figure(127) };
    expect(indicatorOf('familyFosterShare', given, passport).value).toBeNull();
    const both = { ...given, childrenInInstitutions: figure(30) };
    expect(indicatorOf('familyFosterShare', both, passport).value).toBeCloseTo((127 / 157) * 100, 9);
  });
});

describe('tables of figures', () => {
  const named = (value: number | null) => ({ name: 'x', figure: figure(value) });
  const figures = {
    'T4.telecare.gap': named(null),
    'T4.careAtHome.gap': named(10),
    'T4.respiteCare.gap': named(40),
    'T4.careAtHome.demand': named(60),
    'T5.telecare': named(5),
  };
  it('one row for a kind, its numbers beside one another, in the order of kinds', () => {
    expect(figureRows(figures, 'T4').map(({ id, parts }) => [id, Object.keys(parts)])).toEqual([
      ['careAtHome', ['gap', 'demand']],
      ['telecare', ['gap']],
      ['respiteCare', ['gap']],
    ]);
    expect(figureRows(figures, 'T5')[0]?.parts['']?.figure.value).toBe(5);
  });
  it('the largest gap comes first and an unknown one last, none left out', () => {
    expect(gapRows(figures).map(({ id }) => id)).toEqual(['respiteCare', 'careAtHome', 'telecare']);
  });
  it('a place of which people or price are not known has no cost of a year', () => {
    const place = { costMonth: 100, occupied: 3 } as KeptPlace;
    expect(costOfYear(place)).toBe(3600);
    expect(costOfYear({ ...place, occupied: null })).toBeNull();
    expect(costOfYear({ ...place, costMonth: null })).toBeNull();
  });
});
