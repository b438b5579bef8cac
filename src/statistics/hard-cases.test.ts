import { describe, expect, it } from 'vitest';
import { countsOfShares, type Margin, postStratify, rake } from './calibration.ts';
import {
  type Cells,
  collapse,
  crossed,
  perCell,
  rowsAsCells,
  shareOf,
  tallyCategories,
  tallyPairs,
  tallyValues,
} from './cells.ts';
import { crossTable } from './crosstab.ts';
import { type Design, designOf, type LonelyRule } from './design.ts';
import { domainsOf, type Estimate, mean, ratio, total } from './estimates.ts';
import {
  answers,
  cellsOf,
  column,
  expectAsR,
  good,
  margins,
  problemOf,
  weightsOf,
} from './reference/data.ts';
import { normalised, spreadOf, trimmed } from './weights.ts';

const two = ({ value, standardError }: Estimate): number[] => [value, standardError];
const withEffects = (estimate: Estimate): (number | null)[] => [
  ...two(estimate),
  estimate.designEffect,
  estimate.designEffectReplace,
];

/** The first sixty answers of the reference, one of them alone in its place. */
function few() {
  const all = answers(900, 20261122);
  const place = all.place.slice(0, 60).map((code) => (code === 7 ? 6 : code));
  place[0] = 7;
  const columns = {
    sex: column(all.sex.slice(0, 60), 2),
    place: column(place, 8),
    base: column(all.base.slice(0, 60), 4),
    one: column(
      place.map((_, row) => (row === 4 ? 1 : 0)),
      2,
    ),
  };
  const cells = collapse(Object.values(columns), 60);
  const designed = (lonely: LonelyRule): Design =>
    good(designOf(cells, weightsOf(cells, columns.base), { column: perCell(cells, columns.place), lonely }));
  return {
    cells,
    columns,
    designed,
    sex: { name: 'sex', column: perCell(cells, columns.sex), counts: margins.sex },
    need: shareOf(tallyCategories(cells, column(all.need.slice(0, 60), 2)), 1),
    household: tallyValues(cells, Float64Array.from(all.household.slice(0, 60))),
  };
}

describe('one answer alone in its stratum', () => {
  const { cells, columns, designed, sex, need, household } = few();

  it('has no variance: a problem that names the stratum, as R stops', () => {
    expect(problemOf(mean(designed('fail'), need))).toEqual({ kind: 'lonely-stratum', stratum: 7 });
    expect(problemOf(total(designed('fail'), need))?.kind).toBe('lonely-stratum');
    expect(problemOf(mean(good(postStratify(designed('fail'), sex)), need))?.kind).toBe('lonely-stratum');
  });

  it.each(['adjust', 'remove'] as const)('counted by the rule "%s" as in R', (rule) => {
    expectAsR(`lonely ${rule}`, withEffects(good(mean(designed(rule), need))));
    expectAsR(`lonely ${rule} total`, withEffects(good(total(designed(rule), household))));
    expectAsR(`lonely ${rule} post`, withEffects(good(mean(good(postStratify(designed(rule), sex)), need))));
  });

  it('does not matter to a domain that it is not in', () => {
    const elsewhere = perCell(cells, columns.place).codes.map((code) => (code === 7 ? 0 : 1));
    expectAsR(
      'lonely outside the domain',
      two(good(mean(designed('fail'), need, Uint8Array.from(elsewhere)))),
    );
  });

  it('a stratum asked whole has no sampling error, even of one person', () => {
    const whole = designOf(cells, 1, {
      column: perCell(cells, columns.place),
      populations: [90, 80, 70, 60, 50, 40, 30, 1],
    });
    expect(mean(good(whole), need).ok).toBe(true);
  });

  it('more answers than people in a stratum are refused', () => {
    const over = designOf(cells, 1, {
      column: perCell(cells, columns.place),
      populations: [90, 80, 70, 60, 50, 1, 30, 1],
    });
    expect(problemOf(over)).toMatchObject({ kind: 'population-below-sample', stratum: 5, population: 1 });
  });
});

