import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { hashPassword, openTotp } from '../credentials.ts';
import { identification } from '../identify.ts';
import { changePassword, enrolSecondFactor } from './own-account.ts';

const house = testHouse();
const current = 'bateria koń spinacz';
const next = 'zielony rower pod oknem';
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const oldHash = hashPassword(current);

let clerk: Actor;
beforeEach(async () => {
  clerk = await house.centre.account('clerk', { name: 'Anna Kowalska' });
  await house.owner.query(
    'update account set password_hash = $2, must_change_password = true where id = $1',
    [clerk.accountId, await oldHash],
  );
});

const change = async (typed: Partial<Record<'current' | 'next' | 'repeated', string>>, actor = clerk) => {
  const outcome = await house.runner.run(changePassword, actor, {
    current,
    next,
    repeated: typed.next ?? next,
    ...typed,
  });
  return outcome.ok
    ? outcome.value.token
    : Object.entries(outcome.problem.fields ?? {}).map(([field]) => `${outcome.problem.code}: ${field}`)[0];
};
const codeAt = (instant: string): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.parse(instant) });
const enrol = async (typed: Partial<Record<'secret' | 'code' | 'password', string>>, actor = clerk) =>
  await house.runner.run(enrolSecondFactor, actor, {
    secret,
    code: codeAt(house.clock.now()),
    password: current,
    ...typed,
  });

describe('access.change-password', () => {
  it.each([
    [{ current: 'nie to hasło' }, 'access.wrong-password: current'],
    [{ next: current }, 'access.password-unchanged: next'],
    [{ next: 'za krótkie.' }, 'access.password-too-short: next'],
    [{ next: 'aaaaaaaaaaaaaaaa' }, 'access.password-too-plain: next'],
    [{ next: 'kowalska i rower' }, 'access.password-tells-who: next'],
    [{ repeated: `${next}!` }, 'access.password-repeated: repeated'],
    [{ next: '' }, 'input.invalid: next'],
  ])('%j: %s', async (typed, expected) => {
    expect(await change(typed)).toBe(expected);
  });

  it('ends every session, begins a new one, and the one-time password is over', async () => {
    const before = await change({});
    const who = () => identification(house.pool, house.clock);
    expect((await who().identify(before ?? ''))?.actor.roles).toEqual(['clerk']);
    const after = await change({ current: next, next: current });
    expect(await who().identify(before ?? '')).toBeUndefined();
    expect((await who().identify(after ?? ''))?.actor.accountId).toBe(clerk.accountId);
  });

  it('with a one-time password the account is a visitor on one page until it is changed', async () => {
    const token = (await change({})) ?? '';
    await house.owner.query('update account set must_change_password = true where id = $1', [
      clerk.accountId,
    ]);
    expect(await identification(house.pool, house.clock).identify(token)).toMatchObject({
      actor: { roles: ['visitor'] },
      detour: '/praca/konto',
    });
  });

  it('keeps no receipt of the new session', async () => {
    const once = newId();
    await house.runner.run(changePassword, clerk, { current, next, repeated: next }, { once });
    expect((await house.owner.query('select 1 from command_receipt where once = $1', [once])).rows).toEqual(
      [],
    );
  });

  it('a visitor, and a persona of the demonstration, have no password to change', async () => {
    expect(
      at(
        await house.runner.run(changePassword, house.centre.as('visitor'), { current, next, repeated: next }),
      ),
    ).toBe('not_found');
    expect(await change({}, house.centre.as('clerk'))).toBe('access.wrong-password: current');
  });

  it("reaches nobody's account but the own", async () => {
    expect(
      at(
        await house.runner.run(
          changePassword,
          { ...clerk, centreId: house.other.id },
          { current, next, repeated: next },
        ),
      ),
    ).toBe('not_found');
  });
});

describe('access.enrol-second-factor', () => {
  it('counts only with a code made with the new secret, and with the password', async () => {
    expect(at(await enrol({ code: '000000' }))).toBe('access.wrong-code');
    expect(at(await enrol({ password: next }))).toBe('access.wrong-password');
    expect(at(await enrol({ secret: 'za-krotki' }))).toBe('invalid');
    expect(await enrol({})).toMatchObject({ ok: true, value: { token: expect.any(String) } });
    const kept = await house.owner.query('select totp_secret, totp_last_step from account where id = $1', [
      clerk.accountId,
    ]);
    const [row] = kept.rows as { totp_secret: string; totp_last_step: number }[];
    expect(row?.totp_last_step).toBe(Math.floor(Date.parse(house.clock.now()) / 30_000));
    expect(row?.totp_secret).not.toContain(secret);
    const sealed = { id: clerk.accountId, sealedTotp: row?.totp_secret ?? null };
    expect(openTotp(house.vault, house.centre.id, sealed)).toBe(secret);
  });

  it('a visitor has no account to set it on', async () => {
    expect(at(await enrol({}, house.centre.as('visitor')))).toBe('not_found');
  });
});
