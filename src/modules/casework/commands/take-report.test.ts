import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import type { Role } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { caseCode, codeHash } from '../domain/follow-up.ts';
import {
  addPerson,
  addProgramme,
  codeOf,
  done,
  fieldsOf,
  need,
  report,
  rowOf,
  tried,
} from '../intake.fixture.ts';
import { answerReport } from './answer-report.ts';
import { assign } from './assign.ts';
import { identifyPerson } from './identify-person.ts';
import { takeReport } from './take-report.ts';

const house = testHouse();

const input = { channel: 'in_person', gmina: gminas.town, needs: [{ words: need, area: '6' }] };

let foreignPerson: string;
let foreignCase: string;

beforeAll(async () => {
  foreignPerson = await addPerson(house, house.other);
  const outcome = await house.runner.run(takeReport, house.other.as('clerk'), input);
  foreignCase = outcome.ok ? outcome.value.caseId : '';
});

describe('a need report (zgłoszenie potrzeby) is taken down once', () => {
  it.each<Role>([
    'clerk',
    'service_organiser',
    'community_organiser',
    'assistance_organiser',
    'plan_coordinator',
  ])('%s takes it down', async (role) => {
    expect(await tried(house, takeReport, role, input)).toBe('done');
  });

  it.each<Role>([
    'director',
    'provider',
    'feeder',
    'region',
    'auditor',
    'administrator',
    'visitor',
    'resident',
  ])('%s does not take it down at the window', async (role) => {
    expect(await tried(house, takeReport, role, input)).toBe('access.forbidden');
  });

  it('keeps who calls, for whom, the need in their own words, the area and the wish of contact', async () => {
    const caseId = await report(house, {
      channel: 'phone',
      reporter: { name: 'Ewa Kłos', phone: '600 100 200', role: 'family' },
      about: { name: 'Jan Kłos', birthYear: '1941' },
      needs: [
        { words: need, area: '6' },
        { words: 'Boję się nocy.', area: '' },
        { words: '', area: '' },
      ],
      contactWish: 'po 16',
    });
    const rows = await house.owner.query(
      'select words, area from need where case_id = $1 order by position',
      [caseId],
    );
    expect(rows.rows).toEqual([
      { words: need, area: 6 },
      { words: 'Boję się nocy.', area: null },
    ]);
    const kept = await house.owner.query('select * from need_report where case_id = $1', [caseId]);
    expect(kept.rows[0]).toMatchObject({
      taken_by: house.centre.as('clerk').accountId,
      reporter_name: 'Ewa Kłos',
      reporter_phone: '+48600100200',
      reporter_role: 'family',
      about: { name: 'Jan Kłos', birthYear: 1941 },
      contact_wish: 'po 16',
    });
    expect(await rowOf(house, caseId)).toMatchObject({
      state: 'reported',
      gmina: gminas.town,
      person_id: null,
      version: 1,
      received_at: house.clock.now(),
    });
  });

  it('is called by the first words of the need, cut between words', async () => {
    const long =
      'Potrzebuję kogoś, kto zawiezie mnie do lekarza w Poznaniu i poczeka ze mną w poczekalni do końca wizyty.';
    const caseId = await report(house, { needs: [{ words: long }] });
    expect((await rowOf(house, caseId))['title']).toBe(
      'Potrzebuję kogoś, kto zawiezie mnie do lekarza w Poznaniu i poczeka ze…',
    );
  });

  it('demands a gmina that the centre serves: a centre by agreement serves several', async () => {
    expect(await tried(house, takeReport, 'clerk', { ...input, gmina: '1465011' })).toBe(
      'casework.foreign-gmina',
    );
    expect(
      await house.runner.run(takeReport, house.centre.as('clerk'), { ...input, gmina: '' }),
    ).toMatchObject({ ok: false, problem: { fields: { gmina: expect.any(String) } } });
  });

  it('demands a need, a phone that can be dialled and a birth year that exists', async () => {
    const outcome = await house.runner.run(takeReport, house.centre.as('clerk'), {
      ...input,
      needs: [{ words: '' }],
      reporter: { phone: '12' },
      about: { birthYear: '1492', birthDate: '30.02.2026' },
    });
    expect(Object.keys(fieldsOf(outcome)).sort()).toEqual([
      'about.birthDate',
      'about.birthYear',
      'needs.0.words',
      'reporter.phone',
    ]);
  });

  it('knows nobody who is born after today', async () => {
    const born = async (about: object) =>
      fieldsOf(await house.runner.run(takeReport, house.centre.as('clerk'), { ...input, about }));
    expect(Object.keys(await born({ birthDate: '2026-11-17' }))).toEqual(['about.birthDate']);
    expect(Object.keys(await born({ birthYear: '2027' }))).toEqual(['about.birthYear']);
    expect(await tried(house, takeReport, 'clerk', { ...input, about: { birthDate: '2026-11-16' } })).toBe(
      'done',
    );
    expect(await tried(house, takeReport, 'clerk', { ...input, about: { birthYear: '2026' } })).toBe('done');
  });

  it("does not know another centre's person or service", async () => {
    expect(await tried(house, takeReport, 'clerk', { ...input, personId: foreignPerson })).toBe(
      'access.not-found',
    );
    const { serviceId } = await addProgramme(house, house.other);
    expect(await tried(house, takeReport, 'clerk', { ...input, needs: [{ words: need, serviceId }] })).toBe(
      'casework.unknown-service',
    );
  });

  it('keeps HTML in words as words', async () => {
    const caseId = await report(house, { needs: [{ words: '<script>alert(1)</script>' }] });
    expect((await rowOf(house, caseId))['title']).toBe('<script>alert(1)</script>');
  });

  it('sent twice is one report', async () => {
    const once = newId();
    const first = await done(house, takeReport, 'clerk', input, { once });
    expect(await done(house, takeReport, 'clerk', input, { once })).toEqual(first);
  });
});