describe('domains and answers that leave nothing to compare', () => {
  const { cells, columns, household } = few();
  const design = good(designOf(cells, weightsOf(cells, columns.base)));
  const onlyOne = domainsOf(perCell(cells, columns.one))[1];

  it('a domain with one member: its mean without error, its total with the error of having met it', () => {
    expectAsR('domain of one', two(good(mean(design, household, onlyOne))));
    expectAsR('domain of one total', two(good(total(design, household, onlyOne))));
    const { designEffect, designEffectReplace, degreesOfFreedom } = good(mean(design, household, onlyOne));
    expect([designEffect, designEffectReplace, degreesOfFreedom]).toEqual([null, null, 0]);
  });

  it('the same in a raked sample', () => {
    const main = answers(900, 20261122);
    const { cells, columns } = cellsOf(main);
    const raked = good(
      rake(good(designOf(cells, weightsOf(cells, columns.base))), fourOf(cells, columns)),
    ).design;
    const household = tallyValues(
      cells,
      Float64Array.from(main.household),
      Uint8Array.from(main.household, (_, row) => (row === 4 ? 1 : 0)),
    );
    expectAsR('domain of one raked', two(good(mean(raked, household))));
    expectAsR('domain of one raked total', two(good(total(raked, household))));
    const all = tallyValues(cells, new Float64Array(900).fill(1));
    const { value, standardError } = good(total(raked, all));
    expect(value).toBeCloseTo(20_000, 6);
    expect(standardError).toBeLessThan(1e-6);
  });

  it('all answers equal: no error of the mean, no design effect, as R', () => {
    const main = answers(900, 20261122);
    const { cells, columns } = cellsOf(main);
    const plain = good(designOf(cells, weightsOf(cells, columns.base)));
    const same = tallyValues(cells, new Float64Array(900).fill(1));
    expectAsR('all equal', two(good(mean(plain, same))));
    expectAsR('all equal total', two(good(total(plain, same))));
    expect(good(mean(plain, same)).designEffect).toBeNull();
  });

  it('nobody in the domain, or only weights of 0: no figure', () => {
    expect(problemOf(mean(design, household, new Uint8Array(cells.size)))).toEqual({ kind: 'no-answers' });
    expect(problemOf(designOf(cells, 0))).toEqual({ kind: 'no-answers' });
  });

  it('a ratio to nothing is refused', () => {
    const pair = tallyPairs(cells, new Float64Array(60).fill(1), new Float64Array(60));
    expect(problemOf(ratio(design, pair))).toEqual({ kind: 'denominator-is-zero' });
  });

  it('empty places of a table: the same test as in R while it can be computed, and no figure when R stops', () => {
    const all = answers(900, 20261122);
    const of = (codes: readonly number[], categories: number) => column(codes.slice(0, 60), categories);
    const test = (one: ReturnType<typeof of>, across: ReturnType<typeof of>) =>
      crossTable(design, tallyCategories(cells, crossed([one, across])), across.categories);
    for (const [name, outcome] of [
      ['need+place', test(of(all.need, 2), columns.place)],
      ['rare+age', test(of(all.rare, 2), of(all.age, 5))],
    ] as const) {
      const { secondOrder: f, firstOrder: x } = good(outcome);
      expectAsR(`sparse chisq ${name}`, [f.statistic, f.ndf, f.ddf, f.p, x.statistic, x.df, x.p]);
    }
    expect(problemOf(test(of(all.rating, 5), columns.place))).toEqual({ kind: 'table-too-sparse' });
  });

  it('a table with a single category on a side has nothing to compare; unused categories are left out', () => {
    const single = crossed([columns.sex, column(Array(60).fill(0), 3)]);
    expect(problemOf(crossTable(design, tallyCategories(cells, single), 3))).toEqual({
      kind: 'one-category',
      side: 'columns',
    });
    const wide = crossed([columns.sex, { ...columns.one, categories: 9 }]);
    const narrow = crossed([columns.sex, columns.one]);
    const withEmpty = good(crossTable(design, tallyCategories(cells, wide), 9));
    expect(withEmpty.secondOrder).toEqual(
      good(crossTable(design, tallyCategories(cells, narrow), 2)).secondOrder,
    );
  });
});

const fourOf = (cells: Cells, columns: ReturnType<typeof cellsOf>['columns']): Margin[] => [
  { name: 'sex', column: perCell(cells, columns.sex), counts: margins.sex },
  { name: 'age', column: perCell(cells, columns.age), counts: margins.age },
  { name: 'education', column: perCell(cells, columns.edu), counts: margins.edu },
  { name: 'place', column: perCell(cells, columns.place), counts: margins.place },
];

