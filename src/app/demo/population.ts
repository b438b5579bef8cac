import type { IsoDate, Sex } from '../../law/index.ts';
import { assembleHouseholds, type Draft, type DraftHousehold, type MembershipRole } from './households.ts';
import {
  drawAddress,
  drawGivenName,
  drawPhone,
  drawSurname,
  drawUkrainianName,
  drawUkrainianSurname,
  emailOf,
  type DemoAddress,
  type Surname,
} from './identity.ts';
import { chooseSpecialHomes, type Home, type SpecialHomes } from './particular-lives.ts';
import { peselIssuer } from './pesel.ts';
import { apportion, dateOfDay, dayNumber, makeRandom, type Random } from './random.ts';
import { ageBands, ageStructureOf, centres, gminas } from './reference.ts';
import type { DemoPerson, NoPeselReason } from './demo-person.ts';
import { carersFromOutside, relationsOf, type DemoRelation } from './relations.ts';

export type { DemoPerson, NoPeselReason };

export type DemoHousehold = {
  readonly index: number;
  readonly centreId: string;
  readonly gmina: string;
  readonly address: DemoAddress | null;
};

export type DemoMembership = {
  readonly household: number;
  readonly person: number;
  readonly role: MembershipRole;
  readonly from: IsoDate;
  /** Null: still lives there. */
  readonly to: IsoDate | null;
};

export type Population = {
  readonly people: readonly DemoPerson[];
  readonly households: readonly DemoHousehold[];
  readonly memberships: readonly DemoMembership[];
  readonly relations: readonly DemoRelation[];
};

export type CentreShare = {
  readonly id: string;
  readonly share: number;
  readonly gminas: readonly { readonly teryt: string; readonly share: number }[];
};

const shareOfCentre: Readonly<Record<string, number>> = { jarocin: 150, zyrardow: 110, 'dwie-gminy': 40 };

/** The three centres with their share of the demonstration's people. */
export const demoShares: readonly CentreShare[] = centres.map(({ id, gminas: codes }) => ({
  id,
  share: shareOfCentre[id] ?? 0,
  gminas: codes.map((teryt) => ({ teryt, share: ageStructureOf(teryt).total })),
}));

/**
 * Invented residents with households and relations: age as in each gmina, names by their real frequency.
 * The same seed, size and day give the same people. Throws RangeError for a gmina without an age structure.
 */
export function makePopulation(options: {
  readonly seed: string | number;
  readonly size?: number;
  readonly today: IsoDate;
  readonly centres?: readonly CentreShare[];
}): Population {
  const { seed, size = 300, today, centres: shares = demoShares } = options;
  const random = makeRandom(seed);
  const world: World = {
    random,
    today: dayNumber(today),
    issuePesel: peselIssuer(),
    people: [],
    households: [],
    memberships: [],
    relations: [],
  };
  const sizes = apportion(
    size,
    shares.map(({ share }) => share),
  );
  shares.forEach((centre, i) => settleCentre(world, centre, sizes[i] ?? 0));
  const { people, households, memberships, relations } = world;
  return { people, households, memberships, relations };
}

type World = {
  readonly random: Random;
  readonly today: number;
  readonly issuePesel: (birthDate: IsoDate, sex: Sex) => string;
  readonly people: DemoPerson[];
  readonly households: DemoHousehold[];
  readonly memberships: DemoMembership[];
  readonly relations: DemoRelation[];
};

function settleCentre(world: World, centre: CentreShare, size: number): void {
  const { random } = world;
  const sizes = apportion(
    size,
    centre.gminas.map(({ share }) => share),
  );
  const homes: Home[] = centre.gminas.flatMap(({ teryt }, i) => {
    const drafts = makeDrafts(random, teryt, sizes[i] ?? 0, world.today);
    return assembleHouseholds(random, drafts).map((home) => namedHome(random, teryt, home, drafts));
  });
  const special = chooseSpecialHomes(random, homes);
  for (const home of homes) settleHome(world, centre.id, home, special);
  world.relations.push(...carersFromOutside(random, world.today, homes, world.people));
  const household = special.twoHomes?.other.household;
  if (special.twoHomes === null || household === undefined) return;
  const { child } = special.twoHomes;
  world.memberships.push({
    household,
    person: child.index,
    role: 'child',
    from: dateOfDay(random.int(Math.max(child.born, world.today - 500), world.today - 60)),
    to: null,
  });
}

function makeDrafts(random: Random, teryt: string, size: number, today: number): Draft[] {
  const structure = ageStructureOf(teryt);
  return apportion(size, structure.people).flatMap((count, band) => {
    const women = structure.women[band] ?? 1;
    const share = women / (women + (structure.men[band] ?? 1));
    return Array.from({ length: count }, () => {
      const last = band === ageBands.length - 1;
      // The last group is open: few live far beyond 85.
      const years = last
        ? 85 + Math.min(17, -Math.log(1 - random.next()) * 4)
        : band * 5 + random.next() * 4.99;
      const sex: Sex = random.chance(share) ? 'female' : 'male';
      return { sex, born: today - Math.floor(years * 365.25) - 1, age: Math.floor(years) };
    });
  });
}

