import fc from 'fast-check';
import {
  accessibilityFeatures,
  applyChannels,
  type CardRecord,
  feeKinds,
  feeUnits,
  type LocationRecord,
  type OrganizationRecord,
  reaches,
  recipientGroups,
  recipientTypes,
  type Schedule,
  trackKeys,
  weekdays,
} from '../directory/index.ts';
import type { Around } from './domain/around.ts';

/** Cards as people might write them, with everything that a card can hold. For property tests. */

export const around: Around = {
  gminas: ['3006023', '3006032'],
  programmeOf: () => undefined,
  nameOf: (teryt) => ({ '3006023': 'Jarocin', '3006032': 'Kotlin', '3006042': 'Żerków' })[teryt],
  voivodeshipOf: (teryt) => (teryt.startsWith('30') ? 'wielkopolskie' : undefined),
};

const nasty = fc.constantFrom(
  '=HYPERLINK("http://x";"y")',
  '+48 500 600 700',
  "'=1+1",
  '-5',
  '@suma',
  'a,b;c\t"d"',
  'pierwszy wiersz\ndrugi wiersz',
  ' spacje ',
  '<script>alert(1)</script>',
  'null',
  'true',
  '007',
  '{"a":1}',
  'Zażółć gęślą jaźń – „cudzysłów”',
  '👩‍👧 rodzina',
);

const isSeen = (text: string): boolean => text.trim() !== '' && !/(?![\n\t])\p{Cc}/u.test(text);
const text = fc.oneof(nasty, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(isSeen));
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null, freq: 3 });
const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => new Date(Date.UTC(1970, 0, 1 + days)).toISOString().slice(0, 10));
const instant = fc
  .integer({ min: 0, max: 1_900_000_000_000 })
  .map((milliseconds) => new Date(milliseconds).toISOString());
const id = fc.uuid();
const web = fc.constantFrom(
  'https://cus.example/uslugi?a=1&b=2',
  'http://ngo.example',
  'https://żółw.example/ą',
);
const email = fc.constantFrom('biuro@cus.example', 'a.b+c@ngo.example');
const teryt = fc.constantFrom('3006023', '3006032', '3006042');
const nowhere = { sourceSystem: null, externalId: null, foreignFacts: {} };

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

const schedule: fc.Arbitrary<Schedule> = fc.record(
  {
    id,
    byday: fc.subarray([...weekdays], { minLength: 1 }),
    opens: maybe(time),
    closes: maybe(time),
    validFrom: day,
    validTo: day,
    freq: fc.constantFrom('WEEKLY' as const, 'MONTHLY' as const),
    interval: fc.integer({ min: 1, max: 9 }),
    notes: text,
  },
  { requiredKeys: ['id', 'byday', 'opens', 'closes'] },
);

const capacity: fc.Arbitrary<CardRecord['capacity']> = fc.record({
  status: fc.constantFrom('free', 'none', 'waiting', 'ask', 'unknown'),
  free: maybe(fc.nat(500)),
  places: maybe(fc.nat(500)),
  wait: maybe(
    fc.record({ value: fc.integer({ min: 1, max: 900 }), unit: fc.constantFrom('days', 'months') }),
  ),
  on: maybe(day),
  until: maybe(day),
});

const match: fc.Arbitrary<CardRecord['match']> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('age' as const), from: maybe(fc.nat(99)), to: maybe(fc.nat(120)) }),
    fc.record({ kind: fc.constant('livesAlone' as const) }),
    fc.record({ kind: fc.constant('workerConfirms' as const), id: fc.constant('x'), words: text }),
  ),
  { maxLength: 3 },
);

const spoken = fc.record({ name: text, description: text, note: text }, { requiredKeys: [] });

/** An organization with every fact. */
export const organization: fc.Arbitrary<OrganizationRecord> = fc.record({
  id,
  name: text,
  description: maybe(text),
  performerType: maybe(fc.constantFrom('gminaUnit', 'ngo', 'gmina_unit')),
  teryt: maybe(teryt),
  address: maybe(text),
  phone: maybe(text),
  email: maybe(email),
  web: maybe(web),
  nip: maybe(fc.constantFrom('5260250995', '1234563218')),
  regon: maybe(fc.constantFrom('123456785', '12345678512347')),
  krs: maybe(fc.constantFrom('0000123456')),
  source: maybe(web),
  ...Object.fromEntries(Object.entries(nowhere).map(([key, value]) => [key, fc.constant(value)])),
}) as fc.Arbitrary<OrganizationRecord>;

const coordinate = (most: number): fc.Arbitrary<number> =>
  fc.integer({ min: -most * 1000, max: most * 1000 }).map((thousandths) => thousandths / 1000);

