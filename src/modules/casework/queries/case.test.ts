import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import type { Actor, Role } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { addNote } from '../commands/add-note.ts';
import { answerReport } from '../commands/answer-report.ts';
import { assign } from '../commands/assign.ts';
import {
  addPerson,
  addProgramme,
  codeOf,
  done,
  type Programme,
  report,
  rowOf,
  submitted,
} from '../intake.fixture.ts';
import { listCasesQuery } from './list-cases.ts';
import { personFile } from './person-file.ts';
import { viewCase } from './view-case.ts';

const house = testHouse();
let programme: Programme;

beforeAll(async () => {
  programme = await addProgramme(house, house.centre);
});

const view = async (caseId: string, actor: Actor = house.centre.as('clerk')) =>
  await house.runner.ask(viewCase, actor, { caseId });
const seen = async (caseId: string, actor: Actor) => codeOf(await view(caseId, actor));
const handOver = async (caseId: string, kind: string) =>
  await house.owner.query(
    `insert into transfer (centre_id, id, case_id, target_kind, target_name, reason, agreed_on, agreed_how, sent_on) values ($1, gen_random_uuid(), $2, $3, 'x', 'x', '2026-11-16', 'x', '2026-11-16')`,
    [house.centre.id, caseId, kind],
  );

const hidden = 'access.not-found';

describe('a case is read by role and relation (domain reference 2.9)', () => {
  it.each<Role>(['clerk', 'director', 'service_organiser'])('%s reads every case', async (role) => {
    expect(await seen(await report(house), house.centre.as(role))).toBe('done');
  });

  it.each<Role>([
    'community_organiser',
    'provider',
    'feeder',
    'region',
    'auditor',
    'administrator',
    'visitor',
    'resident',
    'assistance_organiser',
  ])('%s reads none, and is not told that it is there', async (role) => {
    expect(await seen(await submitted(house, programme), house.centre.as(role))).toBe(hidden);
  });

  it('a coordinator reads their own and nobody’s, not a colleague’s', async () => {
    const caseId = await report(house);
    const mine = house.centre.as('plan_coordinator');
    const colleague = await house.centre.account('plan_coordinator');
    expect(await seen(caseId, colleague)).toBe('done');
    await done(house, assign, 'director', { caseId, coordinatorId: mine.accountId });
    expect(await seen(caseId, mine)).toBe('done');
    expect(await seen(caseId, colleague)).toBe(hidden);
  });

  it('the team reads what was handed over to it, not what went to the office', async () => {
    const [team, office] = await Promise.all([report(house), report(house)]);
    await handOver(team, 'team');
    await handOver(office, 'office');
    expect(await seen(team, house.centre.as('assistance_organiser'))).toBe('done');
    expect(await seen(office, house.centre.as('assistance_organiser'))).toBe(hidden);
  });

  it('a resident reads their own, without the notes and the history of the workers', async () => {
    const caseId = await submitted(house, programme);
    await done(house, addNote, 'clerk', { caseId, body: 'Uwaga robocza.' });
    const own = await house.centre.account('resident', {
      personId: String((await rowOf(house, caseId))['person_id']),
    });
    const stranger = await house.centre.account('resident', {
      personId: await addPerson(house, house.centre),
    });
    expect(await view(caseId, own)).toMatchObject({ ok: true, value: { notes: [], history: [] } });
    expect(await seen(caseId, stranger)).toBe(hidden);
  });

  it("another centre's case is not there, and neither is one that does not exist", async () => {
    expect(await seen(await report(house), house.other.as('director'))).toBe(hidden);
    expect(await seen(newId(), house.centre.as('director'))).toBe(hidden);
  });

  it('a grant by necessity opens it for its hour, and the audit says so', async () => {
    const caseId = await submitted(house, programme);
    await done(house, assign, 'director', {
      caseId,
      coordinatorId: house.centre.as('plan_coordinator').accountId,
    });
    const colleague = await house.centre.account('plan_coordinator');
    const community = await house.centre.account('community_organiser');
    for (const actor of [colleague, community])
      await house.owner.query(
        `insert into access_grant (centre_id, id, account_id, person_id, reason, granted_at, until) values ($1, $2, $3, $4, 'pożar', '2026-11-16T08:00Z', '2026-11-16T10:00Z')`,
        [house.centre.id, newId(), actor.accountId, (await rowOf(house, caseId))['person_id']],
      );
    expect(await view(caseId, colleague)).toMatchObject({ ok: true, value: { granted: true } });
    expect(await seen(caseId, community)).toBe(hidden);
    house.clock.set('2026-11-16T10:00:00.000Z');
    expect(await seen(caseId, colleague)).toBe(hidden);
    house.clock.set('2026-11-16T09:00:00.000Z');
    const trail = await house.owner.query(
      `select what from audit_entry where action = 'casework.view-case' and account_id = $1 and kind = 'read'`,
      [colleague.accountId],
    );
    expect(trail.rows).toEqual([
      { what: { parts: ['case', 'application', 'notes', 'documents'], byNecessity: true } },
    ]);
  });
});

