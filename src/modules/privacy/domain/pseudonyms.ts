import { anonymise } from '../../../statistics/index.ts';

/** A case as statistics get it: no name, no sign, no day. */
export interface StatisticsRow {
  /** The same person has the same one within an export, and another in the next. */
  pseudonym: string;
  gmina: string;
  sex: string;
  ageBand: string;
  area: string;
  year: string;
  outcome: string;
  days: number | null;
}

/** What could point at a person together, from what is generalised first to what is given up last. */
export const quasi = ['ageBand', 'area', 'sex', 'gmina'] as const;

/** Every combination of what could point at somebody stands for at least `k` people, or is made coarser, or is left out. */
export const safeRows = (rows: readonly StatisticsRow[], k: number) =>
  anonymise(rows, quasi, k, (row) => row.pseudonym);

/** Bands of age in which persons are counted. */
export const ageBandOf = (age: number | null): string =>
  age === null
    ? ''
    : age < 18
      ? '0–17'
      : age < 40
        ? '18–39'
        : age < 60
          ? '40–59'
          : age < 75
            ? '60–74'
            : '75+';
