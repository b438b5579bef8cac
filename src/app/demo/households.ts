import type { Sex } from '../../law/index.ts';
import type { Random } from './random.ts';

/** A person before they have a name: sex, day of birth and age in completed years. */
export type Draft = { readonly sex: Sex; readonly born: number; readonly age: number };

export type MembershipRole = 'head' | 'partner' | 'child' | 'grandchild' | 'parent' | 'other';

/** Who lives together: positions of drafts with their roles, the head first. */
export type DraftHousehold = {
  readonly members: { readonly draft: number; readonly role: MembershipRole }[];
};

/** Share of women who live with a partner, by age from which it holds. */
const partnered: readonly (readonly [fromAge: number, share: number])[] = [
  [85, 0.15],
  [78, 0.35],
  [70, 0.5],
  [60, 0.62],
  [35, 0.68],
  [27, 0.58],
  [22, 0.25],
];

const partnerAgeGaps = [2, 1, 3, 0, 4, -1, 5, 6, -2, 7, -3, 8];
const childAgeGaps = [27, 26, 28, 25, 29, 24, 30, 31, 23, 32, 22, 33, 34, 21, 35, 36, 20, 37, 38, 39, 40];
const MOST_CHILDREN = 5;
/** Days between brothers and sisters; twins are left out. */
const BETWEEN_BIRTHS = 300;
const RAISED_BY_GRANDPARENTS = 0.04;

/**
 * Puts drafts of one gmina into households: couples, children with parents, some elders with their grown
 * children, the rest alone. Every child lives with an adult as long as there is one.
 */
export function assembleHouseholds(random: Random, drafts: readonly Draft[]): DraftHousehold[] {
  const households: DraftHousehold[] = [];
  const homeOf = new Map<number, DraftHousehold>();
  const childrenIn = new Map<DraftHousehold, number>();
  const order = random.shuffle(drafts.map((_, i) => i));
  const ageOf = (i: number): number => drafts[i]?.age ?? 0;
  const isWoman = (i: number): boolean => drafts[i]?.sex === 'female';

  const open = (draft: number): DraftHousehold => {
    const household: DraftHousehold = { members: [{ draft, role: 'head' }] };
    households.push(household);
    homeOf.set(draft, household);
    return household;
  };
  const join = (household: DraftHousehold, draft: number, role: MembershipRole): void => {
    household.members.push({ draft, role });
    homeOf.set(draft, household);
  };

  pairCouples();
  const mothers = byAge(order.filter((i) => ageOf(i) >= 20 && ageOf(i) <= 62 && isWoman(i)));
  const adults = order.filter((i) => ageOf(i) >= 20);
  for (const i of order) {
    const age = ageOf(i);
    if (age < 18 && random.chance(RAISED_BY_GRANDPARENTS)) settleWithAnyAdult(i);
    else if (age < 18 || (!homeOf.has(i) && staysWithParents(age))) settleChild(i, age < 18);
  }
  for (const i of order) if (!homeOf.has(i) && ageOf(i) >= 78 && random.chance(0.3)) settleElder(i);
  for (const i of order) if (!homeOf.has(i)) open(i);
  return households;

  function pairCouples(): void {
    const men = byAge(order.filter((i) => ageOf(i) >= 20 && !isWoman(i)));
    for (const woman of order) {
      const age = ageOf(woman);
      if (!isWoman(woman) || !random.chance(partnered.find(([from]) => age >= from)?.[1] ?? 0)) continue;
      const man = takeNear(men, age, partnerAgeGaps);
      if (man !== null) join(open(man), woman, 'partner');
    }
  }

  function staysWithParents(age: number): boolean {
    return (age < 25 && random.chance(0.75)) || (age < 30 && random.chance(0.25));
  }

  function settleChild(child: number, mustSettle: boolean): void {
    const first = random.int(0, 5);
    for (let attempt = 0; attempt < childAgeGaps.length; attempt++) {
      const gap = childAgeGaps[(first + attempt) % childAgeGaps.length] ?? 27;
      const candidates = mothers.get(ageOf(child) + gap) ?? [];
      if (candidates.length === 0) continue;
      const mother = random.pick(candidates);
      const home = homeOf.get(mother);
      const hasPartner = home !== undefined && home.members.length > 1;
      if (!hasPartner && !random.chance(0.2)) continue;
      if (adopt(home ?? open(mother), mother, child)) return;
    }
    if (mustSettle) settleWithAnyAdult(child);
  }

  function adopt(home: DraftHousehold, mother: number, child: number): boolean {
    const count = childrenIn.get(home) ?? 0;
    const isParent = home.members.some(
      ({ draft, role }) => draft === mother && (role === 'head' || role === 'partner'),
    );
    const born = drafts[child]?.born ?? 0;
    const tooClose = home.members.some(
      ({ draft, role }) => role === 'child' && Math.abs((drafts[draft]?.born ?? 0) - born) < BETWEEN_BIRTHS,
    );
    if (!isParent || tooClose || count >= MOST_CHILDREN || !random.chance(1 - count * 0.22)) return false;
    childrenIn.set(home, count + 1);
    join(home, child, 'child');
    return true;
  }

  /** A grandparent takes the child; in a small place, where nobody of that age is left, another adult does. */
  function settleWithAnyAdult(child: number): void {
    const leadsHome = (i: number): boolean => !homeOf.has(i) || homeOf.get(i)?.members[0]?.draft === i;
    const isGrandparent = (i: number): boolean =>
      ageOf(i) - ageOf(child) >= 42 && ageOf(i) < 75 && leadsHome(i);
    const first = random.int(0, Math.max(0, adults.length - 1));
    const turned = [...adults.slice(first, first + 200), ...adults.slice(0, Math.min(first, 200))];
    const grandparent = turned.find(isGrandparent);
    const chosen = grandparent ?? turned.find(leadsHome);
    if (chosen === undefined) open(child);
    else join(homeOf.get(chosen) ?? open(chosen), child, grandparent === undefined ? 'other' : 'grandchild');
  }

  function settleElder(elder: number): void {
    for (let attempt = 0; attempt < 8; attempt++) {
      const home = homeOf.get(random.pick(adults));
      const head = home?.members[0];
      if (home === undefined || head === undefined || head.role !== 'head') continue;
      const gap = ageOf(elder) - ageOf(head.draft);
      if (gap < 20 || gap > 38 || home.members.some(({ role }) => role === 'parent')) continue;
      join(home, elder, 'parent');
      return;
    }
  }

  function byAge(people: readonly number[]): Map<number, number[]> {
    const buckets = new Map<number, number[]>();
    for (const i of people) {
      const bucket = buckets.get(ageOf(i));
      if (bucket) bucket.push(i);
      else buckets.set(ageOf(i), [i]);
    }
    return buckets;
  }
}

function takeNear(buckets: Map<number, number[]>, age: number, gaps: readonly number[]): number | null {
  for (const gap of gaps) {
    const found = buckets.get(age + gap)?.pop();
    if (found !== undefined) return found;
  }
  return null;
}
