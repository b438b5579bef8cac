import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testHouse } from '../../../test/support/centre.ts';
import { always } from '../actor.ts';
import { text } from '../fields.ts';
import { newId } from '../ids.ts';
import { command } from './command.ts';
import { refuse } from './outcome.ts';
import { query } from './query.ts';

const house = testHouse();

const open = command({
  name: 'test.open',
  summary: 'Open a counter',
  input: z.object({ name: text(20), value: z.number().default(1) }),
  result: z.object({ name: z.string() }),
  basis: 'test',
  load: async (_tx, input) => await Promise.resolve({ name: input.name }),
  allow: { clerk: always },
  decide: (target, input) =>
    input.value < 0
      ? refuse('test.negative', 'Nie mniej niż zero.', { basis: 'art. 1', field: 'value' })
      : { ...target, value: input.value },
  async save(tx, change, moment) {
    await tx
      .insertInto('counter')
      .values({ centre_id: moment.actor.centreId, name: change.name, year: 2026, value: change.value })
      .execute();
    return { name: change.name };
  },
  audit: (change) => ({ what: { after: change.value } }),
});

const joining = { ...open, name: 'test.join' as const, joins: true as const };

const count = query({
  name: 'test.count',
  summary: 'How many counters',
  input: z.object({}),
  output: z.object({ count: z.number() }),
  basis: 'test',
  read: async (db) =>
    await db.selectFrom('counter').select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
  allow: { clerk: always },
  discloses: () => ({ what: { fields: ['count'] } }),
});

const trail = async (centreId: string) =>
  (
    await house.owner.query<{ action: string; kind: string }>(
      'select action, kind from audit_entry where centre_id = $1 order by seq',
      [centreId],
    )
  ).rows;

describe('the command runner', () => {
  it('saves the change and its audit entry in one transaction', async () => {
    const clerk = house.centre.as('clerk');
    expect(await house.runner.run(open, clerk, { name: 'a' })).toEqual({ ok: true, value: { name: 'a' } });
    expect(await trail(house.centre.id)).toContainEqual({ action: 'test.open', kind: 'change' });
  });

  it('denies a role that is not named and writes the denial down', async () => {
    const outcome = await house.runner.run(open, house.centre.as('provider'), { name: 'b' });
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'forbidden' } });
    expect(await trail(house.centre.id)).toContainEqual({ action: 'test.open', kind: 'access' });
  });

  it('gives invalid input back by field, in Polish', async () => {
    expect(await house.runner.run(open, house.centre.as('clerk'), { name: ' ' })).toMatchObject({
      ok: false,
      problem: { kind: 'invalid', fields: { name: 'To pole jest potrzebne.' } },
    });
  });

  it('gives a refusal with its legal basis and keeps nothing', async () => {
    expect(await house.runner.run(open, house.centre.as('clerk'), { name: 'c', value: -1 })).toMatchObject({
      ok: false,
      problem: { kind: 'refused', basis: 'art. 1', fields: { value: 'Nie mniej niż zero.' } },
    });
  });

  it('answers the same submission sent twice with the first result, once saved', async () => {
    const once = newId();
    const clerk = house.centre.as('clerk');
    const both = await Promise.all([
      house.runner.run(open, clerk, { name: 'twice' }, { once }),
      house.runner.run(open, clerk, { name: 'twice' }, { once }),
    ]);
    expect(both).toEqual([
      { ok: true, value: { name: 'twice' } },
      { ok: true, value: { name: 'twice' } },
    ]);
    expect(await house.runner.run(open, clerk, { name: 'twice' }, { once })).toEqual({
      ok: true,
      value: { name: 'twice' },
    });
  });

  it("does not give one account's result to another that sends the same key", async () => {
    const once = newId();
    await house.runner.run(open, house.centre.as('clerk'), { name: 'mine' }, { once });
    expect(
      await house.runner.run(open, await house.centre.account('clerk'), { name: 'theirs' }, { once }),
    ).toMatchObject({
      ok: false,
      problem: { code: 'input.once-used' },
    });
  });

  it('rolls everything back when the save fails, the audit entry included', async () => {
    const before = (await trail(house.centre.id)).length;
    await expect(house.runner.run(open, house.centre.as('clerk'), { name: 'a' })).rejects.toThrow(
      /duplicate key/,
    );
    expect((await trail(house.centre.id)).length).toBe(before);
  });

  it('lets joining commands share a transaction, and fails only the one that is wrong', async () => {
    const clerk = house.centre.as('clerk');
    const names = ['j1', 'j2', 'a', 'j3', 'j4'];
    const settled = await Promise.allSettled(names.map((name) => house.runner.run(joining, clerk, { name })));
    expect(settled.map((one) => one.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    const kept = await house.owner.query(`select name from counter where name like 'j%' order by name`);
    expect(kept.rows.map((row: { name: string }) => row.name)).toEqual(['j1', 'j2', 'j3', 'j4']);
  });

  it('chains the entries of joining commands that come while others commit, each once', async () => {
    const clerk = house.centre.as('clerk');
    const waves = Array.from({ length: 5 }, async (_, wave) => {
      for (let step = 0; step < 4; step++)
        await house.runner.run(joining, clerk, { name: `w${wave}.${step}`, value: 77 });
    });
    await Promise.all(waves);
    const kept = await house.owner.query(
      `select (select count(*)::int from counter where name like 'w%') as saved,
        (select count(*)::int from audit_entry where what->>'after' = '77') as written,
        app.audit_first_broken($1) as broken`,
      [house.centre.id],
    );
    expect(kept.rows).toEqual([{ saved: 20, written: 20, broken: null }]);
  });
});

