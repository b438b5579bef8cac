import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { hashPassword, newOneTimePassword, newTotpSecret, sealTotp } from '../credentials.ts';
import { lockAccount } from '../db/account-register.ts';
import { savePassword, saveTotpSecret } from '../db/accounts.ts';
import { removePasskeys } from '../db/passkeys.ts';
import { removeRecoveryCodes } from '../db/recovery-codes.ts';
import { endSessions } from '../db/sessions.ts';
import { notice } from '../notices.ts';
import { administersOthers, unlessActive } from './change-roles.ts';
import { shownOnce, withoutSecrets } from './shown-once.ts';

/** Gives an account a new one-time password, unlocks it and ends its sessions. The password is shown once. */
export const resetPassword = command({
  name: 'access.reset-password',
  summary: 'Give an account a new one-time password',
  basis: 'art. 50 ust. 2 ustawy o CUS',
  fresh: true,
  input: z.object({ accountId: id() }),
  result: shownOnce,
  load: (tx, input, moment) => lockAccount(tx, moment.actor.centreId, input.accountId),
  allow: administersOthers,
  decide: (account) =>
    unlessActive(account) ?? { accountId: account.id, login: account.login, name: account.name },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    const password = newOneTimePassword();
    await savePassword(tx, centreId, change.accountId, await hashPassword(password), 'one-time');
    await endSessions(tx, centreId, change.accountId);
    return { ...change, password, totpSecret: null };
  },
  receipt: withoutSecrets,
  emits: (change) => [notice(change.accountId, 'password-reset')],
  audit: (change) => ({ what: { accountId: change.accountId } }),
});

/**
 * Gives an account a new secret of the second factor (the phone was lost) and ends its sessions; passkeys and recovery
 * codes go too, because nobody knows who holds them. The secret is shown once.
 */
export const resetSecondFactor = command({
  name: 'access.reset-second-factor',
  summary: 'Give an account a new secret of the second factor',
  basis: 'art. 50 ust. 2 ustawy o CUS',
  fresh: true,
  input: z.object({ accountId: id() }),
  result: shownOnce,
  load: (tx, input, moment) => lockAccount(tx, moment.actor.centreId, input.accountId),
  allow: administersOthers,
  decide: (account) =>
    unlessActive(account) ?? { accountId: account.id, login: account.login, name: account.name },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    const totpSecret = newTotpSecret();
    const sealed = sealTotp(moment.vault, centreId, change.accountId, totpSecret);
    await saveTotpSecret(tx, centreId, change.accountId, sealed, null);
    await removePasskeys(tx, centreId, change.accountId);
    await removeRecoveryCodes(tx, centreId, change.accountId);
    await endSessions(tx, centreId, change.accountId);
    return { ...change, password: null, totpSecret };
  },
  receipt: withoutSecrets,
  emits: (change) => [notice(change.accountId, 'second-factor-reset')],
  audit: (change) => ({ what: { accountId: change.accountId } }),
});
