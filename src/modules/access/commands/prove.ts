import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { codeStep, nobodysSecret, openTotp, passwordFits } from '../credentials.ts';
import { saveStep, saveTries } from '../db/accounts.ts';
import { notePasskeyUse } from '../db/passkeys.ts';
import { recoveryCodeFits, useRecoveryCode } from '../db/recovery-codes.ts';
import { endSession, renewProof } from '../db/sessions.ts';
import { afterTry, isLocked, noTries } from '../domain/tries.ts';
import { typedCode, typedOrNothing } from '../inputs.ts';
import { hasSecondFactor, loadOwnAccount } from './own.ts';
import { readSigned } from './passkeys.ts';

/**
 * Whoever sits there proves again who they are: by a passkey, or by password and code. After a sign-in through another
 * system the code alone is what is missing. Wrong tries count with those of the sign-in, and the lock ends the session.
 */
export const prove = command({
  name: 'access.prove',
  summary: 'Prove again who sits there, before a dangerous step',
  basis: 'art. 50 ust. 2 ustawy o CUS',
  guess: true,
  input: z.object({
    password: typedOrNothing(200),
    code: typedCode(),
    response: typedOrNothing(20_000),
    kept: typedOrNothing(4_000),
    /** The second factor alone, after a sign-in through another system. */
    second: z.preprocess((value) => value === true || value === 'tak', z.boolean()),
  }),
  result: z.object({ token: z.string().nullable() }),
  async load(tx, input, moment) {
    const { actor, now, vault } = moment;
    const account = await loadOwnAccount(tx, moment);
    const sessionId = actor.session?.id;
    if (!account || sessionId === undefined) return undefined;
    if (input.response !== '') {
      const signed = await readSigned(tx, 'prove', input, moment);
      const own = signed?.key.accountId === account.id ? signed : undefined;
      return { account, sessionId, by: 'passkey' as const, key: own?.key, signature: own?.signature };
    }
    const step = codeStep(openTotp(vault, actor.centreId, account) ?? nobodysSecret, input.code, now);
    return {
      account,
      sessionId,
      by: 'typed' as const,
      password: await passwordFits(account.passwordHash, input.password),
      step: account.sealedTotp !== null && step !== null && step > (account.totpLastStep ?? -1) ? step : null,
      recovery: await recoveryCodeFits(tx, actor.centreId, account.id, input.code),
    };
  },
  allow: anyone(),
  decide(target, input, { actor, now }) {
    const { account, sessionId } = target;
    const base = { accountId: account.id, sessionId, code: input.code };
    if (target.by === 'passkey')
      return target.key && target.signature
        ? { ...base, kind: 'passkey' as const, keyId: target.key.id, signature: target.signature }
        : { ...base, kind: 'out' as const, tries: null, ends: false };
    const code = target.step !== null || target.recovery;
    // A session that waits for its second factor came by another system, which has stood in for the password.
    const waiting = input.second && actor.roles.includes('visitor');
    const enough = waiting ? code : target.password && (code || !hasSecondFactor(account));
    if (enough && !isLocked(account, now))
      return { ...base, kind: 'typed' as const, step: target.step, recovery: target.recovery };
    const tries = afterTry(account, false, now);
    return { ...base, kind: 'out' as const, tries, ends: isLocked(tries, now) };
  },
  async save(tx, change, { actor: { centreId }, now }) {
    const { accountId, sessionId } = change;
    if (change.kind === 'out') {
      if (change.tries) await saveTries(tx, centreId, accountId, change.tries);
      if (change.ends) await endSession(tx, centreId, accountId, sessionId);
      return { token: null };
    }
    if (change.kind === 'passkey')
      await notePasskeyUse(tx, centreId, change.keyId, { ...change.signature, now });
    else {
      await saveTries(tx, centreId, accountId, noTries);
      if (change.step !== null) await saveStep(tx, centreId, accountId, change.step);
      else if (change.recovery) await useRecoveryCode(tx, centreId, accountId, change.code, now);
    }
    return { token: await renewProof(tx, centreId, accountId, sessionId, now) };
  },
  receipt: () => undefined,
  audit: (change) => ({
    what: { accountId: change.accountId, proved: change.kind !== 'out', by: change.kind },
  }),
});
