import { verify } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { findSignInAccount, recordAttempt, type SignInAccount } from '../db/accounts.ts';
import { beginSession } from '../db/sessions.ts';

// Verified when there is no such account, so that the answer takes as long and tells nothing.
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$kxFq6Uo4eGm1BEyyKh8LUkYV8mQ1hEO5fO3jYQdYQ2w';

interface Attempt {
  account: SignInAccount | undefined;
  passwordFits: boolean;
  codeFits: boolean;
}

type SignIn = { accountId: string; signedIn: boolean } | { accountId: null; signedIn: false };

/** Whether a one-time code fits the secret now or one step (30 s) beside it (RFC 6238). */
export function codeFits(secret: string, code: string, now: string): boolean {
  return (
    new TOTP({ secret: Secret.fromBase32(secret) }).validate({
      token: code.replace(/\s/g, ''),
      timestamp: Date.parse(now),
      window: 1,
    }) !== null
  );
}

/** Sign-in with password and second factor. A failed try is kept (five lock the account), so it is no refusal. */
export const signIn = command({
  name: 'access.sign-in',
  summary: 'Sign in with password and one-time code',
  basis: 'art. 50 ust. 3 ustawy o CUS',
  input: z.object({ login: text(100), password: text(200), code: text(12) }),
  result: z.object({ signedIn: z.boolean(), token: z.string().nullable() }),
  allow: anyone(),
  async load(tx, input, moment): Promise<Attempt> {
    const account = await findSignInAccount(tx, moment.actor.centreId, { login: input.login.toLowerCase() });
    const passwordFits = await verify(account?.passwordHash ?? nobodysHash, input.password).catch(
      () => false,
    );
    return {
      account,
      passwordFits,
      codeFits: account?.totpSecret ? codeFits(account.totpSecret, input.code, moment.now) : false,
    };
  },
  decide({ account, passwordFits, codeFits: fits }, _input, moment): SignIn {
    if (!account) return { accountId: null, signedIn: false };
    const locked = account.lockedUntil !== null && account.lockedUntil > moment.now;
    return { accountId: account.id, signedIn: passwordFits && fits && !locked };
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    if (change.accountId) await recordAttempt(tx, centreId, change.accountId, change.signedIn);
    return {
      signedIn: change.signedIn,
      token: change.accountId && change.signedIn ? await beginSession(tx, centreId, change.accountId) : null,
    };
  },
  audit: (change) => ({ what: { accountId: change.accountId, signedIn: change.signedIn } }),
});

/** The demonstration's one-click door. The command exists only where a centre is a demonstration (see pages). */
export const signInAsPersona = command({
  name: 'access.sign-in-as-persona',
  summary: 'Sign in as a named persona of the demonstration',
  basis: 'demonstracja',
  input: z.object({ accountId: z.string() }),
  result: z.object({ token: z.string() }),
  async load(tx, input, moment) {
    const account = await findSignInAccount(tx, moment.actor.centreId, { id: input.accountId });
    const centre = await tx
      .selectFrom('centre')
      .select('demonstration')
      .where('id', '=', moment.actor.centreId)
      .executeTakeFirst();
    return account && centre ? { ...account, demonstration: centre.demonstration } : undefined;
  },
  allow: anyone<{ persona: string | null; demonstration: boolean }>(
    (_actor, target) => target.persona !== null && target.demonstration,
  ),
  decide: (target) => ({ accountId: target.id }),
  save: async (tx, change, moment) => ({
    token: await beginSession(tx, moment.actor.centreId, change.accountId),
  }),
  audit: (change) => ({ what: { accountId: change.accountId, persona: true } }),
});
