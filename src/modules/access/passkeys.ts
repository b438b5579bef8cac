import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { Actor } from '../../platform/actor.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import type { KeptPasskey } from './db/passkeys.ts';
import { minutesFrom } from './domain/session-lengths.ts';

/** Whom a passkey is made for: this server, by the address under which the world reaches it (WebAuthn, relying party). */
export interface Party {
  id: string;
  origin: string;
}

/** The party of an address; undefined: an IP address or a plain http address, for which browsers make no passkeys. */
export function partyOf(home: string | undefined): Party | undefined {
  const address = home === undefined ? null : URL.parse(home);
  if (!address || isIP(address.hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined;
  const local = address.hostname === 'localhost' || address.hostname.endsWith('.localhost');
  return address.protocol === 'https:' || local
    ? { id: address.hostname, origin: address.origin }
    : undefined;
}

/** What a challenge is for; one given for one purpose opens nothing else. */
export const purposes = ['enter', 'add', 'prove'] as const;
export type Purpose = (typeof purposes)[number];

/** EdDSA, ES256 and RS256: what every device of today can do (COSE numbers). */
const algorithms = [-8, -7, -257];

/** How long a person may take over the dialogue of the browser. */
const challengeMinutes = 5;

// Bound to the centre, the purpose and the session (the account, where there is none).
const placeOf = (purpose: Purpose, actor: Actor): string =>
  `passkey/${purpose}/${actor.centreId}/${actor.session?.id ?? actor.accountId}`;

const challengeShape = z.object({ challenge: z.string().min(1), until: z.string().min(1) });
export type Challenge = z.infer<typeof challengeShape>;

/** A challenge sealed for the browser it is given to. */
export function newChallenge(
  vault: Vault,
  purpose: Purpose,
  actor: Actor,
  now: string,
): { bytes: Uint8Array<ArrayBuffer>; kept: string } {
  const bytes = new Uint8Array(randomBytes(32));
  const challenge: Challenge = {
    challenge: Buffer.from(bytes).toString('base64url'),
    until: minutesFrom(now, challengeMinutes),
  };
  return { bytes, kept: vault.seal(JSON.stringify(challenge), placeOf(purpose, actor)) };
}

/** The challenge that a browser kept; undefined: not ours, of another session or purpose, or too old. */
export function openChallenge(
  vault: Vault,
  purpose: Purpose,
  actor: Actor,
  { kept, now }: { kept: string; now: string },
): Challenge | undefined {
  try {
    const challenge = challengeShape.parse(JSON.parse(vault.open(kept, placeOf(purpose, actor))));
    return challenge.until >= now ? challenge : undefined;
  } catch {
    return undefined;
  }
}

/** What the browser needs to make a passkey: found by itself at sign-in, and never without PIN, finger or face. */
export const creationOptions = async (
  party: Party,
  challenge: Uint8Array<ArrayBuffer>,
  owner: { id: string; login: string; name: string; place: string },
  existing: readonly { credentialId: string; transports: string[] }[],
): Promise<unknown> =>
  await generateRegistrationOptions({
    rpName: `Okienko ${owner.place}`.trim(),
    rpID: party.id,
    userID: new Uint8Array(Buffer.from(owner.id.replaceAll('-', ''), 'hex')),
    userName: owner.login,
    userDisplayName: owner.name,
    challenge,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: existing.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });

/** What the browser needs to sign with a passkey; without `allowed` it offers what it has for this address. */
export const signingOptions = async (
  party: Party,
  challenge: Uint8Array<ArrayBuffer>,
  allowed: readonly { credentialId: string; transports: string[] }[] = [],
): Promise<unknown> =>
  await generateAuthenticationOptions({
    rpID: party.id,
    challenge,
    userVerification: 'required',
    allowCredentials: allowed.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });

const text = z.string().max(20_000);
const registration = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.looseObject({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});
const assertion = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.looseObject({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
});

function readJson<T extends z.ZodType>(shape: T, sent: string): z.infer<T> | undefined {
  try {
    return shape.parse(JSON.parse(sent));
  } catch {
    return undefined;
  }
}

export interface MadePasskey {
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  synced: boolean;
  backedUp: boolean;
}

/** The passkey that a browser made for this challenge; undefined: the answer does not hold. */
export async function madePasskey(
  party: Party,
  challenge: Challenge,
  sent: string,
): Promise<MadePasskey | undefined> {
  const response = readJson(registration, sent);
  if (!response) return undefined;
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: challenge.challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (!registrationInfo) return undefined;
    const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: response.response.transports ?? [],
      synced: credentialDeviceType === 'multiDevice',
      backedUp: credentialBackedUp,
    };
  } catch {
    return undefined;
  }
}

/** The credential that an answer names, before anything of it is believed; undefined: it is no answer. */
export const credentialIn = (sent: string): string | undefined => readJson(assertion, sent)?.id;

export interface Signature {
  counter: number;
  backedUp: boolean;
}

const handleOf = (accountId: string): string =>
  Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');

/**
 * Whether an answer is signed with this passkey, for this challenge, at this address, by a person whom the device has
 * recognised. A counter that goes back is no signature: the key may have been copied (WebAuthn, 6.1.1).
 */
export async function signedWith(
  party: Party,
  challenge: Challenge,
  key: KeptPasskey,
  sent: string,
): Promise<Signature | undefined> {
  const response = readJson(assertion, sent);
  if (!response) return undefined;
  const { userHandle } = response.response;
  if (userHandle !== undefined && userHandle !== handleOf(key.accountId)) return undefined;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: challenge.challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id: key.credentialId, publicKey: key.publicKey, counter: key.counter },
      requireUserVerification: true,
    });
    return verified
      ? { counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp }
      : undefined;
  } catch {
    return undefined;
  }
}
