import assert from 'node:assert/strict';
import {
  type CardRecord,
  type LocationRecord,
  type OrganizationRecord,
  putLocations,
  putOrganizations,
  putServices,
  unknownService,
} from '../../src/modules/directory/index.ts';
import { stageImport } from '../../src/modules/hsds/commands/stage-import.ts';
import { takeImport } from '../../src/modules/hsds/commands/import.ts';
import type { OpenDatabase } from '../../src/app/database.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { inTransaction } from '../../src/platform/database/tenant.ts';
import { newId } from '../../src/platform/ids.ts';
import { createRunner, type Runner } from '../../src/platform/runner/runner.ts';
import { costOf, costWords } from '../cpu.ts';
import { arrangeCentre, arrangedGmina, type ArrangedHouse, openFolder, scratchFolder } from '../house.ts';
import { type Running, startOkienko } from '../processes.ts';
import { atLeast, type Figure, median, perSecond, say } from '../report.ts';

const count = 10_000;
const nowhere = { sourceSystem: null, externalId: null, foreignFacts: {} };
const times = (n: number): number[] => Array.from({ length: n }, (_, index) => index);

const organization = (index: number): OrganizationRecord => ({
  id: newId(),
  name: `Stowarzyszenie Pomocy ${index}`,
  description: 'Prowadzi usługi dla mieszkańców gminy.',
  performerType: 'ngo',
  teryt: arrangedGmina,
  address: 'ul. Polna 3, 63-200 Jarocin',
  phone: '62 747 20 20',
  email: 'biuro@ngo.example',
  web: 'https://ngo.example',
  nip: null,
  regon: null,
  krs: String(index).padStart(10, '0'),
  source: null,
  ...nowhere,
});

const location = (index: number): LocationRecord => ({
  id: newId(),
  organizationId: null,
  name: `Dom Pomocy ${index}`,
  description: null,
  kind: 'physical',
  street: `ul. Polna ${index}`,
  city: 'Jarocin',
  postalCode: '63-200',
  teryt: arrangedGmina,
  latitude: 51.97,
  longitude: 17.5,
  approximate: false,
  url: null,
  accessibility: ['stepFree', 'accessibleToilet'],
  accessibilityWords: 'Podjazd od podwórza.',
  ...nowhere,
});

const pick = <T>(all: readonly T[], index: number): T => {
  const one = all[index % all.length];
  if (one === undefined) throw new Error('an empty list');
  return one;
};

/** A card as full as those of the demonstration: 3 KB as JSON. Every third is given at a place. */
const card = (
  index: number,
  organizations: readonly OrganizationRecord[],
  locations: readonly LocationRecord[],
): CardRecord => ({
  ...unknownService,
  id: newId(),
  name: `Usługi opiekuńcze w miejscu zamieszkania ${index}`,
  description: 'Pomoc w codziennych czynnościach: zakupy, posiłki, sprzątanie, ubieranie i spacer.',
  organizationId: pick(organizations, index).id,
  area: 1 + (index % 14),
  track: 'programme',
  recipientGroups: ['olderPeople'],
  ageFrom: 60,
  recipients: 'osoby starsze i niesamodzielne',
  conditions: 'zamieszkanie w gminie, zaświadczenie lekarskie',
  reach: ['home'],
  hours: 'od poniedziałku do piątku 8:00–16:00',
  phone: '62 747 20 20',
  email: 'biuro@cus.example',
  web: 'https://cus.example/uslugi',
  feeKind: 'byIncome',
  fee: 'Zależy od dochodu, według uchwały rady.',
  feeGrosze: 3250,
  feeUnit: 'hour',
  capacity: { status: 'free', free: 4, places: 40, wait: null, on: '2026-11-09', until: '2026-12-31' },
  state: 'published',
  source: 'https://cus.example',
  confirmedOn: '2026-11-01',
  confirmBy: '2027-01-30',
  changedAt: '2026-11-10T08:00:00.000Z',
  locations:
    index % 3 === 0
      ? [
          {
            id: newId(),
            locationId: pick(locations, index).id,
            position: 0,
            description: null,
            ...nowhere,
          },
        ]
      : [],
  ...nowhere,
});

const seconds = async <T>(work: () => Promise<T>): Promise<{ took: number; gave: T }> => {
  const start = performance.now();
  const gave = await work();
  return { took: (performance.now() - start) / 1000, gave };
};

/** One export over HTTP, read to its end. */
async function fetched(url: string): Promise<{ took: number; content: Buffer }> {
  const { took, gave } = await seconds(async () => {
    const answer = await fetch(url);
    assert.equal(answer.status, 200);
    return Buffer.from(await answer.arrayBuffer());
  });
  return { took, content: gave };
}

