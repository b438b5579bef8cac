import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { newId } from '../../../platform/ids.ts';
import {
  auditOf,
  freshName,
  freshPesel,
  neverWrite,
  openCase,
  register,
  written,
} from '../people.fixture.ts';
import { searchPeople } from '../queries/search.ts';
import { viewPerson } from '../queries/view-person.ts';
import { correctPerson } from './correct.ts';
import { recordDeath, withdrawDeath } from './death.ts';
import { registerPerson } from './register.ts';

const house = testHouse();
const clerk = () => house.centre.as('clerk');
const view = async (personId: string) => {
  const outcome = await house.runner.ask(viewPerson, clerk(), { personId });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};
const found = async (q: string) => {
  const outcome = await house.runner.ask(searchPeople, clerk(), { q });
  return outcome.ok ? outcome.value.people.map(({ personId }) => personId) : [];
};
const correct = (personId: string, values: Record<string, unknown>, envelope = {}, actor = clerk()) =>
  house.runner.run(correctPerson, actor, { personId, why: 'mistake', ...values }, envelope);

describe('people.correct', () => {
  it('puts new data in place, keeps the old ones in the trail and finds the person by the new ones', async () => {
    const before = written();
    const personId = await register(house, before);
    const familyName = freshName();
    expect(await correct(personId, { ...before, familyName, reason: 'dowód osobisty' })).toMatchObject({
      ok: true,
    });
    expect(await view(personId)).toMatchObject({
      familyName,
      version: 2,
      formerNames: [],
      corrections: [
        {
          version: 1,
          why: 'mistake',
          reason: 'dowód osobisty',
          madeBy: 'clerk testowy',
          changes: [{ field: 'familyName', before: before['familyName'] }],
        },
      ],
    });
    expect(await found(familyName)).toEqual([personId]);
    expect(await found(String(before['familyName']))).toEqual([]);
  });

  it('finds somebody by the name they bore before, when it changed and was no mistake', async () => {
    const before = written();
    const personId = await register(house, before);
    await correct(personId, { ...before, familyName: freshName(), why: 'change' });
    expect(await found(String(before['familyName']))).toEqual([personId]);
    expect(await view(personId)).toMatchObject({ formerNames: [before['familyName']] });
  });

  it('adds a PESEL to somebody who had none', async () => {
    const before = written();
    const personId = await register(house, before);
    const pesel = freshPesel('1970-01-02');
    expect(await correct(personId, { ...before, pesel, why: 'change' })).toMatchObject({ ok: true });
    expect(await view(personId)).toMatchObject({ pesel, noPeselReason: null, birthDate: '1970-01-02' });
  });

  it('refuses the PESEL of somebody else', async () => {
    const pesel = freshPesel();
    await register(house, { pesel });
    const before = written();
    const personId = await register(house, before);
    expect(await correct(personId, { ...before, pesel })).toMatchObject({
      ok: false,
      problem: { code: 'people.pesel-taken' },
    });
  });

  it('refuses to change nothing, and asks why', async () => {
    const before = written();
    const personId = await register(house, before);
    expect(await correct(personId, before)).toMatchObject({ problem: { code: 'people.nothing-changed' } });
    expect(await correct(personId, { ...before, why: '' })).toMatchObject({
      problem: { kind: 'invalid', fields: { why: expect.any(String) } },
    });
  });

  it('refuses a form filled in over an older version', async () => {
    const before = written();
    const personId = await register(house, before);
    await correct(personId, { ...before, givenName: 'Anna' }, { version: 1 });
    expect(await correct(personId, { ...before, givenName: 'Zofia' }, { version: 1 })).toMatchObject({
      problem: { kind: 'stale' },
    });
  });

  it('keeps a gmina that the centre does not serve any more', async () => {
    const before = written();
    const personId = await register(house, before);
    await house.owner.query(
      `insert into gmina values ('9999991', 'Dawna', 'test', 'x', 'x') on conflict do nothing`,
    );
    await house.owner.query(`update person set gmina = '9999991' where id = $1`, [personId]);
    expect(await correct(personId, { ...before, gmina: '9999991', givenName: 'Anna' })).toMatchObject({
      ok: true,
    });
  });

  it('writes into the audit what changed, not from what to what', async () => {
    const before = written();
    const personId = await register(house, before);
    const familyName = freshName();
    await correct(personId, { ...before, familyName });
    const entry = (await auditOf(house, 'people.correct')).at(-1);
    expect(entry).toMatchObject({ person_id: personId, what: { fields: ['familyName'], why: 'mistake' } });
    expect(JSON.stringify(entry)).not.toContain(familyName);
  });

  it('knows nobody of another centre', async () => {
    const personId = await register(house, {}, house.other);
    expect(await correct(personId, written())).toMatchObject({ problem: { kind: 'not_found' } });
    expect(await correct(newId(), written())).toMatchObject({ problem: { kind: 'not_found' } });
  });

  it.each(neverWrite)('is not for the role %s', async (role) => {
    const personId = await register(house);
    expect(await correct(personId, written(), {}, house.centre.as(role))).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });

  it('is for a coordinator tied to the person, and for no other', async () => {
    const coordinator = house.centre.as('plan_coordinator');
    const personId = await register(house);
    expect(await correct(personId, written(), {}, coordinator)).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    await openCase(house, personId, { coordinator });
    expect(await correct(personId, written(), {}, coordinator)).toMatchObject({ ok: true });
    const own = await house.runner.run(registerPerson, coordinator, written());
    expect(own.ok && (await correct(own.value.personId, written(), {}, coordinator))).toMatchObject({
      ok: true,
    });
  });
});

