/** On what a count of people stands; numbers of different bases are not compared (census of 2021: a break). */
export const bases = ['before2021', 'census2021', 'register'] as const;

export type Base = (typeof bases)[number];

export type Point = { year: number; base: Base; value: number; source: string };

/** The same base, in the order of years: only these may be joined by a line. */
export const lineOf = (points: readonly Point[], base: Base): readonly Point[] =>
  points.filter((point) => point.base === base).toSorted((one, other) => one.year - other.year);

export type Change =
  | { ok: true; from: Point; to: Point; people: number; percent: number }
  /** `broken`: the two years stand on different bases; `unknown`: a year is missing. */
  | { ok: false; why: 'broken' | 'unknown' };

/** The change between two years, refused when the base of the numbers changes between them. */
export function changeBetween(points: readonly Point[], fromYear: number, toYear: number): Change {
  const of = (year: number): readonly Point[] => points.filter((point) => point.year === year);
  const starts = of(fromYear);
  const ends = of(toYear);
  if (starts.length === 0 || ends.length === 0) return { ok: false, why: 'unknown' };
  for (const from of starts) {
    const to = ends.find(({ base }) => base === from.base);
    if (to)
      return {
        ok: true,
        from,
        to,
        people: to.value - from.value,
        percent: ((to.value - from.value) / from.value) * 100,
      };
  }
  return { ok: false, why: 'broken' };
}

/** The newest change that may be told: from the first to the last year of the newest base with two years. */
export function newestChange(points: readonly Point[]): Extract<Change, { ok: true }> | undefined {
  const [best] = bases
    .map((base) => lineOf(points, base))
    .filter((line) => line.length > 1)
    .toSorted((one, other) => (other.at(-1)?.year ?? 0) - (one.at(-1)?.year ?? 0));
  const from = best?.[0];
  const to = best?.at(-1);
  if (!from || !to || from.year === to.year) return undefined;
  const change = changeBetween([from, to], from.year, to.year);
  return change.ok ? change : undefined;
}

export type Break = { year: number; before: Point; after: Point; sameYear: boolean };

/**
 * Where the census of 2021 breaks the series: the last count before it and the first one after it. In a year that has both
 * the difference is the break itself, not a change of the population.
 */
export function breakOf(points: readonly Point[]): Break | undefined {
  const before = lineOf(points, 'before2021').at(-1);
  const line = lineOf(points, 'census2021');
  const after = line.find(({ year }) => year === before?.year) ?? line[0];
  return before && after
    ? { year: after.year, before, after, sameYear: before.year === after.year }
    : undefined;
}
