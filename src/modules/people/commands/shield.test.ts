import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import type { Role } from '../../../platform/actor.ts';
import { auditOf, freshName, register, written } from '../people.fixture.ts';
import { searchPeople } from '../queries/search.ts';
import { viewPerson } from '../queries/view-person.ts';
import { viewProtection } from '../queries/view-protection.ts';
import { correctPerson } from './correct.ts';
import { formHousehold, joinHousehold } from './households.ts';
import { shieldPerson, unshieldPerson } from './shield.ts';

const house = testHouse();
const clerk = () => house.centre.as('clerk');
const director = () => house.centre.as('director');
const shield = (personId: string, actor = director()) =>
  house.runner.run(shieldPerson, actor, { personId, reason: 'przemoc w rodzinie' });
const view = (personId: string) => house.runner.ask(viewPerson, clerk(), { personId });
const found = async (q: string) => {
  const outcome = await house.runner.ask(searchPeople, clerk(), { q });
  return outcome.ok ? outcome.value.people : [];
};

const street = 'Zaciszna';
const home = { locality: 'Jarocin', street, houseNumber: '93', flatNumber: '4', postcode: '63-200' };

describe('people.shield', () => {
  it('takes the address out of the person’s data and of the search, and finds the person otherwise', async () => {
    const familyName = freshName();
    const personId = await register(house, { familyName, ...home });
    expect((await found(`${street} 93`)).map((one) => one.personId)).toEqual([personId]);
    expect(await shield(personId)).toMatchObject({ ok: true });
    const shown = await view(personId);
    expect(shown).toMatchObject({ ok: true, value: { shielded: true, address: null } });
    expect(JSON.stringify(shown)).not.toMatch(/Zaciszna|63-200/);
    expect(await found(`${street} 93`)).toEqual([]);
    expect(await found(`${familyName} ${street}`)).toMatchObject([{ personId, fit: 'partial' }]);
    expect(await found(familyName)).toMatchObject([{ personId, shielded: true }]);
  });

  it('stays hidden through a correction: empty lines keep it, new lines replace it, neither shows', async () => {
    const before = written({ ...home, houseNumber: '94' });
    const personId = await register(house, before);
    await shield(personId);
    const { locality: _l, street: _s, houseNumber: _h, flatNumber: _f, postcode: _p, ...rest } = before;
    const correct = (values: object) =>
      house.runner.run(correctPerson, clerk(), { ...rest, personId, why: 'change', ...values });
    expect(await correct({ givenName: 'Anna' })).toMatchObject({ ok: true });
    const kept = () => house.owner.query('select street, house_number from person where id = $1', [personId]);
    expect((await kept()).rows).toEqual([{ street, house_number: '94' }]);
    expect(
      await correct({ givenName: 'Anna', locality: 'Kotlin', street: 'Nowa', houseNumber: '1' }),
    ).toMatchObject({ ok: true });
    expect((await kept()).rows).toEqual([{ street: 'Nowa', house_number: '1' }]);
    expect(JSON.stringify(await view(personId))).not.toMatch(/Zaciszna|Nowa|Kotlin/);
    expect(await found('Kotlin Nowa')).toEqual([]);
  });

  it('comes back to the data and to the search when it ends', async () => {
    const personId = await register(house, { ...home, houseNumber: '95' });
    await shield(personId);
    expect(
      await house.runner.run(unshieldPerson, director(), { personId, reason: 'ustało zagrożenie' }),
    ).toMatchObject({ ok: true });
    expect(await view(personId)).toMatchObject({ value: { shielded: false, address: { street } } });
    expect((await found(`${street} 95`)).map((one) => one.personId)).toEqual([personId]);
  });

  it('is done once, ended once, and never without a reason', async () => {
    const personId = await register(house);
    const unshield = () => house.runner.run(unshieldPerson, director(), { personId, reason: 'x' });
    expect(await unshield()).toMatchObject({ problem: { code: 'people.not-shielded' } });
    expect(await house.runner.run(shieldPerson, director(), { personId, reason: ' ' })).toMatchObject({
      problem: { kind: 'invalid' },
    });
    await shield(personId);
    expect(await shield(personId)).toMatchObject({ problem: { code: 'people.already-shielded' } });
  });

  it('tells why to those who decide on it, and to nobody else', async () => {
    const personId = await register(house);
    await shield(personId);
    expect(
      await house.runner.ask(viewProtection, house.centre.as('service_organiser'), { personId }),
    ).toMatchObject({
      value: { trail: [{ hid: true, reason: 'przemoc w rodzinie', madeBy: 'director testowy' }] },
    });
    expect(JSON.stringify(await view(personId))).not.toContain('przemoc');
    expect(JSON.stringify(await auditOf(house, 'people.shield'))).not.toContain('przemoc');
    expect(await house.runner.ask(viewProtection, clerk(), { personId })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });

  it('warns of those who live with the person and whose address still gives it away', async () => {
    const mother = await register(house, home);
    const child = await register(house, { ...home, givenName: 'Zosia' });
    const made = await house.runner.run(formHousehold, clerk(), {
      personId: mother,
      part: 'head',
      validFrom: '2020-01-01',
    });
    if (made.ok)
      await house.runner.run(joinHousehold, clerk(), {
        personId: child,
        householdId: made.value.householdId,
        part: 'child',
        validFrom: '2020-01-01',
      });
    await shield(mother);
    const protection = () => house.runner.ask(viewProtection, director(), { personId: mother });
    expect(await protection()).toMatchObject({ value: { openHousemates: [{ id: child }] } });
    await shield(child);
    expect(await protection()).toMatchObject({ value: { openHousemates: [] } });
  });

  const others: readonly Role[] = [
    'clerk',
    'plan_coordinator',
    'community_organiser',
    'feeder',
    'provider',
    'region',
    'resident',
    'visitor',
    'auditor',
    'administrator',
  ];
  it.each(others)('is not for the role %s', async (role) => {
    const personId = await register(house);
    const actor = house.centre.as(role);
    expect(await shield(personId, actor)).toMatchObject({ problem: { kind: 'forbidden' } });
    expect(await house.runner.run(unshieldPerson, actor, { personId, reason: 'x' })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });

  it('knows nobody of another centre', async () => {
    const personId = await register(house, {}, house.other);
    expect(await shield(personId)).toMatchObject({ problem: { kind: 'not_found' } });
    expect(await house.runner.ask(viewProtection, director(), { personId })).toMatchObject({
      problem: { kind: 'not_found' },
    });
  });
});
