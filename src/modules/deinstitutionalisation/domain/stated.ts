import type { Figure } from '../../../statistics/figure.ts';
import { pl } from '../pl.ts';
import type { Indicator } from './indicators.ts';

const words = pl.figures.stated;

/** The base of an indicator with where people took it from; `null` stays a gap, never 0. */
export const baseOf = ({ base, baseOn, unit, source, method, name }: Indicator): Figure => ({
  value: base,
  unit,
  passport: { source: source || words.nobody, asOf: baseOn ?? '–', filter: name, formula: method },
});

interface Stating {
  title: string;
  resolution: string | null;
  adoptedOn: string | null;
}

/** The target of an indicator: nothing measured it, the plan states it. */
export const targetOf = ({ target, unit, name }: Indicator, plan: Stating): Figure => ({
  value: target,
  unit,
  passport: {
    source: plan.resolution ? `${plan.title} (${plan.resolution})` : plan.title,
    asOf: plan.adoptedOn ?? '–',
    filter: name,
    formula: words.target,
  },
});
