import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { codeStep, openTotp, passwordFits } from '../credentials.ts';
import { type Credentials, lockCredentials, saveSignIn, saveTries } from '../db/accounts.ts';
import { isDemonstration } from '../db/personas.ts';
import { beginSession } from '../db/sessions.ts';
import { afterTry, isLocked, type Tries } from '../domain/tries.ts';
import { typedPassword } from '../inputs.ts';

interface Attempt {
  account: Credentials | undefined;
  passwordFits: boolean;
  /** The step of the typed code; null: it fits none. */
  step: number | null;
}

type SignIn =
  | { kind: 'nobody' }
  | { kind: 'in'; accountId: string; step: number; resident: boolean }
  | { kind: 'out'; accountId: string; tries: Tries };

/**
 * Sign-in with password and second factor. A failed try is kept (five lock the account), so it is no refusal; and it
 * is told in the same words and after the same work whether the account exists, is locked, or the code is wrong.
 */
export const signIn = command({
  name: 'access.sign-in',
  summary: 'Sign in with password and one-time code',
  basis: 'art. 50 ust. 3 ustawy o CUS',
  guess: true,
  input: z.object({ login: text(100), password: typedPassword(), code: text(12) }),
  result: z.object({
    signedIn: z.boolean(),
    token: z.string().nullable(),
    /** A resident's account: its own pages are others than those of work. */
    resident: z.boolean(),
  }),
  allow: anyone(),
  async load(tx, input, moment): Promise<Attempt> {
    const account = await lockCredentials(tx, moment.actor.centreId, { login: input.login.toLowerCase() });
    return {
      account,
      passwordFits: await passwordFits(account?.passwordHash, input.password),
      step: codeStep(openTotp(moment.vault, moment.actor.centreId, account), input.code, moment.now),
    };
  },
  decide({ account, passwordFits: fits, step }, _input, { now }): SignIn {
    if (!account) return { kind: 'nobody' };
    const fresh = step !== null && (account.totpLastStep === null || step > account.totpLastStep);
    if (fits && fresh && !isLocked(account, now))
      return { kind: 'in', accountId: account.id, step, resident: account.personId !== null };
    return { kind: 'out', accountId: account.id, tries: afterTry(account, false, now) };
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    if (change.kind === 'out') await saveTries(tx, centreId, change.accountId, change.tries);
    if (change.kind !== 'in') return { signedIn: false, token: null, resident: false };
    await saveSignIn(tx, centreId, change.accountId, moment.now, change.step);
    const token = await beginSession(tx, centreId, change.accountId, moment.now);
    return { signedIn: true, token, resident: change.resident };
  },
  receipt: () => undefined,
  audit: (change) => ({
    what: { accountId: change.kind === 'nobody' ? null : change.accountId, signedIn: change.kind === 'in' },
  }),
});

/** The demonstration's one-click door: outside a demonstration, and for accounts that are no persona, it is not there. */
export const signInAsPersona = command({
  name: 'access.sign-in-as-persona',
  summary: 'Sign in as a named persona of the demonstration',
  basis: 'demonstracja',
  input: z.object({ accountId: z.uuid() }),
  result: z.object({ token: z.string(), resident: z.boolean() }),
  async load(tx, input, moment) {
    const account = (await isDemonstration(tx, moment.actor.centreId))
      ? await lockCredentials(tx, moment.actor.centreId, { id: input.accountId })
      : undefined;
    return account?.persona == null
      ? undefined
      : { accountId: account.id, resident: account.personId !== null };
  },
  allow: anyone(),
  decide: (target) => target,
  async save(tx, change, moment) {
    await saveSignIn(tx, moment.actor.centreId, change.accountId, moment.now);
    const token = await beginSession(tx, moment.actor.centreId, change.accountId, moment.now);
    return { token, resident: change.resident };
  },
  receipt: () => undefined,
  audit: (change) => ({ what: { accountId: change.accountId, persona: true } }),
});
