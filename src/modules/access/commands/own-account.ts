import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { text } from '../../../platform/fields.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { codeStep, hashPassword, passwordFits, sealTotp, totpSecretPattern } from '../credentials.ts';
import { type Credentials, lockCredentials, savePassword, saveTotpSecret } from '../db/accounts.ts';
import { beginSession, endSessions } from '../db/sessions.ts';
import { passwordFault } from '../domain/password.ts';
import { typedPassword } from '../inputs.ts';
import { pl } from '../pl.ts';

const words = pl.refusals;

/** Every session of the account ends, and this browser gets a new one: who knew the old password is out. */
const newSession = z.object({ token: z.string() });

async function renewSession(tx: Db, { actor, now }: Moment): Promise<{ token: string }> {
  await endSessions(tx, actor.centreId, actor.accountId);
  return { token: await beginSession(tx, actor.centreId, actor.accountId, now) };
}

type Own = Credentials & { fits: boolean };

async function loadOwn(tx: Db, password: string, { actor }: Moment): Promise<Own | undefined> {
  const account = await lockCredentials(tx, actor.centreId, { id: actor.accountId });
  return account && { ...account, fits: await passwordFits(account.passwordHash, password) };
}

const wrongPassword = (field: string) => refuse('access.wrong-password', words.wrongPassword, { field });

/** A person changes the own password: the old one, the new one twice. */
export const changePassword = command({
  name: 'access.change-password',
  summary: 'Change the own password',
  basis: 'art. 50 ust. 2 ustawy o CUS',
  guess: true,
  input: z.object({ current: typedPassword(), next: typedPassword(), repeated: typedPassword() }),
  result: newSession,
  load: (tx, input, moment) => loadOwn(tx, input.current, moment),
  allow: anyone(),
  decide(account, input) {
    if (!account.fits) return wrongPassword('current');
    if (input.next === input.current)
      return refuse('access.password-unchanged', words.passwordUnchanged, { field: 'next' });
    const fault = passwordFault(input.next, account);
    if (fault)
      return refuse(`access.password-${fault.replace('_', '-')}`, words.password[fault], { field: 'next' });
    if (input.next !== input.repeated)
      return refuse('access.password-repeated', words.passwordRepeated, { field: 'repeated' });
    return { accountId: account.id, next: input.next };
  },
  async save(tx, change, moment) {
    await savePassword(tx, moment.actor.centreId, change.accountId, await hashPassword(change.next), 'own');
    return await renewSession(tx, moment);
  },
  receipt: () => undefined,
  audit: (change) => ({ what: { accountId: change.accountId } }),
});

/** A person sets up the own second factor: the secret counts only when a code made with it is typed back. */
export const enrolSecondFactor = command({
  name: 'access.enrol-second-factor',
  summary: 'Set up the own second factor with a confirming code',
  basis: 'art. 50 ust. 2 ustawy o CUS',
  guess: true,
  input: z.object({ secret: z.string().regex(totpSecretPattern), code: text(12), password: typedPassword() }),
  result: newSession,
  load: (tx, input, moment) => loadOwn(tx, input.password, moment),
  allow: anyone(),
  decide(account, input, moment) {
    if (!account.fits) return wrongPassword('password');
    const step = codeStep(input.secret, input.code, moment.now);
    if (step === null) return refuse('access.wrong-code', words.wrongCode, { field: 'code' });
    return { accountId: account.id, secret: input.secret, step };
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    const sealed = sealTotp(moment.vault, centreId, change.accountId, change.secret);
    await saveTotpSecret(tx, centreId, change.accountId, sealed, change.step);
    return await renewSession(tx, moment);
  },
  receipt: () => undefined,
  audit: (change) => ({ what: { accountId: change.accountId } }),
});
