import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { placesOf } from '../../../test/support/everything.ts';
import type { AnyCommand } from '../../platform/runner/command.ts';
import type { Role } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { correctPerson, registerPerson } from '../people/index.ts';
import { adoptActivities, endActivityCommand, enterActivity, publishClause } from './commands/register.ts';
import { answerRequest, extendRequest, takeRequest } from './commands/requests.ts';
import { allowInSpite, endAllowed, lift, restrict } from './commands/restriction.ts';
import { holdings, notHeld } from './domain/holdings.ts';
import { columnWords, tableWords } from './pl-columns.ts';
import { isTechnical } from './domain/holdings.ts';
import { personStanding, privacyHome, requestSubject, viewRequest } from './queries/home.ts';
import { accessPack } from './queries/pack.ts';
import { clausesQuery, publicClauses, registerQuery } from './queries/register.ts';
import { exportStatistics } from './queries/statistics.ts';

const house = testHouse();
const town = '3006023';

const run = async (command: AnyCommand, role: Role, input: unknown, centre = house.centre) => {
  const outcome = await house.runner.run(command, centre.as(role), input);
  return outcome.ok ? outcome.value : outcome.problem.code;
};

let serial = 0;
const person = async (more: Record<string, unknown> = {}, centre = house.centre): Promise<string> => {
  const outcome = await house.runner.run(registerPerson, centre.as('clerk'), {
    givenName: 'Zenobia',
    familyName: `Wyrwicz${['ak', 'ek', 'ok', 'uk', 'yk', 'owa', 'ina', 'ula'][serial % 8]}${'abcdefgh'[Math.floor(serial++ / 8)]}`,
    noPeselReason: 'not_given',
    gmina: town,
    ...more,
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.personId;
};
const caseOf = async (personId: string, more: { closedOn?: string; area?: number } = {}): Promise<string> => {
  const caseId = newId();
  await house.owner.query(
    `insert into case_file (centre_id, id, gmina, person_id, title, state, channel, submitted_on, closed_on)
     values ($1, $2, $3, $4, 'Pomoc w domu', $5, 'in_person', '2026-11-02', $6)`,
    [house.centre.id, caseId, town, personId, more.closedOn ? 'closed' : 'qualified', more.closedOn ?? null],
  );
  await house.owner.query(
    `insert into need (centre_id, id, case_id, words, area) values ($1, $2, $3, 'Nie wstaję bez pomocy', $4)`,
    [house.centre.id, newId(), caseId, more.area ?? 5],
  );
  return caseId;
};
const asked = (personId: string, more: Record<string, unknown> = {}) => ({
  personId,
  kind: 'access',
  askedBy: 'person',
  identifiedBy: 'okazany dowód',
  channel: 'in_person',
  receivedOn: '2026-11-10',
  ...more,
});
const requestOf = async (personId: string, more: Record<string, unknown> = {}): Promise<string> => {
  const outcome = await house.runner.run(takeRequest, house.centre.as('clerk'), asked(personId, more));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.requestId;
};

describe('A request about data (art. 12 and 15-21 GDPR)', () => {
  it('has a clock of one month from the day it came, prolonged once to three with a reason', async () => {
    const personId = await person();
    expect(await run(takeRequest, 'clerk', asked(personId))).toMatchObject({ dueOn: '2026-12-10' });
    const requestId = await requestOf(personId, { kind: 'erasure' });
    expect(await run(extendRequest, 'auditor', { requestId, why: 'wiele akt' })).toMatchObject({
      dueOn: '2027-02-10',
    });
    expect(await run(extendRequest, 'auditor', { requestId, why: 'jeszcze' })).toBe('privacy.extended');
  });

  it('is not taken for a day that has not come, nor prolonged when its month is over', async () => {
    const personId = await person();
    expect(await run(takeRequest, 'clerk', asked(personId, { receivedOn: '2026-11-17' }))).toBe(
      'privacy.later',
    );
    const requestId = await requestOf(personId, { receivedOn: '2026-09-01' });
    expect(await run(extendRequest, 'auditor', { requestId, why: 'x' })).toBe('privacy.too-late');
  });

  it('is answered once, by who watches over data', async () => {
    const requestId = await requestOf(await person());
    const answer = { requestId, state: 'done', answer: 'Wydano pakiet.' };
    for (const role of ['clerk', 'plan_coordinator', 'administrator', 'resident', 'provider'] as const)
      expect(await run(answerRequest, role, answer)).toBe('access.forbidden');
    expect(await run(answerRequest, 'director', answer)).toEqual({ requestId });
    expect(await run(answerRequest, 'director', answer)).toBe('privacy.answered');
  });

  it('of another centre does not exist', async () => {
    const requestId = await requestOf(await person());
    expect(await run(answerRequest, 'director', { requestId, state: 'done', answer: 'x' }, house.other)).toBe(
      'access.not-found',
    );
    expect((await house.runner.ask(viewRequest, house.other.as('auditor'), { requestId })).ok).toBe(false);
    expect((await house.runner.ask(accessPack, house.other.as('auditor'), { requestId })).ok).toBe(false);
  });

  it('stands on the page of who watches, the most urgent first', async () => {
    const personId = await person();
    await requestOf(personId, { receivedOn: '2026-10-20' });
    const home = await house.runner.ask(privacyHome, house.centre.as('auditor'), {});
    if (!home.ok) throw new Error(home.problem.code);
    const open = home.value.requests.filter(({ state }) => state === 'open').map(({ dueOn }) => dueOn);
    expect(open).toEqual(open.toSorted());
    for (const role of ['clerk', 'plan_coordinator', 'administrator'] as const)
      expect((await house.runner.ask(privacyHome, house.centre.as(role), {})).ok).toBe(false);
    expect(
      (await house.runner.ask(requestSubject, house.centre.as('plan_coordinator'), { personId })).ok,
    ).toBe(false);
  });
});

describe('The pack of an access request (art. 15)', () => {
  it('holds everything of all modules, opened, without other people’s data', async () => {
    const personId = await person({
      pesel: '44051401359',
      noPeselReason: '',
      phone: '600111222',
      otherIdKind: 'paszport',
      otherIdNumber: 'PK 1112223',
    });
    const caseId = await caseOf(personId);
    await house.owner.query(
      `insert into need_report (centre_id, case_id, reporter_name, reporter_phone, reporter_role, contact_wish)
       values ($1, $2, 'Sąsiadka Ukryta', '600999888', 'neighbour', 'po południu')`,
      [house.centre.id, caseId],
    );
    const requestId = await requestOf(personId);
    const pack = await house.runner.ask(accessPack, house.centre.as('auditor'), { requestId });
    const told = JSON.stringify(pack);
    for (const held of [
      '44051401359',
      'PK 1112223',
      '600111222',
      'Nie wstaję bez pomocy',
      'Pomoc w domu',
      'po południu',
    ])
      expect(told, held).toContain(held);
    for (const ofOthers of ['Sąsiadka Ukryta', '600999888', 'centre_id', 'pesel_mark'])
      expect(told, ofOthers).not.toContain(ofOthers);
    const { rows } = await house.owner.query(
      `select what from audit_entry where action = 'privacy.access-pack' and person_id = $1`,
      [personId],
    );
    expect(rows).toHaveLength(1);
  });

  it('is made for an access request, by who watches over data', async () => {
    const personId = await person();
    const restriction = await requestOf(personId, { kind: 'restriction' });
    expect(
      (await house.runner.ask(accessPack, house.centre.as('auditor'), { requestId: restriction })).ok,
    ).toBe(false);
    const requestId = await requestOf(personId);
    expect((await house.runner.ask(accessPack, house.centre.as('clerk'), { requestId })).ok).toBe(false);
  });

  it('leaves out no table that leads to a person or a case', async () => {
    const { rows } = await house.owner.query<{ table: string }>(
      `select distinct c.table_name::text as table from information_schema.columns c
       join information_schema.tables t on t.table_schema = 'public' and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
       where c.table_schema = 'public' and c.column_name in ('person_id', 'case_id', 'plan_version_id', 'fee_id')
       order by 1`,
    );
    const known = new Set([...holdings.map(({ table }) => table), ...Object.keys(notHeld)]);
    expect(rows.map(({ table }) => table).filter((table) => !known.has(table))).toEqual([]);
  });

  it('has words for every table and column', async () => {
    const { rows } = await house.owner.query<{ table: string; column: string }>(
      `select table_name::text as table, column_name::text as column from information_schema.columns
       where table_schema = 'public' and table_name = any($1)`,
      [holdings.map(({ table }) => table)],
    );
    const ofOthers = new Set(holdings.flatMap((one) => one.ofOthers ?? []));
    const silent = rows.filter(
      ({ column }) =>
        !isTechnical(column) &&
        !column.endsWith('_sealed') &&
        !ofOthers.has(column) &&
        columnWords[column] === undefined,
    );
    expect(silent).toEqual([]);
    expect(holdings.filter(({ table }) => tableWords[table] === undefined)).toEqual([]);
  });
});

describe('Restriction of processing (art. 18)', () => {
  const restricted = async () => {
    const personId = await person();
    const caseId = await caseOf(personId);
    expect(await run(restrict, 'director', { personId, ground: 'accuracy', reason: 'spór' })).toEqual({
      personId,
    });
    return { personId, caseId };
  };
  const write = (caseId: string) =>
    house.owner.query(`update need set words = 'inne' where case_id = $1`, [caseId]);

  it('is marked for everybody who meets the person', async () => {
    const { personId } = await restricted();
    const seen = await house.runner.ask(personStanding, house.centre.as('plan_coordinator'), { personId });
    expect(seen).toMatchObject({ value: { restriction: { ground: 'accuracy' } } });
    expect((await house.runner.ask(personStanding, house.centre.as('provider'), { personId })).ok).toBe(
      false,
    );
  });

  it('stops every change but storage in the database itself, whoever writes; rectification goes on', async () => {
    const { personId, caseId } = await restricted();
    await expect(write(caseId)).rejects.toThrow('processing is restricted');
    await expect(
      house.owner.query(`update case_file set title = 'inna' where id = $1`, [caseId]),
    ).rejects.toThrow('processing is restricted');
    const corrected = await house.runner.run(correctPerson, house.centre.as('clerk'), {
      personId,
      givenName: 'Zenobia',
      familyName: 'Poprawiona',
      noPeselReason: 'not_given',
      gmina: town,
      why: 'mistake',
    });
    expect(corrected.ok).toBe(true);
  });

  it('lets be done what art. 18(2) lets, until the day, and is stopped again by the daily run', async () => {
    const { personId, caseId } = await restricted();
    const input = { personId, ground: 'claims', reason: 'pozew', until: '2026-11-20' };
    expect(await run(allowInSpite, 'clerk', input)).toBe('access.forbidden');
    expect(await run(allowInSpite, 'director', { ...input, until: '2026-11-15' })).toBe('privacy.past');
    expect(await run(allowInSpite, 'director', input)).toEqual({ personId });
    await write(caseId);
    house.clock.set('2026-11-21T04:00:00.000Z');
    const system = { ...house.centre.as('clerk'), roles: ['system'] as const };
    await house.runner.run(endAllowed, system, {});
    house.clock.set('2026-11-16T09:00:00.000Z');
    await expect(write(caseId)).rejects.toThrow('processing is restricted');
  });

  it('ends after the person was told, and once', async () => {
    const { personId, caseId } = await restricted();
    const end = { personId, toldOn: '2026-11-16', why: 'dane potwierdzono' };
    expect(await run(lift, 'director', { ...end, toldOn: '2026-11-17' })).toBe('privacy.later');
    expect(await run(lift, 'director', { ...end, toldOn: '2026-11-01' })).toBe('privacy.told-before');
    expect(await run(restrict, 'director', { personId, ground: 'claims', reason: 'x' })).toBe(
      'privacy.restricted-already',
    );
    expect(await run(lift, 'clerk', end)).toBe('access.forbidden');
    expect(await run(lift, 'director', end)).toEqual({ personId });
    await write(caseId);
    expect(await run(lift, 'director', end)).toBe('access.not-found');
  });
});

describe('What a programme does not name is not written (art. 5(3)(9), 22, 50)', () => {
  it('is refused by the database, whoever writes', async () => {
    const caseId = await caseOf(await person());
    const write = (answers: unknown) =>
      house.owner.query(
        `insert into application (centre_id, case_id, applicant_role, answers) values ($1, $2, 'person', $3)`,
        [house.centre.id, caseId, JSON.stringify(answers)],
      );
    await expect(write({ name: 'Zenobia', convictions: 'tak' })).rejects.toThrow('does not name convictions');
    await write({ name: 'Zenobia', phone: '600111222' });
    await expect(
      house.owner.query(`update application set answers = '{"health_needs": "x"}' where case_id = $1`, [
        caseId,
      ]),
    ).rejects.toThrow('does not name health_needs');
  });
});

describe('The register of processing (art. 30) and information clauses (art. 13, 14)', () => {
  const entry = {
    name: 'Zgłoszenia',
    purpose: 'cel',
    basis: 'art. 22',
    subjects: 'osoby',
    dataKinds: 'dane',
    recipients: 'nikt',
    retention: 'B10',
    safeguards: 'klucz',
    validFrom: '2026-11-16',
  };
  it('begins with proposals, once', async () => {
    expect(await run(adoptActivities, 'clerk', {})).toBe('access.forbidden');
    expect(await run(adoptActivities, 'auditor', {})).toMatchObject({ entered: 5 });
    expect(await run(adoptActivities, 'auditor', {})).toBe('privacy.register-kept');
  });

  it('is kept in versions: a change is the next one and the earlier stays', async () => {
    const made = await run(enterActivity, 'auditor', entry);
    expect(made).toMatchObject({ number: 1 });
    const { activityId } = made as { activityId: string };
    expect(await run(enterActivity, 'auditor', { ...entry, activityId, purpose: 'inny' })).toMatchObject({
      number: 2,
    });
    expect(await run(enterActivity, 'auditor', { ...entry, activityId, validFrom: '2026-01-01' })).toBe(
      'privacy.version-before',
    );
    const register = await house.runner.ask(registerQuery, house.centre.as('director'), {});
    if (!register.ok) throw new Error(register.problem.code);
    const versions = register.value.activities.filter(({ id }) => id === activityId);
    expect(versions.map(({ purpose }) => purpose)).toEqual(['inny', 'cel']);
    expect(await run(endActivityCommand, 'auditor', { activityId }, house.other)).toBe('access.not-found');
    expect(await run(endActivityCommand, 'auditor', { activityId })).toEqual({ activityId });
    expect(await run(endActivityCommand, 'auditor', { activityId })).toBe('privacy.activity-ended');
    expect(await run(enterActivity, 'clerk', entry)).toBe('access.forbidden');
    expect((await house.runner.ask(registerQuery, house.centre.as('clerk'), {})).ok).toBe(false);
  });

  it('is three registers: what the centre does, who processes for it, what it does for others (art. 28, 30(2))', async () => {
    const made = await run(enterActivity, 'auditor', {
      ...entry,
      kind: 'processor',
      name: 'Serwerownia Sp. z o.o., Poznań',
      basis: 'umowa powierzenia nr 3/2026 z 2 listopada 2026 r.',
    });
    const { activityId } = made as { activityId: string };
    // The next version stays in its register, whatever is sent.
    await run(enterActivity, 'auditor', { ...entry, kind: 'activity', activityId });
    expect(await run(enterActivity, 'auditor', { ...entry, kind: 'other' })).toBe('input.invalid');
    const register = await house.runner.ask(registerQuery, house.centre.as('auditor'), { activityId });
    expect(register).toMatchObject({
      value: {
        activities: [
          { kind: 'processor', number: 2 },
          { kind: 'processor', number: 1 },
        ],
      },
    });
  });

  it('clauses are published in three languages and numbered; everybody reads those in force', async () => {
    const clause = { kind: 'application', pl: 'Słowa', uk: 'Слова', en: 'Words', validFrom: '2026-11-16' };
    expect(await run(publishClause, 'clerk', clause)).toBe('access.forbidden');
    expect(await run(publishClause, 'auditor', { ...clause, validFrom: '2026-11-01' })).toBe('privacy.past');
    expect(await run(publishClause, 'auditor', clause)).toMatchObject({ number: 1 });
    expect(await run(publishClause, 'auditor', { ...clause, validFrom: '2026-12-01' })).toMatchObject({
      number: 2,
    });
    const read = await house.runner.ask(publicClauses, house.centre.as('visitor'), {});
    expect(read).toMatchObject({ value: { clauses: [{ number: 1, words: { uk: 'Слова' } }] } });
    expect((await house.runner.ask(clausesQuery, house.centre.as('clerk'), {})).ok).toBe(false);
  });
});

describe('Statistics without persons (art. 89)', () => {
  it('have another pseudonym each time, and no combination that stands for fewer than k people', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 6; at++) {
      const personId = await person({ birthDate: `194${at}-0${at + 1}-12`, sex: 'female' });
      ids.push(personId);
      await caseOf(personId, { area: 4 });
    }
    await caseOf(await person({ birthDate: '1999-03-12', sex: 'male' }), { area: 9 });
    const input = { from: '2020-01-01', to: '2030-12-31', k: '5' };
    const exported = async () => {
      const outcome = await house.runner.ask(exportStatistics, house.centre.as('director'), input);
      if (!outcome.ok) throw new Error(outcome.problem.code);
      return outcome.value;
    };
    const [one, other] = [await exported(), await exported()];
    const groups = Map.groupBy(one.rows, ({ gmina, sex, ageBand, area }) =>
      [gmina, sex, ageBand, area].join(),
    );
    for (const rows of groups.values())
      expect(new Set(rows.map(({ pseudonym }) => pseudonym)).size).toBeGreaterThanOrEqual(5);
    expect(one.rows.some(({ ageBand, area }) => ageBand === '75+' && area === 'pomoc społeczna')).toBe(true);
    expect(JSON.stringify(one)).not.toContain('kultura"');
    const known = new Set(one.rows.map(({ pseudonym }) => pseudonym));
    expect(other.rows.some(({ pseudonym }) => known.has(pseudonym))).toBe(false);
    expect(ids.some((id) => JSON.stringify(one).includes(id))).toBe(false);
    for (const role of ['clerk', 'plan_coordinator', 'administrator', 'region'] as const)
      expect((await house.runner.ask(exportStatistics, house.centre.as(role), input)).ok).toBe(false);
  });
});

describe('The journal', () => {
  it('names a resident by the account alone, so that erasure can reach the name', async () => {
    const personId = await person();
    const resident = await house.centre.account('resident', { personId, name: 'Zenobia Imienna' });
    await house.runner.ask(privacyHome, resident, {});
    expect(await placesOf(house.owner, 'Zenobia Imienna')).toEqual(['account.name']);
  });
});
