import { describe, expect, it } from 'vitest';
import { problemText } from '../pl.ts';
import { type ColumnsByName, unweighted, weigh, type Weighting } from './weighting.ts';

const columnOf = (codes: number[], texts: string[]) => ({
  codes: texts.map((text, at) => ({ code: at + 1, text })),
  column: { codes: Uint8Array.from(codes), categories: texts.length },
});

/** Thirty women and ten men; every man is old. */
const columns: ColumnsByName = new Map([
  [
    'sex',
    columnOf([...Array.from({ length: 30 }, () => 0), ...Array.from({ length: 10 }, () => 1)], ['k', 'm']),
  ],
  [
    'age',
    columnOf(
      [...Array.from({ length: 30 }, (_, at) => at % 2), ...Array.from({ length: 10 }, () => 1)],
      ['mł', 'st'],
    ),
  ],
]);

const margin = (question: string, people: number[]) => ({
  questions: [question],
  source: 'GUS',
  cells: people.map((count, at) => ({ codes: [at + 1], people: count })),
});

const raking = (...margins: Weighting['margins'][number][]): Weighting => ({
  method: 'raking',
  margins,
  cap: null,
});

describe('weights of answers', () => {
  it('of a drawn sample are the people of the stratum over its answers (Särndal, Swensson & Wretman 1992, 3.7)', () => {
    const column = columns.get('sex')?.column ?? { codes: new Uint8Array(), categories: 0 };
    const made = weigh(unweighted, 40, columns, { column, people: [600, 400] });
    expect(made.ok && [...made.value.design.weights]).toEqual([20, 40]);
    expect(made.ok && made.value.calibrated).toBe(true);
  });

  it('without a sample and without tables each answer weighs one', () => {
    const made = weigh(unweighted, 40, columns);
    expect(made.ok && made.value.report.spread).toMatchObject({ answers: 40, kishEffect: 1 });
  });

  it('tables that contradict each other through an empty group do not come to rest: said in words', () => {
    // Seven hundred men, of whom all answers are old, and eight hundred young people of a thousand.
    const made = weigh(raking(margin('sex', [300, 700]), margin('age', [800, 200])), 40, columns);
    expect(made.ok).toBe(false);
    expect(made.ok ? '' : problemText(made.problem)).toContain('nie zbiegło się');
  });

  it('a group of the population that nobody answered for is named', () => {
    const nobody: ColumnsByName = new Map([['sex', columnOf([0, 0, 0, 0, 0], ['kobieta', 'mężczyzna'])]]);
    const made = weigh(raking(margin('sex', [500, 500])), 5, nobody);
    expect(made.ok ? '' : problemText(made.problem)).toContain('„mężczyzna”');
  });

  it('tables that differ by rounding speak of the same people; by more they are refused', () => {
    expect(weigh(raking(margin('sex', [500, 500]), margin('age', [400, 602])), 40, columns).ok).toBe(true);
    expect(weigh(raking(margin('sex', [500, 500]), margin('age', [400, 610])), 40, columns).ok).toBe(false);
  });

  it('two questions crossed are one table', () => {
    const both = {
      questions: ['sex', 'age'],
      source: 'GUS',
      cells: [
        { codes: [1, 1], people: 250 },
        { codes: [1, 2], people: 250 },
        { codes: [2, 1], people: 0 },
        { codes: [2, 2], people: 500 },
      ],
    };
    const made = weigh({ method: 'postStratification', margins: [both], cap: null }, 40, columns);
    expect(made.ok && made.value.report.spread.total).toBeCloseTo(1000, 9);
    expect(made.ok && made.value.report.largest).toBeCloseTo(2, 9);
  });
});
