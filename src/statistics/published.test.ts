import { describe, expect, it } from 'vitest';
import { rake, postStratify } from './calibration.ts';
import { type Measure, type PairMeasure, collapse, perCell } from './cells.ts';
import { type Design, designOf } from './design.ts';
import { mean, ratio, total } from './estimates.ts';
import { shareInterval } from './intervals.ts';
import { column, expectAsR, fromR, good } from './reference/data.ts';

/** A stratified sample given by sizes only: one cell a stratum, weights N/n. */
function stratifiedOf(populations: readonly number[], samples: readonly number[]): Design {
  const rows = samples.flatMap((n, stratum) => Array.from({ length: n }, () => stratum));
  const stratum = column(rows, samples.length);
  const cells = collapse([stratum], rows.length);
  const weights = Float64Array.from(populations, (population, at) => population / (samples[at] ?? 1));
  return good(designOf(cells, weights, { column: perCell(cells, stratum), populations }));
}

const list = (values: readonly number[]): Float64Array => Float64Array.from(values);

describe('acres of farms in a stratified sample of counties (Lohr, Sampling: Design and Analysis, example 4.2)', () => {
  const samples = [21, 103, 135, 41];
  const populations = [220, 1054, 1382, 422];
  const means = [97_629.8, 300_504.2, 211_315.0, 662_295.5];
  const variances = [7_647_472_708, 29_618_183_543, 53_587_487_856, 396_185_950_266];
  const acres: Measure = {
    asked: list(samples),
    answered: list(samples),
    sum: list(means.map((value, at) => value * (samples[at] ?? 0))),
    squares: list(
      means.map((value, at) => {
        const n = samples[at] ?? 0;
        return (variances[at] ?? 0) * (n - 1) + n * value ** 2;
      }),
    ),
  };
  const design = stratifiedOf(populations, samples);

  it('total 909,736,034 with a standard error of 50,417,248', () => {
    const { value, standardError } = good(total(design, acres));
    // The book prints means to a tenth of an acre.
    expect(Math.abs(value - 909_736_034.4) / 909_736_034.4).toBeLessThan(1e-6);
    expect(Math.round(standardError / 10)).toBe(5_041_725);
  });

  it('mean 295,561 with a standard error of 16,380', () => {
    const { value, standardError } = good(mean(design, acres));
    expect([Math.round(value), Math.round(standardError)]).toEqual([295_561, 16_380]);
  });
});

describe('schools of California (the package survey documents the sample apistrat; by its sums here)', () => {
  const of = (name: string): number[] => fromR(`schools ${name}`).map((value) => value ?? Number.NaN);
  const design: Design = { ...stratifiedOf(of('N'), of('n')), weights: list(of('weight')) };
  const measure = (variable: string): Measure => ({
    asked: list(of('n')),
    answered: list(of('n')),
    sum: list(of(`sum ${variable}`)),
    squares: list(of(`squares ${variable}`)),
  });

  it('svymean(~api00, dstrat): 662.29, standard error 9.4089', () => {
    const { value, standardError } = good(mean(design, measure('api00')));
    expect([value.toFixed(2), standardError.toFixed(4)]).toEqual(['662.29', '9.4089']);
    expectAsR('schools mean api00', [value, standardError]);
  });

  it('svytotal(~enroll, dstrat): 3687178, standard error 114642', () => {
    const { value, standardError } = good(total(design, measure('enroll')));
    expect([value.toFixed(0), standardError.toFixed(0)]).toEqual(['3687178', '114642']);
    expectAsR('schools total enroll', [value, standardError]);
  });

  it('svyratio(~api.stu, ~enroll, dstrat): 0.8369569, standard error 0.007757103', () => {
    const tested = measure('api.stu');
    const enrolled = measure('enroll');
    const pair: PairMeasure = {
      asked: tested.asked,
      answered: tested.answered,
      y: tested.sum,
      yy: tested.squares,
      x: enrolled.sum,
      xx: enrolled.squares,
      xy: list(of('products')),
    };
    const { value, standardError } = good(ratio(design, pair));
    expect([value.toFixed(7), standardError.toFixed(9)]).toEqual(['0.8369569', '0.007757103']);
    expectAsR('schools ratio', [value, standardError]);
  });
});

describe('what theory says without any package', () => {
  const sex = column([...Array(60).fill(0), ...Array(40).fill(1)], 2);
  const old = column(
    [...Array(40).fill(0), ...Array(20).fill(1), ...Array(10).fill(0), ...Array(30).fill(1)],
    2,
  );
  const cells = collapse([sex, old], 100);
  const ofSex = { name: 'sex', column: perCell(cells, sex), counts: [480, 520] };
  const ofAge = { name: 'age', column: perCell(cells, old), counts: [700, 300] };

  it('raking keeps the odds ratio of the sample and meets both margins (Deming & Stephan 1940)', () => {
    const { design } = good(rake(good(designOf(cells)), [ofSex, ofAge]));
    const [a = 0, b = 0, c = 0, d = 0] = design.weights.map(
      (weight, cell) => weight * (cells.rows[cell] ?? 0),
    );
    expect((a * d) / (b * c)).toBeCloseTo((40 * 30) / (20 * 10), 9);
    expect([a + b, c + d, a + c, b + d].map((sum) => sum.toFixed(8))).toEqual(
      [480, 520, 700, 300].map((sum) => sum.toFixed(8)),
    );
    // a (a − 180) = 6 (480 − a)(700 − a): a is 420.
    expect([a, b, c, d].map((people) => people.toFixed(8))).toEqual(
      [420, 60, 280, 240].map((people) => people.toFixed(8)),
    );
  });

  it('the total of a class that was post-stratified to is known: no error', () => {
    const women = {
      asked: cells.rows,
      answered: cells.rows,
      sum: list([0, 0, 10, 30]),
      squares: list([0, 0, 10, 30]),
    };
    const { value, standardError } = good(total(good(postStratify(good(designOf(cells, 10)), ofSex)), women));
    expect(value).toBeCloseTo(520, 9);
    expect(standardError).toBeLessThan(1e-9);
  });

  it('equal weights: the error of a share is √(p(1 − p)/(n − 1)), its design effect 1', () => {
    const share = {
      asked: cells.rows,
      answered: cells.rows,
      sum: list([4, 8, 3, 5]),
      squares: list([4, 8, 3, 5]),
    };
    const estimate = good(mean(good(designOf(cells, 10)), share));
    expect(estimate.standardError).toBeCloseTo(Math.sqrt((0.2 * 0.8) / 99), 12);
    expect(estimate.designEffectReplace).toBeCloseTo(1, 12);
    expect(estimate.designEffect).toBeCloseTo(1 / 0.9, 12);
  });

  it("Wilson's interval of 0 of 10: up to 27.8 % (Wilson 1927; Newcombe 1998)", () => {
    const none = { value: 0, variance: 0, standardError: 0, effectiveAnswers: 10, degreesOfFreedom: 9 };
    const { low, high, method } = shareInterval(none, 'logit', 0.95, Number.POSITIVE_INFINITY);
    expect([low, high.toFixed(4), method]).toEqual([0, '0.2775', 'wilson']);
  });

  it("Wilson's interval of 81 of 263: 25.5 to 36.6 % (Newcombe 1998, table I)", () => {
    const value = 81 / 263;
    const some = {
      value,
      variance: (value * (1 - value)) / 263,
      standardError: 0,
      effectiveAnswers: 1,
      degreesOfFreedom: 1,
    };
    const { low, high } = shareInterval(some, 'wilson', 0.95, Number.POSITIVE_INFINITY);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662']);
  });
});
