import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../test/support/centre.ts';
import { at } from '../../../test/support/outcome.ts';
import { rolesAdmitted } from '../../../test/support/roles.ts';
import { newId } from '../../platform/ids.ts';
import { addService } from './commands/add-service.ts';
import { correctService } from './commands/correct-service.ts';
import { decideProposal } from './commands/decide-proposal.ts';
import { reportCapacity } from './commands/report-capacity.ts';
import { sections } from './commands/service-input.ts';
import { card, cards, lastAudit } from './directory.fixture.ts';
import { capacityOn, unknownCapacity } from './domain/capacity.ts';

const house = testHouse();
const { drafted, published, organiser, organization, put, seen } = cards(house);

const problemFields = (outcome: { ok: boolean; problem?: { fields?: Record<string, string> } }): string[] =>
  Object.keys(outcome.problem?.fields ?? {}).sort();

const correct = async (serviceId: string, section: string, input: object = {}, actor = organiser()) =>
  await house.runner.run(correctService, actor, { serviceId, section, ...input });

describe('directory.add-service (art. 13(1)(9))', () => {
  it('begins a draft; what was left blank is unknown', async () => {
    expect(await seen(await drafted({ performerWords: ' ' }))).toMatchObject({
      name: 'Teleopieka',
      area: 6,
      performerWords: null,
      gminas: [],
      fee: null,
      feeKind: null,
      state: 'draft',
      confirmedOn: null,
      capacity: unknownCapacity,
      trackAssumed: false,
    });
  });

  it('is open to the organiser, the front desk, and a unit for itself (domain reference 2.9)', async () => {
    const admitted = await rolesAdmitted(async (role) =>
      at(await house.runner.run(addService, house.centre.as(role), card)),
    );
    expect(admitted).toEqual(['service_organiser', 'clerk']);
    const library = await organization('Biblioteka');
    const feeder = await house.centre.account('feeder', { organizationId: library });
    expect(await seen(await drafted({}, feeder))).toMatchObject({
      organizationId: library,
      ownerId: library,
    });
    const other = await organization('Inna');
    expect(await seen(await drafted({ organizationId: other }, feeder))).toMatchObject({
      organizationId: other,
      ownerId: library,
    });
    expect(at(await house.runner.run(addService, feeder, { ...card, ownerId: other }))).toBe('forbidden');
  });

  it('refuses a gmina that the centre does not serve and an organization of nobody', async () => {
    const add = async (more: object) =>
      at(await house.runner.run(addService, organiser(), { ...card, ...more }));
    expect(await add({ gminas: '1438011' })).toBe('directory.foreign-gmina');
    expect(await add({ organizationId: newId() })).toBe('directory.unknown-organization');
    expect(await seen(await drafted({ gminas: [gminas.town] }))).toMatchObject({
      gminas: [gminas.town],
      gminaNames: ['Jarocin'],
    });
  });

  it('gives a missing name and a wrong area back by field', async () => {
    const outcome = await house.runner.run(addService, organiser(), { name: '', track: 'inna', area: '15' });
    expect(problemFields(outcome)).toEqual(['area', 'name', 'track']);
  });
});

