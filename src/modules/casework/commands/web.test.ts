import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import { newId } from '../../../platform/ids.ts';
import { caseCode, groupedCode, linkToken, readCode } from '../domain/follow-up.ts';
import {
  addPerson,
  addProgramme,
  codeOf,
  declared,
  done,
  need,
  type Programme,
  relief,
  rowOf,
  submitted,
  tried,
} from '../intake.fixture.ts';
import { caseStatus } from '../queries/case-status.ts';
import { webDraft } from '../queries/web-draft.ts';
import { attachFile } from './attach-file.ts';
import { followCase } from './follow-case.ts';
import { keepWebStep } from './keep-web-step.ts';
import { renewCode } from './renew-code.ts';
import { sendApplication } from './send-application.ts';
import { startWebApplication } from './start-web-application.ts';
import { withdraw } from './withdraw.ts';

const house = testHouse();
let programme: Programme;

beforeAll(async () => {
  programme = await addProgramme(house, house.centre);
});
beforeEach(() => house.clock.set('2026-11-16T09:00:00.000Z'));

const seed = 'the-secret-of-this-page';
const person = { name: 'Jan Kłos', residence_address: 'ul. Wodna 3, Jarocin', phone: '600100200' };

async function begun(more: Record<string, unknown> = {}): Promise<string> {
  const { key } = await done(house, startWebApplication, 'visitor', {
    gmina: gminas.town,
    offerId: programme.offerId,
    need,
    seed,
    ...more,
  });
  return linkToken(seed, key);
}

async function sent(
  more: Record<string, unknown> = {},
): Promise<{ link: string; caseId: string; code: string }> {
  const link = await begun();
  await done(house, keepWebStep, 'visitor', {
    link,
    step: 'osoba',
    answers: { ...person, birth_date: '2.03.1948' },
    ...more,
  });
  const { caseId } = await done(house, sendApplication, 'visitor', {
    link,
    declarations: declared(),
    informationGiven: 'tak',
  });
  return { link, caseId, code: caseCode(link, caseId) };
}

const follow = async (code: string, birthDate = '2.03.1948') =>
  await done(house, followCase, 'visitor', { code, birthDate, seed });

describe('an application on the web is a draft at a secret address until it is sent', () => {
  it('is nobody’s case, and is read by its address only', async () => {
    const cases = async () => (await house.owner.query('select count(*)::int as n from case_file')).rows[0].n;
    const before = await cases();
    const link = await begun();
    expect(await cases()).toBe(before);
    expect(await house.runner.ask(webDraft, house.centre.as('visitor'), { link })).toMatchObject({
      ok: true,
      value: { content: { need, serviceIds: [programme.serviceId] } },
    });
    expect(await house.runner.ask(webDraft, house.other.as('visitor'), { link })).toMatchObject({
      problem: { kind: 'not_found' },
    });
    expect(
      await house.runner.ask(webDraft, house.centre.as('visitor'), { link: linkToken(seed, newId()) }),
    ).toMatchObject({ problem: { kind: 'not_found' } });
  });

  it('keeps step after step, only within the whitelist, and survives as long as its address', async () => {
    const link = await begun();
    expect(await done(house, keepWebStep, 'visitor', { link, step: 'kto', applicantRole: 'person' })).toEqual(
      { next: 'osoba' },
    );
    expect(await done(house, keepWebStep, 'visitor', { link, step: 'osoba', answers: person })).toEqual({
      next: 'pytania',
    });
    expect(
      await tried(house, keepWebStep, 'visitor', { link, step: 'pytania', answers: { convictions: 'x' } }),
    ).toBe('casework.not-on-whitelist');
    expect(
      await done(house, keepWebStep, 'visitor', { link, step: 'pytania', answers: { lives_alone: 'tak' } }),
    ).toEqual({ next: 'ulgi' });
    expect(
      await done(house, keepWebStep, 'visitor', {
        link,
        step: 'ulgi',
        reliefs: [relief],
        parts: ['reliefs'],
      }),
    ).toEqual({ next: 'wyslij' });
    house.clock.set('2026-12-16T08:59:00.000Z');
    expect(await house.runner.ask(webDraft, house.centre.as('visitor'), { link })).toMatchObject({
      value: {
        content: { answers: { ...person, phone: '+48600100200', lives_alone: 'tak' }, reliefs: [relief] },
      },
    });
    house.clock.set('2026-12-16T09:01:00.000Z');
    expect(await house.runner.ask(webDraft, house.centre.as('visitor'), { link })).toMatchObject({
      problem: { kind: 'not_found' },
    });
    await begun();
    const left = await house.owner.query(
      'select count(*)::int as n from application_draft where until < $1',
      [house.clock.now()],
    );
    expect(left.rows[0]).toEqual({ n: 0 });
  });

  it('knows nobody who is born after today', async () => {
    const link = await begun();
    const step = { link, step: 'osoba', answers: person };
    expect(await tried(house, keepWebStep, 'visitor', { ...step, followBirthDate: '2026-11-17' })).toBe(
      'casework.born-later',
    );
    expect(await tried(house, keepWebStep, 'visitor', { ...step, followBirthDate: '2026-11-16' })).toBe(
      'done',
    );
  });

  it('begins only for a service of a programme in force in the gmina, of this centre', async () => {
    const ended = await addProgramme(house, house.centre, { state: 'ended' });
    const foreign = await addProgramme(house, house.other);
    const start = { gmina: gminas.town, seed };
    expect(await tried(house, startWebApplication, 'visitor', { ...start, offerId: ended.offerId })).toBe(
      'casework.programme-not-in-force',
    );
    expect(await tried(house, startWebApplication, 'visitor', { ...start, offerId: foreign.offerId })).toBe(
      'access.not-found',
    );
    expect(
      await tried(house, startWebApplication, 'visitor', {
        ...start,
        gmina: gminas.village,
        offerId: programme.offerId,
      }),
    ).toBe('casework.programme-of-another-gmina');
    expect(
      await tried(house, startWebApplication, 'visitor', {
        ...start,
        gmina: '1465011',
        offerId: programme.offerId,
      }),
    ).toBe('casework.foreign-gmina');
    for (const role of ['provider', 'region', 'community_organiser'] as const)
      expect(await tried(house, startWebApplication, role, { ...start, offerId: programme.offerId })).toBe(
        'access.forbidden',
      );
  });

  it('a carer says who they are', async () => {
    const link = await begun();
    expect(
      await tried(house, keepWebStep, 'visitor', {
        link,
        step: 'kto',
        applicantRole: 'factual_carer',
        applicant: { name: '' },
      }),
    ).toBe('casework.applicant');
    expect(
      await tried(house, keepWebStep, 'visitor', {
        link,
        step: 'kto',
        applicantRole: 'factual_carer',
        applicant: { name: 'Ewa Kłos' },
      }),
    ).toBe('done');
  });
});

