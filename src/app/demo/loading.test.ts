import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openPool } from '../../platform/database/pool.ts';
import { newKey, vaultOf } from '../../platform/vault/vault.ts';
import { standingOf } from './db/standing.ts';
import { ensureDemonstration } from './demonstration.ts';

const now = '2026-11-23T10:30:00.000Z';
const vault = vaultOf([newKey()]);

const few = (words: string[]) => ({ now, vault, stories: 6, report: (said: string) => words.push(said) });

describe('Loading the demonstration once', () => {
  const { owner, address } = testDatabase();
  const people = async (): Promise<string[]> =>
    (await owner.query<{ id: string }>('select id from person order by id')).rows.map(({ id }) => id);
  let first: string[] = [];

  it('fills an empty database and says in Polish how far it is', async () => {
    expect(await standingOf(owner)).toBe('empty');
    const words: string[] = [];
    expect(await ensureDemonstration(owner, address, few(words))).toBe('empty');
    expect(await standingOf(owner)).toBe('whole');
    first = await people();
    expect(first).toHaveLength(300);
    expect(words.join('\n')).toMatch(/osoby \(300\)[^]*sprawy 6\/6[^]*wczytana w \d+,\d s/);
  });

  it('changes nothing when it is whole', async () => {
    const words: string[] = [];
    expect(await ensureDemonstration(owner, address, few(words))).toBe('whole');
    expect(words).toEqual([]);
    expect(await people()).toEqual(first);
  });

  it('begins anew when a killed process left it half done', async () => {
    // The mark is the last thing written: without it any part may be missing.
    await owner.query(
      `update centre set settings = settings - 'demonstrationLoadedAt' where slug = 'zyrardow'`,
    );
    await owner.query(`delete from need where centre_id = (select id from centre where slug = 'zyrardow')`);
    const words: string[] = [];
    expect(await ensureDemonstration(owner, address, few(words))).toBe('half');
    expect(words[0]).toMatch(/przerwane/);
    expect(await standingOf(owner)).toBe('whole');
    const again = await people();
    expect(again).toHaveLength(300);
    expect(again).not.toContain(first[0]);
  });

  it('loads once when two processes start together', async () => {
    await owner.query(`update centre set settings = '{}'`);
    const processes = [openPool(address, 'owner', 3), openPool(address, 'owner', 3)];
    const both = await Promise.all(processes.map((own) => ensureDemonstration(own, address, few([]))));
    await Promise.all(processes.map((own) => own.end()));
    expect(both.sort()).toEqual(['half', 'whole']);
    expect(await people()).toHaveLength(300);
  });

  it('never touches a database with a real centre, whatever else it holds', async () => {
    await owner.query(`update centre set settings = '{}', demonstration = (slug <> 'jarocin')`);
    const words: string[] = [];
    expect(await ensureDemonstration(owner, address, few(words))).toBe('real');
    expect(words).toEqual([]);
    expect(await people()).toHaveLength(300);
  });
});
