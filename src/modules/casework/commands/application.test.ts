import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import type { Role } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import {
  addPerson,
  addProgramme,
  declared,
  document,
  done,
  drafted,
  need,
  type Programme,
  relief,
  report,
  rowOf,
  submitted,
  tried,
} from '../intake.fixture.ts';
import { saveApplicationDraft } from './save-application-draft.ts';
import { startApplication } from './start-application.ts';
import { submitApplication } from './submit-application.ts';

const house = testHouse();
let programme: Programme;
let foreign: Programme;

beforeAll(async () => {
  programme = await addProgramme(house, house.centre);
  foreign = await addProgramme(house, house.other);
});

const application = async (caseId: string): Promise<Record<string, unknown>> =>
  (await house.owner.query('select * from application where case_id = $1', [caseId])).rows[0];

const wanted = (of: Programme = programme) => ({
  programmeVersionId: of.versionId,
  serviceIds: [of.serviceId],
});

describe('an application begins (art. 35)', () => {
  it('out of a report, without retyping: the same case, its needs and its person stay', async () => {
    const personId = await addPerson(house, house.centre);
    const caseId = await report(house, { personId });
    await done(house, startApplication, 'clerk', { caseId, ...wanted() });
    expect(await rowOf(house, caseId)).toMatchObject({
      state: 'draft',
      person_id: personId,
      channel: 'phone',
    });
    expect((await house.owner.query('select words from need where case_id = $1', [caseId])).rows).toEqual([
      { words: need },
    ]);
    const asked = await house.owner.query(
      'select service_id, programme_service_id from application_service where case_id = $1',
      [caseId],
    );
    expect(asked.rows).toEqual([
      { service_id: programme.serviceId, programme_service_id: programme.offerId },
    ]);
  });

  it('straight away, called by its services', async () => {
    const caseId = await drafted(house, programme, { needs: [{ words: need }] });
    expect(await rowOf(house, caseId)).toMatchObject({
      state: 'draft',
      title: 'Opieka wytchnieniowa',
      gmina: gminas.town,
    });
    expect(await application(caseId)).toMatchObject({
      applicant_role: 'person',
      programme_version_id: programme.versionId,
      documents: [{ words: document, enclosed: false }],
    });
  });

  it('for a service under a separate statute without a programme: it will be passed on (art. 19)', async () => {
    const caseId = await drafted(house, programme, {
      programmeVersionId: '',
      serviceIds: [programme.otherServiceId],
    });
    expect(await application(caseId)).toMatchObject({ programme_version_id: null });
  });

  it.each<Role>(['clerk', 'plan_coordinator'])('%s begins it', async (role) => {
    expect(await tried(house, startApplication, role, { gmina: gminas.town, ...wanted() })).toBe('done');
  });

  it.each<Role>([
    'director',
    'service_organiser',
    'community_organiser',
    'assistance_organiser',
    'provider',
    'feeder',
    'visitor',
    'resident',
  ])('%s does not (matrix 2.9, art. 49)', async (role) => {
    expect(await tried(house, startApplication, role, { gmina: gminas.town, ...wanted() })).toBe(
      'access.forbidden',
    );
  });

  it("not in another coordinator's case", async () => {
    const caseId = await report(house);
    await house.owner.query('update case_file set coordinator_id = $2 where id = $1', [
      caseId,
      house.centre.as('plan_coordinator').accountId,
    ]);
    const colleague = await house.centre.account('plan_coordinator');
    expect(await house.runner.run(startApplication, colleague, { caseId, ...wanted() })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });

  it('only from a report that waits, only in a programme in force of the same gmina, only for its services', async () => {
    const caseId = await report(house);
    const village = await addProgramme(house, house.centre, { gmina: gminas.village });
    const ended = await addProgramme(house, house.centre, { state: 'ended' });
    expect(await tried(house, startApplication, 'clerk', { caseId, ...wanted(village) })).toBe(
      'casework.programme-of-another-gmina',
    );
    expect(await tried(house, startApplication, 'clerk', { caseId, ...wanted(ended) })).toBe(
      'casework.programme-not-in-force',
    );
    expect(
      await tried(house, startApplication, 'clerk', {
        caseId,
        programmeVersionId: programme.versionId,
        serviceIds: [ended.serviceId],
      }),
    ).toBe('casework.not-in-programme');
    expect(
      await tried(house, startApplication, 'clerk', {
        caseId,
        programmeVersionId: programme.versionId,
        serviceIds: [programme.otherServiceId],
      }),
    ).toBe('casework.not-in-programme');
    expect(
      await tried(house, startApplication, 'clerk', {
        caseId,
        programmeVersionId: programme.versionId,
        serviceIds: [],
      }),
    ).toBe('casework.no-service');
    await done(house, startApplication, 'clerk', { caseId, ...wanted() });
    expect(await tried(house, startApplication, 'clerk', { caseId, ...wanted() })).toBe(
      'casework.wrong-state',
    );
  });

  it("never with another centre's case, programme or person", async () => {
    const caseId = await report(house);
    expect(await tried(house, startApplication, 'clerk', { caseId: newId(), ...wanted() })).toBe(
      'access.not-found',
    );
    expect(await tried(house, startApplication, 'clerk', { caseId, ...wanted(foreign) })).toBe(
      'access.not-found',
    );
    const personId = await addPerson(house, house.other);
    expect(await tried(house, startApplication, 'clerk', { gmina: gminas.town, personId, ...wanted() })).toBe(
      'access.not-found',
    );
  });
});

describe('only what the programme lists may be asked (art. 5(3)(9), 50(1))', () => {
  it('keeps answers to its questions and to the contact minimum', async () => {
    const caseId = await drafted(house, programme);
    await done(house, saveApplicationDraft, 'clerk', {
      caseId,
      answers: {
        name: 'Anna Nowak',
        phone: '600100200',
        lives_alone: 'tak',
        health_mobility: 'Z balkonikiem.',
      },
    });
    expect(await application(caseId)).toMatchObject({
      answers: { name: 'Anna Nowak', lives_alone: 'tak', health_mobility: 'Z balkonikiem.' },
    });
  });

  it.each([
    ['a question of the catalogue that this programme does not list', { convictions: 'brak' }],
    ['a question that nobody has ever listed', { religion: 'x' }],
  ])('refuses %s, with the article', async (_name, answers) => {
    const caseId = await drafted(house, programme);
    const outcome = await house.runner.run(saveApplicationDraft, house.centre.as('clerk'), {
      caseId,
      answers,
    });
    expect(outcome).toMatchObject({
      ok: false,
      problem: {
        code: 'casework.not-on-whitelist',
        basis: 'art. 5 ust. 3 pkt 9, art. 50 ust. 1 ustawy o CUS',
      },
    });
    expect(await application(caseId)).toMatchObject({ answers: {} });
    expect(
      await tried(house, submitApplication, 'clerk', {
        caseId,
        answers,
        declarations: declared(),
        informationGiven: 'tak',
      }),
    ).toBe('casework.not-on-whitelist');
  });

  it('without a programme asks the contact minimum only', async () => {
    const caseId = await drafted(house, programme, {
      programmeVersionId: '',
      serviceIds: [programme.otherServiceId],
    });
    expect(
      await tried(house, saveApplicationDraft, 'clerk', { caseId, answers: { lives_alone: 'tak' } }),
    ).toBe('casework.not-on-whitelist');
    expect(
      await tried(house, saveApplicationDraft, 'clerk', { caseId, answers: { phone: '600100200' } }),
    ).toBe('done');
  });

  it('takes reliefs and documents of the programme and no others', async () => {
    const caseId = await drafted(house, programme);
    expect(
      await tried(house, saveApplicationDraft, 'clerk', { caseId, reliefs: ['Zniżka dla znajomych'] }),
    ).toBe('casework.unknown-relief');
    expect(
      await tried(house, saveApplicationDraft, 'clerk', { caseId, documents: ['Kopia dowodu osobistego'] }),
    ).toBe('casework.unknown-document');
    await done(house, saveApplicationDraft, 'clerk', { caseId, reliefs: relief, documents: [document] });
    expect(await application(caseId)).toMatchObject({
      reliefs: [relief],
      documents: [{ words: document, enclosed: true }],
    });
    await done(house, saveApplicationDraft, 'clerk', { caseId, answers: { lives_alone: 'nie' } });
    expect(await application(caseId)).toMatchObject({ reliefs: [relief] });
    await done(house, saveApplicationDraft, 'clerk', { caseId, reliefs: '', parts: ['reliefs'] });
    expect(await application(caseId)).toMatchObject({ reliefs: [], answers: { lives_alone: 'nie' } });
  });

  it('an answer of a wrong kind is named by its field, in Polish', async () => {
    const caseId = await drafted(house, programme);
    const outcome = await house.runner.run(saveApplicationDraft, house.centre.as('clerk'), {
      caseId,
      answers: { lives_alone: 'może', birth_date: '31.02.1940' },
    });
    expect(outcome).toMatchObject({
      ok: false,
      problem: {
        fields: {
          'answers.lives_alone': 'Wybierz „tak” albo „nie”.',
          'answers.birth_date': 'Takiego dnia nie ma w kalendarzu.',
        },
      },
    });
  });

  it('a draft is written by the clerk and the coordinator, until it is sent', async () => {
    const caseId = await drafted(house, programme);
    for (const role of ['director', 'service_organiser', 'provider', 'resident', 'visitor'] as const)
      expect(await tried(house, saveApplicationDraft, role, { caseId, answers: {} })).toBe(
        'access.forbidden',
      );
    expect(await tried(house, saveApplicationDraft, 'plan_coordinator', { caseId, answers: {} })).toBe(
      'done',
    );
    expect(await house.runner.run(saveApplicationDraft, house.other.as('clerk'), { caseId })).toMatchObject({
      problem: { kind: 'not_found' },
    });
    const sent = await submitted(house, programme);
    expect(await tried(house, saveApplicationDraft, 'clerk', { caseId: sent, answers: {} })).toBe(
      'casework.wrong-state',
    );
  });

  it('two workers in one draft: the later form is refused as stale and nothing is overwritten', async () => {
    const caseId = await drafted(house, programme);
    await done(
      house,
      saveApplicationDraft,
      'clerk',
      { caseId, answers: { lives_alone: 'tak' } },
      { version: 1 },
    );
    const stale = await house.runner.run(
      saveApplicationDraft,
      house.centre.as('plan_coordinator'),
      { caseId, answers: { lives_alone: 'nie' } },
      { version: 1 },
    );
    expect(stale).toMatchObject({ problem: { kind: 'stale' } });
    expect(await application(caseId)).toMatchObject({ answers: { lives_alone: 'tak' } });
  });
});
