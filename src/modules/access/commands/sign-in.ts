import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { text } from '../../../platform/fields.ts';
import { command, type Message } from '../../../platform/runner/command.ts';
import { codeStep, hashPassword, isWeaker, nobodysSecret, openTotp, passwordFits } from '../credentials.ts';
import { type Credentials, lockCredentials, saveHash, saveSignIn, saveTries } from '../db/accounts.ts';
import { isDemonstration } from '../db/personas.ts';
import { recoveryCodeFits, useRecoveryCode } from '../db/recovery-codes.ts';
import { beginSession } from '../db/sessions.ts';
import { lockUnknownTries, saveUnknownTries } from '../db/unknown-logins.ts';
import { afterTry, isLocked, type Tries } from '../domain/tries.ts';
import { deviceFamily, typedCode, typedPassword } from '../inputs.ts';
import { notice } from '../notices.ts';

/** The account that nobody has. */
const nobody = '00000000-0000-0000-0000-000000000000';

interface Attempt {
  account: Credentials | undefined;
  /** Wrong tries under a name that nobody has. */
  unknown: Tries;
  passwordFits: boolean;
  /** The step of the typed code; null: it fits none. */
  step: number | null;
  recovery: boolean;
}

type Second = { by: 'code'; step: number } | { by: 'recovery' } | { by: 'nothing' };

type SignIn =
  | { kind: 'nobody'; login: string; tries: Tries }
  | {
      kind: 'in';
      accountId: string;
      second: Second;
      code: string;
      resident: boolean;
      device: string | undefined;
      /** The password, when its hash is to be made anew; null: the kept one is good. */
      renewed: string | null;
    }
  | { kind: 'out'; accountId: string; tries: Tries };

/** What every way in gives: a token, or nothing; and whose pages come next. */
export const entered = z.object({
  signedIn: z.boolean(),
  token: z.string().nullable(),
  /** A resident's account: its own pages are others than those of work. */
  resident: z.boolean(),
  /** A recovery code stood in for the app, which is probably lost. */
  recovered: z.boolean().optional(),
});

export type Entered = z.infer<typeof entered>;

/** The answer to every try that failed. */
export const outside: Entered = { signedIn: false, token: null, resident: false };

/**
 * What a typed code is worth; undefined: not enough. Without any second factor the password lets in, and staff must then
 * set one up before anything else; an account of staff with passkeys only has no way in by password alone.
 */
function secondOf({ account, step, recovery }: Attempt): Second | undefined {
  if (!account) return undefined;
  const fresh = step !== null && (account.totpLastStep === null || step > account.totpLastStep);
  if (account.sealedTotp !== null && fresh) return { by: 'code', step };
  if (recovery) return { by: 'recovery' };
  const needed = account.sealedTotp !== null || (account.hasPasskey && account.personId === null);
  return needed ? undefined : { by: 'nothing' };
}

/**
 * Sign-in with password and second factor. A failed try is kept (five lock the name, whether an account has it or not),
 * so it is no refusal; and it is told in the same words and after the same work whether the account exists, is locked,
 * or the code is wrong.
 */
export const signIn = command({
  name: 'access.sign-in',
  summary: 'Sign in with password and one-time code',
  basis: 'art. 50 ust. 3 ustawy o CUS',
  guess: true,
  input: z.object({ login: text(100), password: typedPassword(), code: typedCode(), device: deviceFamily() }),
  result: entered,
  allow: anyone(),
  async load(tx, input, { actor, now, vault }): Promise<Attempt> {
    const { centreId } = actor;
    const login = input.login.toLowerCase();
    const [account, unknown] = await Promise.all([
      lockCredentials(tx, centreId, { login }),
      lockUnknownTries(tx, centreId, login),
    ]);
    return {
      account,
      unknown,
      passwordFits: await passwordFits(account?.passwordHash, input.password),
      step: codeStep(openTotp(vault, centreId, account) ?? nobodysSecret, input.code, now),
      recovery: await recoveryCodeFits(tx, centreId, account?.id ?? nobody, input.code),
    };
  },
  decide(attempt, input, { now }): SignIn {
    const { account, unknown } = attempt;
    if (!account)
      return { kind: 'nobody', login: input.login.toLowerCase(), tries: afterTry(unknown, false, now) };
    const second = secondOf(attempt);
    const { id: accountId, personId } = account;
    if (!attempt.passwordFits || !second || isLocked(account, now))
      return { kind: 'out', accountId, tries: afterTry(account, false, now) };
    const resident = personId !== null;
    const weak = account.passwordHash !== null && isWeaker(account.passwordHash);
    const renewed = weak ? input.password : null;
    return { kind: 'in', accountId, second, code: input.code, resident, device: input.device, renewed };
  },
  async save(tx, change, { actor, now }) {
    const { centreId } = actor;
    if (change.kind === 'nobody') {
      await saveUnknownTries(tx, centreId, change.login, change.tries, now);
      return outside;
    }
    const { accountId } = change;
    if (change.kind === 'out') {
      await saveTries(tx, centreId, accountId, change.tries);
      return outside;
    }
    const { second, device } = change;
    if (second.by === 'recovery') await useRecoveryCode(tx, centreId, accountId, change.code, now);
    await saveSignIn(tx, centreId, accountId, now, second.by === 'code' ? second.step : undefined);
    // Only now is the password known: what was hashed when less was asked for is hashed anew (ASVS 11.4.2).
    if (change.renewed !== null) await saveHash(tx, centreId, accountId, await hashPassword(change.renewed));
    const token = await beginSession(tx, centreId, { accountId, now, method: 'password', device });
    const recovered = second.by === 'recovery' ? { recovered: true } : {};
    return { signedIn: true, token, resident: change.resident, ...recovered };
  },
  receipt: () => undefined,
  emits: (change): Message[] =>
    change.kind === 'in' && change.second.by === 'recovery'
      ? [notice(change.accountId, 'recovery-code-used')]
      : [],
  audit: (change) => ({
    what: {
      accountId: change.kind === 'nobody' ? null : change.accountId,
      signedIn: change.kind === 'in',
      ...(change.kind === 'in' ? { by: change.second.by } : {}),
    },
  }),
});

/** The demonstration's one-click door: outside a demonstration, and for accounts that are no persona, it is not there. */
export const signInAsPersona = command({
  name: 'access.sign-in-as-persona',
  summary: 'Sign in as a named persona of the demonstration',
  basis: 'demonstracja',
  input: z.object({ accountId: z.uuid(), device: deviceFamily() }),
  result: z.object({ token: z.string(), resident: z.boolean() }),
  async load(tx, input, moment) {
    const account = (await isDemonstration(tx, moment.actor.centreId))
      ? await lockCredentials(tx, moment.actor.centreId, { id: input.accountId })
      : undefined;
    return account?.persona == null
      ? undefined
      : { accountId: account.id, resident: account.personId !== null, device: input.device };
  },
  allow: anyone(),
  decide: (target) => target,
  async save(tx, { accountId, device, resident }, { actor, now }) {
    await saveSignIn(tx, actor.centreId, accountId, now);
    const token = await beginSession(tx, actor.centreId, { accountId, now, method: 'persona', device });
    return { token, resident };
  },
  receipt: () => undefined,
  audit: (change) => ({ what: { accountId: change.accountId, persona: true } }),
});
