import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/centre.ts';
import { placesOf } from '../../../test/support/everything.ts';
import type { AnyCommand } from '../../platform/runner/command.ts';
import type { Actor, Role } from '../../platform/actor.ts';
import { inTransaction } from '../../platform/database/tenant.ts';
import { newId } from '../../platform/ids.ts';
import { registerPerson, searchPeople, viewPerson } from '../people/index.ts';
import { takeRequest } from './commands/requests.ts';
import { restrict } from './commands/restriction.ts';
import {
  approveReview,
  carryOutReview,
  decideItem,
  dropReview,
  makeReview,
  setClass,
} from './commands/retention.ts';
import { classInSign, filesForReview, keptUntil } from './domain/retention.ts';
import { retentionQuery, reviewQuery } from './queries/retention.ts';

const house = testHouse();
const town = '3006023';
const mark = 'Zmijewczowska';
const pesel = '44051401359';

const run = async (command: AnyCommand, who: Role | Actor, input: unknown = {}, centre = house.centre) => {
  const outcome = await house.runner.run(command, typeof who === 'string' ? centre.as(who) : who, input);
  return outcome.ok ? (outcome.value as Record<string, unknown>) : outcome.problem.code;
};

describe('How long a file is kept', () => {
  const classes = [
    { sign: '5020', category: 'B', years: 10, validFrom: '2010-01-01', validTo: '2019-12-31' },
    { sign: '5020', category: 'B', years: 5, validFrom: '2020-01-01', validTo: null },
    { sign: '5021', category: 'A', years: null, validFrom: '2010-01-01', validTo: null },
  ] as const;
  const file = (sign: string, closedOn: string) => ({ caseId: 'a', sign, closedOn });

  it('is counted from the end of the year in which it was closed', () => {
    expect(keptUntil({ years: 5 }, '2020-01-01')).toBe('2025-12-31');
    expect(keptUntil({ years: 5 }, '2020-12-31')).toBe('2025-12-31');
    expect(keptUntil({ years: null }, '2020-12-31')).toBe(null);
  });

  it('hangs on the class in its sign, as it held on the day of closing', () => {
    expect(classInSign('CUS.5020.17.2026')).toBe('5020');
    expect(classInSign('bez znaku')).toBe(undefined);
    const due = (sign: string, closedOn: string) =>
      filesForReview(classes, [file(sign, closedOn)], '2026-06-01').map(({ dueOn }) => dueOn);
    expect(due('CUS.5020.1.2020', '2020-06-30')).toEqual(['2025-12-31']);
    expect(due('CUS.5020.1.2019', '2019-06-30')).toEqual([]);
    expect(due('CUS.5020.1.2015', '2015-06-30')).toEqual(['2025-12-31']);
    expect(due('CUS.5020.1.2021', '2021-06-30')).toEqual([]);
  });

  it('is for ever in category A and where the centre has set no class', () => {
    expect(
      filesForReview(
        classes,
        [file('CUS.5021.1.2010', '2010-06-30'), file('CUS.7777.1.2010', '2010-06-30')],
        '2090-01-01',
      ),
    ).toEqual([]);
  });
});

