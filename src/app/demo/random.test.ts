import { describe, expect, it } from 'vitest';
import { apportion, dateOfDay, dayNumber, draw, frequencyTable, makeRandom } from './random.ts';

describe('A repeatable source of chance', () => {
  const sequence = (seed: string | number): number[] => {
    const random = makeRandom(seed);
    return Array.from({ length: 50 }, random.next);
  };

  it('gives the same sequence for the same seed, and another for another', () => {
    expect(sequence('okienko')).toEqual(sequence('okienko'));
    expect(sequence('okienko')).not.toEqual(sequence('okienka'));
    expect(sequence(1)).not.toEqual(sequence(2));
  });

  it('spreads over [0, 1)', () => {
    const random = makeRandom('spread');
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 20_000; i++) {
      const tenth = Math.floor(random.next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(count).toBeGreaterThan(1800);
  });

  it('draws whole numbers and days from both ends of the range', () => {
    const random = makeRandom('ends');
    const numbers = new Set(Array.from({ length: 400 }, () => random.int(3, 6)));
    expect(numbers).toEqual(new Set([3, 4, 5, 6]));
    const days = new Set(Array.from({ length: 400 }, () => random.day('2026-02-27', '2026-03-01')));
    expect(days).toEqual(new Set(['2026-02-27', '2026-02-28', '2026-03-01']));
  });

  it('shuffles without losing anybody and leaves the list given as it was', () => {
    const list = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = makeRandom('cards').shuffle(list);
    expect(shuffled).not.toEqual(list);
    expect(new Set(shuffled)).toEqual(new Set(list));
    expect(shuffled).toHaveLength(list.length);
    expect(list).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('refuses to pick from nothing', () => {
    expect(() => makeRandom(1).pick([])).toThrow(RangeError);
    expect(() => frequencyTable(['a'], [0])).toThrow(RangeError);
  });
});

describe('Drawing by frequency', () => {
  it('draws each value as often as its count says and never one with no count', () => {
    const table = frequencyTable(['often', 'seldom', 'never', 'below zero'], [900, 100, 0, -5]);
    const random = makeRandom('draws');
    const drawn = Array.from({ length: 5000 }, () => draw(random, table));
    const often = drawn.filter((value) => value === 'often').length;
    expect(often).toBeGreaterThan(4400);
    expect(often).toBeLessThan(4600);
    expect(new Set(drawn)).toEqual(new Set(['often', 'seldom']));
  });
});

describe('Splitting by weights', () => {
  it('adds up to the whole, the largest remainder first', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(300, [150, 110, 40])).toEqual([150, 110, 40]);
    expect(apportion(7, [2, 0, 5])).toEqual([2, 0, 5]);
  });
});

describe('Day numbers', () => {
  it('go there and back over a leap day and a change of the clock', () => {
    for (const date of ['1924-02-29', '1970-01-01', '2026-03-29', '2026-10-25']) {
      expect(dateOfDay(dayNumber(date))).toBe(date);
    }
    expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2);
  });
});
