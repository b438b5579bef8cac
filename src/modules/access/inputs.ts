import { z } from 'zod';
import { longestPassword } from './domain/password.ts';
import { devicePattern } from './domain/device.ts';
import { pl } from './pl.ts';

const missing = (value: unknown): unknown => (value === undefined || value === null ? '' : value);

/** A password as it was typed: nothing is trimmed or cleaned, because every character counts. */
export const typedPassword = (message: string = pl.fields.password) =>
  z.preprocess(missing, z.string(message).min(1, message).max(longestPassword, pl.fields.passwordTooLong));

/** What may be left out, taken as it was typed. */
export const typedOrNothing = (longest: number) =>
  z.preprocess(missing, z.string(pl.fields.password).max(longest));

/** The family of the device, as the server tells it from what the browser says. */
export const deviceFamily = () =>
  z.preprocess((value) => value ?? undefined, z.string().regex(devicePattern).optional());

/** A one-time code or a code of recovery; empty where the account has no second factor. */
export const typedCode = () => z.preprocess(missing, z.string(pl.fields.code).max(40, pl.fields.code));

/** What the browser's own dialogue answered, and what this browser was given to keep for it. */
export const passkeyAnswer = () => ({
  // Empty where nothing was signed: the refusal is about the whole form, because nobody types this field.
  response: z.preprocess(missing, z.string().max(20_000)),
  kept: z.preprocess(missing, z.string().max(4_000)),
});

/** The name of an account: small letters without diacritics, digits, dots and hyphens. Capitals are understood. */
export const loginName = () =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() : missing(value)),
    z.string(pl.fields.login).regex(/^[a-z0-9][a-z0-9._-]{2,59}$/, pl.fields.login),
  );
