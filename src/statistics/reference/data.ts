import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type Cells, type Column, collapse } from '../cells.ts';
import type { Outcome, Problem } from '../outcome.ts';

/** What R printed; see survey.R. */
const reference: Record<string, (number | null)[] | string> = JSON.parse(
  readFileSync(new URL('survey.json', import.meta.url), 'utf8'),
);

export function fromR(name: string): (number | null)[] {
  const values = reference[name];
  if (!Array.isArray(values)) throw new Error(`survey.json has no values "${name}"`);
  return values;
}

/** Largest relative error allowed: the contract asks for 1e-6, the formulas give more. */
const precision = 1e-9;

/** Holds numbers against those of R; `null` on both sides is "cannot be said". */
export function expectAsR(name: string, ours: readonly (number | null)[], within = precision): void {
  const theirs = fromR(name);
  if (ours.length !== theirs.length)
    throw new Error(`${name}: ${ours.length} numbers, in R ${theirs.length}`);
  theirs.forEach((value, at) => {
    const own = ours[at] ?? null;
    if (value === null || own === null) expect(own, `${name} [${at}]`).toBe(value);
    else
      expect(Math.abs(own - value), `${name} [${at}]: ${own}, in R ${value}`).toBeLessThanOrEqual(
        within * Math.max(Math.abs(value), 1e-3),
      );
  });
}

export function good<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`a problem: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}

export const problemOf = (outcome: Outcome<unknown>): Problem | null => (outcome.ok ? null : outcome.problem);

/** Park & Miller (1988): exact in doubles, the same in R. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export const column = (codes: readonly number[], categories: number): Column => ({
  codes: categories < 256 ? Uint8Array.from(codes) : Uint16Array.from(codes),
  categories,
});

const baseWeights = [10, 12.5, 20];
export const margins = {
  sex: [9600, 10_400],
  age: [3000, 3500, 5000, 4500, 4000],
  edu: [4000, 9000, 7000],
  place: [5200, 3600, 2600, 2400, 2000, 1700, 1400, 1100],
};

export type Answers = ReturnType<typeof answers>;

/** The answers of survey.R, row by row the same. Weights are codes of 10, 12.5, 20 and 0. */
export function answers(n: number, seed: number) {
  const next = generator(seed);
  const sex: number[] = [];
  const age: number[] = [];
  const edu: number[] = [];
  const place: number[] = [];
  const hours: number[] = [];
  const rating: number[] = [];
  const need: number[] = [];
  const rare: number[] = [];
  const household: number[] = [];
  const base: number[] = [];
  for (let row = 0; row < n; row++) {
    const u = Array.from({ length: 12 }, next);
    const at = (k: number): number => u[k - 1] ?? 0;
    const ofSex = at(1) < 0.38 ? 0 : 1;
    const ofAge = Math.floor((at(2) * (at(2) + 0.5) * 10) / 3);
    sex.push(ofSex);
    age.push(ofAge);
    edu.push(Math.floor(at(3) * 3));
    place.push(Math.floor(at(4) * at(4) * 8));
    hours.push(at(6) < 0.1 ? Number.NaN : Math.floor(at(5) * at(5) * 41));
    rating.push(at(8) < 0.08 ? 5 : Math.floor(at(7) * (4 + ofSex)));
    need.push(at(9) < 0.1 + 0.05 * ofAge + 0.1 * ofSex ? 1 : 0);
    rare.push(at(10) < 0.02 ? 1 : 0);
    household.push(1 + Math.floor(at(11) * 4));
    base.push(Math.floor(at(12) * 3));
  }
  return { sex, age, edu, place, hours, rating, need, rare, household, base };
}

/** Cells of such answers by all that weights, strata and domains depend on, and the columns they were made by. */
export function cellsOf(rows: Answers) {
  const columns = {
    sex: column(rows.sex, 2),
    age: column(rows.age, 5),
    edu: column(rows.edu, 3),
    place: column(rows.place, 8),
    base: column(rows.base, 4),
  };
  return { columns, cells: collapse(Object.values(columns), rows.sex.length) };
}

export const weightsOf = (cells: Cells, base: Column): Float64Array =>
  Float64Array.from(cells.first, (row) => baseWeights[base.codes[row] ?? 0] ?? 0);
