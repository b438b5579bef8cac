import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import type { Role } from '../../../platform/actor.ts';
import type { AnyCommand } from '../../../platform/runner/command.ts';
import {
  addPerson,
  addProgramme,
  declared,
  document,
  done,
  type Programme,
  relief,
  report,
  rowOf,
  submitted,
  tried,
} from '../intake.fixture.ts';
import { answerReport } from './answer-report.ts';
import { callToComplete } from './call-to-complete.ts';
import { completeApplication } from './complete-application.ts';
import { leaveUnconsidered } from './leave-unconsidered.ts';
import { recordCallDelivered } from './record-call-delivered.ts';
import { startRecognition } from './start-recognition.ts';
import { withdraw } from './withdraw.ts';

const house = testHouse();
let programme: Programme;

beforeAll(async () => {
  programme = await addProgramme(house, house.centre);
});

beforeEach(() => house.clock.set('2026-11-16T09:00:00.000Z'));

const clocks = async (caseId: string): Promise<unknown[]> =>
  (
    await house.owner.query(
      'select kind, state, starts_on, due_on, ended_on from deadline where case_id = $1 order by kind',
      [caseId],
    )
  ).rows;

const gap = { missing: ['Orzeczenie do wglądu'], other: 'podpis na wniosku\n\n' };
const denied: Role[] = [
  'director',
  'service_organiser',
  'community_organiser',
  'assistance_organiser',
  'provider',
  'feeder',
  'resident',
  'visitor',
];

async function called(more: object = { handedOver: 'tak' }): Promise<string> {
  const caseId = await submitted(house, programme);
  await done(house, callToComplete, 'clerk', { caseId, ...gap, ...more });
  return caseId;
}

/** Everything about completing, with an input that would be right in its state. */
const verbs: [AnyCommand, object][] = [
  [callToComplete, gap],
  [recordCallDelivered, { deliveredOn: '2026-11-16' }],
  [completeApplication, { words: 'Dosłano.' }],
  [leaveUnconsidered, {}],
];

describe('a call to complete (art. 64 § 2 KPA)', () => {
  it('handed over today, its time ends on the seventh day after, or the next working day (art. 57 KPA)', async () => {
    const caseId = await called();
    expect(await rowOf(house, caseId)).toMatchObject({ state: 'awaiting_completion' });
    expect((await clocks(caseId))[0]).toEqual({
      kind: 'completeApplication',
      state: 'running',
      starts_on: '2026-11-16',
      due_on: '2026-11-23',
      ended_on: null,
    });
    house.clock.set('2026-11-20T09:00:00.000Z');
    const friday = await called();
    expect((await clocks(friday))[0]).toMatchObject({ due_on: '2026-11-27' });
    house.clock.set('2026-12-18T09:00:00.000Z');
    // The seventh day is 25 December, a holiday; then comes a holiday and a Sunday.
    expect((await clocks(await called()))[0]).toMatchObject({ due_on: '2026-12-28' });
  });

  it('names what is missing in a letter with its basis', async () => {
    const caseId = await called();
    const issued = await house.owner.query(
      `select letter from document where case_id = $1 and kind = 'call-to-complete'`,
      [caseId],
    );
    const words = JSON.stringify(issued.rows[0].letter);
    for (const part of [
      'Orzeczenie do wglądu',
      'podpis na wniosku',
      'w terminie 7 dni od dnia doręczenia',
      'pozostawiony bez rozpoznania',
      'art. 64 § 2',
    ])
      expect(words).toContain(part);
    const messages = await house.owner.query(
      `select count(*)::int as n from outbox o join document d on d.id::text = o.payload->>'documentId' where d.case_id = $1`,
      [caseId],
    );
    expect(messages.rows[0]).toEqual({ n: 2 });
  });

  it('sent by post, its time runs only from the delivery', async () => {
    const caseId = await called({});
    expect(await clocks(caseId)).toHaveLength(1);
    house.clock.set('2026-11-24T09:00:00.000Z');
    expect(await tried(house, leaveUnconsidered, 'clerk', { caseId })).toBe('casework.not-delivered');
    expect(await tried(house, recordCallDelivered, 'clerk', { caseId, deliveredOn: '25.11.2026' })).toBe(
      'casework.delivery-date',
    );
    expect(await tried(house, recordCallDelivered, 'clerk', { caseId, deliveredOn: '15.11.2026' })).toBe(
      'casework.delivery-date',
    );
    expect(
      await done(house, recordCallDelivered, 'clerk', { caseId, deliveredOn: '20.11.2026' }),
    ).toMatchObject({ completeUntil: '2026-11-27' });
    expect(await tried(house, recordCallDelivered, 'clerk', { caseId, deliveredOn: '21.11.2026' })).toBe(
      'casework.wrong-state',
    );
  });

  it('may give more time than seven days, never less; the letter and the clock say how much', async () => {
    const caseId = await called({ handedOver: '', days: '21' });
    const { rows } = await house.owner.query(
      `select letter from document where case_id = $1 and kind = 'call-to-complete'`,
      [caseId],
    );
    expect(JSON.stringify(rows[0].letter)).toContain('w terminie 21 dni od dnia doręczenia');
    expect(
      await done(house, recordCallDelivered, 'clerk', { caseId, deliveredOn: '16.11.2026' }),
    ).toMatchObject({ completeUntil: '2026-12-07' });
    const short = await submitted(house, programme);
    expect(await tried(house, callToComplete, 'clerk', { caseId: short, ...gap, days: '6' })).toBe(
      'casework.call-too-short',
    );
    expect(await tried(house, callToComplete, 'clerk', { caseId: short, ...gap, days: '0' })).toBe(
      'input.invalid',
    );
  });

  it('says something: an empty call is refused', async () => {
    const caseId = await submitted(house, programme);
    expect(await tried(house, callToComplete, 'clerk', { caseId, other: ' ' })).toBe(
      'casework.nothing-missing',
    );
  });

  it.each(denied)(
    '%s neither calls, records the delivery, completes nor leaves unconsidered',
    async (role) => {
      const caseId = await called({});
      for (const [verb, input] of verbs)
        expect(await tried(house, verb, role, { caseId, ...input })).toBe('access.forbidden');
    },
  );

  it('only of an application that was sent, and only of this centre', async () => {
    const reported = await report(house);
    const caseId = await submitted(house, programme);
    expect(await tried(house, callToComplete, 'clerk', { caseId: reported, ...gap })).toBe(
      'access.not-found',
    );
    for (const [verb, input] of [...verbs, [startRecognition, {}] as const, [withdraw, {}] as const])
      expect(await house.runner.run(verb, house.other.as('clerk'), { caseId, ...input })).toMatchObject({
        problem: { kind: 'not_found' },
      });
  });
});

