import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import { declarationClause } from '../../../law/index.ts';
import type { Role } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { caseCode, codeHash } from '../domain/follow-up.ts';
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

describe('declarations carry the clause of art. 36(2) letter for letter', () => {
  it('is the clause of the Act, at the end of every declaration', () => {
    expect(declared([relief]).map((one) => one.text)).toEqual([
      `Oświadczam, że spełniam warunki korzystania z usług społecznych określone w programie „Aktywni w Jarocinie”. Jestem świadomy odpowiedzialności karnej za złożenie fałszywego oświadczenia.`,
      `Oświadczam, że przysługuje mi ulga: Karta Dużej Rodziny. Jestem świadomy odpowiedzialności karnej za złożenie fałszywego oświadczenia.`,
    ]);
  });

  it.each([
    ['inflected by gender', 'Jestem świadoma odpowiedzialności karnej za złożenie fałszywego oświadczenia.'],
    ['paraphrased', 'Wiem o odpowiedzialności karnej za fałszywe oświadczenie.'],
    [
      'with another spacing',
      'Jestem  świadomy odpowiedzialności karnej za złożenie fałszywego oświadczenia.',
    ],
    ['left out', ''],
  ])('a clause %s is no declaration', async (_name, clause) => {
    const caseId = await drafted(house, programme);
    const declarations = declared().map((one) => ({
      ...one,
      text: one.text.replace(declarationClause, clause),
    }));
    expect(
      await tried(house, submitApplication, 'clerk', { caseId, declarations, informationGiven: 'tak' }),
    ).toBe('casework.clause');
  });

  it('a declaration in other words than those due, not made, or missing for a relief is refused', async () => {
    const caseId = await drafted(house, programme);
    const run = (declarations: unknown, more = {}) =>
      tried(house, submitApplication, 'clerk', { caseId, declarations, informationGiven: 'tak', ...more });
    expect(
      await run(declared().map((one) => ({ ...one, text: `Oświadczam cokolwiek. ${declarationClause}` }))),
    ).toBe('casework.declaration-changed');
    expect(await run(declared().map((one) => ({ ...one, made: '' })))).toBe('casework.declaration-missing');
    expect(await run([])).toBe('casework.declaration-missing');
    expect(await run(declared(), { reliefs: [relief] })).toBe('casework.declaration-missing');
    expect(await run(declared([relief]), { reliefs: [relief] })).toBe('done');
  });

  it('a carer declares for the person', async () => {
    const caseId = await drafted(house, programme, { applicantRole: 'factual_carer' });
    const sent = { caseId, declarations: declared([], 'factual_carer'), informationGiven: 'tak' };
    expect(await tried(house, submitApplication, 'clerk', sent)).toBe('casework.applicant');
    await done(house, submitApplication, 'clerk', {
      ...sent,
      applicant: { name: 'Ewa Nowak' },
      how: 'record',
    });
    expect(await application(caseId)).toMatchObject({
      applicant: { name: 'Ewa Nowak' },
      declarations: [
        {
          id: 'conditions',
          how: 'record',
          madeOn: '2026-11-16',
          text: expect.stringMatching(
            /osoba, której dotyczy wniosek, .* Jestem świadomy odpowiedzialności karnej za złożenie fałszywego oświadczenia\.$/,
          ),
        },
      ],
    });
  });
});

