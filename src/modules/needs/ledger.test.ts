import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { done } from '../../../test/support/plan.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import { inTransaction } from '../../platform/database/tenant.ts';
import { systemActor } from '../../platform/jobs/daily.ts';
import { noneOfThese } from './commands/none-of-these.ts';
import { throwAwayKeys } from './commands/throw-away-keys.ts';
import { enter, need, several } from './ledger.fixture.ts';
import { noteSearch, type SearchNote, searchBatch } from './search-notes.ts';

const house = testHouse();

const entries = async (centreId: string) =>
  (
    await house.owner.query<Record<string, unknown>>(
      'select * from unmet_need where centre_id = $1 order by happened_on, source, area, terms',
      [centreId],
    )
  ).rows;

const flush = async (day = '2026-11-16') =>
  await searchBatch.flush((centreId, work) => inTransaction(house.pool, centreId, (tx) => work(tx)), day);

const search = (more: Partial<SearchNote> = {}): SearchNote => ({
  found: 0,
  area: 8,
  group: 'unemployed',
  gmina: gminas.town,
  terms: ['praca'],
  unknown: [],
  ...more,
});

describe('an event enters the ledger as a coded need (art. 21(1), 27(1)(2))', () => {
  it('the same event told twice by the outbox counts once; two events of one kind count twice', async () => {
    await enter(house, [need('refusal:a')]);
    await enter(house, [need('refusal:a'), need('refusal:b')]);
    expect(await entries(house.centre.id)).toHaveLength(2);
  });

  it('nothing leads back: no person, no case, no time, and an id that is not made by the time', async () => {
    const [row = {}] = await entries(house.centre.id);
    expect(Object.keys(row).filter((name) => /person|case|_at$|account|words/.test(name))).toEqual([]);
    // The version digit of an id: 4 is chance, 7 would be the millisecond.
    expect(String(row['id']).charAt(14)).toBe('4');
    expect(JSON.stringify(row)).not.toContain('refusal:a');
    expect(row).toMatchObject({ happened_on: '2026-10-12', state: 'awaiting' });
  });

  it('another centre has none of it', async () => {
    expect(await entries(house.other.id)).toEqual([]);
  });

  it('after two months the key is thrown away: the same event could no longer be told from another', async () => {
    await enter(house, several('old', 1, { on: '2026-08-10' }));
    const keys = async () =>
      (
        await house.owner.query<{ month: string }>(
          'select month::text from unmet_need_key where centre_id = $1 order by month',
          [house.centre.id],
        )
      ).rows.map(({ month }) => month.slice(0, 7));
    expect(await keys()).toEqual(['2026-08', '2026-10']);
    expect(at(await house.runner.run(throwAwayKeys, systemActor(house.centre.id), {}))).toBe('done');
    expect(await keys()).toEqual(['2026-10']);
  });

  it('the keys are thrown away by the system alone', async () => {
    expect(
      await rolesAdmitted(async (role) =>
        at(await house.runner.run(throwAwayKeys, house.centre.as(role), {})),
      ),
    ).toEqual([]);
  });
});

describe('searches are counted in memory and written down together', () => {
  it('like searches of a day are one row with a count; a search that found something is none', async () => {
    noteSearch(house.other.id, search());
    noteSearch(house.other.id, search());
    noteSearch(house.other.id, search({ found: 3 }));
    expect(await entries(house.other.id)).toEqual([]);
    await flush();
    noteSearch(house.other.id, search());
    await flush();
    const rows = await entries(house.other.id);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      source: 'search',
      terms: 'praca',
      times: 3,
      area: 8,
      reason: 'no_service',
    });
  });

  it('a flood fills a bounded memory and no more', async () => {
    for (let i = 0; i < 5_000; i++) noteSearch(house.other.id, search({ terms: [`slowo${i}`] }));
    for (let i = 0; i < 5_000; i++) noteSearch(house.other.id, search({ terms: ['zalew'] }));
    await flush('2026-11-17');
    const rows = (await entries(house.other.id)).filter((row) => row['happened_on'] === '2026-11-17');
    expect(rows.length).toBeLessThanOrEqual(200);
    expect(Math.max(...rows.map((row) => Number(row['times'])))).toBeLessThanOrEqual(20);
  });

  it('a word nobody understood is written down only at its third asking; names and digits never', async () => {
    const words = async () =>
      (
        await house.owner.query<{ word: string | null; times: number }>(
          'select word, times from search_word where centre_id = $1',
          [house.centre.id],
        )
      ).rows;
    const ask = async () => {
      noteSearch(house.centre.id, search({ terms: [], unknown: ['fryzjer', 'Kowalskiej', '600700800'] }));
      await flush();
    };
    await ask();
    await ask();
    expect(await words()).toEqual([{ word: null, times: 2 }]);
    await ask();
    expect(await words()).toEqual([{ word: 'fryzjer', times: 3 }]);
  });
});

