import type { House, TestCentre } from '../../../test/support/centre.ts';
import { inTransaction } from '../../platform/database/tenant.ts';
import {
  type CardRecord,
  type LocationRecord,
  type OrganizationRecord,
  putLocations,
  putOrganizations,
  putServices,
  unknownCapacity,
  unknownService,
} from '../directory/index.ts';

const nowhere = { sourceSystem: null, externalId: null, foreignFacts: {} };

/** A card of which only the name and what is said are known. */
export const cardOf = (id: string, name: string, more: Partial<CardRecord> = {}): CardRecord => ({
  ...unknownService,
  state: 'published',
  id,
  name,
  changedAt: '2026-11-10T08:00:00.000Z',
  locations: [],
  ...nowhere,
  ...more,
});

export const ids = {
  office: '01930000-0000-7000-8000-0000000000a1',
  club: '01930000-0000-7000-8000-0000000000a2',
  house: '01930000-0000-7000-8000-0000000000b1',
  care: '01930000-0000-7000-8000-000000000001',
  meals: '01930000-0000-7000-8000-000000000002',
  talk: '01930000-0000-7000-8000-000000000003',
  draft: '01930000-0000-7000-8000-000000000004',
  closed: '01930000-0000-7000-8000-000000000005',
  site: '01930000-0000-7000-8000-0000000000c1',
} as const;

const organization = (id: string, name: string, more: Partial<OrganizationRecord>): OrganizationRecord => ({
  id,
  name,
  description: null,
  performerType: null,
  teryt: null,
  address: null,
  phone: null,
  email: null,
  web: null,
  nip: null,
  regon: null,
  krs: null,
  source: null,
  ...nowhere,
  ...more,
});

const organizations = [
  organization(ids.office, 'Centrum Usług Społecznych', {
    description: 'Jednostka gminy, która prowadzi usługi społeczne.',
    performerType: 'gminaUnit',
    teryt: '3006023',
    nip: '6170003411',
    phone: '62 747 20 20',
  }),
  organization(ids.club, 'Stowarzyszenie „Razem”', { krs: '0000123456', email: 'razem@ngo.example' }),
];

const place: LocationRecord = {
  id: ids.house,
  organizationId: ids.office,
  name: 'Dom Pomocy',
  description: null,
  kind: 'physical',
  street: 'ul. Polna 3',
  city: 'Jarocin',
  postalCode: '63-200',
  teryt: '3006023',
  latitude: 51.973,
  longitude: 17.502,
  approximate: false,
  url: null,
  accessibility: ['stepFree', 'lift'],
  accessibilityWords: 'Podjazd od podwórza.',
  ...nowhere,
};

/** Three published services, one draft and one withdrawn; every fact of a card stands in the first. */
const cards: readonly CardRecord[] = [
  cardOf(ids.care, 'Usługi opiekuńcze', {
    description: 'Pomoc w domu.',
    organizationId: ids.office,
    area: 4,
    track: 'programme',
    recipientType: 'person',
    recipientGroups: ['olderPeople', 'carers'],
    ageFrom: 60,
    recipients: 'osoby starsze',
    conditions: 'mieszkaniec gminy',
    documents: ['wniosek', 'zaświadczenie lekarskie'],
    reach: ['home'],
    hours: 'od poniedziałku do piątku',
    schedules: [
      { id: '01930000-0000-7000-8000-0000000000d1', byday: ['MO', 'TU'], opens: '08:00', closes: '15:00' },
      {
        id: '01930000-0000-7000-8000-0000000000d2',
        byday: ['FR'],
        opens: '10:00',
        closes: '12:00',
        locationId: ids.house,
      },
    ],
    contactName: 'Anna Osobowa',
    phone: '+48 62 747 20 20',
    email: 'biuro@cus.example',
    web: 'https://cus.example/opieka',
    feeKind: 'byIncome',
    fee: 'Zależy od dochodu.',
    feeGrosze: 3250,
    feeUnit: 'hour',
    applyChannels: ['inPerson', 'phone'],
    applyWords: 'Wypełnij wniosek.',
    applyLink: 'https://cus.example/wniosek',
    maxMonths: 12,
    match: [{ kind: 'age', from: 60, to: null }],
    capacity: {
      status: 'free',
      free: 4,
      places: 40,
      wait: { value: 2, unit: 'months' },
      on: '2026-11-09',
      until: '2026-12-31',
    },
    languages: ['pl', 'uk'],
    financing: 'budżet gminy',
    financingFrom: '2026-01-01',
    financingTo: '2026-12-31',
    translations: { uk: { name: 'Послуги догляду' } },
    source: 'https://cus.example',
    sourceAsOf: '2026-10',
    note: 'Zadzwoń przed przyjściem.',
    confirmedOn: '2026-11-01',
    confirmBy: '2027-01-30',
    locations: [{ id: ids.site, locationId: ids.house, position: 0, description: 'I piętro', ...nowhere }],
  }),
  cardOf(ids.meals, 'Obiady', {
    organizationId: ids.club,
    area: 4,
    track: 'general_offer',
    gminas: ['3006032'],
    reach: ['stationary', 'home'],
    feeKind: 'free',
    capacity: { ...unknownCapacity, status: 'none' },
    changedAt: '2026-11-12T08:00:00.000Z',
  }),
  cardOf(ids.talk, 'Rozmowa z psychologiem', { area: 5, trackAssumed: true, state: 'to_confirm' }),
  cardOf(ids.draft, 'Szkic usługi', { state: 'draft' }),
  cardOf(ids.closed, 'Usługa wycofana', { state: 'withdrawn' }),
];

/** Puts the directory of the scene into a centre. */
export async function directoryScene(house: House, centre: TestCentre): Promise<void> {
  await inTransaction(house.pool, centre.id, async (tx) => {
    await putOrganizations(tx, centre.id, organizations);
    await putLocations(tx, centre.id, [place]);
    await putServices(
      tx,
      centre.id,
      cards.map((card) => ({ ...card, facts: card })),
    );
  });
}
