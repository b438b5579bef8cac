import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { newKey, vaultOf } from '../../platform/vault/vault.ts';
import { loadDemonstration } from './demonstration.ts';

const { owner, address } = testDatabase();

const one = async (text: string): Promise<Record<string, unknown> | undefined> =>
  (await owner.query<Record<string, unknown>>(text)).rows[0];

beforeAll(async () => {
  await loadDemonstration(owner, address, {
    now: '2026-11-23T10:30:00.000Z',
    vault: vaultOf([newKey()]),
    size: 2000,
    stories: 6,
  });
}, 120_000);

describe('A demonstration of another size', () => {
  it('has two cases for five people and a coordinator more for every thousand', async () => {
    expect(await one('select count(*)::int as people from person')).toEqual({ people: 2000 });
    expect(await one('select count(*)::int as cases from case_file')).toEqual({ cases: 800 });
    const more = await one(`select count(*)::int as count from account where persona is null`);
    expect(more?.['count']).toBeGreaterThanOrEqual(2);
  });

  it('gives every open case a clock that is somebody’s, and history none', async () => {
    const clocks = await one(
      `select count(*) filter (where d.owner_id is null)::int as nobodys, count(*) filter (where c.closed_on is not null)::int as past,
         count(*)::int as running from deadline d join case_file c on c.id = d.case_id join account a on a.id = d.owner_id
       where d.state = 'running' and a.persona is null`,
    );
    expect(clocks).toMatchObject({ nobodys: 0, past: 0 });
    expect(clocks?.['running']).toBeGreaterThan(40);
  });

  it('goes on counting case signs where the many cases ended: no twin, no gap', async () => {
    const signs = await owner.query<{ numbers: number; last: number; kept: number }>(
      `select count(*)::int as numbers, max(split_part(c.sign, '.', 3)::int) as last, max(k.value) as kept from case_file c
       join counter k on k.centre_id = c.centre_id and k.name = 'sign.case' and k.year = split_part(c.sign, '.', 4)::int
       group by c.centre_id, split_part(c.sign, '.', 4)`,
    );
    for (const { numbers, last, kept } of signs.rows) expect([last, kept]).toEqual([numbers, numbers]);
  });

  it('indexes everybody for the search', async () => {
    expect(await one('select count(*)::int as indexed from person_words')).toEqual({ indexed: 2000 });
  });
});
