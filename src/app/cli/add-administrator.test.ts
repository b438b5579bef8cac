import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { openAdministrator } from './add-administrator.ts';

const house = testHouse();

describe('okienko add-administrator: the first account of a real installation', () => {
  it('opens an administrator with a one-time password and a second factor, written down in the audit', async () => {
    const opened = await openAdministrator(house.pool, house.vault, 'inne', 'A.Pierwsza', 'Anna Pierwsza');
    expect(opened).toMatchObject({
      login: 'a.pierwsza',
      password: expect.stringMatching(/^.{4}(-.{4}){3}$/),
      totpSecret: expect.stringMatching(/^[A-Z2-7]{32}$/),
    });
    const kept = await house.owner.query(
      `select a.name, a.must_change_password, r.role, (select actor from audit_entry e where e.centre_id = a.centre_id and action = 'access.create-account') as by
       from account a join account_role r on r.account_id = a.id where a.login = 'a.pierwsza' and a.centre_id = $1`,
      [house.other.id],
    );
    expect(kept.rows).toEqual([
      { name: 'Anna Pierwsza', must_change_password: true, role: 'administrator', by: 'wiersz poleceń' },
    ]);
  });

  it('says in one sentence what is wrong: the centre, the name, a name that is taken', async () => {
    await openAdministrator(house.pool, house.vault, 'jarocin', 'b.druga');
    await expect(openAdministrator(house.pool, house.vault, 'nigdzie', 'c.trzecia')).rejects.toThrow(
      'Nie ma centrum „nigdzie”. Są: inne, jarocin.',
    );
    await expect(openAdministrator(house.pool, house.vault, 'jarocin', 'Zła nazwa')).rejects.toThrow(
      'małe litery bez polskich znaków',
    );
    await expect(openAdministrator(house.pool, house.vault, 'jarocin', 'b.druga')).rejects.toThrow(
      'Konto o tej nazwie już jest',
    );
  });
});
