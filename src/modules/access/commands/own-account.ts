import { z } from 'zod';
import { text } from '../../../platform/fields.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import {
  codeStep,
  hashPassword,
  newRecoveryCodes,
  passwordFits,
  sealTotp,
  totpSecretPattern,
} from '../credentials.ts';
import { type Credentials, saveEmail, savePassword, saveTotpSecret } from '../db/accounts.ts';
import { saveRecoveryCodes } from '../db/recovery-codes.ts';
import { longestPassword, passwordFault } from '../domain/password.ts';
import { typedOrNothing, typedPassword } from '../inputs.ts';
import { notice } from '../notices.ts';
import { pl } from '../pl.ts';
import { hasSecondFactor, loadOwnAccount, ownAccount, ownOrWaiting, renewSession } from './own.ts';

const words = pl.refusals;

const newSession = z.object({ token: z.string() });

type Own = Credentials & { fits: boolean };

async function loadOwn(tx: Db, password: string, moment: Moment): Promise<Own | undefined> {
  const account = await loadOwnAccount(tx, moment);
  return account && { ...account, fits: await passwordFits(account.passwordHash, password) };
}

const wrongPassword = (field: string) => refuse('access.wrong-password', words.wrongPassword, { field });

/** A person changes the own password: the old one, the new one twice. */
export const changePassword = command({
  name: 'access.change-password',
  summary: 'Change the own password',
  basis: 'art. 50 ust. 2 ustawy o CUS',
  guess: true,
  fresh: true,
  input: z.object({ current: typedPassword(), next: typedPassword(), repeated: typedPassword() }),
  result: newSession,
  load: (tx, input, moment) => loadOwn(tx, input.current, moment),
  allow: ownOrWaiting((account) => account.mustChangePassword),
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
  emits: (change) => [notice(change.accountId, 'password-changed')],
  audit: (change) => ({ what: { accountId: change.accountId } }),
});

/** A person sets up the own second factor: the secret counts only when a code made with it is typed back. */
export const enrolSecondFactor = command({
  name: 'access.enrol-second-factor',
  summary: 'Set up the own second factor with a confirming code',
  basis: 'art. 50 ust. 2 ustawy o CUS',
  guess: true,
  fresh: true,
  input: z.object({
    secret: z.string().regex(totpSecretPattern),
    code: text(12),
    password: typedOrNothing(longestPassword),
  }),
  result: newSession,
  load: (tx, input, moment) => loadOwn(tx, input.password, moment),
  allow: ownOrWaiting((account) => !hasSecondFactor(account)),
  decide(account, input, moment) {
    // Whoever came by a passkey or another system may have no password; the fresh proof stands for it.
    if (account.passwordHash !== null && !account.fits) return wrongPassword('password');
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
  emits: (change) => [notice(change.accountId, 'second-factor-changed')],
  audit: (change) => ({ what: { accountId: change.accountId } }),
});

/** Ten codes on paper for the day the phone is lost, in the place of all earlier ones. Shown once. */
export const makeRecoveryCodes = command({
  name: 'access.make-recovery-codes',
  summary: 'Make new recovery codes for the own account',
  basis: 'art. 50 ust. 2 ustawy o CUS',
  fresh: true,
  input: z.object({}),
  result: z.object({ codes: z.array(z.string()) }),
  load: (tx, _input, moment) => loadOwnAccount(tx, moment),
  allow: ownAccount(),
  decide: (account) => ({ accountId: account.id, codes: newRecoveryCodes() }),
  async save(tx, change, { actor, now }) {
    await saveRecoveryCodes(tx, actor.centreId, change.accountId, change.codes, now);
    return { codes: change.codes };
  },
  receipt: () => ({ codes: [] }),
  emits: (change) => [notice(change.accountId, 'recovery-codes-made')],
  audit: (change) => ({ what: { accountId: change.accountId } }),
});

/** Where the own account is told that something which opens it has changed; empty: nowhere. */
export const saveNoticeAddress = command({
  name: 'access.save-notice-address',
  summary: 'Set where the own account is told of changes',
  basis: 'art. 50 ust. 2 ustawy o CUS',
  fresh: true,
  input: z.object({
    email: z.preprocess(
      (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined),
      z.email(pl.fields.email).max(200, pl.fields.email).optional(),
    ),
  }),
  result: z.null(),
  load: (tx, _input, moment) => loadOwnAccount(tx, moment),
  allow: ownAccount(),
  decide: (account, input) => ({ accountId: account.id, email: input.email ?? null }),
  async save(tx, change, { actor }) {
    await saveEmail(tx, actor.centreId, change.accountId, change.email);
    return null;
  },
  audit: (change) => ({ what: { accountId: change.accountId, told: change.email !== null } }),
});
