import type { IsoDate } from '../../law/index.ts';

/** A repeatable source of chance: the same seed gives the same sequence on every machine. */
export type Random = {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of the list. Throws RangeError on an empty list. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** A day from `from` to `to`, both included. */
  readonly day: (from: IsoDate, to: IsoDate) => IsoDate;
  /** The list in a new order; the list given stays as it is. */
  readonly shuffle: <T>(list: readonly T[]) => T[];
};

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. Plain arithmetic, because a population of 100,000 asks for it millions of times. */
export function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

/** The date of a day number. */
export function dateOfDay(day: number): IsoDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** A repeatable source of chance (sfc32, seeded by the text or number given). */
export function makeRandom(seed: string | number): Random {
  const next = sfc32(String(seed));
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[int(0, list.length - 1)];
    if (chosen === undefined) throw new RangeError('Cannot pick from an empty list');
    return chosen;
  };
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    day: (from, to) => dateOfDay(int(dayNumber(from), dayNumber(to))),
    shuffle: (list) =>
      list
        .map((item) => ({ item, order: next() }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item),
  };
}

/** Values with how often each occurs, ready to be drawn from. */
export type FrequencyTable<T> = { readonly values: readonly T[]; readonly cumulated: Float64Array };

/** Builds a table to draw from. Counts below zero count as zero; throws RangeError when nothing is left. */
export function frequencyTable<T>(values: readonly T[], counts: readonly number[]): FrequencyTable<T> {
  const cumulated = new Float64Array(values.length);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += Math.max(0, counts[i] ?? 0);
    cumulated[i] = sum;
  }
  if (sum === 0) throw new RangeError('A frequency table needs a count above zero');
  return { values, cumulated };
}

/** Draws one value, each as likely as its share of the counts. */
export function draw<T>(random: Random, table: FrequencyTable<T>): T {
  const { cumulated, values } = table;
  const target = random.next() * (cumulated[cumulated.length - 1] ?? 0);
  let low = 0;
  let high = cumulated.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulated[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  const value = values[low];
  if (value === undefined) throw new RangeError('Cannot draw from an empty table');
  return value;
}

/** Splits a whole number by weights so that the parts add up to it (largest remainder). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0) throw new RangeError('Weights must add up to more than zero');
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const rest = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, rest)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** sfc32, a small generator with 128 bits of state; the seed's text is spread over them by FNV-1a. */
function sfc32(seed: string): () => number {
  let hash = 2_166_136_261;
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 16_777_619);
  let a = hash | 0;
  let b = Math.imul(hash, 0x9e3779b1) | 0;
  let c = (hash ^ 0x85ebca6b) | 0;
  let counter = 1;
  const step = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The first numbers still resemble the seed.
  for (let i = 0; i < 12; i++) step();
  return step;
}
