import { describe, expect, it } from 'vitest';
import { postStratify, rake, type Margin } from './calibration.ts';
import { crossed, perCell, shareOf, tallyCategories, tallyPairs, tallyValues, toRows } from './cells.ts';
import { crossTable } from './crosstab.ts';
import { type Design, designOf } from './design.ts';
import { domainsOf, type Estimate, mean, ratio, total } from './estimates.ts';
import { interval, shareInterval } from './intervals.ts';
import { answers, cellsOf, column, expectAsR, good, margins, weightsOf } from './reference/data.ts';
import { spreadOf, trimmed } from './weights.ts';

const main = answers(900, 20261122);
const { cells, columns } = cellsOf(main);
const of = {
  sex: perCell(cells, columns.sex),
  age: perCell(cells, columns.age),
  edu: perCell(cells, columns.edu),
  place: perCell(cells, columns.place),
};
const base = weightsOf(cells, columns.base);
const plain = good(designOf(cells, base));
const stratified = good(designOf(cells, base, { column: of.place, populations: margins.place }));
const sexAge: Margin = {
  name: 'sex and age',
  column: crossed([of.sex, of.age]),
  counts: margins.sex.flatMap((people, sex) =>
    margins.age.map(
      (aged, age) => ((people * aged) / 20_000) * (1 + ((sex === 1 ? 1 : -1) * (age - 2)) / 20),
    ),
  ),
};
const four: Margin[] = [
  { name: 'sex', column: of.sex, counts: margins.sex },
  { name: 'age', column: of.age, counts: margins.age },
  { name: 'education', column: of.edu, counts: margins.edu },
  { name: 'place', column: of.place, counts: margins.place },
];
const edu: Margin = { name: 'education', column: of.edu, counts: margins.edu };
const raked = good(rake(plain, four)).design;
// Weights of 0 belong to no cell of their own: every seventh answer has the fourth code of the column of weights.
const zero = answers(900, 20261122);
zero.base.forEach((_, row) => {
  if ((row + 1) % 7 === 0) zero.base[row] = 3;
});
const zeroCells = cellsOf(zero);
const zeroes = good(designOf(zeroCells.cells, weightsOf(zeroCells.cells, zeroCells.columns.base)));
const zeroSexAge = {
  ...sexAge,
  column: crossed([
    perCell(zeroCells.cells, zeroCells.columns.sex),
    perCell(zeroCells.cells, zeroCells.columns.age),
  ]),
};

const four4 = ({ value, standardError, designEffect, designEffectReplace }: Estimate): (number | null)[] => [
  value,
  standardError,
  designEffect,
  designEffectReplace,
];
const two = ({ value, standardError }: Estimate): number[] => [value, standardError];
const ends = ({ low, high }: { low: number; high: number }): number[] => [low, high];

type Case = { name: string; design: Design; cells: typeof cells; columns: typeof columns };
const ours = { cells, columns };
const cases: Case[] = [
  { name: 'plain', design: plain, ...ours },
  { name: 'stratified', design: stratified, ...ours },
  { name: 'post', design: good(postStratify(plain, sexAge)), ...ours },
  { name: 'post stratified', design: good(postStratify(stratified, sexAge)), ...ours },
  { name: 'post twice', design: good(postStratify(good(postStratify(plain, sexAge)), edu)), ...ours },
  { name: 'raked', design: raked, ...ours },
  { name: 'raked stratified', design: good(rake(stratified, four)).design, ...ours },
  { name: 'raked early', design: good(rake(plain, four, { tolerance: 1, cycles: 10 })).design, ...ours },
  { name: 'trimmed', design: good(trimmed(raked, { lower: 8, upper: 35, strict: false })).design, ...ours },
  { name: 'zero weights', design: zeroes, ...zeroCells },
  { name: 'zero weights post', design: good(postStratify(zeroes, zeroSexAge)), ...zeroCells },
];

const women = Uint8Array.from(main.sex, (sex) => (sex === 1 ? 1 : 0));
const question = {
  need: column(main.need, 2),
  rare: column(main.rare, 2),
  rating: column(main.rating, 5),
  sex: columns.sex,
  age: columns.age,
  edu: columns.edu,
  place: columns.place,
};
const hours = Float64Array.from(main.hours);
const household = Float64Array.from(main.household);

