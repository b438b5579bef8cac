import { describe, expect, it } from 'vitest';
import { ageOn, checkPesel, normalisePhone } from '../../law/index.ts';
import { demoShares, makePopulation, type DemoPerson } from './population.ts';
import { ageStructureOf, names } from './reference.ts';

const today = '2026-11-21';
const small = makePopulation({ seed: 'okienko', today });
const large = makePopulation({ seed: 'okienko', today, size: 20_000 });

const ageOf = ({ birthDate }: DemoPerson): number => ageOn(birthDate, today);
const bandOf = (person: DemoPerson): number => Math.min(17, Math.floor(ageOf(person) / 5));
const inCentre = (id: string) => small.people.filter(({ centreId }) => centreId === id);

describe('The population', () => {
  it('is the same for the same seed, size and day, and another for another seed', () => {
    expect(makePopulation({ seed: 'okienko', today })).toEqual(small);
    expect(makePopulation({ seed: 'other', today }).people[0]).not.toEqual(small.people[0]);
  });

  it('has the size asked for, split over the centres', () => {
    expect(['jarocin', 'zyrardow', 'dwie-gminy'].map((id) => inCentre(id).length)).toEqual([150, 110, 40]);
    expect(makePopulation({ seed: 1, today, size: 37 }).people).toHaveLength(37);
    expect(small.people.map(({ index }) => index)).toEqual(small.people.map((_, i) => i));
  });

  it('has the age structure of each gmina to within one person a group', () => {
    for (const { teryt } of demoShares.flatMap(({ gminas }) => gminas)) {
      const people = large.people.filter(({ gmina }) => gmina === teryt);
      const counts = Map.groupBy(people, bandOf);
      const { people: real, total } = ageStructureOf(teryt);
      // The newborns of the centre leave their group only for the one of children under five.
      real.forEach((count, band) => {
        const here = counts.get(band)?.length ?? 0;
        expect(Math.abs(here - (people.length * count) / total)).toBeLessThanOrEqual(1);
      });
    }
  });

  it('has more women than men among the old, as the voivodeship has', () => {
    const old = large.people.filter((person) => ageOf(person) >= 75);
    const share = old.filter(({ sex }) => sex === 'female').length / old.length;
    expect(share).toBeGreaterThan(0.57);
    expect(share).toBeLessThan(0.68);
  });

  it('takes names by their frequency: Nowak leads, and children bear other names than the old', () => {
    const bearers = (name: string): number =>
      large.people.filter(({ familyName }) => familyName === name).length;
    expect(bearers('Nowak')).toBeGreaterThan(bearers('Mazur'));
    const called = (name: string, test: (age: number) => boolean): number =>
      large.people.filter((person) => person.givenName === name && test(ageOf(person))).length;
    expect(called('Zuzanna', (age) => age < 10)).toBeGreaterThan(called('Zuzanna', (age) => age > 50));
    expect(called('Krystyna', (age) => age > 50)).toBeGreaterThan(called('Krystyna', (age) => age < 10));
  });

  it('gives women the form of the register of women: no woman is Kowalski', () => {
    const women = large.people.filter(({ sex }) => sex === 'female');
    for (const { familyName } of women) expect(familyName).not.toMatch(/(sk|ck|dzk)i$/);
    const listed = new Set(names.surname.female.values);
    const polish = women.filter(({ citizenship }) => citizenship === 'PL');
    expect(polish.filter(({ familyName }) => listed.has(familyName)).length / polish.length).toBeGreaterThan(
      0.9,
    );
  });

  it('keeps telephones and mailboxes that nobody owns', () => {
    for (const { phone, email } of small.people) {
      expect(phone ?? '100 000 000').toMatch(/^100 \d{3} \d{3}$/);
      expect(email ?? 'a.b0@poczta.example').toMatch(/^[a-z]+\.[a-z]+\d+@poczta\.example$/);
    }
    expect(normalisePhone('100 123 456').ok).toBe(true);
  });
});

