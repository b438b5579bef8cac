import type { IsoDate } from '../../law/index.ts';
import type { Home, HomeMember } from './particular-lives.ts';
import type { DemoPerson } from './population.ts';
import { dateOfDay, type Random } from './random.ts';

/** Who may act or cares for whom (art. 35: a statutory representative and a factual carer may apply). */
export type DemoRelation = {
  readonly person: number;
  readonly forPerson: number;
  readonly kind: 'statutory_representative' | 'factual_carer';
  readonly basis: 'parent' | 'court_guardian' | 'spouse' | 'family' | 'neighbour';
  readonly from: IsoDate;
};

/** The relations inside one home: parents or a guardian of children, and those who care at home. */
export function relationsOf(
  random: Random,
  today: number,
  home: Home,
  people: readonly DemoPerson[],
): DemoRelation[] {
  const adults = home.members.filter(({ role }) => role === 'head' || role === 'partner');
  const relations: DemoRelation[] = [];
  for (const member of home.members) {
    if (member.age < 18) relations.push(...representatives(member, adults, people));
    else relations.push(...carer(member));
  }
  return relations;

  function carer(member: HomeMember): DemoRelation[] {
    const degree = people[member.index]?.disability;
    const needsCare = degree === 'severe' || (member.age >= 82 && random.chance(0.3));
    const helper = home.members.find((one) => one !== member && one.age >= 18 && one.age < 80);
    if (!needsCare || helper === undefined) return [];
    const couple = adults.includes(member) && adults.includes(helper);
    const since = dateOfDay(today - random.int(100, 2500));
    const relation = { person: helper.index, forPerson: member.index, from: since };
    const care: DemoRelation = { ...relation, kind: 'factual_carer', basis: couple ? 'spouse' : 'family' };
    if (degree !== 'severe' || couple || !random.chance(0.1)) return [care];
    return [care, { ...relation, kind: 'statutory_representative', basis: 'court_guardian' }];
  }
}

/** Carers of old people who live alone: a grown child or a neighbour from another home of the gmina. */
export function carersFromOutside(
  random: Random,
  today: number,
  homes: readonly Home[],
  people: readonly DemoPerson[],
): DemoRelation[] {
  const adults = homes.flatMap((home) =>
    home.members
      .filter(({ age, role }) => age >= 35 && age < 68 && role !== 'child')
      .map((member) => ({ home, member })),
  );
  return homes.flatMap((home) => {
    const [old] = home.members;
    if (home.members.length !== 1 || old === undefined || old.age < 72 || !random.chance(0.4)) return [];
    const near = Array.from({ length: 12 }, () => random.pick(adults)).filter(
      (one) => one.home.gmina === home.gmina,
    );
    const child = random.chance(0.25)
      ? undefined
      : near.find(({ member }) => old.age - member.age >= 20 && old.age - member.age <= 38);
    const helper = child ?? near[0];
    if (helper === undefined) return [];
    const guarded = people[old.index]?.disability === 'severe' && child !== undefined;
    const relation = {
      person: helper.member.index,
      forPerson: old.index,
      from: dateOfDay(today - random.int(60, 2000)),
    };
    const care: DemoRelation = { ...relation, kind: 'factual_carer', basis: child ? 'family' : 'neighbour' };
    if (!guarded) return [care];
    return [care, { ...relation, kind: 'statutory_representative', basis: 'court_guardian' }];
  });
}

function representatives(
  child: HomeMember,
  adults: readonly HomeMember[],
  people: readonly DemoPerson[],
): DemoRelation[] {
  const from = people[child.index]?.birthDate;
  if (from === undefined) return [];
  const guardians = child.role === 'child' ? adults : adults.slice(0, 1);
  return guardians
    .filter((adult) => adult.age >= 18)
    .map((adult) => ({
      person: adult.index,
      forPerson: child.index,
      kind: 'statutory_representative',
      basis: child.role === 'child' ? 'parent' : 'court_guardian',
      from,
    }));
}
