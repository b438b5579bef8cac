import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { openPool } from '../database/pool.ts';
import { inTransaction } from '../database/tenant.ts';
import { appendAudit } from './audit.ts';

const house = testHouse();

const told = '2026-03-10T10:24:00.000Z';

/** Appends one entry over a connection that says when it happened; gives when the chain says it did. */
async function appended(centreId: string): Promise<string> {
  const pool = openPool(house.address, 'app', 1);
  await pool.query(`select set_config('app.clock', $1, false)`, [told]);
  await inTransaction(pool, centreId, (_tx, send) =>
    appendAudit(send, [{ accountId: null, actor: 'test', action: 'test.tell', kind: 'change', what: {} }]),
  );
  await pool.end();
  const last = await house.owner.query<{ at: string }>(
    'select at from audit_entry where centre_id = $1 order by seq desc limit 1',
    [centreId],
  );
  return last.rows[0]?.at ?? '';
}

describe('the time of the audit chain (art. 50(3))', () => {
  it('is told by the loader of a demonstration, whose past is invented', async () => {
    expect(await appended(house.centre.id)).toBe(told);
  });

  it('is the database’s own in every other centre, whatever a connection says', async () => {
    await house.owner.query('update centre set demonstration = false where id = $1', [house.other.id]);
    expect((await appended(house.other.id)) > told).toBe(true);
    expect((await appended(house.other.id)).slice(0, 4)).toBe(String(new Date().getUTCFullYear()));
  });
});