describe('an application is completed', () => {
  it('keeps what came in, meets the clock of the call, and lets the 30 days run on', async () => {
    const caseId = await called();
    house.clock.set('2026-11-23T20:00:00.000Z');
    await done(house, completeApplication, 'clerk', {
      caseId,
      words: 'Pani okazała orzeczenie.',
      answers: { lives_alone: 'tak' },
      documents: [document],
      parts: ['documents'],
    });
    expect(await rowOf(house, caseId)).toMatchObject({ state: 'submitted' });
    expect(await clocks(caseId)).toEqual([
      {
        kind: 'completeApplication',
        state: 'met',
        starts_on: '2026-11-16',
        due_on: '2026-11-23',
        ended_on: '2026-11-23',
      },
      { kind: 'planReady', state: 'running', starts_on: '2026-11-16', due_on: '2026-12-16', ended_on: null },
    ]);
    const kept = await house.owner.query(
      'select answers, documents, completed_on, completed_words from application where case_id = $1',
      [caseId],
    );
    expect(kept.rows[0]).toEqual({
      answers: { lives_alone: 'tak' },
      documents: [{ words: document, enclosed: true }],
      completed_on: '2026-11-23',
      completed_words: 'Pani okazała orzeczenie.',
    });
  });

  it('with no relief and no applicant that nobody has declared with the clause (art. 36(1), (2))', async () => {
    const more = { words: 'Dosłano.' };
    for (const widened of [{ reliefs: [relief] }, { applicantRole: 'factual_carer' }])
      expect(
        await tried(house, completeApplication, 'clerk', { caseId: await called(), ...more, ...widened }),
      ).toBe('casework.undeclared');
    const claimed = await submitted(house, programme, {
      reliefs: [relief],
      declarations: declared([relief]),
    });
    await done(house, callToComplete, 'clerk', { caseId: claimed, ...gap, handedOver: 'tak' });
    await done(house, completeApplication, 'clerk', { caseId: claimed, ...more, reliefs: [relief] });
  });

  it('with nothing beyond the whitelist, with words, and only while it is awaited', async () => {
    const caseId = await called();
    expect(
      await tried(house, completeApplication, 'clerk', { caseId, words: 'x', answers: { convictions: 'x' } }),
    ).toBe('casework.not-on-whitelist');
    expect(await tried(house, completeApplication, 'clerk', { caseId, words: '' })).toBe('input.invalid');
    await done(house, completeApplication, 'plan_coordinator', { caseId, words: 'Dosłano.' });
    expect(await tried(house, completeApplication, 'clerk', { caseId, words: 'Dosłano.' })).toBe(
      'casework.wrong-state',
    );
  });
});

