import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import type { Role } from '../../../platform/actor.ts';
import { inTransaction } from '../../../platform/database/tenant.ts';
import { reindexPeople } from '../db/search-index.ts';
import { auditOf, freshName, freshPesel, openCase, register } from '../people.fixture.ts';
import { searchPeople } from './search.ts';

const house = testHouse();

const search = async (q: string, centre = house.centre) => {
  const outcome = await house.runner.ask(searchPeople, centre.as('clerk'), { q });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};
const ids = async (q: string) => (await search(q)).people.map(({ personId }) => personId);
const fits = async (q: string) => (await search(q)).people.map(({ fit }) => fit);

describe('people.search', () => {
  it('finds by PESEL, phone, its last digits, birth date and another document', async () => {
    const pesel = freshPesel('1931-04-05');
    const personId = await register(house, {
      pesel,
      phone: '601 222 333',
      otherIdKind: 'paszport',
      otherIdNumber: 'XY 98765',
    });
    for (const q of [pesel, '601222333', '+48 601 222 333', '222333', '5.04.1931', 'xy98765'])
      expect(await ids(q), q).toEqual([personId]);
  });

  it('finds by surname, given name and both, in any order and without diacritics', async () => {
    const personId = await register(house, { givenName: 'Świętosława', familyName: 'Łąkołowicz-Żółć' });
    for (const q of [
      'Łąkołowicz',
      'lakolowicz',
      'ŻÓŁĆ',
      'swietoslawa',
      'Zolc Świętosława',
      'swietoslawa lakolowicz zolc',
      'Łąkołowicz–Żółć',
    ])
      expect(await ids(q), q).toEqual([personId]);
  });

  it('finds by address, with or without the flat', async () => {
    const personId = await register(house, {
      locality: 'Kotlin',
      street: 'Piaskowa',
      houseNumber: '17B',
      flatNumber: '3',
      postcode: '63-220',
    });
    for (const q of [
      'Piaskowa 17b',
      'ul. Piaskowa 17B/3',
      'piaskowa 17b m. 3',
      'Kotlin Piaskowa',
      'Piaskowa 63-220',
    ])
      expect(await ids(q), q).toEqual([personId]);
    expect(await fits('Piaskowa 18')).toEqual(['partial']);
  });

  it('finds by the sign of a case, or its beginning', async () => {
    const personId = await register(house);
    await openCase(house, personId, { sign: 'CUS.5020.771.2026' });
    for (const q of ['CUS.5020.771.2026', 'cus.5020.771', ' CUS.5020.771.'])
      expect(await ids(q), q).toEqual([personId]);
    expect(await ids('CUS.5020.772.2026')).toEqual([]);
  });

  it('finds in spite of one typing error, and by ear', async () => {
    const personId = await register(house, { givenName: 'Bogumiła', familyName: 'Chrząszczewska' });
    for (const q of [
      'Chrzaszczewka',
      'Chrząszczewski',
      'Hrząszczewska',
      'chrzazsczewska',
      'Chrzonszczewska',
      'Bogumila Chrzaszcewska',
    ])
      expect(await ids(q), q).toEqual([personId]);
  });

  it('finds by the beginning of a word', async () => {
    const familyName = freshName();
    const personId = await register(house, { familyName });
    expect(await search(familyName.slice(0, 6))).toMatchObject({ people: [{ personId, fit: 'beginning' }] });
  });

  it('puts the exact word first, then its beginnings, then what is spelled alike; a surname before a street', async () => {
    const street = await register(house, { locality: 'Jarocin', street: 'Zimorodkowa' });
    const alike = await register(house, { familyName: 'Zimorodkowe' });
    const longer = await register(house, { familyName: 'Zimorodkowalska' });
    const exact = await register(house, { familyName: 'Zimorodkowa' });
    expect(await ids('zimorodkowa')).toEqual([exact, street, longer, alike]);
    expect(await fits('zimorodkowa')).toEqual(['exact', 'exact', 'beginning', 'similar']);
  });

  it('narrows by every further word', async () => {
    const familyName = freshName();
    const [maria] = [
      await register(house, { familyName, birthDate: '1950-03-12' }),
      await register(house, { familyName, givenName: 'Jan', birthDate: '1980-01-01' }),
    ];
    expect(await ids(familyName)).toHaveLength(2);
    expect(await ids(`${familyName} maria`)).toEqual([maria]);
    expect(await ids(`${familyName} 1950`)).toEqual([maria]);
  });

  it('finds the right one of very many who share a word', async () => {
    const familyName = freshName();
    const personId = await register(house, { givenName: 'Zdzisława', familyName });
    await house.owner.query(
      `insert into person_term (centre_id, term, weight, person_id) select $1, 'zdzislawa', 3, gen_random_uuid() from generate_series(1, 5000)`,
      [house.centre.id],
    );
    expect(await ids(`zdzisława ${familyName}`)).toEqual([personId]);
    expect(await ids(`zdzisława ${familyName.slice(0, -2)}`)).toEqual([personId]);
  });

  it('shows those who lack one word when nobody has all, and says so', async () => {
    const familyName = freshName();
    const personId = await register(house, { familyName, locality: 'Jarocin' });
    expect(await search(`${familyName} Maria Bydgoszcz`)).toMatchObject({
      people: [{ personId, fit: 'partial' }],
    });
  });

  it('shows at most twenty and says that there are more', async () => {
    const familyName = freshName();
    for (let i = 0; i < 21; i++)
      await register(house, { familyName, birthDate: `${1930 + i}-0${1 + (i % 9)}-1${i % 10}` });
    expect(await search(familyName)).toMatchObject({ more: true, people: { length: 20 } });
  });

  it('tells a mistyped PESEL from an unknown one', async () => {
    const pesel = freshPesel();
    const broken = `${pesel.slice(0, 10)}${(Number(pesel[10]) + 1) % 10}`;
    expect(await search(broken)).toMatchObject({ brokenPesel: true, people: [] });
    expect(await search(pesel)).toMatchObject({ brokenPesel: false, people: [] });
  });

  it.each(['', '   ', '%', "'; drop table person; --", '\\', 'a'.repeat(199), '(((', '.*'])(
    'stands "%s"',
    async (q) => {
      expect((await search(q)).people).toEqual([]);
    },
  );

  it('shows enough to choose and no more', async () => {
    const familyName = freshName();
    await register(house, {
      familyName,
      pesel: freshPesel('1950-03-12'),
      phone: '601222999',
      locality: 'Jarocin',
      street: 'Polna',
      houseNumber: '1',
    });
    const { people } = await search(familyName);
    expect(Object.keys(people[0] ?? {}).sort()).toEqual([
      'birthYear',
      'deceased',
      'familyName',
      'fit',
      'givenName',
      'gmina',
      'livesOutside',
      'personId',
      'shielded',
    ]);
  });

  it('sees nobody of another centre', async () => {
    const familyName = freshName();
    await register(house, { familyName }, house.other);
    expect(await ids(familyName)).toEqual([]);
    expect((await search(familyName, house.other)).people).toHaveLength(1);
  });

  it('writes down who was shown, and of the words only what kind they were (art. 50(3))', async () => {
    const familyName = freshName();
    const personId = await register(house, { familyName });
    const pesel = freshPesel();
    await search(familyName);
    await search(pesel);
    const [byName, byPesel] = (await auditOf(house, 'people.search')).slice(-2);
    expect(byName).toEqual({
      kind: 'read',
      person_id: personId,
      what: { words: ['name'], found: 1, people: [personId] },
    });
    expect(byPesel).toEqual({
      kind: 'read',
      person_id: null,
      what: { words: ['pesel'], found: 0, people: [] },
    });
  });

  it('writes nothing down when there was nothing to look for', async () => {
    const before = (await auditOf(house, 'people.search')).length;
    await search('k');
    expect((await auditOf(house, 'people.search')).length).toBe(before);
  });

  const may: readonly Role[] = [
    'clerk',
    'director',
    'plan_coordinator',
    'service_organiser',
    'assistance_organiser',
  ];
  const mayNot: readonly Role[] = [
    'community_organiser',
    'feeder',
    'provider',
    'region',
    'resident',
    'visitor',
    'auditor',
    'administrator',
  ];
  it.each(may)('is for the role %s', async (role) => {
    expect(await house.runner.ask(searchPeople, house.centre.as(role), { q: 'nowak' })).toMatchObject({
      ok: true,
    });
  });
  it.each(mayNot)('is not for the role %s', async (role) => {
    expect(await house.runner.ask(searchPeople, house.centre.as(role), { q: 'nowak' })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });
});

describe('the index built anew', () => {
  it('finds the same people as the index kept up to date, and forgets spellings that nobody bears', async () => {
    const familyName = freshName();
    const personId = await register(house, { familyName, phone: '601333444' });
    await house.owner.query(`insert into person_variant values ($1, 'nikogo', 'nikogo')`, [house.centre.id]);
    const dump = async () =>
      (
        await house.owner.query(
          `select person_id, words from person_words where centre_id = $1 order by person_id`,
          [house.centre.id],
        )
      ).rows;
    const before = await dump();
    await inTransaction(house.pool, house.centre.id, (tx) =>
      reindexPeople(tx, { centreId: house.centre.id, vault: house.vault }),
    );
    expect(await dump()).toEqual(before);
    expect(await ids(familyName)).toEqual([personId]);
    expect((await house.owner.query(`select from person_variant where term = 'nikogo'`)).rowCount).toBe(0);
  });

  it('leaves other centres alone', async () => {
    const familyName = freshName();
    await register(house, { familyName }, house.other);
    await inTransaction(house.pool, house.centre.id, (tx) =>
      reindexPeople(tx, { centreId: house.centre.id, vault: house.vault }),
    );
    expect((await search(familyName, house.other)).people).toHaveLength(1);
  });
});
