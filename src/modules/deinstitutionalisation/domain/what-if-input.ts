import { type Assumptions, assumptionKeys } from './what-if.ts';

interface Bounds {
  /** Asked and shown in these units: złote, not grosze. */
  start: number;
  least: number;
  most: number;
  /** Grosze in one unit of the form. */
  times: number;
}

const plain = (start: number, least: number, most: number): Bounds => ({ start, least, most, times: 1 });
const zloty = (start: number): Bounds => ({ start, least: 0, most: 1_000_000, times: 100 });

/**
 * Where each assumption starts when the running system knows nothing better, and within what it may be turned: examples, to be
 * replaced. The price of a place is a real one (Piotrków Trybunalski, order no. 83 of 21.03.2022: 5,457 zł a month).
 */
export const bounds: Readonly<Record<keyof Assumptions, Bounds>> = {
  people: plain(10, 1, 10_000),
  movingYears: plain(3, 1, 15),
  years: plain(6, 1, 15),
  homeMonthly: zloty(5457),
  paidByResident: plain(40, 0, 100),
  fixedShare: plain(0, 0, 100),
  careHours: plain(40, 0, 744),
  hourPrice: zloty(45),
  otherMonthly: zloty(800),
  paidInCommunity: plain(10, 0, 100),
  startOnce: zloty(8000),
  prices: plain(4, -10, 30),
  returns: plain(10, 0, 100),
};

/** Where the value of an assumption comes from. */
export type Origin = 'system' | 'typed' | 'example';

/** Values that the running system gives, in the units of the model (grosze). */
export type SystemValues = Readonly<Partial<Record<keyof Assumptions, number>>>;

export interface Asked {
  assumptions: Assumptions;
  /** As they stand in the form. */
  shown: Record<keyof Assumptions, string>;
  wrong: (keyof Assumptions)[];
  origins: Record<keyof Assumptions, Origin>;
}

const record = <Value>(entries: readonly (readonly [keyof Assumptions, Value])[]) =>
  Object.fromEntries(entries) as Record<keyof Assumptions, Value>;

/**
 * The assumptions of a form, which of them are no numbers or out of bounds, and where each comes from; an empty one starts with
 * what the system knows, else with the example, and a wrong one counts as it started.
 */
export function assumptionsOf(values: Readonly<Record<string, string>>, system: SystemValues = {}): Asked {
  const read = assumptionKeys.map((key) => {
    const { start: example, least, most, times } = bounds[key];
    const given = system[key];
    const start = given === undefined ? example : given / times;
    const typed = values[key]?.trim() ?? '';
    const value = typed === '' ? start : Number(typed.replace(/[\s\u00a0]/g, '').replace(',', '.'));
    const whole = key === 'years' || key === 'movingYears';
    const fits =
      Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value));
    const kept = fits ? value : start;
    const origin: Origin = kept !== start ? 'typed' : given === undefined ? 'example' : 'system';
    return {
      key,
      fits,
      // A price is whole grosze; a product of fractions is not.
      value: times === 1 ? kept : Math.round(kept * times),
      shown: typed === '' ? String(start).replace('.', ',') : typed,
      origin,
    };
  });
  return {
    assumptions: record(read.map(({ key, value }) => [key, value])),
    shown: record(read.map(({ key, shown }) => [key, shown])),
    wrong: read.flatMap(({ key, fits }) => (fits ? [] : [key])),
    origins: record(read.map(({ key, origin }) => [key, origin])),
  };
}