describe('margins that do not fit the sample', () => {
  const a = column([0, 0, 1, 1, 2], 3);
  const b = column([0, 1, 0, 1, 0], 2);
  const cells = collapse([a, b], 5);
  const design = good(designOf(cells));
  const ofA = (counts: number[]): Margin => ({ name: 'a', column: perCell(cells, a), counts });
  const ofB = (counts: number[]): Margin => ({ name: 'b', column: perCell(cells, b), counts });

  it('a category absent from the sample is a problem; post-stratification may go on without its people', () => {
    const only = { name: 'a', column: { ...perCell(cells, a), categories: 4 }, counts: [10, 20, 30, 40] };
    const problem = { kind: 'category-absent-from-sample', margin: 'a', category: 3, count: 40 };
    expect(problemOf(postStratify(design, only))).toEqual(problem);
    expect(problemOf(rake(design, [only]))).toEqual(problem);
    expect(spreadOf(good(postStratify(design, only, true))).total).toBeCloseTo(60, 10);
  });

  it('people of a category that the population does not have', () => {
    expect(problemOf(rake(design, [ofA([50, 50, 0])]))).toEqual({
      kind: 'category-absent-from-population',
      margin: 'a',
      category: 2,
      weight: 1,
    });
  });

  it('margins of different size, counts below 0, columns of another length', () => {
    expect(problemOf(rake(design, [ofA([40, 30, 30]), ofB([60, 37])]))).toEqual({
      kind: 'margins-disagree',
      margin: 'b',
      sum: 97,
      first: 'a',
      firstSum: 100,
    });
    expect(problemOf(postStratify(design, ofA([10, -1, 5])))).toMatchObject({
      kind: 'bad-count',
      category: 1,
    });
    expect(problemOf(postStratify(design, ofA([10, 5])))).toEqual({
      kind: 'lengths-differ',
      expected: 3,
      found: 2,
    });
    expect(problemOf(designOf(cells, new Float64Array(2)))?.kind).toBe('lengths-differ');
    expect(problemOf(designOf(cells, Float64Array.of(1, 1, -2, 1, 1)))).toEqual({
      kind: 'bad-weight',
      cell: 2,
      weight: -2,
    });
  });

  it('margins that contradict each other through an empty cell never come to rest', () => {
    // All of a = 2 are b = 0: 60 people of b = 0 cannot hold 70 of a = 2.
    expect(problemOf(rake(design, [ofA([20, 10, 70]), ofB([60, 40])]))).toMatchObject({
      kind: 'not-converged',
    });
    expect(problemOf(rake(design, [ofA([20, 50, 30]), ofB([60, 40])], { cycles: 2 }))).toMatchObject({
      kind: 'not-converged',
      cycles: 2,
    });
  });

  it('shares that add to 97 % are refused, to 99.7 to 100.3 % rounded', () => {
    expect(problemOf(countsOfShares('age', [40, 30, 27], 1000))).toEqual({
      kind: 'shares-do-not-add',
      margin: 'age',
      sum: 97,
    });
    expect(good(countsOfShares('age', [33.3, 33.3, 33.1], 997))).toEqual(
      [333, 333, 331].map((part) => expect.closeTo(part, 9)),
    );
    expect(countsOfShares('age', [50.1, 50.2], 1000).ok).toBe(true);
    expect(countsOfShares('age', [50.2, 50.2], 1000).ok).toBe(false);
    expect(problemOf(countsOfShares('age', [101, -1], 1000))).toMatchObject({
      kind: 'bad-count',
      category: 1,
    });
  });
});