describe('a centre of one gmina', () => {
  it('a search that names no gmina is of that one', async () => {
    const serve = async (validTo: string | null) =>
      await house.owner.query(`update centre_gmina set valid_to = $2 where centre_id = $1 and teryt = $3`, [
        house.other.id,
        validTo,
        gminas.village,
      ]);
    await serve('2026-01-01');
    noteSearch(house.other.id, search({ gmina: null, terms: ['logopeda'] }));
    await flush('2026-11-18');
    await serve(null);
    noteSearch(house.other.id, search({ gmina: null, terms: ['logopeda'] }));
    await flush('2026-11-19');
    const rows = (await entries(house.other.id)).filter((row) => row['terms'] === 'logopeda');
    expect(rows.map((row) => row['gmina'])).toEqual([gminas.town, null]);
  });
});

describe('"none of these": a resident says that nothing fits (art. 21(1))', () => {
  const answer = { areas: ['4', '6'], gmina: gminas.town, locality: 'Witaszyce', reason: 'distance' };
  const told = async () =>
    (await entries(house.centre.id)).filter((row) => row['source'] === 'none_of_these');

  beforeAll(async () => {
    done(await house.runner.run(noneOfThese, house.centre.as('visitor'), answer));
  });

  it('each area that was looked in is one need, with the place and the reason', async () => {
    expect(await told()).toMatchObject([
      { area: 4, gmina: gminas.town, locality: 'Witaszyce', reason: 'distance', times: 1 },
      { area: 6, times: 1 },
    ]);
  });

  it('the audit, which knows the minute, does not know the need', async () => {
    const { rows } = await house.owner.query<{ what: unknown }>(
      `select what from audit_entry where action = 'needs.none-of-these' and kind = 'change'`,
    );
    expect(rows).toEqual([{ what: {} }]);
  });

  it('a gmina of somebody else and a locality that was not offered are left out', async () => {
    const input = { areas: ['9'], gmina: '0221082', locality: 'Jan Kowalski 600700800' };
    done(await house.runner.run(noneOfThese, house.centre.as('visitor'), input));
    expect((await told()).find((row) => row['area'] === 9)).toMatchObject({
      gmina: null,
      locality: null,
      reason: 'no_service',
    });
  });

  it('of a centre of one gmina it is of that one, unless the person lives elsewhere', async () => {
    await house.owner.query(
      `update centre_gmina set valid_to = '2026-01-01' where centre_id = $1 and teryt = $2`,
      [house.other.id, gminas.village],
    );
    for (const gmina of [undefined, '0000000'])
      done(await house.runner.run(noneOfThese, house.other.as('visitor'), { areas: ['13'], gmina }));
    const rows = (await entries(house.other.id)).filter((row) => row['area'] === 13);
    expect(new Set(rows.map((row) => row['gmina']))).toEqual(new Set([gminas.town, null]));
  });

  it('is for residents: nobody of the staff fills the ledger by hand', async () => {
    expect(
      await rolesAdmitted(async (role) =>
        at(await house.runner.run(noneOfThese, house.centre.as(role), answer)),
      ),
    ).toEqual(['resident', 'visitor']);
  });

  it('a flood of answers is taken politely and not counted', async () => {
    await house.owner.query(
      `update unmet_need set times = 600 where centre_id = $1 and source = 'none_of_these' and area = 9`,
      [house.centre.id],
    );
    done(await house.runner.run(noneOfThese, house.centre.as('visitor'), { areas: ['12'] }));
    expect((await told()).find((row) => row['area'] === 12)).toBeUndefined();
  });
});
