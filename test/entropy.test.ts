import { describe, expect, it } from 'vitest';
import { newOneTimePassword, newRecoveryCodes, newTotpSecret } from '../src/modules/access/credentials.ts';
import { caseCode } from '../src/modules/casework/domain/follow-up.ts';
import { newSecret } from '../src/modules/directory/domain/link.ts';
import { newCode } from '../src/modules/survey/domain/codes.ts';
import { newId } from '../src/platform/ids.ts';
import { newKey } from '../src/platform/vault/vault.ts';

const samples = 1_500;

/** The bits of a secret, counted on what is really given out: how many signs stand at each of its places. */
function bitsOf(make: () => string): number {
  const made = Array.from({ length: samples }, make);
  expect(new Set(made).size).toBe(samples);
  const length = Math.max(...made.map((one) => one.length));
  return Array.from({ length }, (_, at) => Math.log2(new Set(made.map((one) => one[at])).size)).reduce(
    (sum, bits) => sum + bits,
    0,
  );
}

const oneOf = (make: () => readonly string[]) => (): string => make()[0] ?? '';

describe('what must not be guessed (ASVS 11.5.1; docs/security/kryptografia.md)', () => {
  it.each([
    ['the key of an installation', newKey, 256],
    ['a link of an organization', newSecret, 256],
    ['the secret of a second factor', newTotpSecret, 160],
    ['a recovery code', oneOf(newRecoveryCodes), 140],
  ])('%s has at least 128 bits', (_what, make, bits) => {
    expect(bitsOf(make)).toBeCloseTo(bits, 0);
    expect(bits).toBeGreaterThanOrEqual(128);
  });

  // Read out by telephone and typed: a limit of tries stands before each (test/limits.test.ts), and each counts once or
  // with a date of birth. A gap of the yardstick, and told as one.
  it.each([
    ['a one-time password, a code that joins an account', newOneTimePassword, 80],
    ['the code of a case', () => caseCode(newSecret(), newId()), 49],
    ['an invitation to a survey', newCode, 49],
  ])('%s is shorter, and is as long as we say', (_what, make, bits) => {
    expect(Math.floor(bitsOf(make))).toBe(bits);
  });
});
