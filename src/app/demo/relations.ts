import type { IsoDate } from '../../law/index.ts';
import type { Home, HomeMember } from './particular-lives.ts';
import type { DemoPerson } from './demo-person.ts';
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

/** Carers of old people from another home of the gmina: a grown child, or a neighbour of those who live alone. */
export function carersFromOutside(
  random: Random,
  today: number,
  homes: readonly Home[],
  people: readonly DemoPerson[],
): DemoRelation[] {
  const adults = homes.flatMap((home) =>
    home.members
      .filter(({ age, role }) => age >= 30 && age < 68 && role !== 'child')
      .map((member) => ({ home, member })),
  );
  return homes.flatMap((home) =>
    home.members
      .filter(({ age }) => age >= 70)
      .flatMap((old) => {
        if (adults.length === 0 || !random.chance(0.5)) return [];
        const near = Array.from({ length: 24 }, () => random.pick(adults)).filter(
          (one) => one.home.gmina === home.gmina && one.home !== home,
        );
        const grown = near.filter(({ member }) => old.age - member.age >= 20 && old.age - member.age <= 38);
        // Two carers of three are women.
        const child =
          (random.chance(0.5) ? grown.find(({ member }) => member.sex === 'female') : undefined) ?? grown[0];
        const isNeighbour = child === undefined || (home.members.length === 1 && random.chance(0.2));
        const helper = isNeighbour ? near[0] : child;
        if (helper === undefined || (isNeighbour && home.members.length > 1)) return [];
        const relation = {
          person: helper.member.index,
          forPerson: old.index,
          from: dateOfDay(today - random.int(60, 2000)),
        };
        const care: DemoRelation = {
          ...relation,
          kind: 'factual_carer',
          basis: isNeighbour ? 'neighbour' : 'family',
        };
        const guarded = !isNeighbour && people[old.index]?.disability === 'severe' && random.chance(0.5);
        if (!guarded) return [care];
        return [care, { ...relation, kind: 'statutory_representative', basis: 'court_guardian' }];
      }),
  );
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
