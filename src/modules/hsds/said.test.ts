import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { exportOpen, exportWhole } from './queries/export.ts';
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

  it('what offices tell each other is not told to everybody, whoever asks first', async () => {
    const person = `foreign_facts = '{"rest": {"contacts": [{"id": "k", "name": "Jan Kontaktowy"}]}}'`;
    await change('organization', `${person}, version = version + 1`, ids.club);
    expect(await asked(exportWhole)).toContain('Jan Kontaktowy');
    expect(await asked(exportOpen)).not.toContain('Jan Kontaktowy');
    expect(await asked(exportWhole)).toContain('Jan Kontaktowy');
  });
});
