import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse, type TestCentre } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { roles } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import type { AnyCommand } from '../../platform/runner/command.ts';
import { loadReference } from '../../app/demo/load-reference.ts';
import { dropImport } from './commands/drop-import.ts';
import { takeImport } from './commands/import.ts';
import { stageImport } from './commands/stage-import.ts';
import { schemaFor } from './domain/schemas.ts';
import type { JsonObject } from './domain/spec.ts';
import { packCsv } from './files/pack.ts';
import { exportOpen, exportWhole } from './queries/export.ts';
import { viewImport } from './queries/view-import.ts';
import { directoryScene, ids } from './scene.fixture.ts';

const house = testHouse();
const decisions: readonly AnyCommand[] = [takeImport, dropImport];

const organiser = (centre: TestCentre) => centre.as('service_organiser');

const stage = async (
  content: string | Uint8Array,
  centre = house.other,
  name = 'katalog.json',
  source = 'inny system',
) =>
  await house.runner.run(stageImport, organiser(centre), {
    file: { name, content: Buffer.from(content) },
    source,
  });

/** Previews and takes over; gives the preview as it was told before and after. */
const takeOver = async (content: string | Uint8Array, centre = house.other, name = 'katalog.json') => {
  const staged = await stage(content, centre, name);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problem));
  const { importId } = staged.value;
  const before = await look(importId, centre);
  const done = await house.runner.run(takeImport, organiser(centre), { importId });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return { before: before.preview, done: done.value, importId };
};

const look = async (importId: string, centre = house.other) => {
  const asked = await house.runner.ask(viewImport, organiser(centre), { importId });
  if (!asked.ok || !asked.value.one) throw new Error('no such import');
  return asked.value.one;
};

const exported = async (centre: TestCentre): Promise<JsonObject[]> => {
  const asked = await house.runner.ask(exportWhole, organiser(centre), { limit: 2000 });
  if (!asked.ok) throw new Error(asked.problem.code);
  return asked.value.services;
};

const empty = async (centre: TestCentre): Promise<void> => {
  for (const table of ['service_location', 'service', 'location', 'organization'])
    await house.owner.query(`delete from ${table} where centre_id = $1`, [centre.id]);
};

const plain = (id: string, more: JsonObject = {}): JsonObject => ({
  id,
  name: `Usługa ${id}`,
  status: 'active',
  ...more,
});

beforeAll(async () => {
  await directoryScene(house, house.centre);
});

describe('export, import into an empty centre, export again', () => {
  it('gives the same JSON, persons to contact included', async () => {
    const before = await exported(house.centre);
    expect(JSON.stringify(before)).toContain('Anna Osobowa');
    const { before: preview, done } = await takeOver(JSON.stringify(before));
    expect(preview).toMatchObject({ added: 3, changed: 0, refused: 0, noted: 0 });
    expect(done).toMatchObject({ added: 3, refused: 0 });
    expect(JSON.stringify(await exported(house.other))).toBe(JSON.stringify(before));
  });

  it('the same file again changes nothing, and a changed one changes what is said to change', async () => {
    const before = await exported(house.centre);
    const again = await stage(JSON.stringify(before));
    expect(again.ok && (await look(again.value.importId)).preview).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 3,
    });
    const changed = before.map((one) => (one['id'] === ids.meals ? { ...one, name: 'Obiady domowe' } : one));
    const { before: preview } = await takeOver(JSON.stringify(changed));
    expect(preview).toMatchObject({ added: 0, changed: 1, unchanged: 2 });
    expect(preview.items[0]).toMatchObject({ action: 'changed', name: 'Obiady domowe', changes: ['name'] });
    expect((await exported(house.other)).map((one) => one['name'])).toContain('Obiady domowe');
  });

  it('gives the same CSV, byte for byte', async () => {
    await empty(house.other);
    const before = packCsv(await exported(house.centre));
    const { before: preview } = await takeOver(before, house.other, 'katalog.zip');
    expect(preview).toMatchObject({ added: 3, refused: 0, noted: 0 });
    expect(packCsv(await exported(house.other)).equals(before)).toBe(true);
  });

  it('gives the same with every real service of the demonstration', async () => {
    await loadReference(house.owner);
    const { rows } = await house.owner.query<{ id: string }>(`select id from centre where slug = 'zyrardow'`);
    const zyrardow = {
      ...house.centre,
      id: rows[0]?.id ?? '',
      as: () => ({ ...organiser(house.centre), centreId: rows[0]?.id ?? '' }),
    };
    await empty(house.other);
    const before = await exported(zyrardow);
    expect(before.length).toBe(20);
    const { before: preview } = await takeOver(JSON.stringify(before));
    expect(preview).toMatchObject({ added: 20, refused: 0, noted: 0 });
    expect(JSON.stringify(await exported(house.other))).toBe(JSON.stringify(before));
    await empty(house.other);
    await takeOver(packCsv(before), house.other, 'katalog.zip');
    expect(packCsv(await exported(house.other)).equals(packCsv(before))).toBe(true);
  });
});

