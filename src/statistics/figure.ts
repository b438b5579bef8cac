/** What a number counts: shown behind it and never mixed in one sum. */
export type FigureUnit =
  | 'persons'
  | 'families'
  | 'places'
  | 'hours'
  | 'services'
  | 'percent'
  | 'grosze'
  | 'ratio'
  | 'days';

/** Where a number comes from: printed under it in a document and opened by a click on a page. */
export type Passport = {
  /** Register, survey, ledger or document, in words a councillor understands. */
  source: string;
  /** Day of the state the number speaks of, 'YYYY-MM-DD', or its year, 'YYYY'. */
  asOf: string;
  /** Which rows were taken; empty: all of them. */
  filter: string;
  /** How it was computed, in words and signs; empty: copied as the source prints it. */
  formula: string;
  /** Address of the rows behind it, below the centre's home; absent when the source has none to open. */
  rows?: string;
  /** Of a number made of others: their rows as well, named by what they are of. */
  moreRows?: readonly { name: string; rows: string }[];
  /** Made up for the demonstration; said wherever the number is shown. */
  synthetic?: boolean;
};

/** A number with its passport. `null`: the source does not say; it is shown as a gap, never as 0. */
export type Figure = {
  value: number | null;
  unit: FigureUnit;
  passport: Passport;
  /** Bounds of the confidence interval, or of the scenarios. */
  between?: { low: number; high: number; meaning: string };
  /** The source gives it in words or rounded ("prawie 12,5 mln"): it must not enter a sum unmarked. */
  about?: boolean;
  /** Rows of the source contradict each other here; kept and flagged. */
  doubt?: string;
};

/**
 * The sum of figures: `null` when any part is unknown, because a sum of what is known would pass for the whole;
 * marked as approximate, doubtful or synthetic when any part is.
 *
 * @throws when units differ: hours are not added to places.
 */
export function sumOf(parts: readonly Figure[], passport: Passport): Figure {
  const [first, ...rest] = parts;
  if (first === undefined) throw new Error('a sum of nothing has no unit');
  for (const { unit } of rest) if (unit !== first.unit) throw new Error(`${unit} added to ${first.unit}`);
  const known = parts.every(({ value }) => value !== null);
  const doubts = parts.flatMap(({ doubt }) => (doubt === undefined ? [] : [doubt]));
  return {
    value: known ? parts.reduce((sum, { value }) => sum + (value ?? 0), 0) : null,
    unit: first.unit,
    passport: parts.some((part) => part.passport.synthetic) ? { ...passport, synthetic: true } : passport,
    ...(parts.some(({ about }) => about) ? { about: true } : {}),
    ...(doubts.length > 0 ? { doubt: [...new Set(doubts)].join('; ') } : {}),
  };
}
