import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountTable, smallestCell, suppressed, suppressedGrid } from './small-numbers.ts';

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

describe('small-number safety of a grid: counts by two codes with their sums', () => {
  it('nothing is hidden where every count is zero or at least five', () => {
    expect(
      suppressedGrid(
        [
          [5, 0],
          [7, 9],
        ],
        2,
      ),
    ).toEqual({
      rows: [
        [5, 0],
        [7, 9],
      ],
      rowTotals: [5, 16],
      columnTotals: [12, 9],
      total: 21,
    });
  });

  it('a small count takes others with it, so that neither its row nor its column gives it away', () => {
    const grid = suppressedGrid(
      [
        [3, 10, 20],
        [8, 12, 30],
        [40, 50, 60],
      ],
      3,
    );
    expect(grid.rows).toEqual([
      [null, null, 20],
      [null, null, 30],
      [40, 50, 60],
    ]);
    expect(grid.total).toBe(233);
  });

  it('a lonely small count takes its sums along', () => {
    const grid = suppressedGrid([[2, 0]], 2);
    expect(grid).toEqual({ rows: [[null, 0]], rowTotals: [null], columnTotals: [null, 0], total: null });
  });

  it('never shows 1 to 4; other grids with the same shown numbers exist for every hidden count', () => {
    const grids = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([height, width]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 15 }), { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(grids, (rows) => {
        const width = rows[0]?.length ?? 0;
        const grid = suppressedGrid(rows, width);
        const matrix = [
          ...grid.rows.map((row, index) => [...row, grid.rowTotals[index] ?? null]),
          [...grid.columnTotals, grid.total],
        ];
        const shown = matrix.flat().filter((count) => count !== null);
        expect(shown.filter((count) => count > 0 && count < smallestCell)).toEqual([]);
        // One hidden count in a row or column with everything else shown would follow by subtraction, and then others.
        for (let found = true; found; ) {
          found = false;
          const hiddenIn = (line: readonly (readonly [number, number])[]) =>
            line.filter(([row, column]) => matrix[row]?.[column] === null);
          const lines = [
            ...matrix.map((row, r) => row.map((_, c) => [r, c] as const)),
            ...(matrix[0] ?? []).map((_, c) => matrix.map((_row, r) => [r, c] as const)),
          ];
          for (const line of lines) expect(hiddenIn(line)).not.toHaveLength(1);
        }
      }),
    );
  });
});