/**
 * What of the directory changes before an export is measured, as rows of `service` that get a new version. Few rounds: one
 * address may fetch the whole directory thirty times a minute, all formats together.
 */
const changes = [
  { words: 'made after every card changed', where: 'true', rounds: 4 },
  {
    words: 'made after one card changed',
    where: 'id = (select min(id::text)::uuid from service)',
    rounds: 2,
  },
  { words: 'nothing changed', where: 'false', rounds: 2 },
] as const;

const formats = [
  ['ndjson', 'HSDS export over HTTP, lines of JSON'],
  ['json', 'HSDS export over HTTP, one JSON file'],
  ['zip', 'HSDS export over HTTP, CSV in a ZIP'],
] as const;

async function measureExports(database: OpenDatabase, server: Running, url: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  // The first of each is what the start of a process costs; a server has run for days.
  for (const [ending] of formats) await fetched(`${url}/export.${ending}`);
  for (const [ending, words] of formats) {
    for (const { words: changed, where, rounds } of changes) {
      const rates: number[] = [];
      let cost = '';
      for (const _ of times(rounds)) {
        await database.owner.query(`update service set version = version + 1 where ${where}`);
        // What an update leaves behind is not what is measured.
        await database.owner.query('vacuum analyze service');
        let got: Awaited<ReturnType<typeof fetched>> = { took: Number.NaN, content: Buffer.alloc(0) };
        const spent = await costOf(database, server.process.pid, async () => {
          got = await fetched(`${url}/export.${ending}`);
          return count;
        });
        const text = got.content.toString('utf8');
        if (ending === 'ndjson') assert.equal(text.trimEnd().split('\n').length, count);
        if (ending === 'json') assert.equal((JSON.parse(text) as unknown[]).length, count);
        rates.push(count / got.took);
        cost = `${(got.content.length / count / 1024).toFixed(1)} KB each, ${costWords(spent)} for one`;
      }
      const rate = median(rates);
      say(`  ${ending}, ${changed}: ${rates.map(Math.round).join(', ')} services a second; the last ${cost}`);
      figures.push({
        part: 'hsds',
        measured: `${words}, ${changed}`,
        ours: perSecond(rate),
        target: atLeast(10_000, rate),
      });
    }
  }
  return figures;
}

async function measureImport(runner: Runner, actor: Actor, content: Uint8Array): Promise<Figure[]> {
  const staged = await seconds(
    async () => await runner.run(stageImport, actor, { file: { name: 'a.zip', content } }),
  );
  assert.ok(staged.gave.ok);
  const { importId } = staged.gave.value;
  const taken = await seconds(async () => await runner.run(takeImport, actor, { importId }));
  assert.ok(taken.gave.ok);
  assert.equal(taken.gave.value.added, count);
  const words = (took: number): string => `${took.toFixed(1)} s`;
  return [
    { part: 'hsds', measured: `preview of an import of CSV, ${count} services`, ours: words(staged.took) },
    { part: 'hsds', measured: `import of CSV, ${count} services`, ours: words(taken.took) },
  ];
}

const actorOf = (house: ArrangedHouse): Actor => {
  const [worker] = house.workers;
  if (!worker) throw new Error('the house was arranged with a worker');
  return {
    centreId: house.centreId,
    accountId: worker.id,
    name: worker.name,
    position: '',
    roles: ['service_organiser'],
  };
};

/** The directory as open data: all of it out as HSDS, over HTTP, and all of it in again. */
export async function hsdsPart(): Promise<Figure[]> {
  const { folder, remove } = scratchFolder();
  const database = await openFolder(folder);
  const running: Running[] = [];
  try {
    const house = await arrangeCentre(database.owner, 1);
    const empty = await arrangeCentre(database.owner, 1, 'pusty');
    const organizations = times(300).map(organization);
    const locations = times(600).map(location);
    const cards = times(count).map((index) => card(index, organizations, locations));
    await inTransaction(database.pool, house.centreId, async (tx) => {
      await putOrganizations(tx, house.centreId, organizations);
      await putLocations(tx, house.centreId, locations);
      await putServices(
        tx,
        house.centreId,
        cards.map((one) => ({ ...one, facts: one })),
      );
    });
    // The statistics of a directory that has been there for days.
    await database.owner.query('vacuum analyze');
    const server = await startOkienko(folder);
    running.push(server);
    const url = `${server.url}/${house.slug}/hsds`;
    const figures = await measureExports(database, server, url);
    const { content } = await fetched(`${url}/export.zip`);
    const runner = createRunner(database.pool, systemClock);
    return [...figures, ...(await measureImport(runner, actorOf(empty), content))];
  } finally {
    for (const one of running) await one.stop();
    await database.close();
    remove();
  }
}