describe('a sent application is registered', () => {
  it('gets a case sign by the filing plan, a day of receipt and the information it was given', async () => {
    const caseId = await submitted(house, programme);
    expect(await rowOf(house, caseId)).toMatchObject({
      state: 'submitted',
      submitted_on: '2026-11-16',
      sign: expect.stringMatching(/^CUS\.5020\.\d+\.2026$/),
    });
    expect(await application(caseId)).toMatchObject({
      information_clause: '1 z 1.01.2026',
      information_given_on: '2026-11-16',
    });
  });

  it('starts the 30 days of art. 40 on the day of receipt, also when it is registered later', async () => {
    const caseId = await submitted(house, programme, { receivedOn: '2026-11-13' });
    const clocks = await house.owner.query(
      'select kind, starts_on, due_on, amber_on, red_on, state, title from deadline where case_id = $1',
      [caseId],
    );
    // 30 days from Friday 13 November end on Sunday 13 December, so on Monday (art. 57 KPA).
    expect(clocks.rows).toEqual([
      {
        kind: 'planReady',
        starts_on: '2026-11-13',
        due_on: '2026-12-14',
        amber_on: '2026-12-03',
        red_on: '2026-12-10',
        state: 'running',
        title: 'Anna Nowak: Opieka wytchnieniowa',
      },
    ]);
    const later = await drafted(house, programme);
    expect(
      await tried(house, submitApplication, 'clerk', {
        caseId: later,
        declarations: declared(),
        informationGiven: 'tak',
        receivedOn: '17.11.2026',
      }),
    ).toBe('casework.received-later');
  });

  it('is confirmed by a letter that is rendered after the commit', async () => {
    const caseId = await submitted(house, programme);
    const issued = await house.owner.query(
      'select id, kind, sign, letter, issued_on from document where case_id = $1',
      [caseId],
    );
    expect(issued.rows[0]).toMatchObject({
      kind: 'receipt',
      sign: expect.stringContaining('CUS.5020.'),
      issued_on: '2026-11-16',
      letter: {
        title: 'Potwierdzenie przyjęcia wniosku',
        addressee: ['Anna Nowak', 'ul. Kwiatowa 5', '63-200 Jarocin'],
      },
    });
    expect(JSON.stringify(issued.rows[0].letter)).toContain('16 grudnia 2026');
    const messages = await house.owner.query(`select kind from outbox where payload->>'documentId' = $1`, [
      issued.rows[0].id,
    ]);
    expect(messages.rows).toEqual([{ kind: 'records.render' }]);
  });

  it('prints no shielded address', async () => {
    const personId = await addPerson(house, house.centre, { shielded: true });
    const caseId = await drafted(house, programme, { personId });
    await done(house, submitApplication, 'clerk', {
      caseId,
      declarations: declared(),
      informationGiven: true,
    });
    const issued = await house.owner.query('select letter from document where case_id = $1', [caseId]);
    expect(JSON.stringify(issued.rows[0].letter)).not.toContain('Kwiatowa');
  });

  it('gives a code whose hash is kept with the birth date of the register', async () => {
    const seed = 'the-secret-of-this-page';
    const caseId = await submitted(house, programme, { seed });
    const kept = await house.owner.query('select code_hash, birth_date from case_code where case_id = $1', [
      caseId,
    ]);
    expect(kept.rows).toEqual([
      { code_hash: codeHash(house.centre.id, caseCode(seed, caseId)), birth_date: '1948-03-02' },
    ]);
  });

  it('needs a name and an address when the register does not know the person, and the information of art. 13 GDPR', async () => {
    const caseId = await report(house);
    await done(house, startApplication, 'clerk', { caseId, ...wanted() });
    const run = (more: object) =>
      tried(house, submitApplication, 'clerk', { caseId, declarations: declared(), ...more });
    expect(await run({ informationGiven: 'tak' })).toBe('casework.no-contact');
    const answers = { name: 'Jan Kłos', residence_address: 'ul. Wodna 3, Jarocin' };
    expect(await run({ answers })).toBe('casework.information');
    expect(await run({ answers, informationGiven: 'tak' })).toBe('done');
  });

  it('sent twice gets one sign', async () => {
    const caseId = await drafted(house, programme);
    const sent = { caseId, declarations: declared(), informationGiven: true };
    const once = newId();
    const both = await Promise.all([
      done(house, submitApplication, 'clerk', sent, { once }),
      done(house, submitApplication, 'clerk', sent, { once }),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(await tried(house, submitApplication, 'clerk', sent)).toBe('casework.wrong-state');
  });

  it('only by the window and the coordinator, only of this centre, only while the programme is in force', async () => {
    const caseId = await drafted(house, programme);
    const sent = { caseId, declarations: declared(), informationGiven: true };
    for (const role of [
      'director',
      'service_organiser',
      'community_organiser',
      'assistance_organiser',
      'provider',
      'resident',
      'visitor',
    ] as const)
      expect(await tried(house, submitApplication, role, sent)).toBe('access.forbidden');
    expect(await house.runner.run(submitApplication, house.other.as('clerk'), sent)).toMatchObject({
      problem: { kind: 'not_found' },
    });
    const ending = await addProgramme(house, house.centre);
    const late = await drafted(house, ending);
    await house.owner.query(`update programme_version set state = 'ended' where id = $1`, [ending.versionId]);
    expect(await tried(house, submitApplication, 'clerk', { ...sent, caseId: late })).toBe(
      'casework.programme-not-in-force',
    );
  });
});
