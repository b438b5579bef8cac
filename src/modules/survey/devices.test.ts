import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { testWeb } from '../../../test/support/web.ts';
import { roles } from '../../platform/actor.ts';
import { pageFaults } from '../../ui/index.ts';
import { clearAway } from './commands/contacts.ts';
import { noteDevice } from './commands/note-device.ts';
import { listDevices } from './queries/devices.ts';
import { valueOf } from './survey.fixture.ts';
import { tabletAssets, tabletUrls } from './tablet-files.ts';

const house = testHouse();
const web = testWeb(house);
const clerk = () => house.centre.as('clerk');
const note = async (device: { id: string; name: string; sentOn: string }, who = clerk()) =>
  await house.runner.run(noteDevice, who, device);
const listed = async (centre = house.centre) =>
  valueOf(await house.runner.ask(listDevices, centre.as('service_organiser'), {})).devices;

describe('tablets of a centre', () => {
  it('are known by a name and the last day of sending; an earlier day and a day to come change nothing', async () => {
    const id = randomUUID();
    valueOf(await note({ id, name: 'Tablet 1', sentOn: '2026-11-13' }));
    valueOf(await note({ id, name: 'Tablet 1', sentOn: '2026-11-12' }));
    expect(await listed()).toEqual([{ id, name: 'Tablet 1', sentOn: '2026-11-13' }]);
    // The clock of the device runs ahead.
    valueOf(await note({ id, name: 'Tablet jeden', sentOn: '2027-01-01' }));
    expect(await listed()).toEqual([{ id, name: 'Tablet jeden', sentOn: '2026-11-16' }]);
    expect(await listed(house.other)).toEqual([]);
  });

  it('the same device in another centre is another row', async () => {
    const id = randomUUID();
    valueOf(await note({ id, name: 'Tablet 2', sentOn: '2026-11-13' }, house.other.as('clerk')));
    expect((await listed()).some((one) => one.id === id)).toBe(false);
    expect((await listed(house.other)).map(({ name }) => name)).toEqual(['Tablet 2']);
  });

  it('a tablet needs a name', async () => {
    expect(at(await note({ id: randomUUID(), name: ' ', sentOn: '2026-11-13' }))).toBe('invalid');
  });

  it('only those who enter sheets note one, only those who lead a survey read the list', async () => {
    const may = ['service_organiser', 'community_organiser', 'clerk'];
    const device = { id: randomUUID(), name: 'Tablet 9', sentOn: '2026-11-13' };
    for (const role of roles) {
      const who = house.centre.as(role);
      expect([role, (await note(device, who)).ok]).toEqual([role, may.includes(role)]);
      const read = await house.runner.ask(listDevices, who, {});
      expect([role, read.ok]).toEqual([role, [...may, 'director'].includes(role)]);
    }
  });

  it('the journal knows no minute of it: the name of a tablet stands beside no account', async () => {
    const { rows } = await house.owner.query(
      `select 1 from audit_entry where action = 'survey.note-device' and kind = 'change'`,
    );
    expect(rows).toEqual([]);
    const receipts = await house.owner.query(
      `select 1 from command_receipt where command = 'survey.note-device'`,
    );
    expect(receipts.rows).toEqual([]);
  });

  it('one that has been silent for a year is not listed any more', async () => {
    const id = randomUUID();
    valueOf(await note({ id, name: 'Tablet dawny', sentOn: '2025-11-15' }));
    const system = { ...house.centre.as('administrator'), roles: ['system'] as const };
    valueOf(await house.runner.run(clearAway, system, {}));
    expect((await listed()).some((one) => one.id === id)).toBe(false);
    expect((await listed()).length).toBeGreaterThan(0);
  });
});

describe('the page of the tablet', () => {
  const page = '/praca/tablet';

  it('knows nothing of whoever is signed in, because it stays on the device', async () => {
    const one = await web.get(page, 'clerk');
    expect(one.statusCode).toBe(200);
    expect(one.body).toBe((await web.get(page, 'service_organiser')).body);
    expect(one.body).not.toContain(clerk().name);
    expect(one.headers['content-security-policy']).not.toContain('unsafe');
  });

  it('is for those who enter sheets; whoever is not signed in comes back to it from the door', async () => {
    expect((await web.get(page, 'director')).statusCode).toBe(403);
    expect((await web.get(page, 'provider')).statusCode).toBe(403);
    expect((await web.get(page)).headers.location).toBe('/logowanie?powrot=%2Fpraca%2Ftablet');
  });

  it('names only files that are there, and its worker keeps each of them', async () => {
    const { body } = await web.get(page, 'clerk');
    const worker = await web.get(`${page}-sw.js`, 'clerk');
    expect(worker.headers['content-type']).toContain('text/javascript');
    const kept: unknown = JSON.parse(/^const files = (.*);$/m.exec(worker.body)?.[1] ?? '');
    const named = [...body.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, url]) => url);
    expect(named.length).toBeGreaterThan(4);
    expect(kept).toEqual(expect.arrayContaining([page, ...named]));
    for (const url of [...named, ...tabletAssets.map((asset) => asset.url)])
      expect([url, (await web.get(url ?? '')).statusCode]).toEqual([url, 200]);
  });

  it('weighs no more than 45 kB compressed, and needs nothing of the server to run', () => {
    const program = tabletAssets.find(({ url }) => url === tabletUrls.program)?.body ?? '';
    expect(gzipSync(program).length).toBeLessThan(45_000);
    expect(String(program)).not.toMatch(/node:|require\(|process\.env/);
  });

  it('the list of tablets is a page of its own, and sends no script', async () => {
    const { body } = await web.get('/praca/badania/tablety', 'service_organiser');
    expect(pageFaults(body)).toEqual([]);
    expect(body).toContain('Tablet jeden');
    expect(body).not.toContain('<script');
    expect((await web.get('/praca/badania/tablety', 'director')).body).not.toContain(`href="${page}"`);
  });
});
