import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { reaching } from '../../../test/support/command-line.ts';
import { makePesel } from '../../law/index.ts';
import { registerPerson, viewPerson } from '../../modules/people/index.ts';
import { headerOf, writeBackup } from '../../platform/backup/file.ts';
import { createRunner } from '../../platform/runner/runner.ts';
import { namedKeys, readKeys, vaultOf } from '../../platform/vault/vault.ts';
import { readConfig } from '../config.ts';
import { keys } from './keys-command.ts';
import { pl } from './pl.ts';

const house = testHouse();
const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = path.join(folder, 'okienko.key');
const oldBackup = path.join(folder, 'dawna.kopia');
const config = () => readConfig({ ...reaching(house.address), OKIENKO_DATA: folder });
const kept = (): string[] => readKeys(readFileSync(file, 'utf8')) ?? [];
const idsOf = (texts: readonly string[]): string[] => [...namedKeys(texts).keys()];

let said: string[] = [];
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
const run = async (verb: string): Promise<unknown> =>
  await keys(config(), [verb]).catch((error: { code?: string }) => error.code);

/** Somebody whose number is sealed with the first of these keys. */
async function register(texts: readonly string[], at: number): Promise<string> {
  const runner = createRunner(house.pool, house.clock, vaultOf(texts));
  const outcome = await runner.run(registerPerson, house.centre.as('clerk'), {
    gmina: '3006023',
    givenName: 'Maria',
    familyName: ['Dawna', 'Kowalska', 'Zielonogórska'][at],
    pesel: makePesel(`19${50 + at}-03-12`, 'female', at),
  });
  if (!outcome.ok) throw new Error(outcome.problem.words);
  return outcome.value.personId;
}

interface Entry {
  account_id: string | null;
  actor: string;
  kind: string;
  what: { key: string; old: string[]; values: number };
}

const entriesOf = async (centreId: string, action: string): Promise<Entry[]> =>
  (
    await house.owner.query<Entry>(
      'select account_id, actor, kind, what from audit_entry where centre_id = $1 and action = $2 order by seq',
      [centreId, action],
    )
  ).rows;

const journalText = async (): Promise<string> =>
  JSON.stringify((await house.owner.query('select * from audit_entry')).rows);

let first = '';
let person = '';
beforeAll(async () => {
  await house.owner.query('delete from key_check');
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await keys(config(), ['list']);
  first = kept()[0] ?? '';
  person = await register([first], 1);
  await writeBackup(oldBackup, house.address, namedKeys([first]));
});

describe('okienko keys rotate', () => {
  it('is written into every centre’s journal: which key, how many values, never the key', async () => {
    expect(await run('rotate')).toBeUndefined();
    const [second = '', ...behind] = kept();
    expect(behind).toEqual([first]);
    const [key] = idsOf([second]);
    for (const [{ id }, some] of [
      [house.centre, true],
      [house.other, false],
    ] as const) {
      const [entry, ...more] = await entriesOf(id, 'operations.rotate-keys');
      expect(more).toEqual([]);
      expect(entry).toMatchObject({ account_id: null, actor: pl.keys.actor, kind: 'change' });
      expect(entry?.what).toMatchObject({ key, old: idsOf([first]) });
      expect((entry?.what.values ?? 0) > 0).toBe(some);
    }
    for (const secret of kept()) expect(await journalText()).not.toContain(secret);
    const { rows } = await house.owner.query('select app.audit_first_broken($1) as broken', [
      house.centre.id,
    ]);
    expect(rows).toEqual([{ broken: null }]);
  });
});

describe('okienko keys drop', () => {
  it('refuses while anything is sealed with an old key, and changes nothing', async () => {
    // A server that has not read the new key yet.
    await register([first, ...kept()], 2);
    const before = kept();
    expect(await run('drop')).toBe('okienko.keys.needed');
    expect(kept()).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('okienko.key.'))).toEqual([]);
    expect((await house.owner.query('select from key_check')).rowCount).toBe(2);
    expect(await entriesOf(house.centre.id, 'operations.drop-keys')).toEqual([]);
  });

  it('then puts the old keys away, says that old backups need them, and is written into every journal', async () => {
    expect(await run('rotate')).toBeUndefined();
    const [today = '', ...old] = kept();
    expect(old).toHaveLength(2);
    said = [];
    expect(await run('drop')).toBeUndefined();
    expect(kept()).toEqual([today]);
    for (const key of old) {
      const away = `${file}.${idsOf([key])[0] ?? ''}`;
      expect(readFileSync(away, 'utf8').trim()).toBe(key);
      expect(said).toContain(pl.keys.dropped(away));
    }
    for (const { id } of [house.centre, house.other])
      expect((await entriesOf(id, 'operations.drop-keys')).map(({ what }) => what)).toMatchObject([
        { key: idsOf([today])[0], old: idsOf(old).toSorted() },
      ]);
    for (const secret of [today, ...old]) expect(await journalText()).not.toContain(secret);
  });

  it('leaves everybody readable with today’s key alone', async () => {
    const runner = createRunner(house.pool, house.clock, vaultOf(kept()));
    expect(await runner.ask(viewPerson, house.centre.as('clerk'), { personId: person })).toMatchObject({
      value: { pesel: makePesel('1951-03-12', 'female', 1) },
    });
  });

  it('a backup from before opens with the key that was put away, and with no other', async () => {
    await expect(headerOf(oldBackup, namedKeys(kept()))).rejects.toMatchObject({ kind: 'key' });
    expect(await headerOf(oldBackup, namedKeys([...kept(), first]))).toMatchObject({
      migrations: expect.any(Array),
    });
  });

  it('has nothing to do, and nothing to write down, when there is one key', async () => {
    expect(await run('drop')).toBeUndefined();
    expect(said).toEqual([pl.keys.nothingToDrop]);
    expect(await entriesOf(house.centre.id, 'operations.drop-keys')).toHaveLength(1);
  });
});
