export { type Change, changesBetween, type Figures } from './changes.ts';
export { type Calibration, type Design, designOf, type LonelyRule, type Strata } from './design.ts';
export {
  countsOfShares,
  type Margin,
  postStratify,
  rake,
  type Raked,
  type Raking,
} from './calibration.ts';
export {
  type Cells,
  collapse,
  type Column,
  crossed,
  type Measure,
  type PairMeasure,
  perCell,
  rowsAsCells,
  shareOf,
  type Tally,
  tallyCategories,
  tallyPairs,
  tallyValues,
  toRows,
} from './cells.ts';
export { type CrossTable, crossTable } from './crosstab.ts';
export { drawLots, type Lot } from './drawing-lots.ts';
export { domainsOf, type Estimate, mean, ratio, total } from './estimates.ts';
export { type Figure, type FigureUnit, type Passport, sumOf } from './figure.ts';
export { type Interval, interval, shareInterval, type ShareMethod } from './intervals.ts';
export type { Outcome, Problem } from './outcome.ts';
export {
  allocated,
  expectedError,
  largestRemainder,
  sampleSize,
  type SampleSize,
  type SampleWish,
} from './sample-size.ts';
export { normalised, type Spread, spreadOf, type Trimmed, trimmed } from './weights.ts';
export { percentsOfWhole, shownPercent } from './percents.ts';
export { type SafeTable, safeTable } from './suppression.ts';
export {
  type CountGrid,
  type CountTable,
  smallestCell,
  suppressed,
  suppressedGrid,
} from './small-numbers.ts';
export { anonymise, type Anonymised, anyValue } from './anonymity.ts';
