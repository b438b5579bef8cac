import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { declarationClause } from '../../../law/index.ts';
import { newId } from '../../../platform/ids.ts';
import { caseCode, codeHash } from '../domain/follow-up.ts';
import {
  addPerson,
  addProgramme,
  declared,
  done,
  drafted,
  type Programme,
  relief,
  report,
  rowOf,
  submitted,
  tried,
} from '../intake.fixture.ts';
import { informationClause } from '../pl-information.ts';
import { startApplication } from './start-application.ts';
import { submitApplication } from './submit-application.ts';

const house = testHouse();
let programme: Programme;

beforeAll(async () => {
  programme = await addProgramme(house, house.centre);
});

const application = async (caseId: string): Promise<Record<string, unknown>> =>
  (await house.owner.query('select * from application where case_id = $1', [caseId])).rows[0];

const wanted = (of: Programme = programme) => ({
  programmeVersionId: of.versionId,
  serviceIds: [of.serviceId],
});

describe('declarations carry the clause of art. 36(2) letter for letter', () => {
  it('is the clause of the Act, at the end of every declaration', () => {
    expect(declared([relief]).map((one) => one.text)).toEqual([
      `Oświadczam, że spełniam warunki korzystania z usług społecznych, które określa program: Aktywni w Jarocinie. Jestem świadomy odpowiedzialności karnej za złożenie fałszywego oświadczenia.`,
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
      information_clause: informationClause.version,
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

describe('the information of art. 13 GDPR is kept in versions', () => {
  const shown = async (caseId: string) =>
    (
      await house.owner.query('select clause, shown_on, how from information_shown where case_id = $1', [
        caseId,
      ])
    ).rows;
  const send = async () => {
    const caseId = await drafted(house, programme);
    expect(
      await tried(house, submitApplication, 'clerk', {
        caseId,
        declarations: declared(),
        informationGiven: 'tak',
      }),
    ).toBe('done');
    return caseId;
  };

  it('which one a person was shown and when is written down: the program’s, then the centre’s own in force', async () => {
    const first = await send();
    expect(await shown(first)).toMatchObject([{ clause: informationClause.version, shown_on: '2026-11-16' }]);
    await house.owner.query(
      `insert into information_clause (centre_id, id, kind, number, words, valid_from, made_by, made_at)
       select $1, gen_random_uuid(), 'application', n, '{"pl":"a","uk":"b","en":"c"}', case n when 1 then '2026-11-01'::date else '2026-12-01' end, $2, now()
       from generate_series(1, 2) n`,
      [house.centre.id, house.centre.as('director').accountId],
    );
    const second = await send();
    expect(await shown(second)).toMatchObject([{ clause: 'application 1' }]);
    expect(await application(second)).toMatchObject({ information_clause: 'application 1' });
  });
});
