import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { testWeb } from '../../../test/support/web.ts';
import { roles } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { pageFaults } from '../../ui/index.ts';
import { backUp } from './commands/back-up.ts';
import { retryMail } from './commands/retry-mail.ts';
import { operationsQuery } from './queries/view.ts';

const house = testHouse();
const web = testWeb(house);

const waits = async (centreId: string, more: { tries?: number; error?: string } = {}): Promise<string> => {
  const id = newId();
  await house.owner.query(
    `insert into outbox (centre_id, id, kind, payload, tries, last_error, next_try_at)
     values ($1, $2, 'test.letter', '{"to": "jan@example.pl"}', $3, $4, now() + interval '1 hour')`,
    [centreId, id, more.tries ?? 0, more.error ?? null],
  );
  return id;
};
const others = roles.filter((role) => role !== 'administrator' && role !== 'visitor');

describe('the operations page', () => {
  it('is for the administrator alone', async () => {
    expect((await web.get('/praca/stan', 'administrator')).statusCode).toBe(200);
    for (const role of others)
      expect(await house.runner.ask(operationsQuery, house.centre.as(role), {}), role).toMatchObject({
        ok: false,
      });
  });

  it('says what waits in the own centre and in no other, and nothing of what stands in it', async () => {
    await waits(house.centre.id, { tries: 3, error: '550 jan@example.pl unknown' });
    await waits(house.other.id, { tries: 3, error: 'x' });
    const asked = await house.runner.ask(operationsQuery, house.centre.as('administrator'), {});
    expect(asked).toMatchObject({
      value: { mail: { waiting: 1, failing: 1, givenUp: 0 }, failed: [{ tries: 3 }] },
    });
    const page = await web.get('/praca/stan', 'administrator');
    expect(page.body).toContain('Ponów wysyłkę');
    expect(page.body).not.toContain('example.pl');
    expect(pageFaults(page.body)).toEqual([]);
  });
});

describe('operations.retry-mail', () => {
  it('begins the tries of the own centre anew, at once', async () => {
    const [own, strange] = [
      await waits(house.centre.id, { tries: 100, error: 'x' }),
      await waits(house.other.id, { tries: 100, error: 'x' }),
    ];
    expect(at(await house.runner.run(retryMail, house.centre.as('administrator'), {}))).toBe('done');
    const { rows } = await house.owner.query<{ id: string; tries: number }>(
      'select id, tries from outbox where id in ($1, $2)',
      [own, strange],
    );
    expect(Object.fromEntries(rows.map(({ id, tries }) => [id, tries]))).toEqual({
      [own]: 0,
      [strange]: 100,
    });
  });

  it('is refused to everybody else, and where nothing failed', async () => {
    for (const role of others)
      expect(await house.runner.run(retryMail, house.centre.as(role), {}), role).toMatchObject({ ok: false });
    await house.owner.query('update outbox set done_at = now()');
    expect(at(await house.runner.run(retryMail, house.centre.as('administrator'), {}))).toBe(
      'operations.nothing-failed',
    );
  });
});

describe('operations.back-up', () => {
  it('asks for a backup once, shows it as waiting, and is written down', async () => {
    const ask = async () => at(await house.runner.run(backUp, house.centre.as('administrator'), {}));
    expect(await ask()).toBe('done');
    expect(await ask()).toBe('operations.backup-waits');
    expect((await web.get('/praca/stan', 'administrator')).body).toContain('czeka');
    const { rows } = await house.owner.query(`select from audit_entry where action = 'operations.back-up'`);
    expect(rows).toHaveLength(1);
  });

  it('is refused to everybody else', async () => {
    for (const role of others)
      expect(await house.runner.run(backUp, house.centre.as(role), {}), role).toMatchObject({ ok: false });
  });
});