describe('answers without a category in a margin', () => {
  const a = column([0, 0, 0, 1, 2, 2], 2);
  const b = column([0, 1, 0, 1, 0, 1], 2);
  const cells = collapse([a, b], 6);
  const four: Margin[] = [
    { name: 'a', column: perCell(cells, a), counts: [300, 300] },
    { name: 'b', column: perCell(cells, b), counts: [200, 400] },
  ];
  const sumOf = (design: Design, of: { codes: Uint8Array | Uint16Array }, code: number): number =>
    design.weights.reduce(
      (sum, weight, cell) => sum + (of.codes[cell] === code ? weight * (cells.rows[cell] ?? 0) : 0),
      0,
    );

  it('keep their share of the weight, the others share the rest as the population does; the sum is the population', () => {
    const { design } = good(rake(good(designOf(cells)), four));
    const ofA = perCell(cells, a);
    expect(sumOf(design, ofA, 2)).toBeCloseTo(200, 8);
    expect([sumOf(design, ofA, 0), sumOf(design, ofA, 1)].map((sum) => sum.toFixed(6))).toEqual([
      '200.000000',
      '200.000000',
    ]);
    expect(sumOf(design, perCell(cells, b), 1)).toBeCloseTo(400, 8);
    expect(spreadOf(design).total).toBeCloseTo(600, 8);
  });
});

describe('weights', () => {
  it('answers of weight 0 take no part in raking and only count as asked (R gives no number here)', () => {
    const main = answers(900, 20261122);
    main.base.fill(3, 700);
    const { columns, cells } = cellsOf(main);
    const zeroes = good(designOf(cells, weightsOf(cells, columns.base)));
    const some = cellsOf(answers(700, 20261122));
    const without = good(designOf(some.cells, weightsOf(some.cells, some.columns.base)));
    const of = (design: Design, one: Cells, own: typeof columns, n: number): Estimate =>
      good(
        mean(
          good(rake(design, fourOf(one, own))).design,
          tallyValues(one, Float64Array.from(main.household.slice(0, n))),
        ),
      );
    const all = of(zeroes, cells, columns, 900);
    const part = of(without, some.cells, some.columns, 700);
    expect([all.value, all.answers, all.degreesOfFreedom]).toEqual([
      expect.closeTo(part.value, 10),
      700,
      699,
    ]);
    // The same residuals; only n/(n − 1) is of 900 instead of 700.
    expect(all.variance / part.variance).toBeCloseTo(1, 3);
  });

  it('cells and rows give the same estimate', () => {
    const main = answers(900, 20261122);
    const { columns, cells } = cellsOf(main);
    const rows = rowsAsCells(Object.values(columns), 900);
    const hours = Float64Array.from(main.hours);
    const [byCells, byRows] = [cells, rows].map((one) => {
      const { design } = good(rake(good(designOf(one, weightsOf(one, columns.base))), fourOf(one, columns)));
      return good(mean(design, tallyValues(one, hours)));
    });
    expect(byRows?.value).toBeCloseTo(byCells?.value ?? 0, 11);
    expect(byRows?.standardError).toBeCloseTo(byCells?.standardError ?? 0, 11);
  });

  it("Kish's effect: half of the answers weighing 1 and half 3 cost a quarter (1 + CV²)", () => {
    const cells = collapse([column([0, 0, 1, 1], 2)], 4);
    const spread = spreadOf(good(designOf(cells, Float64Array.of(1, 3))));
    expect([spread.kishEffect, spread.effectiveAnswers]).toEqual([1.25, 3.2]);
    expect(spreadOf(normalised(good(designOf(cells, Float64Array.of(1, 3))), 4))).toMatchObject({
      total: 4,
      largest: 1.5,
      kishEffect: 1.25,
    });
  });

  it('trimming keeps the total, says whom it touched, and is refused when the mean is out of bounds', () => {
    const cells = collapse([column([0, 0, 0, 1], 2)], 4);
    const design = good(designOf(cells, Float64Array.of(1, 9)));
    const report = good(trimmed(design, { upper: 6 }));
    expect([report.cut, report.raised, report.moved, report.after.total]).toEqual([1, 0, 3, 12]);
    expect([...report.design.weights]).toEqual([2, 6]);
    expect(problemOf(trimmed(design, { upper: 2 }))).toMatchObject({
      kind: 'bounds-impossible',
      meanWeight: 3,
    });
    expect(good(trimmed(design, { upper: 20 })).cut).toBe(0);
  });

  it('a column that the cells were not made by is refused', () => {
    const cells = collapse([column([0, 1], 2)], 2);
    expect(() => perCell(cells, column([0, 1], 2))).toThrow('not made by this column');
  });

  it('crossed columns: the last runs fastest, no answer in one is no answer', () => {
    expect([...crossed([column([0, 1, 1, 2], 2), column([2, 0, 3, 1], 3)]).codes]).toEqual([2, 3, 6, 6]);
  });
});
