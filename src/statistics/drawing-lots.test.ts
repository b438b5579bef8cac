import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawLots } from './drawing-lots.ts';

const frame = Array.from({ length: 1000 }, (_, at) => `akta ${at}`);
const drawn = (of: readonly string[], size: number, seed: string): string[] =>
  drawLots(of, size, seed)
    .filter((one) => one.drawn)
    .map(({ name }) => name);

describe('a sample drawn by lots', () => {
  it('is the same again with the same seed, in whatever order the frame is given', () => {
    expect(drawn(frame, 20, 'ziarno')).toEqual(drawn(frame.toReversed(), 20, 'ziarno'));
    expect(drawn(frame, 20, 'ziarno')).toHaveLength(20);
  });

  it('is another one with another seed', () => {
    expect(drawn(frame, 20, 'ziarno')).not.toEqual(drawn(frame, 20, 'Ziarno'));
  });

  it('can be repeated with any tool: the lot is the SHA-256 of seed, line feed and name', () => {
    const lots = ['b', 'a', 'c'].map((name) => ({
      name,
      lot: createHash('sha256').update(`7\n${name}`).digest('hex'),
    }));
    const lowest = lots.toSorted((one, other) => (one.lot < other.lot ? -1 : 1));
    expect(drawLots(['b', 'a', 'c'], 1, '7')).toEqual(lowest.map((one, at) => ({ ...one, drawn: at === 0 })));
  });

  it('holds every element at most once, and all of a frame that is shorter than the sample', () => {
    expect(drawn(['a', 'a', 'b'], 10, 'x').toSorted()).toEqual(['a', 'b']);
    expect(drawn([], 10, 'x')).toEqual([]);
  });

  it('a longer sample holds the shorter one', () => {
    expect(drawn(frame, 30, 'x').slice(0, 20)).toEqual(drawn(frame, 20, 'x'));
  });

  it('gives every element the same chance: drawn 100 of 1000 for 200 seeds, no element stands out', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 200; seed++)
      for (const name of drawn(frame, 100, String(seed))) times.set(name, (times.get(name) ?? 0) + 1);
    // Binomial with 200 tries of 0.1: mean 20, standard deviation 4.24; six of them around a thousand elements.
    const counts = frame.map((name) => times.get(name) ?? 0);
    expect(Math.max(...counts)).toBeLessThan(20 + 6 * 4.25);
    expect(Math.min(...counts)).toBeGreaterThan(20 - 4.5 * 4.25);
  });
});