describe('directory.correct-service', () => {
  it('keeps every section of the card, and leaves the others as they are', async () => {
    const id = await drafted();
    const written: [string, object][] = [
      [
        'people',
        {
          recipientGroups: ['olderPeople', 'carers'],
          ageFrom: '60',
          recipients: 'Seniorzy',
          recipientType: 'person',
        },
      ],
      ['conditions', { documents: 'Dowód osobisty\n\nZaświadczenie', match: { all: { ageFrom: '60' } } }],
      [
        'place',
        {
          reach: ['home', 'stationary'],
          places: [{ street: 'ul. Długa 1', city: 'Jarocin', teryt: gminas.town, accessibility: 'stepFree' }],
          week: { MO: '8-16', TU: '8:00–16:00', WE: '10-12, 13-15.30' },
        },
      ],
      ['contact', { phone: '62 747 00 00', applyChannels: 'phone', languages: ['pl', 'uk'] }],
      ['money', { feeKind: 'paid', feeGrosze: '12,50', feeUnit: 'hour' }],
      ['languages', { translations: { uk: { name: 'Телеопіка' }, en: { name: '' } } }],
      ['origin', { source: 'https://cus.example/teleopieka' }],
    ];
    for (const [section, input] of written)
      expect([section, at(await correct(id, section, input))]).toEqual([section, 'done']);
    expect(await seen(id)).toMatchObject({
      name: 'Teleopieka',
      recipientGroups: ['olderPeople', 'carers'],
      ageFrom: 60,
      ageTo: null,
      documents: ['Dowód osobisty', 'Zaświadczenie'],
      match: [{ kind: 'age', from: 60, to: null }],
      reach: ['home', 'stationary'],
      places: [{ street: 'ul. Długa 1', teryt: gminas.town, accessibility: ['stepFree'], latitude: null }],
      schedules: [
        { byday: ['MO', 'TU'], opens: '08:00', closes: '16:00' },
        { byday: ['WE'], opens: '10:00', closes: '12:00' },
        { byday: ['WE'], opens: '13:00', closes: '15:30' },
      ],
      phone: '62 747 00 00',
      languages: ['pl', 'uk'],
      feeKind: 'paid',
      feeGrosze: 1250,
      translations: { uk: { name: 'Телеопіка' }, en: {} },
      source: 'https://cus.example/teleopieka',
      state: 'draft',
      confirmedOn: null,
    });
  });

  it('takes the point of a place as it is copied from a map; it must lie in the gmina or near it', async () => {
    const id = await drafted();
    const placed = async (point: string | undefined, more: object = {}) => {
      const place = (await seen(id))?.places[0]?.id;
      const given = {
        id: place,
        city: 'Jarocin',
        teryt: gminas.town,
        ...(point === undefined ? {} : { point }),
      };
      const outcome = await correct(id, 'place', { places: [{ ...given, ...more }] });
      return outcome.ok ? 'done' : (outcome.problem.fields?.['places.0.point'] ?? outcome.problem.code);
    };
    const shown = async () => (await seen(id))?.places[0];
    expect(await placed('51,9730; 17,5020')).toBe('done');
    expect(await shown()).toMatchObject({ latitude: 51.973, longitude: 17.502, approximate: false });
    expect(await placed(undefined)).toBe('done');
    expect(await shown()).toMatchObject({ latitude: 51.973, longitude: 17.502 });
    expect(await placed('rynek')).toContain('Podaj dwie liczby');
    expect(await placed('52.4064, 16.9252')).toContain('dalej niż 3 km');
    await house.owner.query('update location set approximate = true where id = $1', [(await shown())?.id]);
    expect(await placed('51.973, 17.502')).toBe('done');
    expect(await shown()).toMatchObject({ approximate: true });
    expect(await placed('')).toBe('done');
    expect(await shown()).toMatchObject({ latitude: null, longitude: null });
  });

  it('keeps the place of a corrected address and the ids of hours that did not change', async () => {
    const id = await drafted();
    await correct(id, 'place', { places: [{ city: 'Golina' }], week: { MO: '8-16' } });
    const before = await seen(id);
    const place = before?.places[0]?.id;
    await correct(id, 'place', {
      places: [{ id: place, city: 'Golina', street: 'Leśna 2' }],
      week: { MO: '8-16', FR: '8-16' },
    });
    const after = await seen(id);
    expect(after?.places).toMatchObject([{ id: place, street: 'Leśna 2' }]);
    expect(after?.schedules).toMatchObject([{ id: before?.schedules[0]?.id, byday: ['MO', 'FR'] }]);
    await correct(id, 'place', { places: [{ id: place }] });
    expect(await seen(id)).toMatchObject({ places: [], schedules: [] });
  });

  it('confirms a published card with the day, and writes down what changed', async () => {
    const id = await published();
    house.clock.set('2026-11-20T09:00:00.000Z');
    expect(at(await correct(id, 'money', { feeKind: 'free' }))).toBe('done');
    house.clock.set('2026-11-16T09:00:00.000Z');
    expect(await seen(id)).toMatchObject({ feeKind: 'free', confirmedOn: '2026-11-20' });
    expect(await lastAudit(house, 'directory.correct-service')).toEqual({
      serviceId: id,
      changes: { feeKind: { before: null, after: 'free' } },
    });
  });

  it('brings a card that waited for a confirmation back, and leaves a track alone that nobody named', async () => {
    const id = await published();
    await put(id, { state: 'to_confirm', confirm_by: '2026-01-01', track_assumed: true });
    await correct(id, 'contact', { phone: '62 747 00 00' });
    expect(await seen(id)).toMatchObject({
      state: 'published',
      confirmedOn: '2026-11-16',
      trackAssumed: true,
    });
    await correct(id, 'basics', card);
    expect(await seen(id)).toMatchObject({ trackAssumed: false });
    await put(id, { state: 'suspended' });
    await correct(id, 'contact', { phone: '62 747 00 01' });
    expect(await seen(id)).toMatchObject({ state: 'suspended' });
  });

  it('gives wrong fields back by name: address, mail, phone, hours, ages, period', async () => {
    const id = await drafted();
    expect(
      problemFields(await correct(id, 'contact', { email: 'gdzieś', phone: 'zero', web: 'ulotka' })),
    ).toEqual(['email', 'phone', 'web']);
    expect(problemFields(await correct(id, 'place', { week: { MO: 'rano', TU: '16-8' } }))).toEqual([
      'week.MO',
      'week.TU',
    ]);
    expect(problemFields(await correct(id, 'people', { ageFrom: '18', ageTo: '6' }))).toEqual(['ageTo']);
    expect(
      problemFields(await correct(id, 'money', { financingFrom: '2026-05-01', financingTo: '2026-04-01' })),
    ).toEqual(['financingTo']);
    expect(at(await correct(id, 'place', { places: [{ city: 'Warszawa', teryt: '1465011' }] }))).toBe(
      'directory.foreign-gmina',
    );
  });

  it('does not overwrite what somebody else has changed meanwhile', async () => {
    const id = await published();
    await house.runner.run(reportCapacity, organiser(), { serviceId: id, status: 'none' });
    const late = await house.runner.run(
      correctService,
      organiser(),
      { serviceId: id, section: 'money' },
      { version: 1 },
    );
    expect(at(late)).toBe('stale');
  });

  it('is refused for a withdrawn card, to those who do not write, and across centres', async () => {
    const id = await published();
    const admitted = await rolesAdmitted(async (role) =>
      at(await correct(id, 'origin', {}, house.centre.as(role))),
    );
    expect(admitted).toEqual(['service_organiser', 'clerk']);
    expect(at(await correct(id, 'origin', {}, house.other.as('director')))).toBe('not_found');
    await put(id, { state: 'withdrawn' });
    expect(at(await correct(id, 'origin'))).toBe('directory.withdrawn');
  });
});