describe('Files whose time is over', () => {
  let personId = '';
  let caseId = '';
  const second: { director?: Actor } = {};

  const add = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const id = newId();
    const all: Record<string, unknown> = { centre_id: house.centre.id, id, ...row };
    const names = Object.keys(all).filter((name) => all[name] !== undefined);
    await house.owner.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      names.map((name) =>
        typeof all[name] === 'object' && all[name] !== null && !Buffer.isBuffer(all[name])
          ? JSON.stringify(all[name])
          : all[name],
      ),
    );
    return id;
  };
  const file = (who: string | null, sign: string, closedOn: string | null) =>
    add('case_file', {
      gmina: town,
      person_id: who,
      sign,
      title: `${mark}: pomoc`,
      state: closedOn ? 'closed' : 'qualified',
      channel: 'in_person',
      submitted_on: '2015-02-01',
      closed_on: closedOn,
      closing_reason: mark,
    });

  beforeAll(async () => {
    second.director = await house.centre.account('director');
    const registered = await run(registerPerson, 'clerk', {
      givenName: 'Bronisława',
      familyName: mark,
      pesel,
      phone: '600777888',
      gmina: town,
      locality: 'Jarocin',
      street: 'Zmijewczowskiego',
      houseNumber: '7',
    });
    personId = String((registered as Record<string, unknown>)['personId']);
    await house.centre.account('resident', { personId, name: `Bronisława ${mark}` });
    caseId = await file(personId, 'CUS.5020.1.2015', '2015-06-30');
    const paidCase = await file(null, 'CUS.5020.2.2015', '2015-07-30');
    await add('fee', {
      case_id: paidCase,
      title: 'Opłata',
      amount_grosze: 1000,
      due_on: '2015-05-01',
      state: 'overdue',
      set_on: '2015-04-01',
    });
    await file(null, 'CUS.5020.3.2026', '2026-03-30');
    const accountId = house.centre.as('plan_coordinator').accountId;
    const inCase = { case_id: caseId };
    const bare = (table: string, row: Record<string, unknown>) => add(table, { id: undefined, ...row });
    await add('need', { ...inCase, words: mark });
    await bare('need_report', { ...inCase, reporter_name: mark, about: { name: mark }, answer: mark });
    await bare('application', {
      ...inCase,
      applicant_role: 'person',
      applicant: { name: mark },
      answers: { name: mark },
      completed_words: mark,
    });
    await add('assessment', {
      ...inCase,
      coordinator_id: accountId,
      held_on: '2015-02-10',
      place: mark,
      present: mark,
      agreed_with_applicant: true,
      needs_presented: mark,
      services_used: mark,
      evaluation: mark,
      information_given: mark,
    });
    await add('note', { ...inCase, author_id: accountId, kind: 'note', body: mark }).catch(() => undefined);
    await add('attachment', {
      ...inCase,
      name: `${mark}.txt`,
      type: 'text/plain',
      size: 3,
      sha256: 'x',
      content: Buffer.from(mark),
    });
    await add('document', {
      ...inCase,
      person_id: personId,
      kind: 'receipt',
      title: mark,
      sign: 'CUS.5020.1.2015',
      letter: { title: mark },
      issued_on: '2015-02-01',
      pdf: Buffer.from(mark),
    });
    await add('fee', {
      ...inCase,
      title: mark,
      amount_grosze: 5000,
      paid_grosze: 5000,
      due_on: '2015-05-01',
      state: 'paid',
      set_on: '2015-04-01',
      steps: [mark],
    });
    const planId = await add('plan', {
      ...inCase,
      person_id: personId,
      gmina: town,
      number: 'CUS.5021.1.2015',
      coordinator_id: accountId,
    });
    const versionId = await add('plan_version', {
      plan_id: planId,
      number: 1,
      state: 'summarised',
      author_id: accountId,
      agreed_on: '2015-03-01',
      agreed_how: mark,
      approved_on: '2015-03-02',
      approved_by: accountId,
      ended_on: '2015-06-01',
      ending: 'period',
    });
    await add('plan_need', { origin_id: newId(), plan_version_id: versionId, words: mark });
    await add('plan_action', {
      origin_id: newId(),
      plan_version_id: versionId,
      kind: 'other',
      words: mark,
      who: mark,
    });
    await add('monitoring_entry', {
      plan_id: planId,
      author_id: accountId,
      held_on: '2015-04-01',
      contact: 'visit',
      finding: mark,
    });
    await add('deadline', {
      ...inCase,
      kind: 'planReady',
      title: mark,
      starts_on: '2015-02-01',
      due_on: '2015-03-01',
      amber_on: '2015-02-20',
      red_on: '2015-02-27',
      basis: [],
      steps: [],
      state: 'met',
      plan_id: planId,
    });
  });

  const set = (more: Record<string, unknown> = {}) =>
    run(setClass, 'director', {
      sign: '5020',
      title: 'Sprawy usług społecznych',
      category: 'B',
      years: '10',
      validFrom: '2010-01-01',
      source: 'zarządzenie 3/2010',
      ...more,
    });
  const reviewOf = async (reviewId: unknown) => {
    const outcome = await house.runner.ask(reviewQuery, house.centre.as('auditor'), { reviewId });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return outcome.value;
  };
  const figures = async () =>
    (
      await house.owner.query(
        `select (select count(*)::int from case_file where centre_id = $1) as cases, (select sum(amount_grosze) from fee where centre_id = $1) as fees,
          (select sum(paid_grosze) from fee where centre_id = $1) as paid`,
        [house.centre.id],
      )
    ).rows[0];
  const broken = () =>
    inTransaction(house.owner, house.centre.id, async (tx) => {
      const { rows } = await sql<{
        at: number | null;
      }>`select app.audit_first_broken(${house.centre.id}) as at`.execute(tx);
      return rows[0]?.at;
    });

  it('come to no list before the class has its years; A has none and B must', async () => {
    expect(await run(makeReview, 'clerk')).toBe('privacy.nothing-due');
    expect(await house.runner.ask(retentionQuery, house.centre.as('clerk'), {})).toMatchObject({
      value: { unknown: ['5020'], due: 0 },
    });
    expect(await set({ years: '' })).toBe('privacy.years-missing');
    expect(await set({ category: 'A' })).toBe('privacy.years-of-a');
    expect(await run(setClass, 'clerk', {})).toBe('input.invalid');
    expect(await set()).toEqual({ sign: '5020' });
    expect(await set()).toBe('privacy.version-before');
  });

  it('stand on a list that is looked through line by line, and dropped without a trace in the files', async () => {
    const made = await run(makeReview, 'clerk');
    expect(made).toMatchObject({ files: 2 });
    const { reviewId } = made as { reviewId: string };
    expect(await run(makeReview, 'auditor')).toBe('privacy.review-open');
    const { items } = await reviewOf(reviewId);
    expect(items.map(({ sign, dueOn }) => [sign, dueOn])).toEqual([
      ['CUS.5020.1.2015', '2025-12-31'],
      ['CUS.5020.2.2015', '2025-12-31'],
    ]);
    const line = { reviewId, itemId: items[0]?.id, decision: 'keep' };
    expect(await run(decideItem, 'clerk', line)).toBe('privacy.keep-why');
    expect(await run(decideItem, 'plan_coordinator', { ...line, reason: 'x' })).toBe('access.forbidden');
    expect(await run(decideItem, 'auditor', { ...line, reason: 'x' }, house.other)).toBe('access.not-found');
    expect(await run(decideItem, 'clerk', { ...line, reason: 'kontrola' })).toEqual({ reviewId });
    expect(await run(dropReview, 'clerk', { reviewId })).toEqual({ reviewId });
    expect(await placesOf(house.owner, mark)).toContain('assessment.evaluation');
  });

  it('are erased only from a list that another person approved on a document', async () => {
    const { reviewId } = (await run(makeReview, 'director')) as { reviewId: string };
    expect(await run(carryOutReview, 'director', { reviewId })).toBe('privacy.not-approved');
    const consent = { reviewId, consent: 'OA.1.2026' };
    expect(await run(approveReview, 'director', consent)).toBe('access.forbidden');
    expect(await run(approveReview, 'auditor', consent)).toBe('access.forbidden');
    const { items } = await reviewOf(reviewId);
    await expect(
      inTransaction(house.pool, house.centre.id, (tx) =>
        sql`select app.erase_case(${items[0]?.id}::uuid, '2026-11-16'::date)`.execute(tx),
      ),
    ).rejects.toThrow('on no approved list');
    expect(await run(dropReview, 'auditor', { reviewId })).toEqual({ reviewId });
  });

  it('stay as long as something runs in them: money, a request of the person, a restriction', async () => {
    await run(takeRequest, 'clerk', {
      personId,
      kind: 'access',
      askedBy: 'person',
      identifiedBy: 'dowód',
      channel: 'letter',
      receivedOn: '2026-11-10',
    });
    await run(restrict, 'director', { personId, ground: 'claims', reason: 'pozew' });
    const { reviewId } = (await run(makeReview, 'clerk')) as { reviewId: string };
    const { items } = await reviewOf(reviewId);
    expect(items.map(({ blockers }) => blockers)).toEqual([['restriction', 'request'], ['fee']]);
    expect(await run(approveReview, 'director', { reviewId, consent: 'OA.1.2026' })).toEqual({ reviewId });
    expect(await run(carryOutReview, 'director', { reviewId })).toMatchObject({ erased: 0, kept: 2 });
    expect(await placesOf(house.owner, mark)).toContain('person.family_name');
  });

  it('are gone afterwards: no word of the person anywhere, figures equal, the audit chain whole', async () => {
    await house.owner.query(`update privacy_request set state = 'done', answered_on = '2026-11-12'`);
    await house.owner.query(`update restriction set told_on = '2026-11-12', lifted_on = '2026-11-12'`);
    const before = await figures();
    const { reviewId } = (await run(makeReview, 'clerk')) as { reviewId: string };
    await run(approveReview, 'director', { reviewId, consent: 'OA.1.2026' });
    expect(await run(carryOutReview, 'director', { reviewId })).toMatchObject({ erased: 1, kept: 1 });
    for (const word of [mark, pesel, '600777888', 'Bronisława'])
      expect(
        (await placesOf(house.owner, word)).filter(
          (place) => place !== 'case_file.title' && place !== 'case_file.closing_reason',
        ),
        word,
      ).toEqual([]);
    const { rows } = await house.owner.query(
      'select title, closing_reason, person_id from case_file where id = $1',
      [caseId],
    );
    expect(rows[0]).toEqual({ title: '—', closing_reason: null, person_id: null });
    expect(await figures()).toEqual(before);
    expect(await broken()).toBe(null);
    expect(await house.runner.ask(searchPeople, house.centre.as('clerk'), { q: pesel })).toMatchObject({
      value: { people: [] },
    });
    expect(await house.runner.ask(viewPerson, house.centre.as('clerk'), { personId })).toMatchObject({
      value: { familyName: 'usunięta', pesel: null },
    });
    expect((await reviewOf(reviewId)).items.map(({ erasedOn }) => erasedOn)).toEqual(['2026-11-16', null]);
  });

  it('of an erased person nothing can be asked any more', async () => {
    expect(
      await run(takeRequest, 'clerk', {
        personId,
        kind: 'access',
        askedBy: 'person',
        identifiedBy: 'dowód',
        channel: 'letter',
        receivedOn: '2026-11-10',
      }),
    ).toBe('privacy.erased');
  });
});
