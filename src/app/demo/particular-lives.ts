import type { Draft, MembershipRole } from './households.ts';
import type { DemoAddress, Surname } from './identity.ts';
import type { Random } from './random.ts';

/** Someone in a home; `index` is set when the person enters the population. */
export type HomeMember = Draft & { readonly role: MembershipRole; index: number };

/** A household before its people are named; `household` is its number once it has one. */
export type Home = {
  readonly gmina: string;
  readonly address: DemoAddress;
  surname: Surname;
  readonly members: readonly HomeMember[];
  household?: number;
};

/** The lives that a register made of averages would forget, and a centre meets every week. */
export type SpecialHomes = {
  readonly ukrainian: ReadonlySet<Home>;
  readonly withoutPesel: ReadonlySet<HomeMember>;
  readonly homeless: ReadonlySet<Home>;
  readonly newborns: ReadonlySet<HomeMember>;
  /** The home whose address must not be shown. */
  readonly shielded: Home | null;
  /** A child who lives in turn with each parent. */
  readonly twoHomes: { readonly child: HomeMember; readonly other: Home } | null;
  /** A grown child's home and the parents' home they left. */
  readonly movedFrom: ReadonlyMap<Home, Home>;
};

/** Chooses the particular lives of one centre: at least one of each kind wherever the people allow it. */
export function chooseSpecialHomes(random: Random, homes: readonly Home[]): SpecialHomes {
  const used = new Set<Home>();
  const order = random.shuffle(homes);
  const take = (count: number, ...tests: readonly ((home: Home) => boolean)[]): Home[] => {
    const taken: Home[] = [];
    for (const test of tests) {
      for (const home of order) {
        if (taken.length >= count) return taken;
        if (used.has(home) || !test(home)) continue;
        used.add(home);
        taken.push(home);
      }
    }
    return taken;
  };

  const [shielded = null] = take(1, isLoneMother, hasChild);
  const twoHomes = chooseTwoHomes(take, order, used);
  const newborns = take(atLeastOne(homes.length, 0.002), awaitsBaby).flatMap((home) =>
    youngest(home.members.filter(isSmallChild)),
  );
  const ukrainian = new Set(
    take(atLeastOne(homes.length, 0.02), isLoneMother, isYoungFamily, (home) => home.members.length > 1),
  );
  const homeless = new Set(take(atLeastOne(homes.length, 0.004), isLoneMan, isAlone));
  const withoutPesel = new Set<HomeMember>();
  for (const home of ukrainian) {
    home.members.forEach((member, i) => {
      if (i === 0 ? withoutPesel.size === 0 : random.chance(0.3)) withoutPesel.add(member);
    });
  }
  return {
    ukrainian,
    withoutPesel,
    homeless,
    newborns: new Set(newborns),
    shielded,
    twoHomes,
    movedFrom: chooseMoves(random, order, used),
  };
}

const atLeastOne = (total: number, share: number): number => Math.max(1, Math.round(total * share));
const isChild = (member: HomeMember): boolean => member.role === 'child' && member.age < 18;
const isSmallChild = (member: HomeMember): boolean => member.role === 'child' && member.age < 5;
const hasChild = (home: Home): boolean => home.members.some(isChild);
const isAlone = (home: Home): boolean => home.members.length === 1 && (home.members[0]?.age ?? 0) >= 20;
const hasPartner = (home: Home): boolean => home.members.some(({ role }) => role === 'partner');

function isLoneMother(home: Home): boolean {
  return home.members[0]?.sex === 'female' && !hasPartner(home) && hasChild(home);
}

/** A home whose smallest child can become a newborn without a brother or sister born the same year. */
function awaitsBaby(home: Home): boolean {
  const small = home.members.filter(isSmallChild);
  return small.length > 0 && small.filter(({ age }) => age < 1).length <= 1;
}

function isLoneMan(home: Home): boolean {
  const [man] = home.members;
  return isAlone(home) && man?.sex === 'male' && man.age >= 30 && man.age <= 66;
}

function isYoungFamily(home: Home): boolean {
  return hasChild(home) && home.members.every(({ age }) => age < 60);
}

function youngest(members: readonly HomeMember[]): HomeMember[] {
  return [...members].sort((a, b) => a.age - b.age).slice(0, 1);
}

function chooseTwoHomes(
  take: (count: number, ...tests: ((home: Home) => boolean)[]) => Home[],
  order: readonly Home[],
  used: Set<Home>,
): SpecialHomes['twoHomes'] {
  const hasSchoolChild = (home: Home): boolean => home.members.some((one) => isChild(one) && one.age >= 3);
  const [mothers] = take(1, (home) => isLoneMother(home) && hasSchoolChild(home), hasSchoolChild);
  const child = mothers?.members.find((one) => isChild(one) && one.age >= 3);
  if (mothers === undefined || child === undefined) return null;
  const fits = (home: Home): boolean => {
    const [man] = home.members;
    return isLoneMan(home) && man !== undefined && man.age - child.age >= 20 && man.age - child.age <= 48;
  };
  const other =
    order.find((home) => !used.has(home) && fits(home)) ??
    order.find((home) => !used.has(home) && isAlone(home));
  if (other === undefined) return null;
  used.add(other);
  other.surname = mothers.surname;
  return { child, other };
}

/** Some who live alone at 20 to 40 have left a home of the same name: the old membership has an end. */
function chooseMoves(random: Random, order: readonly Home[], used: ReadonlySet<Home>): Map<Home, Home> {
  const moves = new Map<Home, Home>();
  const parents = order.filter(
    (home) => !used.has(home) && hasPartner(home) && (home.members[0]?.age ?? 0) >= 45,
  );
  let next = 0;
  for (const home of order) {
    const [one] = home.members;
    const former = parents[next];
    if (former === undefined) break;
    const age = one?.age ?? 0;
    if (used.has(home) || !isAlone(home) || age < 20 || age > 40 || !random.chance(0.3)) continue;
    const gap = (former.members[0]?.age ?? 0) - age;
    next++;
    if (gap < 20 || gap > 45) continue;
    home.surname = former.surname;
    moves.set(home, former);
  }
  return moves;
}