describe('people.record-death and its withdrawal', () => {
  const record = (personId: string, deceasedOn: string, actor = clerk()) =>
    house.runner.run(recordDeath, actor, { personId, deceasedOn, source: 'akt zgonu' });

  it('keeps the day and where it is known from', async () => {
    const personId = await register(house);
    expect(await record(personId, '15.11.2026')).toMatchObject({ ok: true });
    expect(await view(personId)).toMatchObject({
      deceasedOn: '2026-11-15',
      corrections: [{ reason: 'akt zgonu', changes: [{ field: 'deceasedOn' }] }],
    });
  });

  it('takes no day after today, before birth, or a second time', async () => {
    const personId = await register(house, { birthDate: '1950-03-12' });
    expect(await record(personId, '2026-11-17')).toMatchObject({ problem: { code: 'people.death-later' } });
    expect(await record(personId, '1950-03-11')).toMatchObject({
      problem: { code: 'people.death-before-birth' },
    });
    expect(await record(personId, '2026-11-16')).toMatchObject({ ok: true });
    expect(await record(personId, '2026-11-16')).toMatchObject({
      problem: { code: 'people.already-deceased' },
    });
  });

  it('can be taken back as a mistake, with a reason', async () => {
    const personId = await register(house);
    const withdraw = (reason: string) => house.runner.run(withdrawDeath, clerk(), { personId, reason });
    expect(await withdraw('pomyłka')).toMatchObject({ problem: { code: 'people.not-deceased' } });
    await record(personId, '2026-11-10');
    expect(await withdraw('')).toMatchObject({ problem: { kind: 'invalid' } });
    expect(await withdraw('inna osoba o tym nazwisku')).toMatchObject({ ok: true });
    expect(await view(personId)).toMatchObject({ deceasedOn: null });
  });

  it.each(neverWrite)('is not for the role %s', async (role) => {
    const personId = await register(house);
    expect(await record(personId, '2026-11-10', house.centre.as(role))).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    expect(
      await house.runner.run(withdrawDeath, house.centre.as(role), { personId, reason: 'x' }),
    ).toMatchObject({ problem: { kind: 'forbidden' } });
  });

  it('knows nobody of another centre', async () => {
    const personId = await register(house, {}, house.other);
    expect(await record(personId, '2026-11-10')).toMatchObject({ problem: { kind: 'not_found' } });
  });
});
