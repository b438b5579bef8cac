import { describe, expect, it } from 'vitest';
import type { Condition, Facts } from '../../../law/index.ts';
import { answersAmong, type Service, unknownService } from '../../directory/index.ts';
import { matchServices, type Need } from './match.ts';
import type { OfferInForce } from './offer.ts';

const service = (name: string, more: Partial<Service> = {}): Service => ({
  ...unknownService,
  id: name,
  name,
  area: 6,
  track: 'programme',
  state: 'published',
  ...more,
});

const offer = (serviceId: string, more: Partial<OfferInForce> = {}): OfferInForce => ({
  id: `offer of ${serviceId}`,
  versionId: 'v',
  serviceId,
  serviceName: serviceId,
  limitPeople: 10,
  limitGrosze: null,
  usedPeople: 0,
  usedGrosze: 0,
  unit: 'hour',
  unitPriceGrosze: null,
  maxMonths: null,
  conditions: [],
  fee: null,
  feeNote: null,
  version: 1,
  programmeId: 'p',
  programmeName: 'Bliżej domu',
  gmina: '3006023',
  versionNumber: 1,
  commonConditions: [{ kind: 'residence', gminas: [{ teryt: '3006023', name: 'Jarocin' }] }],
  ...more,
});

const aged = (from: number): Condition => ({ kind: 'age', from, to: null });
const here: Facts = { gminaTeryt: '3006023', ageYears: 71 };
const today = '2026-11-16';

const match = (services: Service[], offers: OfferInForce[], needs: Need[] = [], facts: Facts = here) =>
  matchServices(
    services,
    offers,
    needs,
    { facts, today },
    needs.map((need) => answersAmong(services).words(need.words ?? '')),
  );
const outcomes = (matches: ReturnType<typeof match>) =>
  Object.fromEntries(matches.map((one) => [one.name, one.outcome]));

describe('matching services with a person (art. 42(2))', () => {
  it('says what passed, what failed with what would change it, and what is unknown', () => {
    const [found] = match(
      [service('Teleopieka')],
      [offer('Teleopieka', { conditions: [aged(75), { kind: 'livesAlone' }] })],
    );
    expect(found).toMatchObject({
      outcome: 'failed',
      passed: [{ condition: 'zamieszkanie: Jarocin', change: null }],
      failed: [
        { condition: 'ukończone 75 lat', reason: expect.stringContaining('71'), change: expect.any(String) },
      ],
      unknown: [{ condition: 'mieszka samotnie', change: expect.any(String) }],
    });
  });

  it('never takes what is not known for "no"', () => {
    expect(outcomes(match([service('A')], [offer('A', { conditions: [aged(60)] })], [], {}))).toEqual({
      A: 'unknown',
    });
  });

  it('puts what fits first, then what must be asked, then what does not fit', () => {
    const services = ['Nie', 'Pytać', 'Tak'].map((name) => service(name));
    const offers = [
      offer('Nie', { conditions: [aged(80)] }),
      offer('Pytać', { conditions: [{ kind: 'livesAlone' }] }),
      offer('Tak'),
    ];
    expect(match(services, offers).map((one) => one.name)).toEqual(['Tak', 'Pytać', 'Nie']);
  });

  it('among those that fit puts what has places first, and shows places and money left', () => {
    const services = [service('Alfa'), service('Beta'), service('Gamma')];
    const offers = [
      offer('Alfa', { usedPeople: 10 }),
      offer('Beta', { limitGrosze: 5000, usedGrosze: 5000 }),
      offer('Gamma', { usedPeople: 9 }),
    ];
    const found = match(services, offers);
    expect(
      found.map((one) => [one.name, one.offer?.full, one.offer?.peopleLeft, one.offer?.groszeLeft]),
    ).toEqual([
      ['Gamma', false, 1, null],
      ['Alfa', true, 0, null],
      ['Beta', true, 10, 0],
    ]);
  });

  it('says that a service of a programme is not offered when no programme in force offers it', () => {
    const [found] = match([service('Dawna')], []);
    expect(found).toMatchObject({
      outcome: 'failed',
      offer: null,
      failed: [{ condition: 'usługa w obowiązującym programie' }],
    });
  });

  it('takes the directory\'s reading where the track is another one; no recorded condition is not "no condition"', () => {
    const care = service('Opieka', { track: 'separate_statute', match: [aged(80)] });
    const silent = service('Mieszkanie', { track: 'separate_statute' });
    const open = service('Festyn', { track: 'general_offer' });
    expect(outcomes(match([care, silent, open], []))).toEqual({
      Opieka: 'failed',
      Mieszkanie: 'unknown',
      Festyn: 'passed',
    });
  });

  it('follows the programme, not the source, where a programme offers the service', () => {
    expect(
      outcomes(match([service('A', { match: [aged(90)] })], [offer('A', { conditions: [aged(60)] })])),
    ).toEqual({ A: 'passed' });
  });

  it('offers a service of two councils by the programme of the gmina in which the person lives', () => {
    const walim = offer('Taksówka', {
      id: 'walim',
      commonConditions: [{ kind: 'residence', gminas: [{ teryt: '0221082', name: 'Walim' }] }],
    });
    const found = match([service('Taksówka')], [walim, offer('Taksówka', { id: 'jarocin' })]);
    expect(found.map((one) => one.offer?.programmeServiceId)).toEqual(['jarocin']);
    expect(match([service('Taksówka')], [walim, offer('Taksówka')], [], {})).toHaveLength(2);
  });

  it.each<[number, boolean | undefined, boolean | undefined]>([
    [71, true, false],
    [60, true, false],
    [59, undefined, false],
    [49, false, false],
    [29, false, undefined],
    [17, false, true],
  ])('lets age speak for a group named without one: %i years', (ageYears, older, young) => {
    const judged = (group: 'olderPeople' | 'childrenAndYouth') =>
      match([service('A', { track: 'general_offer', match: [{ kind: 'group', anyOf: [group] }] })], [], [], {
        ageYears,
      })[0]?.outcome;
    const words = (is: boolean | undefined) => (is === undefined ? 'unknown' : is ? 'passed' : 'failed');
    expect([judged('olderPeople'), judged('childrenAndYouth')]).toEqual([words(older), words(young)]);
  });
});

