import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { prepared } from './prepared.ts';
import { readerFor } from './tenant.ts';

const house = testHouse();

const accounts = prepared<{ centreId: string; names: string[]; word: string }>()((db, place) =>
  db
    .selectFrom('account')
    .where('centre_id', '=', place('centreId'))
    .where('name', '=', sql<string>`any(${place('names')})`)
    .select(['name', sql<string>`${place('word')}::text || ${'!'}`.as('said')])
    .orderBy('name'),
);

it('fills the same statement in anew each time, its own values included', async () => {
  const db = readerFor(house.pool, house.centre.id);
  const everybody = await db.selectFrom('account').select('name').orderBy('name').execute();
  const [first, second] = everybody.map((row) => row.name);
  if (!first || !second) throw new Error('a staffed centre has accounts');
  const values = { centreId: house.centre.id, word: 'raz' };
  const [one, two] = await Promise.all([
    accounts.all(db, { ...values, names: [first] }),
    accounts.all(db, { ...values, names: [second], word: 'dwa' }),
  ]);
  expect([...one, ...two]).toEqual([
    { name: first, said: 'raz!' },
    { name: second, said: 'dwa!' },
  ]);
  expect(await accounts.first(db, { ...values, names: ['nobody'] })).toBe(undefined);
});

it('stays behind row-level security', async () => {
  const { id } = house.centre;
  const name = (
    await house.owner.query<{ name: string }>('select name from account where centre_id = $1', [id])
  ).rows[0]?.name;
  if (!name) throw new Error('a staffed centre has accounts');
  const elsewhere = readerFor(house.pool, house.other.id);
  expect(await accounts.all(elsewhere, { centreId: id, names: [name], word: '' })).toEqual([]);
});
