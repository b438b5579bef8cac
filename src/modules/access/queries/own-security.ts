import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { choice } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findAccount } from '../db/account-register.ts';
import { findEmail } from '../db/accounts.ts';
import { listPasskeys } from '../db/passkeys.ts';
import { countRecoveryCodes } from '../db/recovery-codes.ts';
import { listSessions, methods } from '../db/sessions.ts';
import { creationOptions, newChallenge, partyOf, purposes, signingOptions } from '../passkeys.ts';

const basis = 'art. 50 ust. 2 ustawy o CUS';

const passkey = z.object({
  id: z.string(),
  name: z.string(),
  synced: z.boolean(),
  backedUp: z.boolean(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
const session = z.object({
  id: z.string(),
  method: z.enum(methods),
  device: z.string().nullable(),
  begunAt: z.string(),
  seenAt: z.string(),
  /** The one that asks. */
  this: z.boolean(),
});

export type ShownPasskey = z.infer<typeof passkey>;
export type ShownSession = z.infer<typeof session>;

/** What opens the own account and where it is open now: passkeys, code, recovery codes, sessions. Nothing that opens. */
export const getOwnSecurityQuery = query({
  name: 'access.get-own-security',
  summary: 'What opens the own account, and its open sessions',
  input: z.object({}),
  output: z.object({
    login: z.string(),
    name: z.string(),
    hasPassword: z.boolean(),
    hasCode: z.boolean(),
    /** The demonstration's one-click account. */
    persona: z.boolean(),
    resident: z.boolean(),
    email: z.string().nullable(),
    recoveryCodes: z.number(),
    passkeys: z.array(passkey),
    /** The address at which browsers make passkeys for this server; null: none. */
    passkeysAt: z.string().nullable(),
    sessions: z.array(session),
  }),
  basis,
  async read(db, _input, { actor, now, home }) {
    const { centreId, accountId } = actor;
    const [account, email, recoveryCodes, passkeys, sessions] = await Promise.all([
      findAccount(db, centreId, accountId),
      findEmail(db, centreId, accountId),
      countRecoveryCodes(db, centreId, accountId),
      listPasskeys(db, centreId, accountId),
      listSessions(db, centreId, accountId, now),
    ]);
    return (
      account && {
        login: account.login,
        name: account.name,
        hasPassword: account.hasPassword,
        hasCode: account.hasSecondFactor,
        persona: account.persona,
        resident: account.personId !== null,
        email: email ?? null,
        recoveryCodes,
        passkeys: passkeys.map(({ credentialId: _id, transports: _ways, ...shown }) => shown),
        passkeysAt: partyOf(home)?.origin ?? null,
        sessions: sessions.map((one) => ({ ...one, this: one.id === actor.session?.id })),
      }
    );
  },
  allow: anyone(),
  discloses: () => undefined,
});

/** A challenge for the browser's passkeys, to be kept by this browser; null: none are made at this address. */
export const passkeyChallengeQuery = query({
  name: 'access.passkey-challenge',
  summary: 'A challenge for a passkey: to enter, to add one, to prove who sits there',
  input: z.object({ purpose: choice(purposes) }),
  output: z.object({
    options: z.object({ create: z.unknown().optional(), get: z.unknown().optional() }),
    kept: z.string(),
  }),
  basis,
  async read(db, { purpose }, { actor, now, home, vault }) {
    const party = partyOf(home);
    if (!party) return undefined;
    const { bytes, kept } = newChallenge(vault, purpose, actor, now);
    if (purpose === 'enter') return { options: { get: await signingOptions(party, bytes) }, kept };
    const [account, keys] = await Promise.all([
      findAccount(db, actor.centreId, actor.accountId),
      listPasskeys(db, actor.centreId, actor.accountId),
    ]);
    if (!account) return undefined;
    if (purpose === 'prove') return { options: { get: await signingOptions(party, bytes, keys) }, kept };
    const owner = { id: account.id, login: account.login, name: account.name, place: '' };
    return { options: { create: await creationOptions(party, bytes, owner, keys) }, kept };
  },
  allow: anyone(),
  discloses: () => undefined,
});
