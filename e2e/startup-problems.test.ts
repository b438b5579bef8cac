import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { postgresDouble } from './support/postgres-double.ts';
import { freePort, listenAnywhere, okienko } from './support/process.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-problems-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

/** Starts with these settings and expects one sentence with its code, and nothing else. */
async function expectSentence(
  env: NodeJS.ProcessEnv,
  words: RegExp,
  code: string,
  options = {},
): Promise<void> {
  const run = okienko(
    ['start'],
    { PORT: String(await freePort()), OKIENKO_DATA: path.join(folder, 'data'), ...env },
    options,
  );
  expect(await run.ended).toBe(code === 'okienko.settings' ? 78 : 1);
  const lines = run.said().trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(words);
  expect(lines[0]).toContain(`[${code}]`);
}

describe('A start that cannot be says why in one sentence', () => {
  it('a port in use', async () => {
    const taken = await listenAnywhere();
    const env = { PORT: String(taken.port) };
    await expectSentence(env, new RegExp(`^Port ${taken.port} jest zajęty`), 'okienko.port.used');
    await taken.close();
  });

  it('a port that is none, an address that is not of this computer', async () => {
    await expectSentence({ PORT: 'abc' }, /^Ustawienie PORT \(„abc”\) jest błędne/, 'okienko.settings');
    await expectSentence({ HOST: '192.0.2.1' }, /nie ma adresu 192\.0\.2\.1/, 'okienko.host');
  });

  it('a database that does not answer, is not known, or has no address', async () => {
    const nothing = `postgres://okienko:tajne@127.0.0.1:${await freePort()}/okienko`;
    await expectSentence({ DATABASE_URL: nothing }, /nie odpowiada/, 'okienko.database.unreachable');
    await expectSentence(
      { DATABASE_URL: 'postgres://okienko@nie-ma.invalid/okienko?sslmode=verify-full' },
      /^Nie znam serwera/,
      'okienko.database.host',
    );
    await expectSentence(
      { DATABASE_URL: 'postgres://okienko@nie-ma.invalid/okienko' },
      /nie byłoby szyfrowane/,
      'okienko.database.plain',
    );
    await expectSentence(
      { DATABASE_URL: 'baza' },
      /^Ustawienie DATABASE_URL jest błędne/,
      'okienko.settings',
    );
  });

  it('a wrong password, a database that is not there', async () => {
    for (const [error, words, code] of [
      ['28P01', /nie przyjęła użytkownika albo hasła/, 'okienko.database.password'],
      ['3D000', /nie ma takiej bazy/, 'okienko.database.missing'],
    ] as const) {
      const server = await postgresDouble({ error });
      await expectSentence({ DATABASE_URL: server.url }, words, code);
      await server.close();
    }
  });

  it('a PostgreSQL older than 15', async () => {
    const server = await postgresDouble({ version: '140009' });
    await expectSentence(
      { DATABASE_URL: server.url },
      /ma wersję 14, a Okienko potrzebuje PostgreSQL 15/,
      'okienko.database.version',
    );
    await server.close();
  });

  it('a file in the place of the data folder', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    await expectSentence({ OKIENKO_DATA: file }, /Nie mogę pisać do folderu danych/, 'okienko.data.rights');
  });

  it('a data folder without rights', async () => {
    const parent = path.join(folder, 'closed');
    mkdirSync(parent);
    if (isRoot) chownSync(parent, 0, 0);
    chmodSync(parent, 0o555);
    const options = isRoot ? { uid: nobody, gid: nobody } : {};
    const env = { OKIENKO_DATA: path.join(parent, 'data') };
    await expectSentence(env, /Nie mogę pisać do folderu danych/, 'okienko.data.rights', options);
  });

  it.runIf(isRoot)('root on a system without an account for the database', async () => {
    const programs = path.join(folder, 'bin');
    mkdirSync(programs);
    writeFileSync(path.join(programs, 'id'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const env = { PATH: `${programs}:${process.env['PATH'] ?? ''}` };
    await expectSentence(env, /utwórz konto systemowe „postgres”/, 'okienko.database.account');
  });

  it('a key that was lost, is none, or is of another database', async () => {
    const env = { OKIENKO_DEMO: '0', OKIENKO_DATA: path.join(folder, 'keyed') };
    const first = okienko(['start'], { ...env, PORT: String(await freePort()) });
    await first.says(/Okienko działa/);
    first.process.kill('SIGTERM');
    await first.ended;
    rmSync(path.join(folder, 'keyed', 'okienko.key'));
    await expectSentence(env, /^Brakuje klucza .*przywróć ten plik z kopii/, 'okienko.key.missing');
    await expectSentence({ ...env, OKIENKO_KEY: 'tajne' }, /OKIENKO_KEY jest błędne/, 'okienko.settings');
    await expectSentence(
      { ...env, OKIENKO_KEY: 'a'.repeat(64) },
      /nie otwiera tajnych danych/,
      'okienko.key.wrong',
    );
  });

  it('a size of the demonstration that is none', async () => {
    const run = okienko(['start', '--size', 'dużo'], {});
    expect(await run.ended).toBe(1);
    expect(run.said()).toMatch(/^Podaj liczbę osób.*\[okienko\.size\]\n$/);
  });
});
