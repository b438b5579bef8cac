import { type Ages, type AgeRange, peopleIn } from './ages.ts';

const per100 = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : (part / whole) * 100;

export type Ratio = {
  /** What is divided by what: ages, and of women only where it says so. */
  part: AgeRange;
  whole: AgeRange;
  partOfWomen?: true;
};

/**
 * Ratios of a structure of age, each "per 100". Old-age and youth dependency, ageing index: GUS, Słownik pojęć. Parent
 * support: 85+ per 100 people of 50-64 (UN DESA, World Population Ageing). Care potential: women of 45-64 per 100 people
 * of 80+ (GUS and ROPS use it for informal care).
 */
export const ratios = {
  oldAge: { part: { from: 65 }, whole: { from: 15, to: 64 } },
  youth: { part: { from: 0, to: 14 }, whole: { from: 15, to: 64 } },
  ageing: { part: { from: 65 }, whole: { from: 0, to: 14 } },
  share65: { part: { from: 65 }, whole: { from: 0 } },
  share80: { part: { from: 80 }, whole: { from: 0 } },
  parentSupport: { part: { from: 85 }, whole: { from: 50, to: 64 } },
  carePotential: { part: { from: 45, to: 64 }, whole: { from: 80 }, partOfWomen: true },
} as const satisfies Record<string, Ratio>;

export type RatioKey = keyof typeof ratios;

export const ratioKeys: readonly RatioKey[] = [
  'oldAge',
  'youth',
  'ageing',
  'share65',
  'share80',
  'parentSupport',
  'carePotential',
];

/** A ratio of a structure; `null` when one of its groups is not known. */
export function ratioOf(key: RatioKey, ages: Ages, women?: Ages): number | null {
  const ratio: Ratio = ratios[key];
  const part = ratio.partOfWomen ? (women ? peopleIn(women, ratio.part) : null) : peopleIn(ages, ratio.part);
  return per100(part, peopleIn(ages, ratio.whole));
}
