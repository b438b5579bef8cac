import { describe, expect, it } from 'vitest';
import { letterSchema } from '../../../platform/documents/letter.ts';
import { sampleReport } from '../../../platform/documents/sample-report.ts';
import type { Figure } from '../../../statistics/figure.ts';
import { budgetOf } from '../domain/budget.ts';
import type { Action } from '../domain/plan.ts';
import { assumptionsOf } from '../domain/what-if-input.ts';
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
const { assumptions } = assumptionsOf({});
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
      references: [
        {
          id: 'd',
          name: 'Strategia',
          level: 'kraj',
          says: 'pierwszeństwo usług',
          where: 'M.P. 2022 poz. 767',
        },
      ],
      whatIfs: [
        {
          id: 'w',
          name: 'Dziesięć osób',
          keptOn: '2026-11-20',
          assumptions,
          sources: { homeMonthly: 'rejestr' },
        },
      ],
      texts: {},
    },
    figures: {
      'T1.all.now': { name: 'mieszkańcy', figure: figure(66022) },
      'T1.older.now': { name: 'osoby 65 lat i starsze', figure: figure(15598) },
      'T1.older.2030': { name: 'osoby 65 lat i starsze, 2030', figure: figure(null) },
      'T1.disabled.now': { name: 'osoby z orzeczeniem', figure: figure(null) },
      'T2.olderPeople': { name: 'osoby starsze', figure: figure(820) },
      'T3.telecare.places': { name: 'teleopieka: miejsca', figure: figure(40) },
      'T3.telecare.waiting': { name: 'teleopieka: czekają', figure: figure(null) },
      'T4.telecare.demand': {
        name: 'teleopieka: zapotrzebowanie',
        figure: { ...figure(300), between: { low: 250, high: 350, meaning: '95%' }, about: true },
      },
      'T4.telecare.capacity': { name: 'teleopieka: miejsca', figure: figure(40) },
      'T4.telecare.planned': { name: 'teleopieka: planowane', figure: figure(100) },
      'T4.telecare.gap': { name: 'teleopieka: luka', figure: figure(260) },
      'T5.telecare': { name: 'teleopieka: badanie', figure: figure(300) },
    },
    figuresOn: '2026-11-20',
    places: [
      {
        id: 'p',
        name: 'DPS Żwirki',
        operator: null,
        kind: 'socialWelfareHome',
        institutional: true,
        places: 10,
        occupied: 8,
        waiting: null,
        staff: null,
        costMonth: 545_700,
        costAsOf: '2022-03-21',
        source: 'BIP',
        asOf: '2025-03-31',
        doubtful: true,
      },
    ],
    changed: [{ name: 'mieszkańcy', kind: 'moved', before: figure(66519), after: figure(66022) }],
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
      'Kto potrzebuje wsparcia',
      'Co jest',
      'Czego brakuje',
      'Co mówią mieszkańcy',
      'Dokumenty, z których plan wynika',
      'Co zmieniło odświeżenie liczb 20 listopada 2026',
      'Źródła liczb',
      'Część programowa',
      'Cele i działania',
      'Cel 1. Życie u siebie',
      'Działanie 1.1. Teleopieka',
      'Budżet',
      'Analiza kosztów: z domów do wsparcia w środowisku',
      'Dziesięć osób',
      'Wskaźniki',
      'Ryzyka',
      'Kto za co odpowiada',
      'Harmonogram',
      'Monitorowanie',
    ]);
  });

  it('holds every table of the reference: T1 to T7 and T9 to T12, and a card (T8) for each action', () => {
    const captions = letter.blocks.flatMap((block) => (block.type === 'table' ? [block.caption ?? ''] : []));
    const numbers = captions.flatMap((caption) => /^T\d+/.exec(caption) ?? []);
    expect([...new Set(numbers)]).toEqual([
      'T1',
      'T2',
      'T3',
      'T4',
      'T5',
      'T6',
      'T7',
      'T9',
      'T10',
      'T11',
      'T12',
    ]);
    expect(letter.blocks.filter(({ type }) => type === 'facts')).toHaveLength(1);
  });

  it('every number of the diagnostic part leads to its passport, in a note or on the list of sources', () => {
    const notes = letter.blocks.flatMap((block) =>
      block.type === 'paragraph' ? block.runs.flatMap(({ note }) => (note ? [note] : [])) : [],
    );
    const said = 'Źródło: GUS, stan na 2025-12-31. Filtr: wiek 65+. Wzór: suma grup.';
    expect(notes).toEqual([said]);
    expect(text).toContain('"ok. 300 (250–350) [1.1]"');
    // The brackets lead to the source and its day, then to which rows and how.
    expect(text).toContain('GUS, stan na 2025-12-31.');
    expect(text).toContain('{"text":"[1] ","bold":true}');
  });

  it('a draft says what its last refresh changed; an adopted plan does not', () => {
    expect(text).toContain('Liczby zmienione przez ostatnie odświeżenie');
    const adopted: PlanView = {
      ...view,
      plan: { ...view.plan, state: 'adopted', resolution: 'Uchwała', adoptedOn: '2026-11-21' },
    };
    expect(JSON.stringify(lpdiLetter(adopted, paper))).not.toContain('Liczby zmienione');
  });

  it('a card tells what it adds, its money by year and source, its indicator and its state', () => {
    const [card] = letter.blocks.flatMap((block) => (block.type === 'facts' ? [block.items] : []));
    const values = Object.fromEntries((card ?? []).map(({ term, value }) => [term, value]));
    expect(values['Ile miejsc przybędzie']).toBe('2028: +100');
    expect(values['Koszt według lat i źródeł']).toContain('2028, EFS+: brak danych');
    expect(values['Wskaźnik']).toBe('osoby z teleopieką: baza brak, cel 100 (2028)');
    expect(values['Stan']).toBe('planowane');
  });

  it('the schedule is drawn, a bar for each action, with the same years in the table below', () => {
    const [drawn] = letter.blocks.filter((block) => block.type === 'drawing');
    expect(drawn?.svg.match(/<rect/g)).toHaveLength(1);
    expect(drawn?.alt).toContain('jeden pasek na działanie (1)');
    expect(drawn?.svg).not.toContain('stroke-dasharray');
    const late = lpdiLetter({ ...view, standings: [{ actionId: 'a', standing: 'late' }] }, paper);
    expect(JSON.stringify(late)).toContain('stroke-dasharray');
  });

  it('a place that contradicts itself is kept and said, and what it does not say is a gap', () => {
    expect(text).toContain('DPS Żwirki (dom pomocy społecznej, w instytucji) (!)');
    const row = letter.blocks.flatMap((block) =>
      block.type === 'table' ? block.rows.filter(([first]) => first?.startsWith('DPS')) : [],
    )[0];
    expect(row?.slice(2, 6)).toEqual(['10', '8', 'brak danych', 'brak danych']);
    expect(row?.[6]).toContain('523');
    expect(text).toContain('BIP, stan na 2025-03-31.');
  });

  it('a kept what-if shows each assumption with its source, and an example as an example', () => {
    expect(text).toContain('"rejestr"');
    expect(text).toContain('przykład, do zastąpienia');
  });

  it('a gap stays a gap: in the chart, in the table, in the sum of the budget', () => {
    const [ages] = letter.blocks.filter((block) => block.type === 'chart');
    expect(ages?.series[1]?.values).toEqual([null, null, null, null]);
    expect(text).toContain('brak danych');
    expect(budget.total.value).toBeNull();
  });

  it('an indicator without a base says so, and a service that fails the test is named', () => {
    expect(text).toContain('"brak","brak danych","100 (2028)"');
    expect(text).toContain('osoby z teleopieką. Jak liczony: rejestr');
    expect(text).toContain('To nie jest usługa w społeczności lokalnej');
  });

  it('a demonstration says what it is on every page', () => {
    expect(letter.banner).toContain('to nie jest dokument żadnego urzędu');
    expect(lpdiLetter(view, { ...paper, demonstration: false }).banner).toBeUndefined();
  });
});