describe('the whole case comes at once', () => {
  it('with person, needs, application, clock, note, document and history', async () => {
    const caseId = await submitted(house, programme);
    await done(house, addNote, 'clerk', { caseId, kind: 'call', body: 'Oddzwoniłam.' });
    const got = await view(caseId);
    expect(got).toMatchObject({
      ok: true,
      value: {
        id: caseId,
        state: 'submitted',
        gmina: { teryt: gminas.town, name: 'Jarocin' },
        person: {
          name: 'Anna Nowak',
          birthDate: '1948-03-02',
          address: 'ul. Kwiatowa 5, 63-200 Jarocin',
          shielded: false,
        },
        application: {
          programme: 'Aktywni w Jarocinie',
          resolution: 'uchwała nr XII/96/2026',
          services: [{ id: programme.serviceId, name: 'Opieka wytchnieniowa' }],
          declarations: [{ id: 'conditions' }],
        },
        deadlines: [
          { kind: 'planReady', dueOn: '2026-12-16', basis: ['art. 40 ustawy o CUS', 'art. 57 § 1 k.p.a.'] },
        ],
        notes: [
          { kind: 'call', body: 'Oddzwoniłam.', author: 'clerk testowy', at: '2026-11-16T09:00:00.000Z' },
        ],
        documents: [{ title: 'Potwierdzenie przyjęcia wniosku', ready: false }],
        history: [
          { action: 'casework.add-note' },
          { action: 'casework.submit-application' },
          { action: 'casework.start-application' },
        ],
      },
    });
    expect(viewCase.output.safeParse(got.ok && got.value).success).toBe(true);
  });

  it('with the report and what was said of a person nobody knows yet', async () => {
    const caseId = await report(house, {
      reporter: { name: 'Ewa Kłos', role: 'family' },
      about: { name: 'Jan Kłos' },
    });
    const got = await view(caseId);
    expect(got).toMatchObject({
      ok: true,
      value: {
        person: null,
        application: null,
        report: { name: 'Ewa Kłos', role: 'family', about: { name: 'Jan Kłos' }, takenBy: 'clerk testowy' },
      },
    });
    expect(viewCase.output.safeParse(got.ok && got.value).success).toBe(true);
  });

  it('never with a shielded address', async () => {
    const personId = await addPerson(house, house.centre, { shielded: true });
    expect(JSON.stringify(await view(await report(house, { personId })))).not.toContain('Kwiatowa');
  });

  it('and the read is written down before it is shown (art. 50(3))', async () => {
    const personId = await addPerson(house, house.centre);
    const caseId = await report(house, { personId });
    await view(caseId, house.centre.as('director'));
    const trail = await house.owner.query(
      `select actor, kind, person_id from audit_entry where case_id = $1 and action = 'casework.view-case'`,
      [caseId],
    );
    expect(trail.rows).toEqual([{ actor: 'director testowy', kind: 'read', person_id: personId }]);
  });
});

describe('papers of a case', () => {
  it('are listed to who opens them: the window has neither the decision nor the plan (domain reference 2.9, art. 50(1))', async () => {
    const caseId = await submitted(house, programme);
    const personId = String((await rowOf(house, caseId))['person_id']);
    for (const kind of ['refusal', 'plan'])
      await house.owner.query(
        `insert into document (centre_id, id, case_id, person_id, kind, title, sign, letter, issued_on)
         values ($1, $2, $3, $4, $5, $5, 'x', '{}', '2026-11-16')`,
        [house.centre.id, newId(), caseId, personId, kind],
      );
    const listed = async (actor: Actor) => {
      const [got, file] = await Promise.all([
        view(caseId, actor),
        house.runner.ask(personFile, actor, { personId }),
      ]);
      const kinds = (of: readonly { kind: string }[]): string[] => of.map(({ kind }) => kind).sort();
      return [got.ok && kinds(got.value.documents), file.ok && kinds(file.value.documents)];
    };
    const all = ['plan', 'receipt', 'refusal'];
    expect(await listed(house.centre.as('clerk'))).toEqual([['receipt'], ['receipt']]);
    expect(await listed(house.centre.as('director'))).toEqual([all, all]);
  });
});

