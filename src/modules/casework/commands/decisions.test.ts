import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import { arrangeCase, arrangeOffer, authorise, row } from '../../../../test/support/recognised-case.ts';
import { rolesAdmitted } from '../../../../test/support/roles.ts';
import type { Actor } from '../../../platform/actor.ts';
import { readerFor } from '../../../platform/database/tenant.ts';
import { listDeadlines } from '../../agenda/index.ts';
import { viewDecisions } from '../queries/view-decisions.ts';
import { draftRefusal } from './draft-refusal.ts';
import { recordDelivery } from './record-delivery.ts';
import { refuseCase } from './refuse.ts';

const house = testHouse();
let director: Actor;
let coordinator: Actor;

beforeAll(async () => {
  director = house.centre.as('director');
  coordinator = house.centre.as('plan_coordinator');
  await authorise(house.owner, director);
});

const written = {
  ground: 'conditions',
  factualReasoning:
    'Wniosek wpłynął 2 listopada 2026 r. Osoba ma 78 lat, a program jest dla osób od 80. roku życia.',
  legalReasoning: 'Program w § 4 wymaga ukończenia 80 lat (art. 42 ust. 2 ustawy o CUS).',
  board: 'Samorządowego Kolegium Odwoławczego w Kaliszu',
};

const from80 = { kind: 'age', from: 80, to: null } as const;

/** An issued refusal. */
async function refuse() {
  const offer = await arrangeOffer(house.owner, house.centre.id, { conditions: [from80] });
  const { caseId, personId } = await arrangeCase(house, { wants: [offer] });
  await house.runner.run(refuseCase, director, { caseId, ...written });
  return { caseId, personId };
}

const state = async (caseId: string) =>
  (await row(house.owner, 'select state from case_file where id = $1', [caseId]))['state'];
const decisionOf = async (caseId: string) =>
  await row(
    house.owner,
    'select *, issued_on::text, delivered_on::text, appeal_until::text from decision where case_id = $1',
    [caseId],
  );
const nothingIssued = async (caseId: string) => {
  for (const table of ['decision', 'document'])
    expect((await house.owner.query(`select from ${table} where case_id = $1`, [caseId])).rowCount).toBe(0);
};

describe('the draft of a coordinator (domain reference 2.9)', () => {
  const draft = async (caseId: string, actor = coordinator, more: Record<string, unknown> = {}) =>
    await house.runner.run(draftRefusal, actor, { caseId, ...written, ...more });

  it('decides nothing: no number, no state; it waits for who may sign', async () => {
    const { caseId } = await arrangeCase(house);
    expect(at(await draft(caseId))).toBe('done');
    expect(await state(caseId)).toBe('in_recognition');
    await nothingIssued(caseId);
    const seen = await house.runner.ask(viewDecisions, director, { caseId });
    expect(seen.ok && seen.value).toMatchObject({
      draft: { legalReasoning: written.legalReasoning, preparedBy: coordinator.name },
      signing: { allowed: true },
    });
  });

  it('may be unfinished, is replaced by a later one, and is gone when the decision is issued', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id, { conditions: [from80] });
    const { caseId } = await arrangeCase(house, { wants: [offer] });
    await draft(caseId, coordinator, { legalReasoning: '' });
    await draft(caseId);
    expect(
      (
        await house.owner.query(
          `select content->>'legalReasoning' as words from refusal_draft where case_id = $1`,
          [caseId],
        )
      ).rows,
    ).toEqual([{ words: written.legalReasoning }]);
    await house.runner.run(refuseCase, director, { caseId, ...written });
    expect((await house.owner.query('select from refusal_draft where case_id = $1', [caseId])).rowCount).toBe(
      0,
    );
  });

  it('shows the time for a decision once, from the application (art. 35 KPA), and the decision meets it', async () => {
    const { caseId } = await arrangeCase(house);
    await draft(caseId);
    await draft(caseId);
    const clocks = async () =>
      (await listDeadlines(readerFor(house.pool, house.centre.id), house.centre.id, { caseId })).map(
        (clock) => [clock.kind, clock.startsOn, clock.dueOn, clock.state],
      );
    expect(await clocks()).toEqual([['refusalDecision', '2026-11-02', '2026-12-02', 'running']]);
    await house.runner.run(refuseCase, director, { caseId, ...written, ground: 'other' });
    expect(await clocks()).toEqual([['refusalDecision', '2026-11-02', '2026-12-02', 'met']]);
  });

  it('is prepared by the coordinator of the case only', async () => {
    const { caseId } = await arrangeCase(house);
    expect(await rolesAdmitted(async (role) => at(await draft(caseId, house.centre.as(role))))).toEqual([
      'plan_coordinator',
    ]);
    expect(at(await draft(caseId, await house.centre.account('plan_coordinator')))).toBe('forbidden');
    expect(at(await draft(caseId, house.other.as('plan_coordinator')))).toBe('not_found');
    expect(at(await draft((await arrangeCase(house, { state: 'qualified' })).caseId))).toBe(
      'casework.wrong-state',
    );
  });
});

