import { describe, expect, it } from 'vitest';
import { letterSchema } from '../../../platform/documents/letter.ts';
import { sampleReport } from '../../../platform/documents/sample-report.ts';
import type { Figure } from '../../../statistics/figure.ts';
import { budgetOf } from '../domain/budget.ts';
import type { Action } from '../domain/plan.ts';
import type { PlanView } from '../queries/view.ts';
import { lpdiLetter } from './lpdi.ts';

const passport = { source: 'GUS', asOf: '2025-12-31', filter: 'wiek 65+', formula: 'suma grup' };
const figure = (value: number | null): Figure => ({ value, unit: 'persons', passport });
const action: Action = {
  id: 'a',
  goalId: 'g',
  number: '1.1',
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
  test: { individualised: 'yes', users_control: 'yes', not_isolated: 'no', needs_prevail: 'yes' },
  testNote: '',
  costs: [
    { year: 2027, source: 'own', amount: 100_000_00, about: true },
    { year: 2028, source: 'efs', amount: null, about: false },
  ],
  places: [{ year: 2028, amount: 100 }],
  spent: [],
};
const budget = budgetOf([action], passport);
const view: PlanView = {
  plan: {
    id: 'p',
    gmina: '1062011',
    gminaName: 'Piotrków Trybunalski',
    title: 'Lokalny plan deinstytucjonalizacji',
    fromYear: 2027,
    toYear: 2030,
    state: 'draft',
    content: {
      goals: [{ id: 'g', parentId: null, number: '1', title: 'Życie u siebie', groups: ['olderPeople'] }],
      actions: [action],
      indicators: [
        {
          id: 'i',
          of: { actionId: 'a' },
          name: 'osoby z teleopieką',
          unit: 'persons',
          formula: null,
          method: 'rejestr',
          base: null,
          baseOn: null,
          target: 100,
          targetYear: 2028,
          source: 'rejestr CUS',
          frequency: 'year',
        },
      ],
      risks: [
        { id: 'r', name: 'brak kadr', likelihood: 2, gravity: 3, response: 'szkolenia', owner: 'dyrektor' },
      ],
      roles: [{ id: 'o', who: 'dyrektor', task: 'nadzór' }],
      references: [],
      whatIfs: [],
      texts: {},
    },
    figures: {
      'T1.all.now': { name: 'mieszkańcy', figure: figure(66022) },
      'T1.older.now': { name: 'osoby 65 lat i starsze', figure: figure(15598) },
      'T1.older.2030': { name: 'osoby 65 lat i starsze, 2030', figure: figure(null) },
    },
    figuresOn: '2026-11-20',
    places: [],
    changed: [],
    replaces: null,
    resolution: null,
    adoptedOn: null,
    endedOn: null,
    version: 1,
  },
  problems: [],
  budget: {
    ...budget,
    years: [...budget.years],
    sources: [...budget.sources],
    cells: [...budget.cells],
    byYear: [...budget.byYear],
    bySource: [...budget.bySource],
  },
  measured: [],
  told: {},
  spending: { byYear: [], byAction: [], planned: null, spent: figure(null) },
  standings: [{ actionId: 'a', standing: 'to_come' }],
  years: [],
  changes: [],
};
const paper = {
  letterhead: sampleReport.letterhead,
  place: 'Piotrków',
  today: '2026-11-22',
  demonstration: true,
};
const letter = lpdiLetter(view, paper);
const text = JSON.stringify(letter);

describe('the printed plan', () => {
  it('is a report with two parts, goals, cards, money, indicators, risks and roles', () => {
    expect(letterSchema.safeParse(letter).success).toBe(true);
    const headings = letter.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
    expect(headings).toEqual([
      'Część diagnostyczna',
      'Mieszkańcy',
      'Dokumenty, z których plan wynika',
      'Część programowa',
      'Cele i działania',
      'Cel 1. Życie u siebie',
      'Działanie 1.1. Teleopieka',
      'Budżet',
      'Wskaźniki',
      'Harmonogram',
      'Ryzyka',
      'Kto za co odpowiada',
      'Monitorowanie',
    ]);
  });

  it('every figure carries its passport in a note under the page', () => {
    const notes = letter.blocks.flatMap((block) =>
      block.type === 'paragraph' ? block.runs.flatMap(({ note }) => (note ? [note] : [])) : [],
    );
    expect(notes).toEqual(['Źródło: GUS, stan na 2025-12-31. Filtr: wiek 65+. Wzór: suma grup.']);
  });

  it('a gap stays a gap: in the chart, in the table, in the sum of the budget', () => {
    const [ages] = letter.blocks.filter((block) => block.type === 'chart');
    expect(ages?.series[1]?.values).toEqual([null, null, null, null]);
    expect(text).toContain('brak danych');
    expect(budget.total.value).toBeNull();
  });

  it('an indicator without a base says so, and a service that fails the test is named', () => {
    expect(text).toContain('"brak","100 (2028)"');
    expect(text).toContain('To nie jest usługa w społeczności lokalnej');
  });

  it('a demonstration says what it is on every page', () => {
    expect(letter.banner).toContain('to nie jest dokument żadnego urzędu');
    expect(lpdiLetter(view, { ...paper, demonstration: false }).banner).toBeUndefined();
  });
});
