import { describe, expect, it } from 'vitest';
import { generator } from './reference/data.ts';
import { type SafeTable, safeTable } from './suppression.ts';

type Place = (number | null)[];

/** Every place of the table, sums included. */
const placesOf = (shape: readonly number[]): Place[] =>
  shape.reduce<Place[]>(
    (places, side) => places.flatMap((place) => [...Array(side).keys(), null].map((own) => [...place, own])),
    [[]],
  );

const innerOf = (shape: readonly number[]): number[][] =>
  placesOf(shape).filter((place): place is number[] => !place.includes(null));

const isPartOf = (inner: readonly number[], place: Place): boolean =>
  place.every((own, at) => own === null || own === inner[at]);

/**
 * What an attacker can find: every table of whole numbers up to `most` that agrees with what is shown, by trying them
 * all. Gives the values that each hidden place takes.
 */
function possible(table: SafeTable, most: number): Map<string, Set<number>> {
  const places = placesOf(table.shape);
  const inner = innerOf(table.shape);
  const open = inner.filter((place) => table.at(place) === null);
  const shown = places.filter((place) => table.at(place) !== null && place.includes(null));
  const known = new Map(inner.map((place) => [place.join(), table.at(place) ?? 0]));
  const found = new Map<string, Set<number>>();
  const sumOf = (place: Place): number =>
    inner.reduce((sum, one) => sum + (isPartOf(one, place) ? (known.get(one.join()) ?? 0) : 0), 0);
  // A shown sum is checked as soon as its last open part is chosen, and never exceeded before.
  const lastOpen = shown.map((place) => open.findLastIndex((one) => isPartOf(one, place)));
  const fits = (chosen: number): boolean =>
    shown.every((place, at) => {
      const sum = sumOf(place);
      const target = table.at(place) ?? 0;
      return (lastOpen[at] ?? -1) <= chosen ? sum === target : sum <= target;
    });
  const hidden = places.filter((place) => table.at(place) === null);
  const choose = (at: number): void => {
    const place = open[at];
    if (place === undefined) {
      for (const one of hidden) {
        const name = one.join();
        found.set(name, (found.get(name) ?? new Set()).add(sumOf(one)));
      }
      return;
    }
    for (let value = 0; value <= most; value++) {
      known.set(place.join(), value);
      if (fits(at)) choose(at + 1);
    }
    known.set(place.join(), 0);
  };
  choose(0);
  return found;
}

/** Rank of the equations between hidden places, and whether one hidden place is a combination of them. */
function isDetermined(table: SafeTable, target: Place): boolean {
  const hidden = placesOf(table.shape).filter((place) => table.at(place) === null);
  const numbers = new Map(hidden.map((place, at) => [place.join(), at]));
  const equations: number[][] = [];
  for (const place of placesOf(table.shape))
    place.forEach((own, question) => {
      if (own !== null) return;
      const equation = Array.from({ length: hidden.length }, () => 0);
      const parts = [...Array(table.shape[question] ?? 0).keys()].map((category) =>
        place.map((one, at) => (at === question ? category : one)),
      );
      for (const [part, sign] of [...parts.map((part) => [part, 1] as const), [place, -1] as const]) {
        const at = numbers.get(part.join());
        if (at !== undefined) equation[at] = sign;
      }
      equations.push(equation);
    });
  const rankOf = (rows: readonly number[][]): number => {
    const left = rows.map((row) => [...row]);
    let rank = 0;
    for (let column = 0; column < hidden.length; column++) {
      const at = left.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
      if (at < 0) continue;
      const pivot = left[at] ?? [];
      left[at] = left[rank] ?? [];
      left[rank] = pivot;
      left.forEach((row, index) => {
        const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
        if (index <= rank || factor === 0) return;
        row.forEach((value, k) => (row[k] = value - factor * (pivot[k] ?? 0)));
      });
      rank += 1;
    }
    return rank;
  };
  const unit = hidden.map((_, at) => (at === numbers.get(target.join()) ? 1 : 0));
  return rankOf([...equations, unit]) === rankOf(equations);
}

const hiddenOf = (table: SafeTable): Place[] =>
  placesOf(table.shape).filter((place) => table.at(place) === null);

/** The table that hides only small counts: what the algorithm must be better than. */
const onlySmall = (table: SafeTable, whole: SafeTable): SafeTable => ({
  ...table,
  at: (place) => {
    const count = whole.at(place);
    return count !== null && count > 0 && count < 5 ? null : count;
  },
});