describe('an application is left without consideration only after its last day has passed', () => {
  it('not on the last day, but on the next', async () => {
    const caseId = await called();
    house.clock.set('2026-11-23T22:30:00.000Z');
    expect(await tried(house, leaveUnconsidered, 'clerk', { caseId })).toBe('casework.still-time');
    house.clock.set('2026-11-23T23:30:00.000Z');
    await done(house, leaveUnconsidered, 'clerk', { caseId });
    expect(await rowOf(house, caseId)).toMatchObject({
      state: 'left_unconsidered',
      closed_on: '2026-11-24',
      closing_reason: 'Wniosku nie uzupełniono w wyznaczonym terminie.',
    });
    expect(await clocks(caseId)).toMatchObject([{ state: 'cancelled' }, { state: 'cancelled' }]);
  });

  it('not when it was not called', async () => {
    expect(
      await tried(house, leaveUnconsidered, 'clerk', { caseId: await submitted(house, programme) }),
    ).toBe('casework.wrong-state');
  });
});

describe('the formal check ends with the beginning of recognition (art. 37)', () => {
  it('gives the case and its clocks to the coordinator who begins', async () => {
    const caseId = await submitted(house, programme);
    const coordinator = house.centre.as('plan_coordinator').accountId;
    await done(house, startRecognition, 'plan_coordinator', { caseId });
    expect(await rowOf(house, caseId)).toMatchObject({
      state: 'in_recognition',
      coordinator_id: coordinator,
    });
    const owner = await house.owner.query('select owner_id from deadline where case_id = $1', [caseId]);
    expect(owner.rows).toEqual([{ owner_id: coordinator }]);
  });

  it('is the work of a coordinator and of nobody else (art. 29, 49)', async () => {
    const caseId = await submitted(house, programme);
    for (const role of ['clerk', ...denied] as const)
      expect(await tried(house, startRecognition, role, { caseId })).toBe('access.forbidden');
    await house.owner.query('update case_file set coordinator_id = $2 where id = $1', [
      caseId,
      house.centre.as('plan_coordinator').accountId,
    ]);
    const colleague = await house.centre.account('plan_coordinator');
    expect(await house.runner.run(startRecognition, colleague, { caseId })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });

  it('needs a person of the register and an application that is complete', async () => {
    const unknown = await submitted(house, programme);
    await house.owner.query('update case_file set person_id = null where id = $1', [unknown]);
    expect(await tried(house, startRecognition, 'plan_coordinator', { caseId: unknown })).toBe(
      'casework.person-unknown',
    );
    expect(await tried(house, startRecognition, 'plan_coordinator', { caseId: await called() })).toBe(
      'casework.wrong-state',
    );
  });
});

describe('the applicant withdraws', () => {
  it.each([
    ['a report', () => report(house)],
    ['a sent application', () => submitted(house, programme)],
    ['an application that waits to be completed', () => called()],
  ])('%s: the case ends and its clocks stop', async (_name, arrange) => {
    const caseId = await arrange();
    await done(house, withdraw, 'clerk', { caseId, reason: 'Syn wraca do domu.' });
    expect(await rowOf(house, caseId)).toMatchObject({
      state: 'withdrawn',
      closed_on: '2026-11-16',
      closing_reason: 'Syn wraca do domu.',
    });
    for (const clock of await clocks(caseId))
      expect(clock).toMatchObject({ state: 'cancelled', ended_on: '2026-11-16' });
  });

  it('also by their own account, but nobody else by theirs', async () => {
    const caseId = await submitted(house, programme);
    const { person_id: personId } = await rowOf(house, caseId);
    const stranger = await house.centre.account('resident', {
      personId: await addPerson(house, house.centre),
    });
    expect(await house.runner.run(withdraw, stranger, { caseId })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    const own = await house.centre.account('resident', { personId: String(personId) });
    expect(await house.runner.run(withdraw, own, { caseId })).toMatchObject({ ok: true });
  });

  it('not by a role without the case, not what is already closed', async () => {
    const caseId = await report(house);
    for (const role of [
      'director',
      'service_organiser',
      'community_organiser',
      'provider',
      'visitor',
    ] as const)
      expect(await tried(house, withdraw, role, { caseId })).toBe('access.forbidden');
    await done(house, answerReport, 'clerk', { caseId, answer: 'Podano adres.' });
    expect(await tried(house, withdraw, 'clerk', { caseId })).toBe('casework.wrong-state');
  });
});
