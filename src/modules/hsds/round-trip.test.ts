import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardRecord } from '../directory/index.ts';
import { around, type Directory, directoryOf } from './arbitrary.fixture.ts';
import { giveLocation, giveOrganization, giveService } from './domain/give.ts';
import { serviceBytes } from './domain/json-text.ts';
import { type Known, planImport, type Standing } from './domain/plan-import.ts';
import type { JsonObject } from './domain/spec.ts';
import { readZipEntry, zipEntries } from '../../platform/files/zip.ts';
import { packCsv } from './files/pack.ts';
import { readSent } from './files/unpack.ts';

const none: Known = { ids: new Set(), byExternal: new Map() };
const empty: Standing = {
  around,
  services: none,
  locations: none,
  organizations: [],
  knownOrganizations: none,
  cards: new Map(),
  sites: new Map(),
};

const exported = ({ organizations, locations, cards }: Directory): JsonObject[] => {
  const saying = { around, open: false };
  const ground = {
    ...saying,
    organizations: new Map(organizations.map((one) => [one.id, giveOrganization(one, saying)])),
    locations: new Map(locations.map((one) => [one.id, giveLocation(one, saying)])),
  };
  return cards.map((card) => giveService(card, ground));
};

const now = '2026-11-16T09:00:00.000Z';

/** What an empty centre holds after it took a file over; and what it could not take. */
const imported = (content: Uint8Array, name: string): { directory: Directory; faults: unknown[] } => {
  const read = readSent(content, name);
  const plan = planImport(read.services, empty, { source: 'test', now });
  const cards = plan.services.map(
    (one): CardRecord => ({
      ...one.facts,
      ...one,
      gminaNames: [],
      organization: null,
      places: [],
      changedAt: one.changedAt ?? now,
      locations: [...one.locations],
      askedOn: null,
      version: 1,
    }),
  );
  return {
    directory: { organizations: plan.organizations, locations: plan.locations, cards },
    faults: [...read.faults, ...plan.faults],
  };
};

const filesIn = (archive: Buffer): Record<string, string | undefined> =>
  Object.fromEntries(
    (zipEntries(archive) ?? []).map((one) => [one.name, readZipEntry(archive, one, 10_000_000)?.toString()]),
  );

const jsonFile = (services: readonly JsonObject[]): Buffer => Buffer.from(JSON.stringify(services));

describe('the text of an export', () => {
  it('is what JSON.stringify gives', () => {
    fc.assert(
      fc.property(directoryOf(3), (directory) => {
        const services = exported(directory);
        expect(serviceBytes(services, '|').toString()).toBe(
          services.map((one) => JSON.stringify(one)).join('|'),
        );
      }),
    );
  });
});

describe('a text that looks like the place of something shared', () => {
  const looks = ['"\\u0000"', '\\u0000', '\\\\u0000"', '"'];
  it.each(looks)('%j stays a text', (text) => {
    const organization = { id: 'o', name: text };
    const location = { id: 'l', name: text, description: text };
    const service = {
      name: text,
      organization,
      attributes: [{ label: text, taxonomy_term: { id: 't', name: text } }, { value: text }],
      service_at_locations: [{ description: text, location }, { location }],
      [text]: text,
    };
    expect(serviceBytes([service, service], ',').toString()).toBe(
      [service, service].map((one) => JSON.stringify(one)).join(),
    );
  });

  it('the one text that cannot be told from a place, which no database keeps, is not written as something else', () => {
    const service = { name: 'a', organization: { id: 'o' }, description: '\u0000' };
    expect(() => serviceBytes([service], ',')).toThrow('no shared object');
  });
});

describe('what leaves the house as HSDS comes back as it was', () => {
  it('JSON: export, import into an empty centre, export again gives the same bytes', () => {
    fc.assert(
      fc.property(directoryOf(3), (directory) => {
        const before = exported(directory);
        fc.pre(before.length > 0);
        const { directory: after, faults } = imported(jsonFile(before), 'katalog.json');
        expect(faults).toEqual([]);
        expect(JSON.stringify(exported(after))).toBe(JSON.stringify(before));
      }),
      { numRuns: 200 },
    );
  });

  it('CSV: the same package of files, byte for byte', () => {
    fc.assert(
      fc.property(directoryOf(3), (directory) => {
        const before = packCsv(exported(directory));
        fc.pre(directory.cards.length > 0);
        const { directory: after, faults } = imported(before, 'katalog.zip');
        expect(faults).toEqual([]);
        expect(filesIn(packCsv(exported(after)))).toEqual(filesIn(before));
      }),
      { numRuns: 100 },
    );
  });

  it('CSV and JSON say the same: what came by one leaves as it would by the other', () => {
    fc.assert(
      fc.property(directoryOf(2), (directory) => {
        const before = exported(directory);
        fc.pre(before.length > 0);
        const { directory: after } = imported(packCsv(before), 'katalog.zip');
        expect(JSON.stringify(exported(after))).toBe(JSON.stringify(before));
      }),
      { numRuns: 100 },
    );
  });
});