describe('the list of cases', () => {
  const list = async (input: object = {}, actor: Actor = house.centre.as('director')) => {
    const got = await house.runner.ask(listCasesQuery, actor, input);
    if (!got.ok) throw new Error(codeOf(got));
    return got.value;
  };
  const ids = async (input: object = {}, actor?: Actor) =>
    (await list(input, actor)).rows.map((row) => row.id);

  it.each<Role>([
    'community_organiser',
    'provider',
    'feeder',
    'region',
    'auditor',
    'administrator',
    'resident',
    'visitor',
  ])('is not for %s', async (role) => {
    expect(codeOf(await house.runner.ask(listCasesQuery, house.centre.as(role), {}))).toBe(
      'access.forbidden',
    );
  });

  it('shows a coordinator their own and nobody’s, the team what was handed over, others everything', async () => {
    const coordinator = await house.centre.account('plan_coordinator');
    const [mine, theirs, free, team] = await Promise.all([
      report(house),
      report(house),
      report(house),
      report(house),
    ]);
    await done(house, assign, 'director', { caseId: mine, coordinatorId: coordinator.accountId });
    await done(house, assign, 'director', {
      caseId: theirs,
      coordinatorId: house.centre.as('plan_coordinator').accountId,
    });
    await handOver(team, 'team');
    const own = await ids({}, coordinator);
    expect([mine, free].every((id) => own.includes(id))).toBe(true);
    expect(own).not.toContain(theirs);
    expect(await ids({ whose: 'mine' }, coordinator)).toEqual([mine]);
    expect(await ids({ whose: 'unassigned' })).not.toContain(mine);
    expect(await ids({}, house.centre.as('assistance_organiser'))).toContain(team);
    expect(await ids({}, house.centre.as('assistance_organiser'))).not.toContain(free);
    expect((await list({}, coordinator)).counts).toMatchObject({ mine: 1 });
    expect(await ids({}, house.other.as('director'))).toEqual([]);
  });

  it('finds by sign, by name without diacritics, by words of the matter, by gmina and by state', async () => {
    const personId = await addPerson(house, house.centre, {
      givenName: 'Świętosława',
      familyName: 'Gżegżółka',
    });
    const caseId = await report(house, {
      personId,
      gmina: gminas.village,
      needs: [{ words: 'Dowóz do poradni w Pleszewie.' }],
    });
    const typed = await report(house, { about: { name: 'Zażółcona Gęś' } });
    expect(await ids({ text: 'gzegzolka swieto' })).toEqual([caseId]);
    expect(await ids({ text: 'pleszew' })).toEqual([caseId]);
    expect(await ids({ text: 'zazolcona' })).toEqual([typed]);
    expect(await ids({ text: '%' })).toEqual([]);
    expect(await ids({ gmina: gminas.village })).toEqual([caseId]);
    const sent = await submitted(house, programme);
    const { sign } = await rowOf(house, sent);
    expect(await ids({ text: sign })).toEqual([sent]);
    expect(await ids({ state: 'submitted', text: String(sign) })).toEqual([sent]);
    expect(await ids({ state: 'reported', text: String(sign) })).toEqual([]);
  });

  it('leaves closed cases out unless they are asked for, and counts states', async () => {
    const caseId = await report(house, { needs: [{ words: 'Zamknięta od razu.' }] });
    await done(house, answerReport, 'clerk', { caseId, answer: 'Podano adres.' });
    expect(await ids({ text: 'zamknieta' })).toEqual([]);
    expect(await ids({ text: 'zamknieta', state: 'any' })).toEqual([caseId]);
    expect((await list()).states.answered).toBeGreaterThan(0);
  });

  it('goes page by page with the nearest running clock', async () => {
    await Promise.all(
      Array.from(
        { length: 26 },
        async () => await report(house, { needs: [{ words: 'Stronicowanie listy.' }] }),
      ),
    );
    const first = await list({ text: 'stronicowanie' });
    expect(first).toMatchObject({ total: 26, page: 1, pages: 2 });
    expect(first.rows).toHaveLength(25);
    expect((await list({ text: 'stronicowanie', page: '2' })).rows).toHaveLength(1);
    const sent = await submitted(house, programme);
    const [row] = (await list({ text: String((await rowOf(house, sent))['sign']) })).rows;
    expect(row).toMatchObject({ personName: 'Anna Nowak', deadline: { dueOn: '2026-12-16' } });
  });
});