/** A place with every fact. */
export const location: fc.Arbitrary<LocationRecord> = fc
  .record({
    id,
    organizationId: fc.constant(null),
    name: maybe(text),
    description: maybe(text),
    kind: fc.constantFrom('physical' as const, 'postal' as const, 'virtual' as const),
    street: maybe(text),
    city: maybe(text),
    postalCode: maybe(fc.constantFrom('63-200', '96-300')),
    teryt: maybe(teryt),
    at: maybe(fc.tuple(coordinate(90), coordinate(180))),
    approximate: fc.boolean(),
    url: maybe(web),
    accessibility: maybe(fc.subarray([...accessibilityFeatures])),
    accessibilityWords: maybe(text),
  })
  .map(({ at, ...place }) => ({
    ...place,
    latitude: at?.[0] ?? null,
    longitude: at?.[1] ?? null,
    ...nowhere,
  }));

const facts = fc.record({
  id,
  name: text,
  description: maybe(text),
  gminas: fc.subarray(['3006023', '3006042']),
  performerWords: maybe(text),
  area: maybe(fc.integer({ min: 1, max: 14 })),
  track: fc.constantFrom(...trackKeys),
  trackAssumed: fc.boolean(),
  handledBy: maybe(text),
  recipientType: maybe(fc.constantFrom(...recipientTypes)),
  recipientGroups: fc.subarray([...recipientGroups]),
  ageFrom: maybe(fc.nat(100)),
  ageTo: maybe(fc.nat(100)),
  recipients: maybe(text),
  conditions: maybe(text),
  documents: fc.array(text, { maxLength: 3 }),
  reach: fc.subarray([...reaches]),
  place: maybe(text),
  hours: maybe(text),
  contactName: maybe(text),
  phone: maybe(text),
  email: maybe(email),
  web: maybe(web),
});

const terms = fc.record({
  feeKind: maybe(fc.constantFrom(...feeKinds)),
  fee: maybe(text),
  feeGrosze: maybe(fc.nat(10_000_000)),
  feeUnit: maybe(fc.constantFrom(...feeUnits)),
  applyChannels: fc.subarray([...applyChannels]),
  applyWords: maybe(text),
  applyLink: maybe(web),
  maxMonths: maybe(fc.integer({ min: 1, max: 120 })),
  match,
  capacity,
  languages: fc.subarray(['pl', 'uk', 'en', 'pso', 'xx']),
  financing: maybe(text),
  financingFrom: maybe(day),
  financingTo: maybe(day),
  translations: fc.record({ uk: spoken, en: spoken }, { requiredKeys: [] }),
  state: fc.constantFrom('published' as const, 'suspended' as const),
  source: maybe(web),
  sourceAsOf: maybe(fc.constantFrom('2026', '2026-03', '2026-03-04')),
  note: maybe(text),
  confirmedOn: maybe(day),
  confirmBy: maybe(day),
  changedAt: instant,
});

/** A directory of one centre: cards, the organizations that perform them and the places where they are given. */
export interface Directory {
  organizations: OrganizationRecord[];
  locations: LocationRecord[];
  cards: CardRecord[];
}

const unique = <T extends { id: string }>(of: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> =>
  fc.uniqueArray(of, { maxLength: most, selector: (one) => one.id });

/** A whole directory. Organizations have numbers of registers that no other has. */
export const directoryOf = (most: number): fc.Arbitrary<Directory> =>
  fc
    .record({
      organizations: unique(organization, 2).map((all) =>
        all.map((one, index) => (index === 0 ? one : { ...one, nip: null, regon: null, krs: null })),
      ),
      locations: unique(location, 3),
      bare: unique(
        fc.tuple(facts, terms).map(([a, b]) => ({ ...a, ...b })),
        most,
      ),
      schedules: fc.array(fc.array(schedule, { maxLength: 2 }), { minLength: most, maxLength: most }),
      picks: fc.array(fc.nat(20), { minLength: most * 3, maxLength: most * 3 }),
      siteIds: fc.uniqueArray(id, { minLength: most * 3, maxLength: most * 3 }),
      siteWords: maybe(text),
    })
    .map(({ organizations, locations, bare, schedules, picks, siteIds, siteWords }) => {
      const cards = bare.map((one, index): CardRecord => {
        const pick = (at: number): number => picks[index * 3 + at] ?? 0;
        const organizationId = organizations[pick(0) % (organizations.length + 1)]?.id ?? null;
        const places = locations.filter((_place, at) => (pick(1) >> at) % 2 === 1);
        const hours = (schedules[index] ?? []).map((own, at) => {
          const place = places[(pick(2) + at) % (places.length + 1)];
          return { ...own, ...(place ? { locationId: place.id } : {}) };
        });
        return {
          ...one,
          gminaNames: [],
          organization: null,
          places: [],
          organizationId,
          ownerId: organizationId,
          // Hours of the service come before those of its places, as they are read.
          schedules: [
            ...hours.filter((own) => own.locationId === undefined),
            ...places.flatMap((place) => hours.filter((own) => own.locationId === place.id)),
          ],
          stateReason: null,
          askedOn: null,
          version: 1,
          locations: places.map((place, position) => ({
            id: siteIds[index * 3 + position] ?? '',
            locationId: place.id,
            position,
            description: siteWords,
            ...nowhere,
          })),
          ...nowhere,
        };
      });
      return { organizations, locations, cards: cards.sort((a, b) => (a.id < b.id ? -1 : 1)) };
    });
