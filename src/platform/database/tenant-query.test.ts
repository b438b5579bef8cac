import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { tenantQuery } from './tenant-query.ts';

const house = testHouse();

const ask = async (text: string, values: unknown[] = [], centre = house.centre) =>
  (await tenantQuery(house.pool, centre.id, text, values)).rows;

const counters = async () => await ask('select name from counter order by name');
const count = async (name: string) =>
  await ask(`insert into counter (centre_id, name, year, value) values ($1, $2, 2026, 1)`, [
    house.centre.id,
    name,
  ]);

describe('statements that are asked in one turn of the loop', () => {
  it('travel together: they see the same instant of the database, those of the next turn a later one', async () => {
    const [first, second] = await Promise.all([
      ask('select now() as at, 1 as a'),
      ask('select now() as at, 2 as b'),
    ]);
    const [later] = await ask('select now() as at, 3 as c');
    expect(second?.[0].at).toBe(first?.[0].at);
    expect(later.at >= first?.[0].at).toBe(true);
    const instants = await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        ask(`select statement_timestamp() as at, now() as began, ${index} as n`),
      ),
    );
    expect(instants.map(([row]) => row.n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('see the rows of their own centre only, whoever else asks at the same time', async () => {
    const seen = await Promise.all(
      [house.centre, house.other, house.centre].map((centre) =>
        ask(
          `select current_setting('app.centre') as centre, (select count(distinct centre_id)::int from account) as centres`,
          [],
          centre,
        ),
      ),
    );
    expect(seen.map(([row]) => row)).toEqual(
      [house.centre, house.other, house.centre].map(({ id }) => ({ centre: id, centres: 1 })),
    );
  });

  it('leave no context behind', async () => {
    expect((await house.pool.query(`select current_setting('app.centre', true) as centre`)).rows).toEqual([
      { centre: '' },
    ]);
  });

  it('fail one by one: a refused statement undoes no write before it and stops no read behind it', async () => {
    const settled = await Promise.allSettled([
      count('before'),
      ask('select 1 / 0'),
      ask('select 4 as four'),
      ask('select nothing from nowhere'),
      count('behind'),
    ]);
    expect(settled.map((one) => (one.status === 'rejected' ? one.reason.code : one.value))).toEqual([
      [],
      '22012',
      [{ four: 4 }],
      '42P01',
      [],
    ]);
    expect(await counters()).toEqual([{ name: 'before' }, { name: 'behind' }]);
  });

  it('can be asked again on the same connections after a failure', async () => {
    for (let turn = 0; turn < 20; turn++) {
      const [failed, first, second] = await Promise.allSettled([
        ask('select 1 / $1::int as part', [0]),
        ask('select $1::int as fresh, 7 as seven', [turn]),
        ask('select 1 / $1::int as part', [1]),
      ]);
      expect(failed.status).toBe('rejected');
      expect(first).toMatchObject({ value: [{ fresh: turn, seven: 7 }] });
      expect(second).toMatchObject({ value: [{ part: 1 }] });
    }
  });

  it('are asked once when they are the same read, and each asker gets rows of its own', async () => {
    const [one, other, different] = await Promise.all([
      ask('select random() as drawn where $1::int > 0', [1]),
      ask('select random() as drawn where $1::int > 0', [1]),
      ask('select random() as drawn where $1::int > 0', [2]),
    ]);
    expect(other).toEqual(one);
    expect(different).not.toEqual(one);
    one.length = 0;
    expect(other).toHaveLength(1);
  });

  it('are all carried out when they write, the same twice too', async () => {
    const settled = await Promise.allSettled([count('twice'), count('twice')]);
    expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected']);
  });

  it('fail when a value cannot be sent, and the pool goes on', async () => {
    const circle: unknown[] = [];
    circle.push({ circle });
    await expect(ask('select $1::jsonb as x', [{ circle }])).rejects.toThrow(/circular/);
    expect(await Promise.all(Array.from({ length: 12 }, () => ask('select 1 as one')))).toHaveLength(12);
  });
});