describe('sent, it is an application like any other', () => {
  it('gets a sign, the 30 days and a code; the register is not asked who it is', async () => {
    await addPerson(house, house.centre, { givenName: 'Jan', familyName: 'Kłos' });
    const { link, caseId } = await sent();
    expect(await rowOf(house, caseId)).toMatchObject({
      state: 'submitted',
      person_id: null,
      channel: 'web',
      title: 'Opieka wytchnieniowa',
      sign: expect.stringContaining('CUS.5020.'),
    });
    const clock = await house.owner.query('select due_on, title from deadline where case_id = $1', [caseId]);
    expect(clock.rows).toEqual([{ due_on: '2026-12-16', title: 'Jan Kłos: Opieka wytchnieniowa' }]);
    expect(await house.runner.ask(webDraft, house.centre.as('visitor'), { link })).toMatchObject({
      problem: { kind: 'not_found' },
    });
  });

  it('needs a way to answer, declarations with the clause, and the information of art. 13 GDPR', async () => {
    const link = await begun();
    const send = (more: object) =>
      tried(house, sendApplication, 'visitor', {
        link,
        declarations: declared(),
        informationGiven: 'tak',
        ...more,
      });
    expect(await send({})).toBe('casework.no-contact');
    await done(house, keepWebStep, 'visitor', { link, step: 'osoba', answers: { ...person, phone: '' } });
    expect(await send({})).toBe('casework.no-contact');
    await done(house, keepWebStep, 'visitor', { link, step: 'osoba', answers: person });
    expect(await send({ declarations: [] })).toBe('casework.declaration-missing');
    expect(
      await send({
        declarations: declared().map((one) => ({ ...one, text: one.text.replace('świadomy', 'świadoma') })),
      }),
    ).toBe('casework.clause');
    expect(await send({ informationGiven: '' })).toBe('casework.information');
    expect(await send({})).toBe('done');
    expect(await send({})).toBe('access.not-found');
  });

  it('sent twice by a double click is one case with one code', async () => {
    const link = await begun();
    await done(house, keepWebStep, 'visitor', {
      link,
      step: 'osoba',
      answers: person,
      followBirthDate: '2.03.1948',
    });
    const once = newId();
    const send = { link, declarations: declared(), informationGiven: 'tak' };
    const [first, second] = await Promise.all([
      done(house, sendApplication, 'visitor', send, { once }),
      done(house, sendApplication, 'visitor', send, { once }),
    ]);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ hasCode: true });
  });

  it('a resident with an account sends it as their own', async () => {
    const personId = await addPerson(house, house.centre);
    const resident = await house.centre.account('resident', { personId });
    const link = await begun();
    await done(house, keepWebStep, 'visitor', { link, step: 'osoba', answers: person });
    const outcome = await house.runner.run(sendApplication, resident, {
      link,
      declarations: declared(),
      informationGiven: 'tak',
    });
    expect(outcome.ok && (await rowOf(house, outcome.value.caseId))).toMatchObject({ person_id: personId });
  });
});

