import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { placesOf } from '../../../test/support/everything.ts';
import { makePesel } from '../../law/index.ts';
import { searchPeople, viewPerson } from '../../modules/people/index.ts';
import { newId } from '../../platform/ids.ts';
import { createRunner } from '../../platform/runner/runner.ts';
import { newKey, type Vault, vaultOf } from '../../platform/vault/vault.ts';
import { sealedStores } from '../modules.ts';
import { countByKey } from './db/sealed-values.ts';
import { sealWhole } from './sealing.ts';

const house = testHouse();
const [first, second] = [newKey(), newKey()];
const people = Array.from({ length: 620 }, (_, at) => ({
  id: newId(),
  pesel: makePesel('1950-03-12', 'female', at),
  document: `KLX ${700_000 + at}`,
}));

const register = async (vault: Vault, query: string) => {
  const outcome = await createRunner(house.pool, house.clock, vault).ask(
    searchPeople,
    house.centre.as('clerk'),
    { q: query },
  );
  return outcome.ok ? outcome.value.people.map(({ personId }) => personId) : outcome.problem.code;
};
const sums = async (): Promise<unknown> =>
  (
    await house.owner.query(
      `select (select count(*) from person where pesel_sealed is not null) as people,
        (select count(*) from person_term) as terms, (select count(distinct pesel_mark) from person) as marks,
        (select count(*) from person_correction) as trail`,
    )
  ).rows[0];

/** Rows as release 0.1.0 wrote them: numbers plain in the register, the index, the trail, drafts and applications. */
beforeAll(async () => {
  const { owner, centre } = house;
  await owner.query('alter table person drop constraint person_numbers_sealed');
  const clerk = centre.as('clerk').accountId;
  for (const { id, pesel, document } of people) {
    await owner.query(
      `insert into person (centre_id, id, gmina, given_name, family_name, pesel, other_id_kind, other_id_number)
       values ($1, $2, '3006023', 'Maria', 'Dawna', $3, 'dowód', $4)`,
      [centre.id, id, pesel, document],
    );
    const term = document.toLowerCase().replace(' ', '');
    await owner.query(
      `insert into person_term (centre_id, term, weight, person_id) values ($1, $2, 5, $4), ($1, $3, 5, $4)`,
      [centre.id, pesel, term, id],
    );
    await owner.query(`insert into person_words values ($1, $2, $3)`, [
      centre.id,
      id,
      ` ${pesel}=5 ${term}=5 dawna=4 maria=3 `,
    ]);
  }
  const [one] = people;
  await owner.query(
    `insert into person_correction (centre_id, person_id, version, why, before, made_by, made_at) values ($1, $2, 1, 'mistake', $3, $4, now())`,
    [centre.id, one?.id, JSON.stringify({ pesel: one?.pesel, familyName: 'Dawniejsza' }), clerk],
  );
  const caseId = newId();
  await owner.query(
    `insert into case_file (centre_id, id, gmina, title, state, channel) values ($1, $2, '3006023', 'Sprawa', 'draft', 'web')`,
    [centre.id, caseId],
  );
  const [programmeId, versionId] = [newId(), newId()];
  await owner.query(
    `insert into programme (centre_id, id, gmina, name) values ($1, $2, '3006023', 'Program')`,
    [centre.id, programmeId],
  );
  await owner.query(
    `insert into programme_version (centre_id, id, programme_id, number, state, items) values ($1, $2, $3, 1, 'draft', $4)`,
    [centre.id, versionId, programmeId, JSON.stringify({ personalData: { fields: ['pesel'] } })],
  );
  await owner.query(
    `insert into application (centre_id, case_id, programme_version_id, applicant_role, answers) values ($1, $2, $4, 'person', $3)`,
    [centre.id, caseId, JSON.stringify({ name: 'Maria Dawna', pesel: one?.pesel }), versionId],
  );
  await owner.query(`insert into form_draft values ($1, $2, 'people.register', $3)`, [
    centre.id,
    clerk,
    JSON.stringify({ pesel: one?.pesel }),
  ]);
  await owner.query(
    'alter table person add constraint person_numbers_sealed check (pesel is null and other_id_number is null) not valid',
  );
});

const one = { pesel: people[0]?.pesel ?? '', document: people[0]?.document ?? '', id: people[0]?.id ?? '' };
const broken = new Error('killed');
const breaksAfter = (batches: number) => {
  let left = batches;
  return (): void => {
    if (left-- === 0) throw broken;
  };
};

describe('The step of the program after the migration', () => {
  const vault = vaultOf([first]);
  const known = async (key: Vault) =>
    await house.owner.query('insert into key_check values ($1, $2) on conflict do nothing', [
      key.keyId,
      key.seal(key.keyId, 'key_check'),
    ]);

  it('seals what 0.1.0 kept plain; broken off in the middle, it goes on and nothing is lost or done twice', async () => {
    await known(vault);
    await expect(sealWhole(house.owner, vault, sealedStores, breaksAfter(1))).rejects.toBe(broken);
    expect(await placesOf(house.owner, people.at(-1)?.pesel ?? '')).toContain('person.pesel');
    expect(await sealWhole(house.owner, vault, sealedStores)).toEqual([]);
    for (const plain of [one.pesel, one.document, 'klx700000', people.at(-1)?.pesel ?? ''])
      expect(await placesOf(house.owner, plain), plain).toEqual([]);
    expect(await sums()).toMatchObject({ people: 620, marks: 620, trail: 1 });
    expect(await register(vault, one.pesel)).toEqual([one.id]);
    expect(await register(vault, one.document)).toEqual([one.id]);
  });

  it('closes the plain column: from then on the database itself takes no plain number', async () => {
    await expect(
      house.owner.query(`update person set pesel = '44051401359' where id = $1`, [one.id]),
    ).rejects.toThrow('person_numbers_sealed');
  });
});

describe('Another key (keys rotate)', () => {
  const rotating = vaultOf([second, first]);
  const after = vaultOf([second]);

  it('while it is changed, everybody is found and opened by either key', async () => {
    const before = await sums();
    await house.owner.query('insert into key_check values ($1, $2)', [
      rotating.keyId,
      rotating.seal(rotating.keyId, 'key_check'),
    ]);
    await expect(sealWhole(house.owner, rotating, sealedStores, breaksAfter(1))).rejects.toBe(broken);
    const keys = new Set((await countByKey(house.owner)).map(({ keyId }) => keyId));
    expect(keys.size).toBe(2);
    for (const { id, pesel, document } of [people[0], people.at(-1)].flatMap((each) => each ?? [])) {
      expect(await register(rotating, pesel), pesel).toEqual([id]);
      expect(await register(rotating, document)).toEqual([id]);
    }
    expect(await sums()).toEqual(before);
  });

  it('goes on to the end: equal counts, no value under the old key, all open without it', async () => {
    const before = await sums();
    expect(await sealWhole(house.owner, rotating, sealedStores)).toEqual([]);
    expect(await sums()).toEqual(before);
    expect(new Set((await countByKey(house.owner)).map(({ keyId }) => keyId))).toEqual(
      new Set([after.keyId]),
    );
    const runner = createRunner(house.pool, house.clock, after);
    for (const { id, pesel, document } of people.slice(0, 20)) {
      expect(await register(after, pesel)).toEqual([id]);
      expect(await runner.ask(viewPerson, house.centre.as('clerk'), { personId: id })).toMatchObject({
        value: { pesel, otherIdNumber: document },
      });
    }
  });
});