const random = (shape: readonly number[], seed: number, most: number): number[] => {
  const next = generator(seed);
  const size = shape.reduce((product, side) => product * side, 1);
  return Array.from({ length: size }, () => Math.floor(next() * next() * most));
};

describe('small counts', () => {
  it('a table without them is shown whole, with its sums', () => {
    const table = safeTable([2, 2], [10, 20, 30, 40]);
    expect([table.primary, table.secondary]).toEqual([0, 0]);
    expect([table.at([0, 1]), table.at([1, null]), table.at([null, 0]), table.at([null, null])]).toEqual([
      20, 70, 40, 100,
    ]);
  });

  it('from 1 to 4 are hidden; 0 and 5 are shown', () => {
    const table = safeTable([6], [0, 1, 4, 5, 40, 60]);
    expect([0, 1, 2, 3, 4, 5].map((place) => table.at([place]))).toEqual([0, null, null, 5, 40, 60]);
  });

  it('one small count of a list takes the next smallest with it; the sum stays', () => {
    const table = safeTable([3], [3, 50, 20]);
    expect([table.at([0]), table.at([1]), table.at([2]), table.at([null])]).toEqual([null, 50, null, 73]);
  });

  it('two ones are not enough to hide each other: their sum would say that both are small', () => {
    const table = safeTable([3], [1, 1, 20]);
    expect([table.at([0]), table.at([1]), table.at([2]), table.at([null])]).toEqual([null, null, null, 22]);
  });

  it('a lone count takes the sum with it when there is nothing else', () => {
    const table = safeTable([2], [3, 0]);
    expect([table.at([0]), table.at([1]), table.at([null])]).toEqual([null, 0, null]);
  });

  it('in a cross-table a small count takes three others, of the fewest people, and no sum', () => {
    const table = safeTable([3, 3], [2, 30, 10, 40, 50, 60, 9, 70, 8]);
    expect(hiddenOf(table)).toEqual([
      [0, 0],
      [0, 2],
      [2, 0],
      [2, 2],
    ]);
  });

  it('a table of one person shows nothing but zeros', () => {
    const table = safeTable([2, 2], [1, 0, 0, 0]);
    expect(hiddenOf(table)).toEqual([
      [0, 0],
      [0, null],
      [null, 0],
      [null, null],
    ]);
  });

  it('a place that the table does not have is refused', () => {
    const table = safeTable([2], [10, 20]);
    expect(() => table.at([3])).toThrow('no category 3');
    expect(() => table.at([0, 0])).toThrow('1 questions');
  });
});

describe('no hidden count can be worked out from what is shown', () => {
  it('found by trying every table that agrees: two values at least for each, 5 or more for each small one', () => {
    let attacked = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const shape = [[2, 3], [3, 3], [4], [2, 2, 2]][seed % 4] ?? [];
      const counts = random(shape, seed * 7919, 14);
      const table = safeTable(shape, counts);
      const open = innerOf(shape).filter((place) => table.at(place) === null);
      // All tables are tried: more open places than these would take minutes.
      if (table.primary === 0 || open.length > 4) continue;
      attacked += 1;
      // A count of the table is 13 at most, and 4 more may have to be put there.
      const found = possible(table, 17);
      for (const place of hiddenOf(table)) {
        const values = found.get(place.join()) ?? new Set<number>();
        expect(values.size, `${shape.join('x')} seed ${seed} at ${place.join()}`).toBeGreaterThan(1);
      }
      const small = innerOf(shape).filter((_, at) => (counts[at] ?? 0) > 0 && (counts[at] ?? 0) < 5);
      for (const place of small)
        expect(
          Math.max(...(found.get(place.join()) ?? [])),
          `seed ${seed} at ${place.join()}`,
        ).toBeGreaterThanOrEqual(5);
    }
    expect(attacked).toBeGreaterThan(40);
  });

  it('by linear algebra in larger tables of two and three questions', () => {
    for (let seed = 1; seed <= 24; seed++) {
      const shape =
        [
          [6, 9],
          [4, 3, 5],
        ][seed % 2] ?? [];
      const table = safeTable(shape, random(shape, seed * 104_729, 60));
      expect(table.primary).toBeGreaterThan(0);
      for (const place of hiddenOf(table))
        expect(isDetermined(table, place), `seed ${seed} at ${place.join()}`).toBe(false);
    }
  });

  it('hiding small counts alone would give them away', () => {
    const counts = [2, 30, 10, 40, 50, 60, 9, 70, 8];
    const alone = onlySmall(safeTable([3, 3], counts), safeTable([3, 3], counts, 0));
    expect(isDetermined(alone, [0, 0])).toBe(true);
  });
});