describe('on the web a resident reports without an account', () => {
  const web = { ...input, channel: 'web', reporter: { phone: '600100200' } };

  it('is taken, and nobody of the centre has taken it down', async () => {
    const { caseId } = await done(house, takeReport, 'visitor', web);
    const kept = await house.owner.query('select taken_by from need_report where case_id = $1', [caseId]);
    expect(kept.rows[0]).toEqual({ taken_by: null });
  });

  it('needs a way to answer', async () => {
    expect(await tried(house, takeReport, 'visitor', { ...web, reporter: {} })).toBe('casework.no-contact');
  });

  it('names nobody of the register, so it tells nothing of who is in it', async () => {
    const personId = await addPerson(house, house.centre);
    expect(await tried(house, takeReport, 'visitor', { ...web, personId })).toBe('access.forbidden');
    expect(await tried(house, takeReport, 'visitor', { ...web, personId: newId() })).toBe('access.forbidden');
  });

  it('a resident with an account names themselves and nobody else', async () => {
    const own = await addPerson(house, house.centre);
    const resident = await house.centre.account('resident', { personId: own });
    const other = await addPerson(house, house.centre);
    expect(codeOf(await house.runner.run(takeReport, resident, { ...web, personId: own }))).toBe('done');
    expect(codeOf(await house.runner.run(takeReport, resident, { ...web, personId: other }))).toBe(
      'access.forbidden',
    );
  });

  it('a resident who reports for themselves from their account is the person of the case', async () => {
    const own = await addPerson(house, house.centre);
    const resident = await house.centre.account('resident', { personId: own });
    const outcome = await house.runner.run(takeReport, resident, {
      ...web,
      reporter: { phone: '600100200', role: 'self' },
    });
    expect(outcome.ok && (await rowOf(house, outcome.value.caseId))).toMatchObject({ person_id: own });
  });

  it('gives a follow-up code when a birth date is given; only its hash is kept', async () => {
    const seed = 'a-secret-of-the-sending-page';
    const { caseId, hasCode } = await done(house, takeReport, 'visitor', {
      ...web,
      about: { birthDate: '2.03.1948' },
      seed,
    });
    expect(hasCode).toBe(true);
    const kept = await house.owner.query('select code_hash, birth_date from case_code where case_id = $1', [
      caseId,
    ]);
    expect(kept.rows).toEqual([
      { code_hash: codeHash(house.centre.id, caseCode(seed, caseId)), birth_date: '1948-03-02' },
    ]);
    expect((await done(house, takeReport, 'visitor', { ...web, seed })).hasCode).toBe(false);
  });
});

describe('the person of a report is made known later', () => {
  it.each<Role>(['clerk', 'service_organiser', 'plan_coordinator'])('%s says who it is', async (role) => {
    const [caseId, personId] = await Promise.all([report(house), addPerson(house, house.centre)]);
    await done(house, identifyPerson, role, { caseId, personId });
    expect(await rowOf(house, caseId)).toMatchObject({ person_id: personId, version: 2 });
  });

  it.each<Role>([
    'director',
    'community_organiser',
    'assistance_organiser',
    'provider',
    'resident',
    'visitor',
  ])('%s does not', async (role) => {
    const [caseId, personId] = await Promise.all([report(house), addPerson(house, house.centre)]);
    expect(await tried(house, identifyPerson, role, { caseId, personId })).toBe('access.forbidden');
  });

  it("not by another centre's person, nor in another centre's case", async () => {
    const caseId = await report(house);
    expect(await tried(house, identifyPerson, 'clerk', { caseId, personId: foreignPerson })).toBe(
      'access.not-found',
    );
    expect(
      await tried(house, identifyPerson, 'clerk', {
        caseId: foreignCase,
        personId: await addPerson(house, house.centre),
      }),
    ).toBe('access.not-found');
  });

  it('not in a case that is closed', async () => {
    const caseId = await report(house);
    await done(house, answerReport, 'clerk', { caseId, answer: 'Podano adres.' });
    expect(
      await tried(house, identifyPerson, 'clerk', { caseId, personId: await addPerson(house, house.centre) }),
    ).toBe('casework.person-settled');
  });
});