function namedHome(random: Random, teryt: string, home: DraftHousehold, drafts: readonly Draft[]): Home {
  const gmina = gminas.find((one) => one.teryt === teryt);
  if (!gmina) throw new RangeError(`Unknown gmina ${teryt}`);
  const { townTotal, total } = ageStructureOf(teryt);
  return {
    gmina: teryt,
    address: drawAddress(random, gmina, townTotal === null ? null : townTotal / total),
    surname: drawSurname(random),
    members: home.members.flatMap(({ draft, role }) => {
      const found = drafts[draft];
      return found ? [{ ...found, role, index: -1 }] : [];
    }),
  };
}

function settleHome(world: World, centreId: string, home: Home, special: SpecialHomes): void {
  const { random, today } = world;
  const household = world.households.length;
  const foreign = special.ukrainian.has(home);
  const homeless = special.homeless.has(home);
  const address = homeless ? null : home.address;
  const family: Surname = foreign ? drawUkrainianSurname(random) : home.surname;
  const taken = new Set<string>();
  const former = special.movedFrom.get(home);
  const mover = home.members[0];
  const since = livesThereSince(random, today, home);
  world.households.push({ index: household, centreId, gmina: home.gmina, address });
  for (const member of home.members) {
    const index = world.people.length;
    member.index = index;
    const { sex, role } = member;
    const newborn = special.newborns.has(member);
    const born = newborn ? today - random.int(4, 18) : member.born;
    const birthDate = dateOfDay(born);
    const keepsOwnName =
      (role === 'partner' && random.chance(0.12)) || (role === 'parent' && random.chance(0.5));
    const surname = keepsOwnName && !foreign ? drawSurname(random) : family;
    const givenName = newName(taken, () =>
      foreign ? drawUkrainianName(random, sex) : drawGivenName(random, sex, member.age),
    );
    const noPeselReason = newborn
      ? 'newborn'
      : homeless
        ? 'homelessness_no_documents'
        : special.withoutPesel.has(member)
          ? 'foreigner'
          : null;
    const hasPhone = member.age >= 14 && random.chance(member.age >= 80 ? 0.7 : 0.9);
    const hasEmail = member.age >= 18 && random.chance(member.age >= 65 ? 0.15 : 0.5);
    world.people.push({
      index,
      centreId,
      gmina: home.gmina,
      sex,
      givenName,
      familyName: surname[sex],
      birthDate,
      pesel: noPeselReason === null ? world.issuePesel(birthDate, sex) : null,
      noPeselReason,
      citizenship: foreign ? 'UA' : 'PL',
      phone: hasPhone ? drawPhone(random) : null,
      email: hasEmail ? emailOf(givenName, surname[sex], index) : null,
      address,
      addressShielded: special.shielded === home,
      disability: newborn ? null : drawDisability(random, member.age),
    });
    world.memberships.push({
      household,
      person: index,
      role,
      from: dateOfDay(joinedOn(random, today, { since, born, role })),
      to: null,
    });
  }
  if (former?.household !== undefined && mover !== undefined) {
    const { index, born } = mover;
    const stay = { household: former.household, person: index, role: 'child' } as const;
    world.memberships.push({ ...stay, from: dateOfDay(born), to: dateOfDay(since - 1) });
  }
  home.household = household;
  world.relations.push(...relationsOf(random, world.today, home, world.people));
}

function isAdultOfHome(role: MembershipRole): boolean {
  return role === 'head' || role === 'partner';
}

function joinedOn(
  random: Random,
  today: number,
  { since, born, role }: { readonly since: number; readonly born: number; readonly role: MembershipRole },
): number {
  if (role === 'child') return born;
  if (isAdultOfHome(role)) return since;
  const earliest = Math.max(since, born);
  return random.int(earliest, Math.max(earliest, today - 30));
}

/** The day the home began: before its oldest child, after its youngest adult turned 18. */
function livesThereSince(random: Random, today: number, home: Home): number {
  const grownUp =
    Math.max(...home.members.filter(({ role }) => isAdultOfHome(role)).map(({ born }) => born)) + 18 * 366;
  const firstChild = Math.min(
    today - 60,
    ...home.members.filter(({ role }) => role === 'child').map(({ born }) => born),
  );
  return random.int(Math.max(Math.min(grownUp, firstChild), firstChild - 20 * 365), firstChild);
}

function newName(taken: Set<string>, make: () => string): string {
  let name = make();
  for (let attempt = 0; taken.has(name) && attempt < 5; attempt++) name = make();
  taken.add(name);
  return name;
}

/** Rough shares of people with a valid certificate, by age from which they hold: ours, not statistics. */
const certified: readonly (readonly [fromAge: number, severe: number, moderate: number, light: number])[] = [
  [75, 0.13, 0.08, 0.02],
  [60, 0.04, 0.07, 0.03],
  [16, 0.015, 0.025, 0.015],
];

function drawDisability(random: Random, age: number): DemoPerson['disability'] {
  if (age < 16) return random.chance(0.03) ? 'child_certificate' : null;
  const [, severe, moderate, light] = certified.find(([from]) => age >= from) ?? [0, 0, 0, 0];
  const luck = random.next();
  if (luck < severe) return 'severe';
  if (luck < severe + moderate) return 'moderate';
  return luck < severe + moderate + light ? 'light' : null;
}