describe('a denial', () => {
  const personId = newId();
  const caseId = newId();
  const subjectsOf = async (action: string) =>
    (
      await house.owner.query<Record<string, unknown>>(
        `select person_id, case_id, basis, what from audit_entry where centre_id = $1 and action = $2`,
        [house.centre.id, action],
      )
    ).rows;

  it('of a command names whose data its target holds, and shows none of them', async () => {
    const close = command({
      ...open,
      name: 'test.close',
      input: z.object({ caseId: text(40) }),
      load: async () => await Promise.resolve({ name: 'x', file: { personId } }),
      decide: (target) => ({ ...target, value: 1 }),
    });
    await house.runner.run(close, house.centre.as('provider'), { caseId });
    expect(await subjectsOf('test.close')).toEqual([
      { person_id: personId, case_id: caseId, basis: 'test', what: { denied: true } },
    ]);
  });

  it('of a hidden query is written down although it is answered as if nothing were there', async () => {
    const look = query({
      ...count,
      name: 'test.look',
      discloses: () => ({ personId, caseId, what: { fields: ['name'] } }),
      hidden: true,
    });
    expect(await house.runner.ask(look, house.centre.as('provider'), {})).toMatchObject({
      problem: { kind: 'not_found' },
    });
    expect(await subjectsOf('test.look')).toEqual([
      { person_id: personId, case_id: caseId, basis: 'test', what: { denied: true } },
    ]);
  });

  it('of a list of many is one entry', async () => {
    const list = query({
      ...count,
      name: 'test.list',
      discloses: () => [
        { personId, what: {} },
        { personId: newId(), what: {} },
      ],
    });
    await house.runner.ask(list, house.centre.as('provider'), {});
    expect(await subjectsOf('test.list')).toEqual([
      { person_id: null, case_id: null, basis: 'test', what: { denied: true } },
    ]);
  });
});

describe('the query runner', () => {
  it("sees only its own centre's rows and writes the read down before it answers", async () => {
    expect(await house.runner.ask(count, house.other.as('clerk'), {})).toEqual({
      ok: true,
      value: { count: 0 },
    });
    expect(await trail(house.other.id)).toEqual([{ action: 'test.count', kind: 'read' }]);
  });
});

describe('the audit chain (art. 50(3))', () => {
  it('holds after everything above', async () => {
    const broken = await house.owner.query('select app.audit_first_broken($1) as seq', [house.centre.id]);
    expect(broken.rows).toEqual([{ seq: null }]);
  });

  it('names the first entry that was changed, removed or cut off', async () => {
    const firstBroken = async () =>
      (await house.owner.query('select app.audit_first_broken($1) as seq', [house.centre.id])).rows[0].seq;
    await house.owner.query(`update audit_entry set actor = 'ktoś inny' where centre_id = $1 and seq = 3`, [
      house.centre.id,
    ]);
    expect(await firstBroken()).toBe(3);
    await house.owner.query(`delete from audit_entry where centre_id = $1 and seq = 2`, [house.centre.id]);
    expect(await firstBroken()).toBe(3);
    await house.owner.query(`delete from audit_entry where centre_id = $1 and seq > 1`, [house.centre.id]);
    expect(await firstBroken()).toBeGreaterThan(3);
  });

  it('names the first entry that no head vouches for: one added past it, and all of them without a head', async () => {
    const { id } = house.other;
    const firstBroken = async () =>
      (await house.owner.query('select app.audit_first_broken($1) as seq', [id])).rows[0].seq;
    await house.runner.ask(count, house.other.as('clerk'), {});
    await house.runner.ask(count, house.other.as('clerk'), {});
    expect(await firstBroken()).toBe(null);
    await house.owner.query(
      `update audit_head h set seq = 2, hash = e.hash from audit_entry e
       where h.centre_id = $1 and e.centre_id = $1 and e.seq = 2`,
      [id],
    );
    expect(await firstBroken()).toBe(3);
    await house.owner.query('delete from audit_head where centre_id = $1', [id]);
    expect(await firstBroken()).toBe(1);
  });

  it('is append-only for the application', async () => {
    await expect(house.pool.query('delete from audit_entry')).rejects.toThrow(/permission denied/);
    await expect(house.pool.query(`update audit_entry set actor = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(house.pool.query(`insert into audit_head values ('${newId()}', 1, '')`)).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('row-level security', () => {
  it('guards every table that has a centre', async () => {
    const open = await house.owner.query(`
      select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'centre_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'centre_gmina'
        and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`);
    expect(open.rows).toEqual([]);
  });

  it('puts the centre first in every primary key and in every unique constraint', async () => {
    const keys = await house.owner.query(`
      select conrelid::regclass::text as table_name, conname from pg_constraint k
      where contype in ('p', 'u') and connamespace = 'public'::regnamespace
        and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'centre_id')
        and (select attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) <> 'centre_id'`);
    expect(keys.rows).toEqual([]);
  });

  it('gives no rows without a context', async () => {
    expect((await house.pool.query('select * from account')).rows).toEqual([]);
  });
});