describe('records of another system', () => {
  it('keep what has no place here, and give it back as it was', async () => {
    await empty(house.other);
    const file = path.join(import.meta.dirname, 'foreign-service.fixture.json');
    const foreign = JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
    const { before: preview } = await takeOver(JSON.stringify([foreign]));
    expect(preview).toMatchObject({ added: 1, refused: 0, noted: 0 });
    const [after] = await exported(house.other);
    expect(after).toEqual(foreign);
    const { rows } = await house.owner.query(
      'select name, phone, age_from, track, track_assumed, source_system, external_id from service where centre_id = $1',
      [house.other.id],
    );
    expect(rows).toEqual([
      {
        name: 'Community Counselling',
        phone: '+44 1234 234567, +44 1234 000000',
        age_from: 12,
        track: 'general_offer',
        track_assumed: true,
        source_system: 'inny system',
        external_id: foreign['id'],
      },
    ]);
  });

  it('say what we say as soon as somebody here changes it, and the rest still as they said it', async () => {
    await house.owner.query(
      `update service set phone = '62 111 22 33', changed_at = now() where centre_id = $1`,
      [house.other.id],
    );
    const [after] = await exported(house.other);
    expect(after).toMatchObject({ phones: [{ number: '62 111 22 33' }], licenses: 'Licence 12' });
    expect(after?.['last_modified']).not.toBe('2023-03-15T10:30:45.123Z');
  });

  it.each([1e20, 1.5, -3, 0])(
    'with a number that no card can hold come in without it, and give it back: %d months',
    async (months) => {
      await empty(house.other);
      const { done } = await takeOver(JSON.stringify([plain(ids.care, { maximum_months: months })]));
      expect(done).toMatchObject({ added: 1, refused: 0 });
      expect(await exported(house.other)).toMatchObject([{ maximum_months: months }]);
      const { rows } = await house.owner.query('select max_months from service where centre_id = $1', [
        house.other.id,
      ]);
      expect(rows).toEqual([{ max_months: null }]);
    },
  );

  it('that say less than the profile requires leave as it requires, and the same file again changes nothing', async () => {
    await empty(house.other);
    const file = JSON.stringify([
      plain(ids.care, {
        cost_options: [{ id: ids.club, currency: 'EUR', amount: 5 }],
        wait_time: 'dwa tygodnie',
        schedules: [{ id: ids.site, opens_at: '08:00:00Z', closes_at: '15:00+01:00' }],
        capacities: [
          {
            id: ids.talk,
            available: -1,
            updated: '2026-11-01T10:00:00',
            unit: { id: ids.house, name: 'łóżko' },
          },
        ],
        attributes: [{ id: ids.meals, link_id: ids.care, label: 'bez terminu' }],
        service_areas: [{ id: ids.draft, extent_type: 'text', extent: 'Jarocin' }],
      }),
      plain(ids.meals),
    ]);
    await takeOver(file);
    for (const service of await exported(house.other))
      expect(schemaFor('service').safeParse(service).error?.issues ?? []).toEqual([]);
    const { before } = await takeOver(file);
    expect(before).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  });

  it('that have ids of their own kind are known again by them', async () => {
    await empty(house.other);
    await takeOver(JSON.stringify([plain('A-17'), plain('A-18')]));
    const { before: preview } = await takeOver(
      JSON.stringify([plain('a-17', { name: 'Nowa nazwa' }), plain('A-19')]),
    );
    expect(preview).toMatchObject({ added: 1, changed: 1 });
    const { rows } = await house.owner.query(
      'select external_id, name from service where centre_id = $1 order by external_id',
      [house.other.id],
    );
    expect(rows).toEqual([
      { external_id: 'a-17', name: 'Nowa nazwa' },
      { external_id: 'a-18', name: 'Usługa A-18' },
      { external_id: 'a-19', name: 'Usługa A-19' },
    ]);
    const other = await stage(JSON.stringify([plain('A-17')]), house.other, 'x.json', 'trzeci system');
    expect(other.ok && (await look(other.value.importId)).preview).toMatchObject({ added: 1 });
  });

  it('use the organization that is here under the same number of a register', async () => {
    await empty(house.other);
    await directoryScene(house, house.other);
    const organization = {
      id: newId(),
      name: 'CUS',
      description: 'to samo',
      organization_identifiers: [
        { id: newId(), identifier_scheme: 'PL-NIP', identifier_type: 'NIP', identifier: '617-000-34-11' },
      ],
    };
    await takeOver(JSON.stringify([plain(newId(), { organization, organization_id: organization.id })]));
    const { rows } = await house.owner.query(
      'select count(*)::int as n from organization where centre_id = $1',
      [house.other.id],
    );
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('keep the state of a card for which the standard has no word of its own', async () => {
    await empty(house.other);
    await directoryScene(house, house.other);
    const services = await exported(house.other);
    await takeOver(JSON.stringify(services.map((one) => ({ ...one, description: 'Nowy opis' }))));
    const { rows } = await house.owner.query('select state from service where centre_id = $1 and id = $2', [
      house.other.id,
      ids.talk,
    ]);
    expect(rows).toEqual([{ state: 'to_confirm' }]);
  });
});

describe('the open data of the same directory', () => {
  it('name nobody to contact, and taken in again they make nobody forgotten', async () => {
    await empty(house.other);
    await directoryScene(house, house.other);
    const asked = await house.runner.ask(exportOpen, organiser(house.other), {});
    const open = asked.ok ? asked.value.services : [];
    expect(JSON.stringify(open)).not.toContain('Anna Osobowa');
    const { before: preview } = await takeOver(JSON.stringify(open));
    expect(preview).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  });
});

describe('who may', () => {
  it('preview, take over and give up: the organiser and the director, nobody else', async () => {
    const input = { file: { name: 'a.json', content: Buffer.from(JSON.stringify([plain(newId())])) } };
    const endings = await Promise.all(
      roles.map(async (role) => [
        role,
        at(await house.runner.run(stageImport, house.centre.as(role), input)),
      ]),
    );
    expect(endings.filter(([, ending]) => ending === 'done').map(([role]) => role)).toEqual([
      'director',
      'service_organiser',
    ]);
    const staged = await stage(JSON.stringify([plain(newId())]));
    const importId = staged.ok ? staged.value.importId : '';
    for (const command of decisions)
      for (const role of roles.filter((one) => one !== 'director' && one !== 'service_organiser'))
        expect(at(await house.runner.run(command, house.other.as(role), { importId }))).toBe('forbidden');
    for (const role of ['clerk', 'feeder', 'visitor'] as const) {
      expect(at(await house.runner.ask(viewImport, house.other.as(role), { importId }))).toBe('forbidden');
      expect(at(await house.runner.ask(exportWhole, house.other.as(role), {}))).toBe('forbidden');
    }
  });

  it("another centre's import is not there", async () => {
    const staged = await stage(JSON.stringify([plain(newId())]), house.other);
    const importId = staged.ok ? staged.value.importId : '';
    expect(at(await house.runner.run(takeImport, organiser(house.centre), { importId }))).toBe('not_found');
    expect(at(await house.runner.run(dropImport, organiser(house.centre), { importId }))).toBe('not_found');
    expect(at(await house.runner.ask(viewImport, organiser(house.centre), { importId }))).toBe('not_found');
  });

  it('a file is decided once, and its content is kept no longer', async () => {
    const staged = await stage(JSON.stringify([plain(newId())]));
    const importId = staged.ok ? staged.value.importId : '';
    expect(at(await house.runner.run(dropImport, organiser(house.other), { importId }))).toBe('done');
    for (const command of decisions)
      expect(at(await house.runner.run(command, organiser(house.other), { importId }))).toBe('hsds.decided');
    const { rows } = await house.owner.query('select content, state from exchange_import where id = $1', [
      importId,
    ]);
    expect(rows).toEqual([{ content: null, state: 'dropped' }]);
  });

  it('a file that nobody decided in a week is given up when the next one comes', async () => {
    const staged = await stage(JSON.stringify([plain(newId())]));
    const importId = staged.ok ? staged.value.importId : '';
    await house.owner.query(
      `update exchange_import set created_at = created_at - interval '8 days' where id = $1`,
      [importId],
    );
    await stage(JSON.stringify([plain(newId())]));
    expect(await look(importId)).toMatchObject({ state: 'dropped' });
  });
});

describe('many', () => {
  it('2,000 services are previewed and taken over in one go, and the second time nothing is left to do', async () => {
    await empty(house.other);
    const many = Array.from({ length: 2000 }, (_, index) =>
      plain(`N-${index}`, { description: 'Opis usługi', phones: [{ id: newId(), number: `62 ${index}` }] }),
    );
    const { done } = await takeOver(
      many.map((one) => JSON.stringify(one)).join('\n'),
      house.other,
      'a.ndjson',
    );
    expect(done).toMatchObject({ added: 2000, refused: 0 });
    const again = await stage(JSON.stringify(many));
    expect(again.ok && (await look(again.value.importId)).preview).toMatchObject({
      unchanged: 2000,
      changed: 0,
    });
    await empty(house.other);
  });
});
