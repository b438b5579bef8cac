import { median, say, short } from './report.ts';

/** One of two things measured in turn; gives its value (a rate or a time). */
export interface Side {
  name: string;
  measure(): Promise<number>;
}

export interface Comparison {
  ours: number;
  beside: number;
  /** Median of the ratios of neighbouring runs: what the machine did to both falls out. */
  ratio: number;
  /** Ratios of each pair, in order. */
  ratios: number[];
}

/** Measures two sides in turn (AB, BA, AB, …) after one unmeasured run of each. */
export async function interleave(
  ours: Side,
  beside: Side,
  rounds: number,
  unit: string,
): Promise<Comparison> {
  await ours.measure();
  await beside.measure();
  const pairs: { ours: number; beside: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const values = new Map<Side, number>();
    for (const side of round % 2 === 0 ? [ours, beside] : [beside, ours])
      values.set(side, await side.measure());
    const pair = { ours: values.get(ours) ?? Number.NaN, beside: values.get(beside) ?? Number.NaN };
    pairs.push(pair);
    say(
      `  ${round + 1}/${rounds}  ${ours.name} ${short(pair.ours)}${unit}  ${beside.name} ${short(pair.beside)}${unit}  ratio ${(pair.ours / pair.beside).toFixed(2)}`,
    );
  }
  const ratios = pairs.map((pair) => pair.ours / pair.beside);
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    beside: median(pairs.map((pair) => pair.beside)),
    ratio: median(ratios),
    ratios,
  };
}
