import { ageOn, type IsoDate } from '../../law/index.ts';
import type { DemoMembership, DemoPerson, Population } from './population.ts';
import type { Script } from './scripts/index.ts';

/** The population read for casting: who lives with whom, how old everybody is, who acts for whom. */
export type Homes = {
  readonly people: readonly DemoPerson[];
  readonly age: (person: number) => number;
  /** Everybody in the person's (first) household, themselves included. */
  readonly members: (person: number) => readonly DemoMembership[];
  readonly representatives: ReadonlyMap<number, number>;
  readonly carers: ReadonlyMap<number, readonly number[]>;
};

/** Reads households and relations once, so that thousands of cases can be cast from them. */
export function readHomes({ people, memberships, relations }: Population, today: IsoDate): Homes {
  const current = memberships.filter(({ to }) => to === null);
  const byHousehold = Map.groupBy(current, ({ household }) => household);
  const homeOf = new Map([...current].reverse().map(({ person, household }) => [person, household]));
  const ages = people.map(({ birthDate }) => ageOn(birthDate, today));
  const acting = relations.filter(({ kind }) => kind === 'statutory_representative');
  const caring = relations.filter(({ kind }) => kind === 'factual_carer');
  const carers = Map.groupBy(caring, ({ forPerson }) => forPerson);
  return {
    people,
    age: (person) => ages[person] ?? 0,
    members: (person) => byHousehold.get(homeOf.get(person) ?? -1) ?? [],
    representatives: new Map([...acting].reverse().map(({ forPerson, person }) => [forPerson, person])),
    carers: new Map([...carers].map(([forPerson, list]) => [forPerson, list.map(({ person }) => person)])),
  };
}

/** Whether a person's age, home and origin are those that a script speaks of. */
export function fits(homes: Homes, person: DemoPerson, script: Script): boolean {
  const { who, applicant } = script;
  const years = homes.age(person.index);
  const from = applicant === 'statutory_representative' ? (who.ageFrom ?? 0) : Math.max(18, who.ageFrom ?? 0);
  return (
    years >= from &&
    years <= (who.ageTo ?? 130) &&
    (who.sex ?? person.sex) === person.sex &&
    (who.citizenship === 'UA') === (person.citizenship === 'UA') &&
    (who.noAddress === true) === (person.address === null) &&
    homeFits(homes, person, script) &&
    applicantOf(homes, person, script) !== null
  );
}

function homeFits(homes: Homes, { index }: DemoPerson, { who }: Script): boolean {
  const here = homes.members(index);
  const own = here.find(({ person }) => person === index);
  const others = here.filter(({ person }) => person !== index);
  if (who.home === 'alone' && others.length > 0) return false;
  if (who.home === 'with_adult' && !others.some(({ person }) => homes.age(person) >= 20)) return false;
  if (who.home === 'with_partner' && partnerOf(own, others) === null) return false;
  if (who.raisesGrandchild && !(own?.role === 'head' && others.some(({ role }) => role === 'grandchild')))
    return false;
  const [from, to] = [who.childFrom, who.childTo ?? 17];
  if (from === undefined) return true;
  const children = others.filter(({ role }) => role === 'child').map(({ person }) => homes.age(person));
  return isParent(own) && children.some((age) => age >= from && age <= to);
}

/** Who applies (art. 35): the person, their statutory representative or factual carer; null when there is no such one. */
export function applicantOf(homes: Homes, { index }: DemoPerson, { applicant, who }: Script): number | null {
  if (applicant === 'person') return index;
  if (applicant === 'statutory_representative') return homes.representatives.get(index) ?? null;
  const here = homes.members(index);
  const own = here.find(({ person }) => person === index);
  const others = here.filter(({ person }) => person !== index);
  const is = (person: number, sex: DemoPerson['sex'], older: number): boolean =>
    homes.people[person]?.sex === sex && homes.age(person) - homes.age(index) >= older;
  if (who.carer === 'wife') {
    const partner = partnerOf(own, others);
    return partner !== null && is(partner, 'female', -30) ? partner : null;
  }
  if (who.carer === 'mother') {
    if (own?.role !== 'child') return null;
    return others.find((one) => isParent(one) && is(one.person, 'female', 17))?.person ?? null;
  }
  const grown = (homes.carers.get(index) ?? []).filter(
    (person) => homes.age(index) - homes.age(person) >= 18,
  );
  const daughter = grown.find((person) => homes.people[person]?.sex === 'female');
  return (who.carer === 'daughter' ? daughter : grown[0]) ?? null;
}

function isParent(one: DemoMembership | undefined): boolean {
  return one?.role === 'head' || one?.role === 'partner';
}

function partnerOf(own: DemoMembership | undefined, others: readonly DemoMembership[]): number | null {
  const wanted = own?.role === 'head' ? 'partner' : own?.role === 'partner' ? 'head' : null;
  return others.find(({ role }) => role === wanted)?.person ?? null;
}
