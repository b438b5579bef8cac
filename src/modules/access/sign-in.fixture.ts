import { Secret, TOTP } from 'otpauth';
import type { House, TestCentre } from '../../../test/support/centre.ts';
import type { Actor, Role } from '../../platform/actor.ts';
import type { Outcome } from '../../platform/runner/outcome.ts';
import { createRunner, type Runner } from '../../platform/runner/runner.ts';
import { signIn } from './commands/sign-in.ts';
import { hashPassword, sealTotp } from './credentials.ts';
import { identification, visitorAccount } from './identify.ts';

export const password = 'bateria koń spinacz';
export const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
export const home = 'https://okienko.example';
const hashed = hashPassword(password);

/** The one-time code of an instant. */
export const codeAt = (instant: string): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.parse(instant) });

export const visitor = (centre: TestCentre): Actor => ({
  centreId: centre.id,
  accountId: visitorAccount,
  name: '',
  position: '',
  roles: ['visitor'],
});

/** A runner that knows where the world reaches it. */
export const runnerAt = (house: House, at = home, issuers: readonly string[] = []): Runner =>
  createRunner(house.pool, house.clock, house.vault, { home: at, issuers });

export interface Owned {
  actor: Actor;
  login: string;
}

/** A real account (no persona) with a password and, if wanted, an authenticator app. */
export async function realAccount(
  house: House,
  role: Role,
  { totp = true, personId }: { totp?: boolean; personId?: string } = {},
): Promise<Owned> {
  const actor = await house.centre.account(role, personId ? { personId } : {});
  const { rows } = await house.owner.query<{ login: string }>(
    `update account set password_hash = $2, totp_secret = $3, persona = null where id = $1 returning login`,
    [
      actor.accountId,
      await hashed,
      totp ? sealTotp(house.vault, house.centre.id, actor.accountId, secret) : null,
    ],
  );
  return { actor, login: rows[0]?.login ?? '' };
}

/** Moves the standing clock. */
export const laterBy = (house: House, seconds: number): void =>
  house.clock.set(new Date(Date.parse(house.clock.now()) + seconds * 1000).toISOString());

/** The value of an outcome; a problem fails the test with its code. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

/** A session begun with password and code, as requests of it see it. */
export async function enter(
  house: House,
  { login }: Owned,
  code?: string,
): Promise<{ token: string; actor: Actor }> {
  const typed = { login, password, code: code ?? codeAt(house.clock.now()) };
  const { token } = valueOf(await house.runner.run(signIn, visitor(house.centre), typed));
  const visit = await identification(house.pool, house.clock).identify(token ?? '');
  if (!visit || token === null) throw new Error('not signed in');
  return { token, actor: visit.actor };
}

/** Who is behind a token now, asked anew. */
export const whoIs = (house: House, token: string | null) =>
  identification(house.pool, house.clock).identify(token ?? '');
