import { z } from 'zod';
import { longestPassword } from './domain/password.ts';
import { pl } from './pl.ts';

const missing = (value: unknown): unknown => (value === undefined || value === null ? '' : value);

/** A password as it was typed: nothing is trimmed or cleaned, because every character counts. */
export const typedPassword = (message: string = pl.fields.password) =>
  z.preprocess(missing, z.string(message).min(1, message).max(longestPassword, pl.fields.passwordTooLong));

/** The name of an account: small letters without diacritics, digits, dots and hyphens. Capitals are understood. */
export const loginName = () =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() : missing(value)),
    z.string(pl.fields.login).regex(/^[a-z0-9][a-z0-9._-]{2,59}$/, pl.fields.login),
  );
