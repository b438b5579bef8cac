import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymise } from './anonymity.ts';

type Row = { who: string; age: string; sex: string };
const columns = ['age', 'sex'] as const;
const row = (who: string, age: string, sex: string): Row => ({ who, age, sex });
const whoOf = (one: Row): string => one.who;

describe('k-anonymity', () => {
  it('leaves what already stands for enough people', () => {
    const rows = ['a', 'b', 'c'].map((who) => row(who, '75+', 'K'));
    expect(anonymise(rows, columns, 3, whoOf)).toEqual({ rows, coarser: 0, suppressed: 0 });
  });

  it('makes the first column coarser first, and leaves out whom nothing hides', () => {
    const rows = [row('a', '75+', 'K'), row('b', '18–39', 'K'), row('c', '40–59', 'K'), row('d', '75+', 'M')];
    expect(anonymise(rows, columns, 3, whoOf)).toEqual({
      rows: ['a', 'b', 'c'].map((who) => row(who, '*', 'K')),
      coarser: 3,
      suppressed: 1,
    });
  });

  it('counts people and not rows: ten matters of one person are one person', () => {
    const rows = Array.from({ length: 10 }, () => row('a', '75+', 'K'));
    expect(anonymise(rows, columns, 2, whoOf)).toMatchObject({ rows: [], suppressed: 10 });
  });

  it('of any rows gives only combinations that stand for k people', () => {
    const any = fc.array(
      fc.record({
        who: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
        age: fc.constantFrom('1', '2', '3'),
        sex: fc.constantFrom('K', 'M'),
      }),
    );
    fc.assert(
      fc.property(any, fc.integer({ min: 2, max: 5 }), (rows, k) => {
        const safe = anonymise(rows, columns, k, whoOf);
        const groups = Map.groupBy(safe.rows, (one) => `${one.age} ${one.sex}`);
        for (const group of groups.values()) expect(new Set(group.map(whoOf)).size).toBeGreaterThanOrEqual(k);
        expect(safe.rows.length + safe.suppressed).toBe(rows.length);
      }),
    );
  });
});
