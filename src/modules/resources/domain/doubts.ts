/** Rules by which a row of a register contradicts itself, or cannot be read. Such a row is kept and flagged, never dropped. */
export const doubtKeys = [
  'placed_not_admitted',
  'free_parts',
  'over_full',
  'free_but_full',
  'nobody',
  'unreadable_number',
  'cost_unlikely',
] as const;

export type Doubt = (typeof doubtKeys)[number];

/** What of a row the rules look at; `null`: not known, and a rule that needs it is silent. */
export type Numbers = {
  places: number | null;
  occupied: number | null;
  free: number | null;
  /** Whole grosze a month for one person. */
  cost: number | null;
  placed?: number | null;
  admitted?: number | null;
  freeWomen?: number | null;
  freeMen?: number | null;
  unreadable?: boolean;
};

type Known = number | null | undefined;
const is = (value: Known): value is number => typeof value === 'number';

const rules: Record<Doubt, (row: Numbers) => boolean> = {
  // 120 placed, 0 admitted
  placed_not_admitted: ({ placed, admitted }) => is(placed) && placed > 0 && admitted === 0,
  // free total 0, but free for women 1
  free_parts: ({ free, freeWomen, freeMen }) => is(free) && (freeWomen ?? 0) + (freeMen ?? 0) > free,
  // 1,213 residents in 1,056 places
  over_full: ({ occupied, places }) => is(occupied) && is(places) && occupied > places,
  free_but_full: ({ free, occupied, places }) =>
    is(free) && is(occupied) && is(places) && free > 0 && occupied >= places,
  nobody: ({ occupied, places, free }) => occupied === 0 && is(places) && places > 0 && free !== places,
  unreadable_number: ({ unreadable }) => unreadable === true,
  // A month for one person costs between 20 zł (a telecare button) and 50,000 zł; 5 zł or a million is a slip.
  cost_unlikely: ({ cost }) => is(cost) && (cost < 2000 || cost > 5_000_000),
};

/** The rules that a row breaks, in their order. */
export const doubtsOf = (row: Numbers): Doubt[] => doubtKeys.filter((key) => rules[key](row));
