import { type Actor, type Allow, always, anyone, roles } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { type Credentials, lockCredentials } from '../db/accounts.ts';
import { beginSession, endOtherSessions, endSessions, renewProof } from '../db/sessions.ts';

/** Everybody with an account and a whole session: with something still waiting the roles are a visitor's. */
export const ownAccount = <T>(): Allow<T> =>
  Object.fromEntries(roles.filter((role) => role !== 'visitor').map((role) => [role, always]));

/** As above; and while something waits, only what it waits for. */
export const ownOrWaiting = <T extends Credentials>(
  waitsForThis: (account: Credentials) => boolean,
): Allow<T> =>
  anyone((actor: Actor, account: T) => !actor.roles.includes('visitor') || waitsForThis(account));

/** The own account, locked. */
export const loadOwnAccount = async (tx: Db, { actor }: Moment): Promise<Credentials | undefined> =>
  await lockCredentials(tx, actor.centreId, { id: actor.accountId });

/** Whether an account has anything besides its password. */
export const hasSecondFactor = (account: Pick<Credentials, 'sealedTotp' | 'hasPasskey'>): boolean =>
  account.sealedTotp !== null || account.hasPasskey;

/** Every other session of the account ends, and this one goes on under a new token: who knew the old way in is out. */
export async function renewSession(tx: Db, { actor, now }: Moment): Promise<{ token: string }> {
  const { centreId, accountId, session } = actor;
  if (session) {
    await endOtherSessions(tx, centreId, accountId, session.id);
    const token = await renewProof(tx, centreId, accountId, session.id, now);
    if (token !== null) return { token };
  }
  await endSessions(tx, centreId, accountId);
  return {
    token: await beginSession(tx, centreId, { accountId, now, method: 'password', device: undefined }),
  };
}
