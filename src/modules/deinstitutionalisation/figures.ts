import type { Db } from '../../platform/database/tenant.ts';
import { populationOf, projectionOf, ranges, ratiosOf } from '../population/index.ts';
import type { Figures } from './domain/changes.ts';
import type { Inputs } from './domain/indicators.ts';
import { pl } from './pl.ts';

const words = pl.figures;

/** Ages that the tables of a plan speak of (T1). */
const keys = ['all', 'children', 'working', 'older', 'oldest'] as const;

/**
 * Figures of the running system that a plan for a gmina stands on (T1), now and in its last year, by key: what the refresh
 * of a draft writes down, and what an adopted plan is compared with.
 */
export async function figuresFor(
  db: Db,
  centreId: string,
  { gmina, toYear }: { gmina: string; toYear: number },
): Promise<Figures> {
  const [now, then, ratios] = await Promise.all([
    Promise.all(keys.map((key) => populationOf(db, centreId, gmina, ranges[key]))),
    Promise.all(keys.map((key) => projectionOf(db, centreId, gmina, ranges[key], toYear))),
    ratiosOf(db, centreId, gmina),
  ]);
  return Object.fromEntries([
    ...keys.flatMap((key, index) => {
      const [today, later] = [now[index], then[index]];
      return [
        ...(today ? [[`T1.${key}.now`, { name: words.ages[key], figure: today }] as const] : []),
        ...(later
          ? [[`T1.${key}.${toYear}`, { name: `${words.ages[key]}, ${toYear}`, figure: later }] as const]
          : []),
      ];
    }),
    ...Object.entries(ratios).map(
      ([key, figure]) => [`T1.ratio.${key}`, { name: words.ratio(key), figure }] as const,
    ),
  ]);
}

/** What the formulas of indicators are made of, as far as the running system knows it. */
export async function inputsFor(db: Db, centreId: string, gmina: string): Promise<Inputs> {
  const [residents, residents60plus] = await Promise.all([
    populationOf(db, centreId, gmina, ranges.all),
    populationOf(db, centreId, gmina, ranges.seniors),
  ]);
  return { residents, residents60plus };
}
