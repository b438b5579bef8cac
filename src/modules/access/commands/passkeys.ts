import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { id, text } from '../../../platform/fields.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { lockCredentials, saveSignIn } from '../db/accounts.ts';
import {
  addPasskeyRow,
  type KeptPasskey,
  listPasskeys,
  lockPasskey,
  notePasskeyUse,
  removePasskeyRow,
} from '../db/passkeys.ts';
import { beginSession } from '../db/sessions.ts';
import { spend } from '../db/spent.ts';
import { deviceFamily, passkeyAnswer } from '../inputs.ts';
import { notice } from '../notices.ts';
import {
  type Challenge,
  credentialIn,
  madePasskey,
  openChallenge,
  partyOf,
  type Purpose,
  type Signature,
  signedWith,
} from '../passkeys.ts';
import { pl } from '../pl.ts';
import { hasSecondFactor, loadOwnAccount, ownAccount, ownOrWaiting, renewSession } from './own.ts';
import { entered, outside } from './sign-in.ts';

const words = pl.refusals;
const failed = refuse('access.passkey-failed', words.passkeyFailed, { field: 'response' });

/** The challenge behind an answer, spent by it: the same answer again finds none. */
async function takeChallenge(
  tx: Db,
  purpose: Purpose,
  kept: string,
  { actor, vault, now }: Moment,
): Promise<Challenge | undefined> {
  const challenge = openChallenge(vault, purpose, actor, { kept, now });
  if (!challenge) return undefined;
  const first = await spend(tx, actor.centreId, challenge.challenge, { now, until: challenge.until });
  return first ? challenge : undefined;
}

export interface Signed {
  key: KeptPasskey;
  /** Undefined: the answer is not signed with it for this challenge. */
  signature: Signature | undefined;
}

/** What an answer of the browser is worth; undefined: it names no passkey of this centre. */
export async function readSigned(
  tx: Db,
  purpose: Purpose,
  { response, kept }: { response: string; kept: string },
  moment: Moment,
): Promise<Signed | undefined> {
  const party = partyOf(moment.home);
  const credentialId = credentialIn(response);
  if (!party || credentialId === undefined) return undefined;
  const challenge = await takeChallenge(tx, purpose, kept, moment);
  const key = await lockPasskey(tx, moment.actor.centreId, credentialId);
  if (!key) return undefined;
  return { key, signature: challenge && (await signedWith(party, challenge, key, response)) };
}

/**
 * Sign-in with a passkey alone: the device has recognised its owner (PIN, finger, face), so it is two factors. Nothing
 * can be guessed here, so nothing is locked, and a lock by guessed passwords does not keep the owner out.
 */
export const signInByPasskey = command({
  name: 'access.sign-in-by-passkey',
  summary: 'Sign in with a passkey',
  basis: 'art. 50 ust. 3 ustawy o CUS',
  guess: true,
  input: z.object({ ...passkeyAnswer(), device: deviceFamily() }),
  result: entered,
  allow: anyone(),
  async load(tx, input, moment) {
    const signed = await readSigned(tx, 'enter', input, moment);
    const account =
      signed && (await lockCredentials(tx, moment.actor.centreId, { id: signed.key.accountId }));
    return { signed, account };
  },
  decide({ signed, account }, { device }) {
    if (!signed?.signature || !account)
      return { kind: 'out' as const, accountId: account?.id ?? null, passkeyId: signed?.key.id ?? null };
    const { key, signature } = signed;
    return {
      kind: 'in' as const,
      accountId: account.id,
      resident: account.personId !== null,
      key,
      signature,
      device,
    };
  },
  async save(tx, change, { actor, now }) {
    if (change.kind === 'out') return outside;
    const { accountId, key, signature, device } = change;
    await notePasskeyUse(tx, actor.centreId, key.id, { ...signature, now });
    await saveSignIn(tx, actor.centreId, accountId, now);
    const token = await beginSession(tx, actor.centreId, { accountId, now, method: 'passkey', device });
    return { signedIn: true, token, resident: change.resident };
  },
  receipt: () => undefined,
  audit: (change) => ({
    what: {
      accountId: change.accountId,
      passkeyId: change.kind === 'in' ? change.key.id : change.passkeyId,
      signedIn: change.kind === 'in',
    },
  }),
});

/** Adds a passkey to the own account. As a second factor that waits for it, it opens the work. */
export const addPasskey = command({
  name: 'access.add-passkey',
  summary: 'Add a passkey to the own account',
  basis: 'art. 50 ust. 2 ustawy o CUS',
  fresh: true,
  input: z.object({ ...passkeyAnswer(), name: text(60) }),
  result: z.object({ token: z.string() }),
  async load(tx, input, moment) {
    const account = await loadOwnAccount(tx, moment);
    if (!account) return undefined;
    const party = partyOf(moment.home);
    const challenge = party && (await takeChallenge(tx, 'add', input.kept, moment));
    return { ...account, made: challenge && (await madePasskey(party, challenge, input.response)) };
  },
  allow: ownOrWaiting((account) => !hasSecondFactor(account)),
  decide: (account, input) =>
    account.made ? { accountId: account.id, name: input.name, ...account.made } : failed,
  async save(tx, change, moment) {
    await addPasskeyRow(tx, moment.actor.centreId, change, moment.now);
    return await renewSession(tx, moment);
  },
  receipt: () => undefined,
  constraints: {
    passkey_centre_id_credential_id_key: refuse('access.passkey-known', words.passkeyKnown, {
      field: 'response',
    }),
  },
  emits: (change) => [notice(change.accountId, 'passkey-added')],
  audit: (change) => ({ what: { accountId: change.accountId, passkey: change.name, synced: change.synced } }),
});

/** Takes a passkey off the own account; the last second factor of staff stays. */
export const removePasskey = command({
  name: 'access.remove-passkey',
  summary: 'Take a passkey off the own account',
  basis: 'art. 50 ust. 2 ustawy o CUS',
  fresh: true,
  input: z.object({ passkeyId: id() }),
  result: z.null(),
  async load(tx, input, moment) {
    const account = await loadOwnAccount(tx, moment);
    if (!account) return undefined;
    const keys = await listPasskeys(tx, moment.actor.centreId, account.id);
    const key = keys.find((one) => one.id === input.passkeyId);
    return key && { account, key, last: keys.length === 1 && account.sealedTotp === null };
  },
  allow: ownAccount(),
  decide({ account, key, last }) {
    if (last && account.personId === null && account.persona === null)
      return refuse('access.last-second-factor', words.lastSecondFactor);
    return { accountId: account.id, passkeyId: key.id, name: key.name };
  },
  async save(tx, change, { actor }) {
    await removePasskeyRow(tx, actor.centreId, change.accountId, change.passkeyId);
    return null;
  },
  emits: (change) => [notice(change.accountId, 'passkey-removed')],
  audit: (change) => ({ what: { accountId: change.accountId, passkey: change.name } }),
});
