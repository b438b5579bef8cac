import type { Db } from '../../platform/database/tenant.ts';
import type { Figure, Passport } from '../../statistics/figure.ts';
import { figureText } from '../../ui/index.ts';
import { listMeasurements, listTold, type Measurement, type ToldInput } from './db/monitoring.ts';
import type { Plan } from './db/plans.ts';
import { historyOf, type Point } from './domain/history.ts';
import {
  type Indicator,
  type IndicatorInput,
  indicatorOf,
  type Inputs,
  inputsOf,
  type Progress,
  progressOf,
  type Told,
  unitOfInput,
} from './domain/indicators.ts';
import { cardsPath } from './domain/planned.ts';
import { type Spending, spendingOf } from './domain/spending.ts';
import { inputsFor } from './inputs.ts';
import { pl } from './pl.ts';

/** An indicator as it is today: its value, what it is made of, how far it is, and the way there. */
export interface Measured {
  indicatorId: string;
  now: Figure;
  parts: { input: IndicatorInput; figure: Figure }[];
  progress: Progress;
  history: Point[];
}

/** What people told, the newest of each number, as figures. */
export function toldFigures(rows: readonly ToldInput[], gminaName: string): Told {
  const told: Partial<Record<IndicatorInput, Figure>> = {};
  for (const { input, asOf, value, source } of rows)
    told[input] ??= {
      value,
      unit: unitOfInput(input),
      passport: { source, asOf, filter: gminaName, formula: pl.inputPassports.told },
    };
  return told;
}

const joined = (parts: readonly string[]): string => [...new Set(parts)].filter(Boolean).join('; ');

const unknownInput = (input: IndicatorInput): Figure => ({
  value: null,
  unit: unitOfInput(input),
  passport: { source: pl.inputPassports.nobody, asOf: '–', filter: '', formula: '' },
});

/** Where a computed value comes from: its formula with the numbers in it, their sources and days, and the first rows to open. */
function passportOf(formula: string, parts: Measured['parts'], today: string): Passport {
  const figures = parts.map(({ figure }) => figure);
  const rows = figures.map(({ passport }) => passport.rows).find((one) => one !== undefined);
  return {
    source: joined(figures.map(({ passport }) => passport.source)) || pl.figures.system,
    asOf: joined(figures.map(({ passport }) => passport.asOf)) || today,
    filter: joined(figures.map(({ passport }) => passport.filter)),
    formula: pl.inputPassports.formula(
      formula,
      parts.map(({ input, figure }) => `${pl.figures.inputs[input]}: ${figureText(figure)}`).join(', '),
    ),
    ...(rows ? { rows } : {}),
  };
}

function measuredOf(
  indicator: Indicator,
  inputs: Inputs,
  measurements: readonly Measurement[],
  today: string,
): Measured {
  const { id, formula, name, unit, method } = indicator;
  const own = measurements.filter(({ indicatorId }) => indicatorId === id);
  const parts =
    formula === null
      ? []
      : inputsOf(formula).map((input) => ({ input, figure: inputs[input] ?? unknownInput(input) }));
  const [last] = own;
  const now: Figure =
    formula === null
      ? {
          value: last?.value ?? null,
          unit,
          passport: {
            source: last?.source ?? pl.figures.nobodyMeasured,
            asOf: last?.measuredOn ?? today,
            filter: name,
            formula: method,
          },
        }
      : indicatorOf(formula, inputs, passportOf(pl.formulas[formula].formula, parts, today));
  return {
    indicatorId: id,
    now,
    parts,
    progress: progressOf(indicator, now.value),
    history: historyOf(indicator, own),
  };
}

/** What is monitored of a plan: every indicator, what people told, and the money. */
export interface Monitored {
  measured: Measured[];
  told: Told;
  spending: Spending;
}

/** Monitors a plan against the running system. */
export async function monitored(db: Db, centreId: string, plan: Plan, today: string): Promise<Monitored> {
  const [measurements, rows] = await Promise.all([
    listMeasurements(db, centreId, plan.id),
    listTold(db, centreId, plan.gmina),
  ]);
  const told = toldFigures(rows, plan.gminaName);
  const inputs = await inputsFor(db, centreId, plan.gmina, { today, told });
  const { content } = plan;
  return {
    measured: content.indicators.map((indicator) => measuredOf(indicator, inputs, measurements, today)),
    told,
    spending: spendingOf(content.actions, {
      planned: {
        source: pl.figures.cards,
        asOf: today,
        filter: pl.figures.notDropped,
        formula: pl.figures.sumOfCards,
        rows: cardsPath(plan.id),
      },
      spent: {
        source: pl.figures.spending,
        asOf: today,
        filter: '',
        formula: pl.figures.sumOfSpent,
        rows: cardsPath(plan.id),
      },
    }),
  };
}
