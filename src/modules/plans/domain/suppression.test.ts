import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountTable, smallestCell, suppressed } from './suppression.ts';

const table = (counts: readonly number[], withTotal = true): CountTable => ({
  key: 't',
  cells: counts.map((count, index) => ({ key: String(index), count })),
  total: withTotal ? counts.reduce((sum, count) => sum + count, 0) : null,
});
const shown = (of: CountTable) => of.cells.map((cell) => cell.count);

describe('art. 46(1), small-number safety: what the community organiser gets points at nobody', () => {
  it('counts of 1 to 4 are hidden, 5 and zero are not', () => {
    expect(shown(suppressed(table([4, 1, 5, 0, 12], false)))).toEqual([null, null, 5, 0, 12]);
  });

  it('one hidden cell beside a sum would follow from it: the next smallest is hidden too', () => {
    expect(suppressed(table([3, 20, 7]))).toMatchObject({
      total: 30,
      cells: [{ count: null }, { count: 20 }, { count: null }],
    });
  });

  it('two hidden cells that make less than five would say too much: a third is hidden', () => {
    expect(shown(suppressed(table([1, 1, 9, 30])))).toEqual([null, null, null, 30]);
  });

  it('where nothing is left to hide behind, the sum goes too', () => {
    expect(suppressed(table([2, 0, 0]))).toMatchObject({ total: null });
    expect(suppressed(table([2]))).toMatchObject({ total: null, cells: [{ count: null }] });
  });

  it('never shows 1 to 4, and never lets the hidden ones be worked out alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 }), (counts) => {
        const safe = suppressed(table(counts));
        for (const count of [...shown(safe), safe.total])
          expect(count === null || count === 0 || count >= smallestCell).toBe(true);
        const hidden = counts.filter((_, index) => safe.cells[index]?.count === null);
        const sumOfHidden = hidden.reduce((sum, count) => sum + count, 0);
        const worksOut =
          safe.total !== null && hidden.length > 0 && (hidden.length < 2 || sumOfHidden < smallestCell);
        expect(worksOut).toBe(false);
      }),
    );
  });
});
