import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testHouse } from '../../../test/support/centre.ts';
import { always } from '../actor.ts';
import { command } from '../runner/command.ts';
import { refuse } from '../runner/outcome.ts';
import { dailyRuns } from './daily.ts';

const house = testHouse();
const failing = new Set<string>();

/** A command that counts its runs in the audit, and is refused where a centre is `failing`. */
const sweep = (name: `${string}.${string}`) =>
  command({
    name,
    summary: 'Do something every day',
    basis: 'test',
    input: z.object({}),
    result: z.object({}),
    load: async () => await Promise.resolve({}),
    allow: { system: always },
    decide: (_target, _input, { actor }) =>
      failing.has(actor.centreId) ? refuse('test.failing', 'Nie dziś.') : {},
    save: async () => await Promise.resolve({}),
    audit: () => ({ what: {} }),
  });

const reported: string[] = [];

/** One process of the product that has the command. */
const aProcess = (name: `${string}.${string}`) =>
  dailyRuns(house.pool, house.runner, house.clock, [sweep(name)], (error) => reported.push(String(error)));

const timesDone = async (action: string, centreId = house.centre.id): Promise<number> =>
  Number(
    (
      await house.owner.query<{ done: string }>(
        'select count(*) as done from audit_entry where centre_id = $1 and action = $2',
        [centreId, action],
      )
    ).rows[0]?.done,
  );

describe('what the system does by itself every day', () => {
  it('is done once a day in every centre, also after a restart and by several processes at once', async () => {
    house.clock.set('2026-11-16T09:00:00.000Z');
    const [one, two] = [aProcess('test.once'), aProcess('test.once')];
    await Promise.all([one.run(), two.run(), one.run()]);
    await aProcess('test.once').run();
    expect(await timesDone('test.once')).toBe(1);
    expect(await timesDone('test.once', house.other.id)).toBe(1);
  });

  it('begins anew when the day begins in Poland, not in UTC', async () => {
    const product = aProcess('test.new-day');
    house.clock.set('2026-11-16T22:59:00.000Z');
    await product.run();
    house.clock.set('2026-11-16T23:00:00.000Z');
    await product.run();
    expect(await timesDone('test.new-day')).toBe(2);
  });

  it('stands in the audit under the name of the product', async () => {
    house.clock.set('2026-11-17T09:00:00.000Z');
    await aProcess('test.named').run();
    const { rows } = await house.owner.query<{ actor: string; kind: string }>(
      `select actor, kind from audit_entry where centre_id = $1 and action = 'test.named'`,
      [house.centre.id],
    );
    expect(rows).toEqual([{ actor: 'Okienko', kind: 'change' }]);
  });

  it('is reported when it fails, stops no other centre, and is tried again two minutes later', async () => {
    house.clock.set('2026-11-18T09:00:00.000Z');
    failing.add(house.centre.id);
    const product = aProcess('test.fails');
    await product.run();
    expect(reported.at(-1)).toContain('test.fails: test.failing');
    expect(await timesDone('test.fails', house.other.id)).toBe(1);
    failing.clear();
    house.clock.set('2026-11-18T09:01:00.000Z');
    await product.run();
    expect(await timesDone('test.fails')).toBe(0);
    house.clock.set('2026-11-18T09:02:00.000Z');
    await product.run();
    expect(await timesDone('test.fails')).toBe(1);
    const { rows } = await house.owner.query<{ tries: number; last_error: string | null }>(
      `select tries, last_error from daily_run where centre_id = $1 and name = 'test.fails'`,
      [house.centre.id],
    );
    expect(rows).toEqual([{ tries: 2, last_error: null }]);
  });

  it('is not done again when the process died after its commit and before the day was marked', async () => {
    house.clock.set('2026-11-19T09:00:00.000Z');
    await aProcess('test.died').run();
    await house.owner.query(`update daily_run set done_at = null where name = 'test.died'`);
    house.clock.set('2026-11-19T09:30:00.000Z');
    await aProcess('test.died').run();
    expect(await timesDone('test.died')).toBe(1);
  });

  it('is not done by anybody else: no account has the role of the system', async () => {
    const outcome = await house.runner.run(sweep('test.not-yours'), house.centre.as('administrator'), {});
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'forbidden' } });
  });
});