describe('a report that needed information is answered and closed', () => {
  it('keeps the answer, the day and who gave it', async () => {
    const caseId = await report(house);
    await done(house, answerReport, 'clerk', { caseId, answer: 'Podano numer do poradni.' });
    expect(await rowOf(house, caseId)).toMatchObject({ state: 'answered', closed_on: '2026-11-16' });
    const kept = await house.owner.query(
      'select answer, answered_on, answered_by from need_report where case_id = $1',
      [caseId],
    );
    expect(kept.rows[0]).toEqual({
      answer: 'Podano numer do poradni.',
      answered_on: '2026-11-16',
      answered_by: house.centre.as('clerk').accountId,
    });
  });

  it('only once, only in words, only by who works with reports', async () => {
    const caseId = await report(house);
    expect(
      await house.runner.run(answerReport, house.centre.as('clerk'), { caseId, answer: '' }),
    ).toMatchObject({ ok: false, problem: { kind: 'invalid' } });
    for (const role of ['director', 'community_organiser', 'provider', 'resident'] as const)
      expect(await tried(house, answerReport, role, { caseId, answer: 'x' })).toBe('access.forbidden');
    await done(house, answerReport, 'service_organiser', { caseId, answer: 'Podano adres.' });
    expect(await tried(house, answerReport, 'clerk', { caseId, answer: 'Jeszcze raz.' })).toBe(
      'casework.wrong-state',
    );
    expect(await tried(house, answerReport, 'clerk', { caseId: foreignCase, answer: 'x' })).toBe(
      'access.not-found',
    );
  });

  it('a form opened before somebody else changed the case is refused as stale', async () => {
    const caseId = await report(house);
    await done(
      house,
      identifyPerson,
      'clerk',
      { caseId, personId: await addPerson(house, house.centre) },
      { version: 1 },
    );
    const stale = await house.runner.run(
      answerReport,
      house.centre.as('clerk'),
      { caseId, answer: 'x' },
      { version: 1 },
    );
    expect(stale).toMatchObject({ ok: false, problem: { kind: 'stale' } });
  });
});

describe('a case gets a coordinator of individual plans', () => {
  it.each<Role>(['clerk', 'service_organiser', 'director'])('%s assigns', async (role) => {
    const caseId = await report(house);
    const coordinatorId = house.centre.as('plan_coordinator').accountId;
    await done(house, assign, role, { caseId, coordinatorId });
    expect(await rowOf(house, caseId)).toMatchObject({ coordinator_id: coordinatorId });
  });

  it.each<Role>(['plan_coordinator', 'community_organiser', 'provider', 'resident'])(
    '%s does not',
    async (role) => {
      expect(
        await tried(house, assign, role, {
          caseId: await report(house),
          coordinatorId: house.centre.as('plan_coordinator').accountId,
        }),
      ).toBe('access.forbidden');
    },
  );

  it('only somebody who is a coordinator today', async () => {
    const caseId = await report(house);
    expect(
      await tried(house, assign, 'director', { caseId, coordinatorId: house.centre.as('clerk').accountId }),
    ).toBe('casework.not-a-coordinator');
    expect(
      await tried(house, assign, 'director', {
        caseId,
        coordinatorId: house.other.as('plan_coordinator').accountId,
      }),
    ).toBe('casework.not-a-coordinator');
  });

  it('not in a closed case, and never past the handover of a running plan (art. 45(1))', async () => {
    const coordinatorId = house.centre.as('plan_coordinator').accountId;
    const caseId = await report(house);
    await done(house, answerReport, 'clerk', { caseId, answer: 'Podano adres.' });
    expect(await tried(house, assign, 'director', { caseId, coordinatorId })).toBe('casework.closed');
    const running = await report(house);
    await house.owner.query(`update case_file set state = 'plan_running' where id = $1`, [running]);
    expect(await tried(house, assign, 'director', { caseId: running, coordinatorId })).toBe(
      'casework.needs-handover',
    );
    expect(await tried(house, assign, 'director', { caseId: foreignCase, coordinatorId })).toBe(
      'access.not-found',
    );
  });
});
