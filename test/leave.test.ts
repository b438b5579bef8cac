import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openTotp } from '../src/modules/access/credentials.ts';
import { openPool, type Pool } from '../src/platform/database/pool.ts';
import { newKey, vaultOf } from '../src/platform/vault/vault.ts';
import { okienko, reaching } from './support/command-line.ts';
import { addressOf } from './support/database.ts';

const given = inject('database');
const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-leave-'));
const releases = path.join(import.meta.dirname, 'releases');
const keys = { here: readFileSync(path.join(releases, '0.1.0.key'), 'utf8').trim(), there: newKey() };
const databaseOf = (which: string): string => `t_leave_${which}_${process.pid}_${suffix}`;
const suffix = randomBytes(4).toString('hex');
const envOf = (which: keyof typeof keys): Record<string, string> => ({
  ...reaching(addressOf(given.address, databaseOf(which))),
  OKIENKO_KEY: keys[which],
  OKIENKO_DATA: path.join(folder, which),
  OKIENKO_DEMO: '1',
});
const out = path.join(folder, 'odchodzi');
const again = path.join(folder, 'odchodzi-znowu');

let admin: Pool;
let there: Pool;
let here: Pool;
beforeAll(async () => {
  admin = openPool(given.address, 'owner', 1);
  for (const which of ['here', 'there']) await admin.query(`create database ${databaseOf(which)}`);
  here = openPool(addressOf(given.address, databaseOf('here')), 'owner', 1);
  there = openPool(addressOf(given.address, databaseOf('there')), 'owner', 1);
  const restored = await okienko(['restore', path.join(releases, '0.1.0.kopia')], envOf('here'));
  if (restored.code !== 0) throw new Error(restored.complained);
}, 90_000);
afterAll(async () => {
  await Promise.all([here.end(), there.end()]);
  for (const which of ['here', 'there']) await admin.query(`drop database ${databaseOf(which)} with (force)`);
  await admin.end();
  rmSync(folder, { recursive: true, force: true });
});

const linesOf = (...names: string[]): string[] =>
  readFileSync(path.join(...names), 'utf8')
    .split('\n')
    .filter(Boolean);

describe('a centre that leaves', () => {
  it('takes everything along in open formats: a table a file, a dictionary, sums, hashes', async () => {
    const ended = await okienko(['export-centre', 'jarocin', out], envOf('here'));
    expect(ended).toMatchObject({ code: 0, complained: '' });
    const people = linesOf(out, 'dane', 'person.csv');
    const { rows } = await here.query<{ people: number }>(
      `select count(*)::int as people from person where centre_id = (select id from centre where slug = 'jarocin')`,
    );
    expect(people.length - 1).toBeGreaterThanOrEqual(rows[0]?.people ?? 1);
    expect(linesOf(out, 'slownik.csv').some((line) => line.startsWith('person,family_name,text,nie,'))).toBe(
      true,
    );
    const files = linesOf(out, 'SHA256SUMS');
    expect(files.length).toBe(readdirSync(path.join(out, 'dane')).length + 6);
  }, 60_000);

  it('leaves the other centres and the keys of the installation behind', () => {
    expect(linesOf(out, 'dane', 'centre.csv')).toHaveLength(2);
    expect(linesOf(out, 'dane', 'key_check.csv')).toHaveLength(1);
    const told = readdirSync(out)
      .filter((name) => name !== 'dane')
      .filter((name) => readFileSync(path.join(out, name), 'utf8').includes(keys.here));
    expect(told).toEqual([]);
  });

  it('can read what was sealed here', () => {
    const values = readFileSync(path.join(out, 'wartosci-otwarte.csv'), 'utf8');
    expect(values).toContain('89103199985');
    expect(values).toContain('JBSWY3DPEHPK3PXP');
  });

  it('is written down in its journal', async () => {
    const { rows } = await here.query(
      `select actor from audit_entry where action = 'operations.export-centre'`,
    );
    expect(rows).toEqual([{ actor: 'wiersz poleceń' }]);
  });
});

describe('a centre that comes', () => {
  it('is refused as a whole when a file was changed on the way', async () => {
    const file = path.join(out, 'dane', 'need.csv');
    const before = readFileSync(file);
    appendFileSync(file, '\n');
    const ended = await okienko(['import-centre', out], envOf('there'));
    expect(ended).toMatchObject({ code: 1 });
    expect(ended.complained).toContain('okienko.import.changed');
    expect((await there.query('select from centre')).rowCount).toBe(0);
    writeFileSync(file, before);
  }, 60_000);

  it('comes into an empty installation with another key', async () => {
    const ended = await okienko(['import-centre', out], envOf('there'));
    expect(ended).toMatchObject({ code: 0, complained: '' });
    expect(ended.said).toContain('Przyjęto wierszy');
    const twice = await okienko(['import-centre', out], envOf('there'));
    expect(twice.complained).toContain('okienko.import.notEmpty');
  }, 90_000);

  it('has every secret sealed with the key of the place it came to', async () => {
    const { rows } = await there.query<{ centre_id: string; id: string; sealedTotp: string }>(
      `select centre_id, id, totp_secret as "sealedTotp" from account where totp_secret is not null`,
    );
    const [account] = rows;
    expect(account && openTotp(vaultOf([keys.there]), account.centre_id, account)).toBe('JBSWY3DPEHPK3PXP');
  });

  it('gives equal counts and sums when it is exported again, and the same values', async () => {
    expect((await okienko(['export-centre', 'jarocin', again], envOf('there'))).code).toBe(0);
    // The second export stands in the journal as well, and in nothing else.
    const counted = (where: string): string[] =>
      linesOf(where, 'sumy.csv').filter((line) => !line.startsWith('audit_'));
    expect(counted(again)).toEqual(counted(out));
    expect(counted(out).length).toBeGreaterThan(200);
    expect(linesOf(again, 'wartosci-otwarte.csv').sort()).toEqual(
      linesOf(out, 'wartosci-otwarte.csv').sort(),
    );
  }, 60_000);

  it('has its audit chain whole', async () => {
    expect(await okienko(['verify-audit'], envOf('there'))).toMatchObject({ code: 0 });
  }, 30_000);
});