describe('matching services with needs', () => {
  const services = [
    service('Teleopieka', { description: 'Przycisk SOS dla osób starszych.' }),
    service('Rehabilitacja mobilna', { area: 5, description: 'W domu osoby, która nie wychodzi.' }),
    service('Warsztaty', { area: 9 }),
  ].map((one) => ({ ...one, track: 'general_offer' as const }));

  it('finds by words, by area and by the named service, and says which need each answers', () => {
    const found = match(
      services,
      [],
      [{ words: 'mama po udarze potrzebuje rehabilitacji' }, { area: 9 }, { serviceId: 'Teleopieka' }],
    );
    expect(Object.fromEntries(found.map((one) => [one.name, one.needs]))).toEqual({
      Teleopieka: [2],
      'Rehabilitacja mobilna': [0],
      Warsztaty: [1],
    });
    expect(found.map((one) => one.name)).toEqual(['Teleopieka', 'Rehabilitacja mobilna', 'Warsztaty']);
  });

  it("understands a need as the directory's search does: lay words find, a denial is not turned round", () => {
    const all = [
      ...services,
      service('Opieka wytchnieniowa', { track: 'general_offer' }),
      service('Asystent osoby niepełnosprawnej', { track: 'general_offer' }),
    ];
    const found = (words: string) => match(all, [], [{ words }]).map((one) => one.name);
    expect(found('nie mam z kim zostawić męża')).toContain('Opieka wytchnieniowa');
    expect(found('jestem pełnosprawny')).not.toContain('Asystent osoby niepełnosprawnej');
    expect(found('niepełnosprawna córka')).toContain('Asystent osoby niepełnosprawnej');
  });

  it('gives nothing when nothing answers: that is an unmet need', () => {
    expect(match(services, [], [{ words: 'basen olimpijski' }])).toEqual([]);
  });

  it('gives everything when no need says anything', () => {
    expect(match(services, [], [{ words: 'i' }])).toHaveLength(3);
  });

  it('gives the price of one unit to a person whose income is known, else the price in words', () => {
    const band = { from: 0, fromInclusive: true, to: null, toInclusive: false, rate: 1000 };
    const fee: OfferInForce['fee'] = {
      kind: 'byIncome',
      tables: [
        {
          id: '1',
          gmina: '',
          service: '',
          resolution: '',
          source: '',
          checkedOn: '',
          reliefs: [],
          validFrom: '2026-01-01',
          validTo: null,
          hourlyPriceGrosze: 4500,
          bands: { single: [band], family: [band] },
          complete: { single: true, family: true },
          rounding: { mode: 'halfUp', unit: 1, on: 'total' },
        },
      ],
    };
    const asked = (facts: Facts, household?: 'single') =>
      matchServices([service('A')], [offer('A', { fee })], [], { facts, household, today }, [])[0]?.price;
    expect(asked(here)).toBe('10% ceny godziny (45,00\u00a0zł), zależnie od dochodu');
    expect(asked({ ...here, income: { grosze: 140_000, criterionGrosze: 101_000 } }, 'single')).toBe(
      '4,50\u00a0zł za godzinę przy podanym dochodzie',
    );
    expect(match([service('B', { track: 'general_offer', fee: 'wstęp wolny' })], [])[0]?.price).toBe(
      'wstęp wolny',
    );
  });
});