describe('PESEL', () => {
  it('is valid, tells the day of birth and sex, and is unique', () => {
    const numbers = large.people.flatMap(({ pesel }) => (pesel === null ? [] : [pesel]));
    expect(new Set(numbers).size).toBe(numbers.length);
    const wrong = large.people.filter(({ pesel, birthDate, sex }) => {
      const checked = pesel === null ? null : checkPesel(pesel);
      return checked !== null && !(checked.ok && checked.birthDate === birthDate && checked.sex === sex);
    });
    expect(wrong).toEqual([]);
  });

  it('is missing only for a reason, and every reason is met in each centre', () => {
    for (const { pesel, noPeselReason } of small.people) expect(pesel === null).toBe(noPeselReason !== null);
    for (const { id } of demoShares) {
      const reasons = new Set(inCentre(id).map(({ noPeselReason }) => noPeselReason));
      expect(reasons).toEqual(new Set([null, 'newborn', 'foreigner', 'homelessness_no_documents']));
    }
  });

  it('is missing for a newborn of this month, a foreigner, and a person with no address', () => {
    const without = (reason: string) => large.people.filter(({ noPeselReason }) => noPeselReason === reason);
    for (const { birthDate } of without('newborn')) expect(birthDate > '2026-10-21').toBe(true);
    for (const { citizenship } of without('foreigner')) expect(citizenship).toBe('UA');
    expect(large.people.filter(({ address }) => address === null)).toEqual(
      without('homelessness_no_documents'),
    );
  });
});

describe('Households', () => {
  const current = large.memberships.filter(({ to }) => to === null);

  it('hold every person, with dates that follow one another', () => {
    expect(new Set(current.map(({ person }) => person)).size).toBe(large.people.length);
    for (const { person, from, to } of large.memberships) {
      expect(from >= (large.people[person]?.birthDate ?? '')).toBe(true);
      expect(from <= today && (to ?? today) <= today && from <= (to ?? today)).toBe(true);
    }
    expect(large.memberships.some(({ to }) => to !== null)).toBe(true);
  });

  it('have one head each, who is grown up, and every child lives with an adult', () => {
    const members = Map.groupBy(current, ({ household }) => household);
    for (const { index } of large.households) {
      const here = members.get(index) ?? [];
      const age = (person: number): number => ageOn(large.people[person]?.birthDate ?? today, today);
      const heads = here.filter(({ role }) => role === 'head');
      expect(heads).toHaveLength(1);
      expect(age(heads[0]?.person ?? 0)).toBeGreaterThanOrEqual(15);
      const grown = here.filter(({ role }) => role !== 'child');
      const children = here.filter(({ role }) => role === 'child');
      const raised = children.filter((child) =>
        grown.some((one) => age(one.person) >= age(child.person) + 17),
      );
      expect(raised).toEqual(children);
    }
  });

  it('put a few children into two households at once (one in each centre)', () => {
    const open = small.memberships.filter(({ to }) => to === null);
    for (const { id } of demoShares) {
      const shared = inCentre(id).filter(
        ({ index }) => open.filter(({ person }) => person === index).length === 2,
      );
      expect(shared.length).toBeGreaterThanOrEqual(1);
    }
  });

  it('share an address, and one address of each centre is shielded', () => {
    for (const { person, household, to, role } of small.memberships) {
      if (to !== null || role === 'child') continue;
      expect(small.people[person]?.address).toEqual(small.households[household]?.address);
    }
    for (const { id } of demoShares) {
      const shielded = inCentre(id).filter(({ addressShielded }) => addressShielded);
      expect(new Set(shielded.map(({ address }) => JSON.stringify(address))).size).toBe(1);
    }
  });

  it('give a family one name, each in the form of their sex', () => {
    const children = small.memberships.filter(({ role, to }) => role === 'child' && to === null);
    const stem = (name: string): string => name.replace(/[aiy]$/, '');
    const alike = children.filter(({ household, person }) => {
      const head = small.memberships.find((one) => one.household === household && one.role === 'head');
      return (
        stem(small.people[head?.person ?? -1]?.familyName ?? '') ===
        stem(small.people[person]?.familyName ?? '')
      );
    });
    expect(alike).toHaveLength(children.length);
  });
});

describe('Relations', () => {
  it('give every child with a grown-up parent at home a statutory representative (art. 35)', () => {
    const represented = new Set(
      large.relations
        .filter(({ kind }) => kind === 'statutory_representative')
        .map(({ forPerson }) => forPerson),
    );
    const children = large.people.filter((person) => ageOf(person) < 17);
    expect(children.filter(({ index }) => represented.has(index)).length / children.length).toBeGreaterThan(
      0.99,
    );
  });

  it('name factual carers, who are grown up and are not the person cared for', () => {
    const carers = small.relations.filter(({ kind }) => kind === 'factual_carer');
    expect(carers.length).toBeGreaterThan(3);
    for (const { person, forPerson } of carers) {
      expect(person).not.toBe(forPerson);
      const carer = small.people[person];
      expect(carer && ageOf(carer)).toBeGreaterThanOrEqual(18);
    }
  });
});
