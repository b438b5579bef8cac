import type { Indicator } from './indicators.ts';

/** A value of an indicator on a day. */
export interface Point {
  on: string;
  value: number;
  kind: 'base' | 'measured' | 'computed';
  source: string;
}

/** The way of an indicator: from its base through what was measured; the earliest first. */
export function historyOf(
  { base, baseOn, source }: Pick<Indicator, 'base' | 'baseOn' | 'source'>,
  measured: readonly { measuredOn: string; value: number; source: string; computed: boolean }[],
): Point[] {
  const start: Point[] =
    base === null || baseOn === null ? [] : [{ on: baseOn, value: base, kind: 'base', source }];
  return [
    ...start,
    ...measured.map(
      (one): Point => ({
        on: one.measuredOn,
        value: one.value,
        kind: one.computed ? 'computed' : 'measured',
        source: one.source,
      }),
    ),
  ].toSorted((one, other) => one.on.localeCompare(other.on));
}

/** The last value of every year, `null` for years between without one: what is drawn as a line. */
export function byYear(points: readonly Point[]): { at: number; value: number | null }[] {
  const last = new Map(points.map(({ on, value }) => [Number(on.slice(0, 4)), value]));
  const years = [...last.keys()];
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return years.length === 0
    ? []
    : Array.from({ length: to - from + 1 }, (_, at) => ({
        at: from + at,
        value: last.get(from + at) ?? null,
      }));
}
