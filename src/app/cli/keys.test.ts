import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { newKey } from '../../platform/vault/vault.ts';
import { readConfig } from '../config.ts';
import { openVault } from './keys.ts';

const database = testDatabase();
let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-keys-'));
  await database.owner.query('delete from key_check');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = async (env: Record<string, string> = {}) =>
  await openVault(readConfig({ OKIENKO_DATA: path.join(folder, 'dane'), ...env }), database.owner);
const file = (): string => path.join(folder, 'dane', 'okienko.key');
const code = async (env?: Record<string, string>): Promise<unknown> =>
  await open(env).catch((error: { code?: string }) => error.code);

describe('the key of an installation', () => {
  it('is made at the first start in the data folder, for its owner alone, and used again at the next', async () => {
    const sealed = (await open()).seal('tajne', 'a');
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect((await open()).open(sealed, 'a')).toBe('tajne');
  });

  it('is one when two processes start at once', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    expect(one.keyId).toBe(two.keyId);
  });

  it('may come from OKIENKO_KEY; then no file is made', async () => {
    await open({ OKIENKO_KEY: newKey() });
    expect(() => statSync(file())).toThrow('ENOENT');
  });

  it('does not stand in the database', async () => {
    await open();
    const { rows } = await database.owner.query<{ kept: string }>(
      'select key_check::text as kept from key_check',
    );
    expect(rows[0]?.kept).not.toContain(readFileSync(file(), 'utf8').trim());
    await expect(database.pool.query('select * from key_check')).rejects.toThrow(/permission denied/);
  });

  it('that was lost is not replaced: the start says so', async () => {
    await open();
    rmSync(file());
    expect(await code()).toBe('okienko.key.missing');
    expect(() => statSync(file())).toThrow('ENOENT');
  });

  it('of another database, and what is no key, are refused before anything is served', async () => {
    await open();
    expect(await code({ OKIENKO_KEY: newKey() })).toBe('okienko.key.wrong');
    writeFileSync(file(), 'tajne');
    expect(await code()).toBe('okienko.key.malformed');
    expect(await open({ OKIENKO_KEY: '' }).catch((error: Error) => error.message)).toContain(file());
  });

  it('is changed by writing a new one before the old one; the old one is needed as long as it sealed anything', async () => {
    const sealed = (await open()).seal('tajne', 'a');
    const old = readFileSync(file(), 'utf8');
    writeFileSync(file(), `${newKey()}\n${old}`);
    const rotated = await open();
    expect(rotated.open(sealed, 'a')).toBe('tajne');
    writeFileSync(file(), old);
    expect(await code()).toBe('okienko.key.wrong');
  });
});
