import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import { newId } from '../../../platform/ids.ts';
import { auditOf, freshName, freshPesel, neverWrite, register, written } from '../people.fixture.ts';
import { findDuplicates } from '../queries/find-duplicates.ts';
import { viewPerson } from '../queries/view-person.ts';
import { registerPerson } from './register.ts';

const house = testHouse();
const clerk = () => house.centre.as('clerk');
const run = (change: Record<string, unknown> = {}, envelope = {}) =>
  house.runner.run(registerPerson, clerk(), written(change), envelope);
const view = async (personId: string) => {
  const outcome = await house.runner.ask(viewPerson, clerk(), { personId });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};
const fieldsOf = async (change: Record<string, unknown>) => {
  const outcome = await run(change);
  return outcome.ok ? {} : outcome.problem.fields;
};

describe('people.register', () => {
  it('takes birth date and sex from the PESEL', async () => {
    const pesel = freshPesel('1961-07-08', 'male');
    const personId = await register(house, { pesel, noPeselReason: '' });
    expect(await view(personId)).toMatchObject({
      pesel,
      birthDate: '1961-07-08',
      sex: 'male',
      noPeselReason: null,
      version: 1,
    });
  });

  it('takes somebody without a PESEL as first-class, with the reason (KRI § 10)', async () => {
    const personId = await register(house, {
      noPeselReason: 'foreigner',
      otherIdKind: 'paszport',
      otherIdNumber: 'FA 123456',
    });
    expect(await view(personId)).toMatchObject({
      pesel: null,
      noPeselReason: 'foreigner',
      otherIdNumber: 'FA 123456',
      birthDate: null,
    });
  });

  it('keeps phone and postcode in one form', async () => {
    const personId = await register(house, { phone: '600 100 200', postcode: '63200', locality: 'Jarocin' });
    expect(await view(personId)).toMatchObject({ phone: '+48600100200', address: { postcode: '63-200' } });
  });

  it('takes somebody from outside as such, for they may be a carer', async () => {
    const personId = await register(house, { livesOutside: 'Pleszew' });
    expect(await view(personId)).toMatchObject({
      livesOutside: 'Pleszew',
      gmina: { teryt: gminas.town, name: 'Jarocin' },
    });
  });

  it.each([
    ["O'Brien-Łoś", "O'Brien-Łoś"],
    ['von der Heide', 'von der Heide'],
    ['Ćwiąkała'.repeat(25), 'Ćwiąkała'.repeat(25)],
    ['Коваленко', 'Коваленко'],
  ])('takes the name %s as it is', async (familyName, kept) => {
    expect(await view(await register(house, { familyName }))).toMatchObject({ familyName: kept });
  });

  it.each([
    ['<script>alert(1)</script>', 'familyName'],
    ['Kowalski; drop table person', 'familyName'],
    ['123', 'familyName'],
    ['-', 'familyName'],
    ['x'.repeat(201), 'familyName'],
    ['', 'familyName'],
  ])('says what is wrong with the name %s', async (familyName, field) => {
    expect(await fieldsOf({ familyName })).toHaveProperty(field);
  });

  it('says which digit check a PESEL fails, and keeps nothing', async () => {
    const pesel = freshPesel();
    const broken = `${pesel.slice(0, 10)}${(Number(pesel[10]) + 1) % 10}`;
    expect(await fieldsOf({ pesel: broken })).toEqual({
      pesel: 'PESEL: suma kontrolna się nie zgadza, sprawdź cyfry.',
    });
    expect(await fieldsOf({ pesel: '1234' })).toEqual({ pesel: 'PESEL: ma złą liczbę cyfr.' });
  });

  it('takes no birth date that does not exist', async () => {
    expect(await fieldsOf({ birthDate: '30.02.1980' })).toHaveProperty('birthDate');
    expect(await fieldsOf({ birthDate: '2027-01-01' })).toEqual({
      birthDate: 'Data urodzenia jest w przyszłości. Sprawdź rok.',
    });
  });

  it.each([
    [{ noPeselReason: '' }, 'pesel'],
    [{ phone: '12' }, 'phone'],
    [{ postcode: '1' }, 'postcode'],
    [{ email: 'maria' }, 'email'],
    [{ otherIdNumber: 'AB1' }, 'otherIdKind'],
    [{ street: 'Polna' }, 'locality'],
    [{ gmina: '1438011' }, 'gmina'],
  ])('refuses %o by its field', async (change, field) => {
    expect(Object.keys((await fieldsOf(change)) ?? {})).toEqual([field]);
  });

  it('asks for a reason when the documents differ from the PESEL', async () => {
    const pesel = freshPesel('1950-03-12');
    expect(await fieldsOf({ pesel, birthDate: '1950-12-03' })).toHaveProperty('overrideReason');
    const personId = await register(house, {
      pesel,
      birthDate: '1950-12-03',
      overrideReason: 'akt urodzenia',
    });
    expect(await view(personId)).toMatchObject({ birthDate: '1950-12-03', overrideReason: 'akt urodzenia' });
  });

  it('refuses a PESEL that is taken, and names who has it', async () => {
    const pesel = freshPesel();
    const familyName = freshName();
    await register(house, { pesel, familyName });
    const outcome = await run({ pesel, familyName: freshName(), givenName: 'Zofia' });
    expect(outcome).toMatchObject({
      ok: false,
      problem: {
        code: 'people.pesel-taken',
        fields: { pesel: expect.stringContaining(`Maria ${familyName}`) },
      },
    });
  });

  it('lets another centre register the same PESEL: it does not know of the first', async () => {
    const pesel = freshPesel();
    await register(house, { pesel });
    const there = await house.runner.run(registerPerson, house.other.as('clerk'), written({ pesel }));
    expect(there).toMatchObject({ ok: true });
  });

  it('takes two people at once who send the same PESEL for one', async () => {
    const pesel = freshPesel();
    const both = await Promise.all([
      run({ pesel, familyName: 'Pierwsza' }),
      run({ pesel, familyName: 'Druga' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'people.pesel-taken' } });
  });

  it('takes the same form sent twice once', async () => {
    const once = newId();
    const form = { familyName: freshName() };
    const [first, second] = [await run(form, { once }), await run(form, { once })];
    expect(first.ok && second).toEqual(first);
    const { rows } = await house.owner.query(
      'select count(*)::int as n from person where centre_id = $1 and family_name = $2',
      [house.centre.id, form.familyName],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('writes into the audit which fields were filled in, not with what', async () => {
    const pesel = freshPesel();
    const personId = await register(house, { pesel, phone: '600100299' });
    const entry = (await auditOf(house, 'people.register')).at(-1);
    expect(entry).toMatchObject({ kind: 'change', person_id: personId, what: { withPesel: true } });
    expect(JSON.stringify(entry)).not.toMatch(new RegExp(`${pesel}|600100299`));
  });

  it.each(neverWrite)('is not for the role %s', async (role) => {
    expect(await house.runner.run(registerPerson, house.centre.as(role), written())).toMatchObject({
      ok: false,
      problem: { kind: 'forbidden' },
    });
  });

  it.each(['plan_coordinator', 'service_organiser', 'assistance_organiser'] as const)(
    'is for the role %s',
    async (role) => {
      expect(await house.runner.run(registerPerson, house.centre.as(role), written())).toMatchObject({
        ok: true,
      });
    },
  );
});

describe('a likely duplicate', () => {
  it('is shown before saving; the worker says that it is somebody else', async () => {
    const who = { familyName: freshName(), birthDate: '1950-03-12' };
    const known = await register(house, who);
    const refused = await run(who);
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: 'people.likely-duplicate', kind: 'refused' },
    });
    expect(await house.runner.ask(findDuplicates, clerk(), written(who))).toMatchObject({
      ok: true,
      value: [{ personId: known, birthYear: 1950, reasons: ['same_name', 'same_birth'] }],
    });
    expect(await run({ ...who, differentFrom: known })).toMatchObject({ ok: true });
  });

  it('must be answered one by one: an answer about somebody else does not count', async () => {
    const who = { familyName: freshName(), birthDate: '1950-03-12' };
    const first = await register(house, who);
    const second = await register(house, { ...who, differentFrom: [first] });
    expect(await run({ ...who, differentFrom: [first] })).toMatchObject({ ok: false });
    expect(await run({ ...who, differentFrom: [newId(), second] })).toMatchObject({ ok: false });
    expect(await run({ ...who, differentFrom: [second, first] })).toMatchObject({ ok: true });
  });

  it('is found in spite of typing errors, and by the birth date that the PESEL tells', async () => {
    const familyName = freshName();
    const known = await register(house, { familyName, pesel: freshPesel('1950-03-12') });
    const typo = `${familyName.slice(0, 3)}${familyName.slice(4)}`;
    expect(
      await house.runner.ask(findDuplicates, clerk(), {
        givenName: 'Maria',
        familyName: typo,
        birthDate: '12.03.1950',
      }),
    ).toMatchObject({
      value: [{ personId: known, reasons: ['similar_name', 'same_birth'] }],
    });
  });

  it('is found by phone and by address', async () => {
    const home = { locality: 'Jarocin', street: 'Cicha', houseNumber: '41' };
    const familyName = freshName();
    const known = await register(house, { familyName, birthDate: '1950-03-12', phone: '600700800', ...home });
    const ask = (more: object) =>
      house.runner.ask(findDuplicates, clerk(), {
        givenName: 'Maria',
        familyName,
        birthDate: '1990-01-01',
        ...more,
      });
    expect(await ask({})).toMatchObject({ value: [] });
    expect(await ask({ phone: '600-700-800' })).toMatchObject({
      value: [{ personId: known, reasons: ['same_name', 'same_phone'] }],
    });
    expect(await ask(home)).toMatchObject({
      value: [{ personId: known, reasons: ['same_name', 'same_address'] }],
    });
  });

  it('is looked for in the own centre only', async () => {
    const who = { familyName: freshName(), birthDate: '1950-03-12' };
    await register(house, who, house.other);
    expect(await run(who)).toMatchObject({ ok: true });
  });

  it('is told to those who may register', async () => {
    for (const role of neverWrite)
      expect(await house.runner.ask(findDuplicates, house.centre.as(role), written())).toMatchObject({
        ok: false,
        problem: { kind: 'forbidden' },
      });
  });
});
