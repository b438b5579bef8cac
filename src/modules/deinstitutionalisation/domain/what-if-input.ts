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
 * Where each assumption starts and within what it may be turned. The price of a place is real (Piotrków Trybunalski,
 * order no. 83 of 21.03.2022: 5,457 zł a month); the others are examples to be replaced.
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

/** The assumptions of a form, and which of them are no numbers or out of bounds; those count as they started. */
export function assumptionsOf(values: Readonly<Record<string, string>>): {
  assumptions: Assumptions;
  shown: Record<keyof Assumptions, string>;
  wrong: (keyof Assumptions)[];
} {
  const wrong: (keyof Assumptions)[] = [];
  const read = assumptionKeys.map((key) => {
    const { start, least, most, times } = bounds[key];
    const typed = values[key]?.trim() ?? '';
    const value = typed === '' ? start : Number(typed.replace(/[\s\u00a0]/g, '').replace(',', '.'));
    const whole = key === 'years' || key === 'movingYears';
    const fits =
      Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value));
    if (!fits) wrong.push(key);
    return {
      key,
      value: (fits ? value : start) * times,
      shown: typed === '' ? String(start).replace('.', ',') : typed,
    };
  });
  return {
    assumptions: Object.fromEntries(read.map(({ key, value }) => [key, value])) as unknown as Assumptions,
    shown: Object.fromEntries(read.map(({ key, shown }) => [key, shown])) as Record<
      keyof Assumptions,
      string
    >,
    wrong,
  };
}