describe('delivery (art. 129 § 2 KPA)', () => {
  const deliver = async (decisionId: unknown, deliveredOn = '2026-11-20', actor: Actor = coordinator) =>
    await house.runner.run(recordDelivery, actor, { decisionId, deliveredOn });
  const issued = async () => {
    house.clock.set('2026-11-16T09:00:00.000Z');
    const { caseId } = await refuse();
    house.clock.set('2026-11-24T09:00:00.000Z');
    return { caseId, decisionId: (await decisionOf(caseId))['id'] };
  };

  it('starts the time for an appeal: 14 days, the day of delivery not counted', async () => {
    const { caseId, decisionId } = await issued();
    expect(await deliver(decisionId)).toEqual({ ok: true, value: { appealUntil: '2026-12-04' } });
    expect(await decisionOf(caseId)).toMatchObject({
      delivered_on: '2026-11-20',
      appeal_until: '2026-12-04',
    });
    const clocks = await listDeadlines(readerFor(house.pool, house.centre.id), house.centre.id, { caseId });
    expect(clocks.find((clock) => clock.kind === 'appeal')).toMatchObject({
      state: 'running',
      startsOn: '2026-11-20',
      dueOn: '2026-12-04',
    });
    expect(at(await deliver(decisionId))).toBe('casework.already-delivered');
  });

  it('happened between the day of issue and today', async () => {
    const { decisionId } = await issued();
    for (const day of ['2026-11-15', '2026-11-25'])
      expect(at(await deliver(decisionId, day))).toBe('casework.delivery-date');
    expect(at(await deliver(decisionId, '2026-11-16'))).toBe('done');
  });

  it('is written down by those who prepare and sign decisions', async () => {
    const { decisionId } = await issued();
    const tooLate = '2026-11-25';
    expect(
      await rolesAdmitted(async (role) => at(await deliver(decisionId, tooLate, house.centre.as(role)))),
    ).toEqual(['director', 'service_organiser', 'plan_coordinator', 'assistance_organiser']);
    expect(at(await deliver(decisionId, '2026-11-20', await house.centre.account('plan_coordinator')))).toBe(
      'forbidden',
    );
    expect(at(await deliver(decisionId, '2026-11-20', house.other.as('director')))).toBe('not_found');
  });
});

describe('reading decisions (domain reference 2.9)', () => {
  it('is for who prepares and signs, and for the person; never for the clerk', async () => {
    const { caseId, personId } = await refuse();
    const seen = async (actor: Actor) => await house.runner.ask(viewDecisions, actor, { caseId });
    expect(await rolesAdmitted(async (role) => at(await seen(house.centre.as(role))))).toEqual([
      'director',
      'service_organiser',
      'plan_coordinator',
    ]);
    expect(await seen({ ...house.centre.as('resident'), personId })).toMatchObject({
      ok: true,
      value: { draft: null, mayRecordDelivery: false },
    });
    const signatory = await house.centre.account('assistance_organiser');
    expect((await seen(signatory)).ok).toBe(false);
    await authorise(house.owner, signatory);
    expect((await seen(signatory)).ok).toBe(true);
    expect((await seen(house.other.as('director'))).ok).toBe(false);
  });
});
