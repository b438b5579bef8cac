import { describe, expect, it } from 'vitest';
import { checkReachable } from './reachable.ts';

const codeOf = async (url: string): Promise<unknown> =>
  await checkReachable({ url }).then(
    () => 'reached',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

describe('before anything is said to an external database', () => {
  it('the database over the network by TLS only; without it the start says so', async () => {
    for (const asked of ['', '?application_name=okienko', '?sslmode=no-verify', '?sslmode='])
      expect(await codeOf(`postgres://okienko:tajne@nie-ma.invalid/okienko${asked}`)).toBe(
        'okienko.database.plain',
      );
  });

  it('an operator may say that the network is their own', async () => {
    for (const mode of ['verify-full', 'disable'])
      expect(await codeOf(`postgres://okienko:tajne@nie-ma.invalid/okienko?sslmode=${mode}`)).toBe(
        'okienko.database.host',
      );
  });

  it('on this machine nothing travels by a network', async () => {
    for (const local of ['postgres://o@127.0.0.1:1/okienko', 'postgres:///okienko?host=/nie-ma&user=o'])
      expect(await codeOf(local)).toBe('okienko.database.unreachable');
  });
});
