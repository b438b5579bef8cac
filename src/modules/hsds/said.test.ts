import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { packCsv } from './files/pack.ts';
import { exportOpen, exportWhole } from './queries/export.ts';
import { listOpenLocations, listOpenOrganizations, listOpenServices, listOpenSites } from './queries/list.ts';
import { directoryScene, ids } from './scene.fixture.ts';

const house = testHouse();

beforeAll(async () => {
  await directoryScene(house, house.centre);
});

const asked = async (query: typeof exportOpen): Promise<string> => {
  const outcome = await house.runner.ask(query, house.centre.as('service_organiser'), {});
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return JSON.stringify(outcome.value.services);
};

/** A change as every command makes it: the record has a new version. */
const change = async (table: 'organization' | 'location' | 'gmina', set: string, id: string) =>
  await house.owner.query(`update ${table} set ${set} where ${table === 'gmina' ? 'teryt' : 'id'} = $1`, [
    id,
  ]);

describe('what many cards stand on is said once, and', () => {
  it.each([
    ['an organization', 'organization', ids.club],
    ['a place', 'location', ids.house],
  ] as const)('%s that changes is said as it is now', async (_what, table, id) => {
    await asked(exportOpen);
    await change(table, `name = 'Nowa nazwa: ${table}', version = version + 1`, id);
    expect(await asked(exportOpen)).toContain(`Nowa nazwa: ${table}`);
  });

  it.each([
    ['an organization', 'organization', ids.club],
    ['a place', 'location', ids.house],
  ] as const)('%s put back under its old version is said as it is now', async (_what, table, id) => {
    await asked(exportOpen);
    await change(table, `name = 'Wróciło: ${table}'`, id);
    expect(await asked(exportOpen)).toContain(`Wróciło: ${table}`);
  });

  it('the voivodeship of a place is the one that its gmina has now', async () => {
    await asked(exportOpen);
    await change('gmina', `voivodeship = 'nowe'`, '3006023');
    expect(await asked(exportOpen)).toContain('"state_province":"nowe"');
  });

  it('no list, file or shape in which it is given changes it for who asks next', async () => {
    const before = await asked(exportOpen);
    for (const shape of ['list', 'full', 'minimal'])
      for (const query of [listOpenServices, listOpenOrganizations, listOpenLocations, listOpenSites])
        expect(
          (await house.runner.ask(query, house.centre.as('visitor'), { shape, fullService: true })).ok,
        ).toBe(true);
    const outcome = await house.runner.ask(exportOpen, house.centre.as('visitor'), {});
    if (!outcome.ok) throw new Error(outcome.problem.code);
    packCsv(outcome.value.services);
    expect(await asked(exportOpen)).toBe(before);
  });

  it('what offices tell each other is not told to everybody, whoever asks first', async () => {
    const person = `foreign_facts = '{"rest": {"contacts": [{"id": "k", "name": "Jan Kontaktowy"}]}}'`;
    await change('organization', `${person}, version = version + 1`, ids.club);
    expect(await asked(exportWhole)).toContain('Jan Kontaktowy');
    expect(await asked(exportOpen)).not.toContain('Jan Kontaktowy');
    expect(await asked(exportWhole)).toContain('Jan Kontaktowy');
  });
});
