import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';
import { sealedColumn } from '../../platform/vault/stores.ts';
import type { Vault } from '../../platform/vault/vault.ts';

/** argon2id is the library's default algorithm: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Verified when an account has no password or is not there, so that the answer takes as long and tells nothing. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$kxFq6Uo4eGm1BEyyKh8LUkYV8mQ1hEO5fO3jYQdYQ2w';

// One letter can be typed as one character or as two: both must open the account.
const normal = (password: string): string => password.normalize('NFKC');

/** The stored form of a password (argon2id). */
export const hashPassword = async (password: string): Promise<string> => await hash(normal(password), cost);

/** Whether a kept hash is worth less than what is made today: another algorithm, less memory or fewer passes. */
export function isWeaker(kept: string): boolean {
  const [, memory = '0', time = '0'] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(kept) ?? [];
  return Number(memory) < cost.memoryCost || Number(time) < cost.timeCost;
}

/** Whether a password fits; without a hash the same work is done and the answer is no. */
export async function passwordFits(kept: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(kept ?? nobodysHash, normal(password));
  return fits && Boolean(kept);
}

// Without l, 1, o and 0: this is read off a sheet of paper.
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Random characters in groups of four: 20 bits each. */
const readable = (groups: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-');

/** A password for one use: 80 bits. */
export const newOneTimePassword = (): string => readable(4);

/** How many codes of recovery an account is given at once. */
const recoveryCodes = 10;

/** Codes for the day the phone is lost: 140 bits, so that a plain hash of them tells nothing (ASVS 6.5.2, 11.5.1). */
export const newRecoveryCodes = (): string[] => Array.from({ length: recoveryCodes }, () => readable(7));

/** A fresh secret of the second factor, base32 (160 bits, as RFC 4226 recommends). */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** Worked with when an account has no second factor or is not there. */
export const nobodysSecret = 'A'.repeat(32);

/** The shape of a secret that this product makes. */
export const totpSecretPattern = /^[A-Z2-7]{32}$/;

/** The address that an authenticator reads from the QR code. */
export const otpauthUri = (secret: string, login: string, place: string): string =>
  new TOTP({ issuer: `Okienko ${place}`, label: login, secret: Secret.fromBase32(secret) }).toString();

/**
 * The time step that a one-time code belongs to: now or one (30 s) beside it (RFC 6238); null: the code does not fit.
 * A step that was already used must not count again (5.2 there).
 */
export function codeStep(secret: string | null | undefined, code: string, now: string): number | null {
  if (!secret) return null;
  const timestamp = Date.parse(now);
  const delta = new TOTP({ secret: Secret.fromBase32(secret) }).validate({
    token: code.replace(/\s/g, ''),
    timestamp,
    window: 1,
  });
  return delta === null ? null : TOTP.counter({ timestamp }) + delta;
}

/** Where the secret of an account's second factor is sealed. */
const totpPlace = (centreId: string, accountId: string): string =>
  `account.totp_secret/${centreId}/${accountId}`;

/** The secrets of second factors. */
export const sealedTotp = sealedColumn({
  table: 'account',
  column: 'totp_secret',
  keys: ['id'],
  place: (centreId, row) => totpPlace(centreId, row['id'] ?? ''),
});

/** The stored form of an account's secret of the second factor. */
export const sealTotp = (vault: Vault, centreId: string, accountId: string, secret: string): string =>
  vault.seal(secret, totpPlace(centreId, accountId));

/** The secret of an account's second factor; null: it has none. */
export const openTotp = (
  vault: Vault,
  centreId: string,
  account: { id: string; sealedTotp: string | null } | undefined,
): string | null =>
  account?.sealedTotp ? vault.open(account.sealedTotp, totpPlace(centreId, account.id)) : null;