describe('a unit keeps its own cards (art. 13(2))', () => {
  const unit = async (name: string) => {
    const id = await organization(name);
    return { id, feeder: await house.centre.account('feeder', { organizationId: id }) };
  };

  it('writes its draft freely, and cannot give it away or take another one', async () => {
    const [library, sport] = [await unit('Biblioteka miejska'), await unit('Sport')];
    const own = await drafted({}, library.feeder);
    for (const section of sections.filter((one) => one !== 'performer'))
      expect([
        section,
        at(await correct(own, section, { ...card, translations: {} }, library.feeder)),
      ]).toEqual([section, 'done']);
    expect(at(await correct(own, 'performer', { ownerId: sport.id }, library.feeder))).toBe(
      'directory.foreign-organization',
    );
    expect(at(await correct(own, 'basics', card, sport.feeder))).toBe('forbidden');
  });

  it('corrects contact, places and hours of a published card at once, and proposes the rest', async () => {
    const { id, feeder } = await unit('Dom dziennego pobytu');
    const serviceId = await published({ organizationId: id });
    expect(await correct(serviceId, 'contact', { phone: '62 111 22 33' }, feeder)).toMatchObject({
      ok: true,
      value: { proposed: false },
    });
    expect(await correct(serviceId, 'money', { feeKind: 'paid' }, feeder)).toMatchObject({
      ok: true,
      value: { proposed: true },
    });
    const waiting = await seen(serviceId);
    expect(waiting).toMatchObject({
      phone: '62 111 22 33',
      feeKind: null,
      proposals: [{ changes: { feeKind: { before: null, after: 'paid' } } }],
    });
    const [proposal] = waiting?.proposals ?? [];
    const decide = async (decision: string, actor = organiser(), why?: string) =>
      at(await house.runner.run(decideProposal, actor, { proposalId: proposal?.id, decision, why }));
    expect(await decide('accept', feeder)).toBe('forbidden');
    expect(await decide('accept', house.other.as('director'))).toBe('not_found');
    expect(await decide('decline')).toBe('directory.why');
    expect(await decide('accept')).toBe('done');
    expect(await seen(serviceId)).toMatchObject({ feeKind: 'paid', proposals: [] });
    expect(await decide('accept')).toBe('not_found');
  });

  it('reads why a proposal was declined; the card stays as it was', async () => {
    const { id, feeder } = await unit('Klub');
    const serviceId = await published({ organizationId: id });
    await correct(serviceId, 'people', { recipients: 'Tylko członkowie klubu' }, feeder);
    const [proposal] = (await seen(serviceId))?.proposals ?? [];
    const outcome = await house.runner.run(decideProposal, organiser(), {
      proposalId: proposal?.id,
      decision: 'decline',
      why: 'Usługa jest dla wszystkich.',
    });
    expect(at(outcome)).toBe('done');
    expect(await seen(serviceId)).toMatchObject({ recipients: null, proposals: [] });
    expect(await lastAudit(house, 'directory.decide-proposal')).toMatchObject({
      decision: 'declined',
      why: 'Usługa jest dla wszystkich.',
    });
  });
});