describe('a case is followed by its code and the birth date', () => {
  it('a code has ten letters that are hard to misread, in groups', async () => {
    const code = caseCode(seed, newId());
    expect(groupedCode(code)).toMatch(/^[A-HJ-KM-NP-Z2-9]{4}-[A-HJ-KM-NP-Z2-9]{3}-[A-HJ-KM-NP-Z2-9]{3}$/);
    expect(readCode(` ${groupedCode(code).toLowerCase()} `)).toBe(code);
    expect(readCode('ABC')).toBeUndefined();
    expect(readCode('ABCDEFGHI0')).toBeUndefined();
  });

  it('both right open the status: state, day, what is next; no name and no worker’s note', async () => {
    const { caseId, code } = await sent();
    const { found, key } = await follow(groupedCode(code));
    expect(found).toBe(true);
    const status = await house.runner.ask(caseStatus, house.centre.as('visitor'), {
      link: linkToken(seed, key),
    });
    expect(status).toMatchObject({
      ok: true,
      value: {
        caseId,
        state: 'submitted',
        submittedOn: '2026-11-16',
        planDueOn: '2026-12-16',
        services: [{ name: 'Opieka wytchnieniowa' }],
      },
    });
    expect(JSON.stringify(status)).not.toContain('Kłos');
  });

  it('a wrong code, a wrong date and no code at all answer alike', async () => {
    const { code } = await sent();
    for (const [typed, date] of [
      [code, '3.03.1948'],
      [caseCode(seed, newId()), '2.03.1948'],
      ['to nie kod', '2.03.1948'],
    ] as const) {
      const answer = await follow(typed, date);
      expect(answer).toEqual({ found: false, key: expect.any(String) });
      expect(
        await house.runner.ask(caseStatus, house.centre.as('visitor'), { link: linkToken(seed, answer.key) }),
      ).toMatchObject({ problem: { kind: 'not_found' } });
    }
  });

  it('five wrong dates make the code rest for an hour, the right date included', async () => {
    const { code } = await sent();
    for (const day of [3, 4, 5, 6, 7]) await follow(code, `${day}.03.1948`);
    expect(await follow(code)).toMatchObject({ found: false });
    house.clock.set('2026-11-16T10:01:00.000Z');
    expect(await follow(code)).toMatchObject({ found: true });
  });

  it('the status closes after half an hour and is not another centre’s', async () => {
    const { code } = await sent();
    const { key } = await follow(code);
    const link = linkToken(seed, key);
    expect(await house.runner.ask(caseStatus, house.other.as('visitor'), { link })).toMatchObject({
      problem: { kind: 'not_found' },
    });
    house.clock.set('2026-11-16T09:31:00.000Z');
    expect(await house.runner.ask(caseStatus, house.centre.as('visitor'), { link })).toMatchObject({
      problem: { kind: 'not_found' },
    });
    const other = await house.runner.run(followCase, house.other.as('visitor'), {
      code,
      birthDate: '2.03.1948',
      seed,
    });
    expect(other).toMatchObject({ ok: true, value: { found: false } });
  });

  it('from it the resident sends a file and withdraws; a stranger’s address does neither', async () => {
    const { caseId, code } = await sent();
    const link = linkToken(seed, (await follow(code)).key);
    const file = { name: 'a.txt', content: Buffer.from('Orzeczenie') };
    expect(await tried(house, attachFile, 'visitor', { link: linkToken(seed, newId()), file })).toBe(
      'access.not-found',
    );
    expect(await tried(house, withdraw, 'visitor', { link: linkToken(seed, newId()) })).toBe(
      'access.not-found',
    );
    await done(house, attachFile, 'visitor', { link, file });
    await done(house, withdraw, 'visitor', { link });
    expect(await rowOf(house, caseId)).toMatchObject({ state: 'withdrawn' });
    expect(await house.runner.ask(caseStatus, house.centre.as('visitor'), { link })).toMatchObject({
      value: { state: 'withdrawn', files: ['a.txt'] },
    });
  });
});

describe('a lost code is replaced at the window', () => {
  it('the new one works, the old one works no more', async () => {
    const { caseId, code } = await sent();
    await done(house, renewCode, 'clerk', { caseId, seed: 'another-secret-of-a-page' });
    expect(await follow(code)).toMatchObject({ found: false });
    expect(await follow(caseCode('another-secret-of-a-page', caseId))).toMatchObject({ found: true });
  });

  it('by the clerk and the coordinator, when the birth date is known', async () => {
    const caseId = await submitted(house, programme);
    for (const role of ['director', 'service_organiser', 'provider', 'resident', 'visitor'] as const)
      expect(await tried(house, renewCode, role, { caseId, seed })).toBe('access.forbidden');
    expect(await tried(house, renewCode, 'plan_coordinator', { caseId, seed })).toBe('done');
    await house.owner.query('update case_file set person_id = null where id = $1', [caseId]);
    expect(await tried(house, renewCode, 'clerk', { caseId, seed })).toBe('casework.no-birth-date');
    expect(codeOf(await house.runner.run(renewCode, house.other.as('clerk'), { caseId, seed }))).toBe(
      'access.not-found',
    );
  });
});
