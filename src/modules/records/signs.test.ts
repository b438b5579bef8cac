import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { inTransaction } from '../../platform/database/tenant.ts';
import { newId } from '../../platform/ids.ts';
import { projectRoot } from '../../platform/root.ts';
import { nextSign } from './index.ts';

const house = testHouse();
const give = (kind: 'case' | 'plan' | 'decision', centre = house.centre) =>
  inTransaction(house.pool, centre.id, (tx) => nextSign(tx, centre.id, kind, '2026-11-16'));
const oneClass = async (): Promise<unknown> =>
  await house.owner.query(`update centre set filing = $2 where id = $1`, [
    house.centre.id,
    JSON.stringify({ cell: 'CUS', classes: { case: '5020', plan: '5020', decision: '5020' } }),
  ]);

/** A case and its plan under one sign, as two counters of one class could give it before. */
async function twins(sign: string): Promise<void> {
  const [personId, caseId] = [newId(), newId()];
  await house.owner.query(
    `insert into person (centre_id, id, gmina, given_name, family_name, no_pesel_reason) values ($1, $2, '3006023', 'Anna', 'Nowak', 'not_given')`,
    [house.centre.id, personId],
  );
  await house.owner.query(
    `insert into case_file (centre_id, id, gmina, person_id, title, state, channel, sign) values ($1, $2, '3006023', $3, 'Opieka', 'plan_running', 'phone', $4)`,
    [house.centre.id, caseId, personId, sign],
  );
  await house.owner.query(
    `insert into plan (centre_id, id, case_id, person_id, gmina, number, coordinator_id) values ($1, $2, $3, $4, '3006023', $5, $6)`,
    [house.centre.id, newId(), caseId, personId, sign, house.centre.as('plan_coordinator').accountId],
  );
}

describe('a sign is given once in a centre', () => {
  it('also where the filing plan has one class for cases, plans and decisions', async () => {
    await oneClass();
    expect([await give('case'), await give('plan'), await give('decision'), await give('case')]).toEqual([
      'CUS.5020.1.2026',
      'CUS.5020.2.2026',
      'CUS.5020.3.2026',
      'CUS.5020.4.2026',
    ]);
  });

  it('and another centre has its own', async () => {
    expect(await give('case', house.other)).toBe('CUS.5020.1.2026');
  });

  it('is held by the database: what was given cannot be given again, taken back or changed', async () => {
    const as = async (text: string) =>
      await inTransaction(house.pool, house.centre.id, (_tx, send) => send(text, [house.centre.id]));
    await expect(as(`insert into given_sign values ($1, 'CUS.5020.1.2026')`)).rejects.toThrow(
      'given_sign_pkey',
    );
    await expect(as('delete from given_sign where centre_id = $1')).rejects.toThrow('permission denied');
    await expect(as(`update given_sign set sign = '' where centre_id = $1`)).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('the migration that begins the register of signs (0019)', () => {
  it('takes what was given before, does not fail on twins, and a third one does not come', async () => {
    await oneClass();
    await twins('CUS.5020.5.2026');
    await twins('CUS.5020.6.2026');
    await house.owner.query('drop table given_sign');
    await house.owner.query(
      readFileSync(path.join(projectRoot, 'db/migrations/0019_loose_ends.sql'), 'utf8'),
    );
    const { rows } = await house.owner.query(
      'select sign from given_sign where centre_id = $1 order by sign',
      [house.centre.id],
    );
    expect(rows).toEqual([{ sign: 'CUS.5020.5.2026' }, { sign: 'CUS.5020.6.2026' }]);
    await house.owner.query(`update counter set value = 4 where centre_id = $1`, [house.centre.id]);
    expect(await give('case')).toBe('CUS.5020.7.2026');
  });
});