describe.each(cases)('equal to R survey: $name', ({ name, design, cells, columns }) => {
  const need = shareOf(tallyCategories(cells, question.need), 1);
  const worked = tallyValues(cells, hours);
  const perHead = tallyPairs(cells, hours, household);
  const places = domainsOf(perCell(cells, columns.place));

  it('weights: their sum, the sum of squares, the largest and the smallest above 0', () => {
    const { total: sum, smallest, largest, answers: n, kishEffect } = spreadOf(design);
    expectAsR(`${name} weights`, [sum, (kishEffect * sum * sum) / n, largest, smallest]);
  });

  it('svymean, svytotal and svyratio with both design effects; missing answers left out', () => {
    const measures = { need, rare: shareOf(tallyCategories(cells, question.rare), 1), hours: worked };
    for (const [variable, measure] of Object.entries(measures)) {
      expectAsR(`${name} mean ${variable}`, four4(good(mean(design, measure))));
      expectAsR(`${name} total ${variable}`, four4(good(total(design, measure))));
    }
    expectAsR(`${name} ratio`, four4(good(ratio(design, perHead))));
  });

  it('svyby over places; a subset of rows', () => {
    const by = places.map((only) => good(mean(design, need, only)));
    expectAsR(
      `${name} by place`,
      by.map(({ value }) => value),
    );
    expectAsR(
      `${name} by place se`,
      by.map(({ standardError }) => standardError),
    );
    expectAsR(
      `${name} by place deff`,
      by.map(({ designEffect }) => designEffect),
    );
    const totals = places.map((only) => good(total(design, worked, only)));
    expectAsR(
      `${name} total by place`,
      totals.map(({ value }) => value),
    );
    expectAsR(
      `${name} total by place se`,
      totals.map(({ standardError }) => standardError),
    );
    expectAsR(`${name} women ratio`, two(good(ratio(design, tallyPairs(cells, hours, household, women)))));
  });

  it.each(['all', 'women'])('degf, confint and svyciprop: %s', (domain) => {
    const only = domain === 'all' ? undefined : women;
    const share = good(mean(design, shareOf(tallyCategories(cells, question.need, only), 1)));
    expectAsR(domain === 'all' ? `${name} degf` : `${name} women degf`, [share.degreesOfFreedom]);
    expectAsR(`${name} ${domain} ciprop logit`, ends(shareInterval(share)), 1e-7);
    expectAsR(`${name} ${domain} ciprop mean`, ends(shareInterval(share, 'mean')));
    expectAsR(
      `${name} ${domain} confint`,
      ends(interval(good(mean(design, tallyValues(cells, hours, only))), 0.9)),
    );
  });

  it.each(['all', 'women'])('svychisq of both orders: %s', (domain) => {
    const only = domain === 'all' ? undefined : women;
    const pairs = [
      ['rating', 'place'],
      ['need', 'edu'],
      ['rating', 'edu'],
      ['need', 'age'],
      ...(only ? [] : [['need', 'sex'] as const]),
    ] as const;
    for (const [row, across] of pairs) {
      const tally = tallyCategories(cells, crossed([question[row], question[across]]), only);
      const { secondOrder: f, firstOrder: x } = good(crossTable(design, tally, question[across].categories));
      expectAsR(
        `${name} ${domain} chisq ${row}+${across}`,
        [f.statistic, f.ndf, f.ddf, f.p, x.statistic, x.df, x.p],
        1e-8,
      );
    }
  });
});

describe('weights of rows', () => {
  it('each answer gets the raked weight that R gives it', () => {
    expectAsR('raked row weights', Array.from(toRows(raked.weights, cells.cellOf).subarray(0, 40)));
  });

  it('strict trimming ends where R ends: nobody beyond the bounds, the total kept', () => {
    const report = good(trimmed(raked, { lower: 8, upper: 35 }));
    const { after } = report;
    expectAsR('trimmed strict weights', [
      after.total,
      (after.kishEffect * after.total ** 2) / after.answers,
      after.largest,
      after.smallest,
    ]);
    expect(report.cut).toBeGreaterThan(0);
    expect(report.raised).toBeGreaterThan(0);
    expect(after.kishEffect).toBeLessThan(report.before.kishEffect);
  });
});
