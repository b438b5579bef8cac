import { type Ages, ageGroups } from './ages.ts';
import type { People } from './projection.ts';
import type { Base } from './series.ts';

/** People of a gmina by age in a year, and what of it is not as the source prints it. */
export type Structure = {
  year: number;
  base: Base;
  people: Ages;
  /** Women by the same groups, when the source gives them. */
  women?: Ages;
  source: string;
  /** The centre entered it itself. */
  own: boolean;
  /** Groups that we split or that the carrier computed, by their names. */
  estimated: readonly string[];
};

/** The newest structure; of one year what the centre entered itself. */
export const newestOf = (structures: readonly Structure[]): Structure | undefined =>
  structures.toSorted((one, other) => other.year - one.year || Number(other.own) - Number(one.own))[0];

/**
 * Unknown oldest groups from their known sum, by the shares that an older structure gives them; as it stands when the
 * shares cannot be known. What is filled in is named in `estimated`.
 */
export function fillOldest(structure: Structure & { from65?: number }, older: Ages | undefined): Structure {
  const first = structure.people.indexOf(null);
  const { from65, ...rest } = structure;
  if (first < 13 || from65 === undefined || !older) return rest;
  const known = structure.people.slice(13, first).reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const shares = older.slice(first).map((one) => one ?? 0);
  const whole = shares.reduce((sum, one) => sum + one, 0);
  if (whole === 0 || known > from65) return rest;
  const left = from65 - known;
  const filled = shares.map((one) => Math.round((one / whole) * left));
  // What rounding lost or found goes to the largest of them, so that the sum of the source stays.
  filled[0] = (filled[0] ?? 0) + left - filled.reduce((sum, one) => sum + one, 0);
  return {
    ...rest,
    people: [...structure.people.slice(0, first), ...filled],
    estimated: [...structure.estimated, ...ageGroups.slice(first)],
  };
}

/** Groups of the voivodeship series: 0-14 and 70+ are one each. */
const wideGroup = (group: number): number => (group < 3 ? 0 : group >= 14 ? 12 : group - 2);

/** The share of women in each of the 18 groups, from a voivodeship that knows 13; `null` where it does not say. */
export function shareOfWomen(men: Ages, women: Ages): (number | null)[] {
  return ageGroups.map((_, group) => {
    const [him, her] = [men[wideGroup(group)], women[wideGroup(group)]];
    return typeof him === 'number' && typeof her === 'number' && him + her > 0 ? her / (him + her) : null;
  });
}

/** Men and women of a structure: as its source gives them, else by the shares of the voivodeship; undefined: cannot be told. */
export function bySex(
  { people, women }: Pick<Structure, 'people' | 'women'>,
  shares: readonly (number | null)[],
): (People & { split: boolean }) | undefined {
  const her: number[] = [];
  const him: number[] = [];
  for (const [group, count] of people.entries()) {
    if (count === null) return undefined;
    const given = women?.[group];
    const share = shares[group];
    if (typeof given !== 'number' && typeof share !== 'number') return undefined;
    const girls = typeof given === 'number' ? given : count * (share ?? 0);
    her.push(girls);
    him.push(count - girls);
  }
  return { men: him, women: her, split: women === undefined };
}
