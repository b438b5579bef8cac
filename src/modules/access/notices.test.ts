import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { inTransaction } from '../../platform/database/tenant.ts';
import type { Mail } from '../../platform/mail/mailer.ts';
import { saveNoticeAddress } from './commands/own-account.ts';
import { resetPassword, resetSecondFactor } from './commands/reset-credentials.ts';
import { noticeJob } from './notices.ts';
import { type Owned, realAccount, runnerAt, valueOf } from './sign-in.fixture.ts';

const house = testHouse();
let owner: Owned;
let sent: Mail[];

beforeEach(async () => {
  owner = await realAccount(house, 'administrator');
  sent = [];
  await house.owner.query('delete from outbox');
});

const address = async (email: string, actor = owner.actor) =>
  at(await runnerAt(house).run(saveNoticeAddress, actor, { email }));

/** Carries out what waits, as the jobs do. */
async function carryOut(): Promise<void> {
  const { rows } = await house.owner.query<{ id: string; payload: Record<string, unknown>; kind: string }>(
    `select id, kind, payload from outbox where kind = 'access.notice' order by created_at`,
  );
  const job = noticeJob({
    home: 'https://okienko.example',
    send: (mail) => Promise.resolve(sent.push(mail)).then(() => 'mail' as const),
  });
  for (const { id, payload } of rows)
    await job.run(
      (work) => inTransaction(house.pool, house.centre.id, (tx) => work(tx, house.centre.id)),
      payload,
      id,
    );
}
const reset = async (actor = house.centre.as('administrator')) =>
  at(await runnerAt(house).run(resetPassword, actor, { accountId: owner.actor.accountId }));

describe('an administrator who lost the way in', () => {
  it('is helped by another administrator only, never by the own hand or another role', async () => {
    expect(await reset(owner.actor)).toBe('forbidden');
    expect(await reset(house.centre.as('director'))).toBe('forbidden');
    expect(await reset(house.other.as('administrator'))).toBe('not_found');
    expect(await reset()).toBe('done');
  });

  it('leaves in the journal who did it, to whom, and nothing that opens the account', async () => {
    const before = await house.owner.query<{ seq: number }>(
      'select coalesce(max(seq), 0) as seq from audit_entry',
    );
    const { password } = valueOf(
      await runnerAt(house).run(resetPassword, house.centre.as('administrator'), {
        accountId: owner.actor.accountId,
      }),
    );
    const { rows } = await house.owner.query(
      `select action, account_id, what from audit_entry where centre_id = $1 and seq > $2`,
      [house.centre.id, before.rows[0]?.seq],
    );
    expect(rows).toEqual([
      {
        action: 'access.reset-password',
        account_id: house.centre.as('administrator').accountId,
        what: { accountId: owner.actor.accountId },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(password);
  });
});

describe('a change of what opens an account', () => {
  it('is told to its owner by mail, without a name, a login or anything that opens it', async () => {
    await address('owner@example.pl');
    await reset();
    await runnerAt(house).run(resetSecondFactor, house.centre.as('administrator'), {
      accountId: owner.actor.accountId,
    });
    await carryOut();
    expect(sent.map(({ to }) => to)).toEqual(['owner@example.pl', 'owner@example.pl']);
    expect(sent[0]?.text).toContain('nowe hasło jednorazowe');
    for (const { subject, text } of sent)
      for (const personal of [owner.login, owner.actor.name, owner.actor.accountId])
        expect(`${subject} ${text}`).not.toContain(personal);
  });

  it('waits in the outbox without the address', async () => {
    await address('owner@example.pl');
    await reset();
    const { rows } = await house.owner.query('select payload from outbox');
    expect(JSON.stringify(rows)).not.toContain('example.pl');
  });

  it('is told to nobody who gave no address', async () => {
    await address('owner@example.pl');
    await address('');
    await reset();
    await carryOut();
    expect(sent).toEqual([]);
  });
});

describe('access.save-notice-address', () => {
  it('takes an address of the own account only', async () => {
    expect(await address('to nie adres')).toBe('invalid');
    expect(await address('a@example.pl', house.centre.as('visitor'))).toBe('not_found');
    expect(await address('a@example.pl')).toBe('done');
  });
});
