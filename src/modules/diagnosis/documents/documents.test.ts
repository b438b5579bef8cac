import { describe, expect, it } from 'vitest';
import { letterSchema } from '../../../platform/documents/letter.ts';
import { sampleReport } from '../../../platform/documents/sample-report.ts';
import type { Figure } from '../../../statistics/index.ts';
import { emptyContent, type KeptGap } from '../domain/content.ts';
import { diagnosisLetter, type Printed } from './diagnosis.ts';
import { reportLetter } from './report.ts';

const figure = (value: number | null, more: Partial<Figure> = {}): Figure => ({
  value,
  unit: 'persons',
  passport: {
    source: 'badanie mieszkańców',
    asOf: '2026-11-20',
    filter: 'wiek 65+',
    formula: 'udział razy ludność',
  },
  ...more,
});

const gap = (
  kind: KeptGap['kind'],
  basis: KeptGap['basis'],
  need: number | null,
  places: number | null,
): KeptGap => ({
  kind,
  basis,
  group: null,
  gmina: '1062011',
  gminaName: 'Piotrków Trybunalski',
  demand: figure(need),
  capacity: figure(places, { unit: 'places' }),
  gap: figure(
    need === null || places === null ? null : need - places,
    basis === 'survey' && need !== null && places !== null
      ? { between: { low: need - places - 10, high: need - places + 12, meaning: '95 %' } }
      : {},
  ),
  gapThen: figure(null),
  relative: figure(null),
  waiting: figure(null),
  ledger: figure(null),
});

const printed: Printed = {
  id: 'd',
  gmina: null,
  gminaName: null,
  title: 'Diagnoza potrzeb i potencjału społeczności lokalnej w zakresie usług społecznych',
  fromYear: 2027,
  toYear: 2031,
  state: 'consultation',
  figuresOn: '2026-11-22',
  consultedFrom: '2026-11-01',
  consultedTo: '2026-11-15',
  toMayorOn: null,
  toCouncilOn: null,
  inForceOn: null,
  endedOn: null,
  content: {
    ...emptyContent,
    texts: { needs: 'Brakuje pomocy w domu.\n\nZwłaszcza na wsi.' },
    gaps: [
      gap('careAtHome', 'survey', 300, 120),
      gap('dayHome', 'least', 81, 30),
      gap('nursery', 'none', null, 40),
    ],
    performers: [{ area: 4, performer: 'PCK', type: 'ngo', services: ['usługi opiekuńcze', 'klub seniora'] }],
  },
  figures: {
    'people.1062011.all': { name: 'mieszkańcy', figure: figure(67_264) },
    'people.1062011.older': { name: 'osoby 65+', figure: figure(15_335) },
  },
};
const paper = {
  letterhead: sampleReport.letterhead,
  place: 'Piotrków',
  today: '2026-11-22',
  demonstration: true,
};
const letter = diagnosisLetter(printed, paper);
const text = JSON.stringify(letter);

describe('the printed diagnosis', () => {
  it('is a report with needs in services and the list of performers (art. 21(1))', () => {
    expect(letterSchema.safeParse(letter).success).toBe(true);
    const headings = letter.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
    expect(headings).toEqual([
      'Wprowadzenie',
      'Jak badano potrzeby',
      'Mieszkańcy',
      'Potrzeby w zakresie usług społecznych',
      'Luka w usługach',
      'Niezaspokojone potrzeby zgłoszone w ostatnich 12 miesiącach',
      'Ustalenia z rozeznania potrzeb',
      'Potencjał społeczności lokalnej',
      'Wykaz wykonawców i usług (art. 21 ust. 1 pkt 2)',
      'Wnioski',
      'Skąd pochodzą liczby',
    ]);
    expect(text).toContain('usługi opiekuńcze; klub seniora');
  });

  it('every figure of the table of gaps has its passport under its number in the last part', () => {
    const table = letter.blocks.find(
      (block) => block.type === 'table' && block.header.includes('Zapotrzebowanie'),
    );
    const numbers =
      table?.type === 'table' ? table.rows.flat().flatMap((cell) => cell.match(/\[(\d+)\]$/)?.[1] ?? []) : [];
    const last = letter.blocks.at(-1);
    const passports = last?.type === 'list' ? last.items : [];
    expect(numbers).toEqual(passports.map((_, index) => String(index + 1)));
    expect(passports.length).toBeGreaterThan(0);
    expect(passports.every(([, note]) => note?.text.includes('Wzór: udział razy ludność'))).toBe(true);
  });

  it('every figure in the text carries its passport in a note under the page', () => {
    const notes = letter.blocks.flatMap((block) =>
      block.type === 'paragraph' ? block.runs.flatMap(({ note }) => (note ? [note] : [])) : [],
    );
    expect(notes).toHaveLength(2);
    expect(notes[0]).toContain('Źródło: badanie mieszkańców, stan na 2026-11-20.');
  });

  it('draws known gaps with their intervals and names those that nobody can compute', () => {
    const drawn = letter.blocks.find((block) => block.type === 'chart' && block.drawing === 'bars');
    expect(drawn).toMatchObject({
      labels: ['usługi opiekuńcze w domu', 'dzienny dom pobytu'],
      series: [{ values: [180, 51], low: [170, null] }],
    });
    expect(text).toContain('Nie można obliczyć luki z braku danych dla usług: żłobek lub klub dziecięcy');
    expect(text).toContain('co najmniej 51');
  });

  it('a small count of the ledger is not printed', () => {
    expect(text).toContain('"1–4"');
  });
});

describe('the report of the consultation', () => {
  const remark = {
    id: 'r',
    remarkedOn: '2026-11-03',
    chapter: null,
    words: 'Brakuje autobusu.',
    answeredOn: null,
  };
  const report = reportLetter(
    printed,
    [
      { ...remark, verdict: 'taken', answer: 'Dopisano.' },
      { ...remark, verdict: null, answer: null },
    ],
    paper,
  );

  it('holds every remark with its answer, and says which has none yet', () => {
    expect(letterSchema.safeParse(report).success).toBe(true);
    const table = report.blocks.find((block) => block.type === 'table');
    expect(table?.rows).toEqual([
      ['1', 'całość', 'Brakuje autobusu.', 'uwzględniono', 'Dopisano.'],
      ['2', 'całość', 'Brakuje autobusu.', 'jeszcze bez odpowiedzi', '–'],
    ]);
  });

  it('without remarks says that there were none', () => {
    expect(JSON.stringify(reportLetter(printed, [], paper))).toContain('nie zgłoszono uwag');
  });
});