describe('directory.report-capacity', () => {
  it('keeps free places, the day, and until when they may be believed', async () => {
    const id = await published();
    const report = { serviceId: id, status: 'free', free: '4', until: '30.11.2026' };
    expect(at(await house.runner.run(reportCapacity, organiser(), report))).toBe('done');
    expect((await seen(id))?.capacity).toEqual({
      ...unknownCapacity,
      status: 'free',
      free: 4,
      on: '2026-11-16',
      until: '2026-11-30',
    });
  });

  it('counts as unknown from the day after', () => {
    const capacity = { ...unknownCapacity, status: 'free', free: 4, until: '2026-11-30' } as const;
    expect(capacityOn(capacity, '2026-11-30').status).toBe('free');
    expect(capacityOn(capacity, '2026-12-01')).toEqual(unknownCapacity);
  });

  it('keeps how long one waits, no number where there are no places, and no waiting where there are', async () => {
    const id = await published();
    await house.runner.run(reportCapacity, organiser(), {
      serviceId: id,
      status: 'waiting',
      free: '4',
      waitValue: '3',
      waitUnit: 'months',
    });
    expect((await seen(id))?.capacity).toMatchObject({
      status: 'waiting',
      free: null,
      wait: { value: 3, unit: 'months' },
    });
    await house.runner.run(reportCapacity, organiser(), { serviceId: id, status: 'free', waitValue: '3' });
    expect((await seen(id))?.capacity).toMatchObject({ status: 'free', wait: null });
  });

  it('is refused for a day in the past, for what residents do not see, to others and across centres', async () => {
    const id = await published();
    const report = async (more: object = {}, actor = organiser()) =>
      at(await house.runner.run(reportCapacity, actor, { serviceId: id, status: 'ask', ...more }));
    expect(await report({ until: '2026-11-15' })).toBe('directory.until-past');
    expect(await rolesAdmitted(async (role) => await report({}, house.centre.as(role)))).toEqual([
      'service_organiser',
      'clerk',
    ]);
    expect(await report({}, house.other.as('clerk'))).toBe('not_found');
    await put(id, { state: 'suspended' });
    expect(await report()).toBe('directory.not-published');
  });
});
