import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import {
  arrangeCase,
  arrangeOffer,
  arrangeOtherTrack,
  type CaseOf,
  row,
} from '../../../../test/support/recognised-case.ts';
import { rolesAdmitted } from '../../../../test/support/roles.ts';
import type { Actor } from '../../../platform/actor.ts';
import { readerFor } from '../../../platform/database/tenant.ts';
import { newId } from '../../../platform/ids.ts';
import { listDeadlines } from '../../agenda/index.ts';
import { receivedTransfers } from '../queries/received-transfers.ts';
import { viewTransfer } from '../queries/view-transfer.ts';
import { recordTransferAnswer } from './record-transfer-answer.ts';
import { transferCase } from './transfer.ts';

const house = testHouse();
let coordinator: Actor;
let care: { serviceId: string; programmeServiceId: null };

beforeAll(async () => {
  coordinator = house.centre.as('plan_coordinator');
  care = await arrangeOtherTrack(house.owner, house.centre.id);
});

const toTeam = {
  ground: 'separate_statute',
  targetKind: 'team',
  targetName: 'Zespół pomocy społecznej',
  reason: 'O usługach opiekuńczych rozstrzyga się w decyzji na podstawie ustawy o pomocy społecznej.',
  agreed: 'tak',
  agreedOn: '2026-11-12',
  agreedHow: 'w rozmowie w okienku',
};

async function transfer(setting: { file?: CaseOf; input?: Record<string, unknown>; actor?: Actor } = {}) {
  const { caseId } = await arrangeCase(house, { wants: [care], ...setting.file });
  const input = { caseId, ...toTeam, ...setting.input };
  return {
    caseId,
    input,
    outcome: await house.runner.run(transferCase, setting.actor ?? coordinator, input),
  };
}

const answer = async (caseId: string, actor: Actor, more: Record<string, unknown> = {}) =>
  await house.runner.run(recordTransferAnswer, actor, {
    caseId,
    answer: 'accepted',
    answeredOn: '2026-11-16',
    ...more,
  });
const state = async (caseId: string) =>
  (await row(house.owner, 'select state from case_file where id = $1', [caseId]))['state'];
const clocks = async (caseId: string) =>
  (await listDeadlines(readerFor(house.pool, house.centre.id), house.centre.id, { caseId })).map((clock) => [
    clock.kind,
    clock.state,
  ]);

describe('handing an application over (art. 19, 38(1))', () => {
  it('keeps to whom, why and what was agreed, and sends the notice', async () => {
    const { caseId, outcome } = await transfer();
    expect(at(outcome)).toBe('done');
    expect(await state(caseId)).toBe('transferred');
    expect(
      await row(
        house.owner,
        'select target_kind, target_name, agreed_on::text, agreed_how, sent_on::text, answer from transfer where case_id = $1',
        [caseId],
      ),
    ).toEqual({
      target_kind: 'team',
      target_name: 'Zespół pomocy społecznej',
      agreed_on: '2026-11-12',
      agreed_how: 'w rozmowie w okienku',
      sent_on: '2026-11-16',
      answer: null,
    });
    expect((await house.owner.query('select kind from document where case_id = $1', [caseId])).rows).toEqual([
      { kind: 'transfer' },
    ]);
    expect(await clocks(caseId)).toEqual([['transferAnswer', 'running']]);
  });

  it.each(['agreed', 'agreedOn', 'agreedHow'])(
    'is impossible without the agreement of the applicant (%s)',
    async (field) => {
      expect((await transfer({ input: { [field]: '' } })).outcome).toMatchObject({
        ok: false,
        problem: { fields: { [field]: expect.any(String) } },
      });
    },
  );

  it('rests on an agreement made between the application and today', async () => {
    expect(at((await transfer({ input: { agreedOn: '2026-11-17' } })).outcome)).toBe('casework.future-date');
    expect(at((await transfer({ input: { agreedOn: '2026-11-01' } })).outcome)).toBe(
      'casework.agreed-before-application',
    );
    expect(at((await transfer({ input: { agreedOn: '2026-11-02' } })).outcome)).toBe('done');
  });

  it('does not carry away a service of a programme as if another statute decided on it', async () => {
    const offer = await arrangeOffer(house.owner, house.centre.id);
    const mixed = { wants: [care, offer] };
    const { outcome } = await transfer({ file: mixed });
    expect(at(outcome)).toBe('casework.transfer-programme-service');
    expect(!outcome.ok && outcome.problem.words).toContain('Pomoc sąsiedzka');
    expect(at((await transfer({ file: { wants: [] } })).outcome)).toBe('casework.transfer-programme-service');
    expect(at((await transfer({ file: mixed, input: { ground: 'belongs_elsewhere' } })).outcome)).toBe(
      'done',
    );
  });

  it('goes also for a service of the general offer', async () => {
    const general = await arrangeOtherTrack(house.owner, house.centre.id, 'general_offer');
    expect(at((await transfer({ file: { wants: [general] } })).outcome)).toBe('done');
  });

  it('is open until the outcome', async () => {
    expect(at((await transfer({ file: { state: 'submitted' } })).outcome)).toBe('done');
    for (const closed of ['awaiting_completion', 'qualified', 'transferred', 'refused'])
      expect(at((await transfer({ file: { state: closed } })).outcome)).toBe('casework.wrong-state');
    expect(at((await transfer({ file: { anonymous: true } })).outcome)).toBe('casework.person-unknown');
  });
});

describe('who hands over', () => {
  it('the coordinator of the case, or any while it has none; nobody else (domain reference 2.9)', async () => {
    const stranger = await house.centre.account('plan_coordinator');
    expect(at((await transfer({ actor: stranger })).outcome)).toBe('forbidden');
    expect(
      at((await transfer({ actor: stranger, file: { coordinator: null, state: 'submitted' } })).outcome),
    ).toBe('done');
    const fresh = { file: { state: 'submitted' } };
    expect(
      await rolesAdmitted(async (role) =>
        at((await transfer({ ...fresh, actor: house.centre.as(role) })).outcome),
      ),
    ).toEqual(['plan_coordinator']);
    expect(at((await transfer({ actor: house.other.as('plan_coordinator') })).outcome)).toBe('not_found');
  });
});

describe('the answer to a transfer', () => {
  it('closes the clock and the case goes on with the receiver', async () => {
    const { caseId } = await transfer();
    expect(at(await answer(caseId, coordinator))).toBe('done');
    expect(await state(caseId)).toBe('transfer_accepted');
    expect(await clocks(caseId)).toEqual([['transferAnswer', 'met']]);
    expect(at(await answer(caseId, coordinator))).toBe('casework.transfer-answered');
  });

  it('brings the application back with words, and the thirty days run from the application again (art. 40)', async () => {
    const { caseId } = await transfer();
    expect(await answer(caseId, coordinator, { answer: 'returned' })).toMatchObject({
      ok: false,
      problem: { fields: { answerWords: expect.any(String) } },
    });
    expect(
      at(await answer(caseId, coordinator, { answer: 'returned', answerWords: 'Usługę daje program.' })),
    ).toBe('done');
    expect(await state(caseId)).toBe('in_recognition');
    const running = await row(
      house.owner,
      `select starts_on::text, due_on::text from deadline where case_id = $1 and kind = 'planReady' and state = 'running'`,
      [caseId],
    );
    expect(running).toEqual({ starts_on: '2026-11-02', due_on: '2026-12-02' });
  });

  it('came between the day it was sent and today', async () => {
    const { caseId } = await transfer();
    for (const answeredOn of ['2026-11-15', '2026-11-17'])
      expect(at(await answer(caseId, coordinator, { answeredOn }))).toBe('casework.answer-date');
  });

  it('is written down by the window or the coordinator of the case', async () => {
    expect(at(await answer((await transfer()).caseId, house.centre.as('clerk')))).toBe('done');
    expect(at(await answer((await transfer()).caseId, await house.centre.account('plan_coordinator')))).toBe(
      'forbidden',
    );
  });

  it('is given by the team inside the centre for what went to it, and by the unit for what went to the unit', async () => {
    const unitId = newId();
    await house.owner.query(
      `insert into organization (centre_id, id, name) values ($1, $2, 'Środowiskowy Dom Samopomocy')`,
      [house.centre.id, unitId],
    );
    const unit = await house.centre.account('feeder', { organizationId: unitId });
    const toUnit = {
      targetKind: 'unit',
      targetName: 'Środowiskowy Dom Samopomocy',
      targetOrganizationId: unitId,
    };
    const assistance = house.centre.as('assistance_organiser');
    expect(at(await answer((await transfer()).caseId, assistance))).toBe('done');
    expect(at(await answer((await transfer({ input: toUnit })).caseId, assistance))).toBe('forbidden');
    expect(at(await answer((await transfer({ input: toUnit })).caseId, unit))).toBe('done');
    expect(at(await answer((await transfer()).caseId, unit))).toBe('forbidden');
  });

  it('is nobody else’s', async () => {
    const { caseId } = await transfer();
    const tooLate = { answeredOn: '2026-11-17' };
    expect(
      await rolesAdmitted(async (role) => at(await answer(caseId, house.centre.as(role), tooLate))),
    ).toEqual(['plan_coordinator', 'assistance_organiser', 'clerk']);
    expect(at(await answer(caseId, house.other.as('clerk')))).toBe('not_found');
    expect(at(await answer((await arrangeCase(house)).caseId, coordinator))).toBe('not_found');
  });
});

describe('reading a transfer (domain reference 2.9)', () => {
  it('is open to the receiving unit and closed to any other', async () => {
    const unitId = newId();
    await house.owner.query(`insert into organization (centre_id, id, name) values ($1, $2, 'Przychodnia')`, [
      house.centre.id,
      unitId,
    ]);
    const { caseId } = await transfer({ input: { targetKind: 'unit', targetOrganizationId: unitId } });
    const seen = async (actor: Actor) => at(await house.runner.ask(viewTransfer, actor, { caseId }));
    expect(await seen(await house.centre.account('feeder', { organizationId: unitId }))).toBe('done');
    expect(await seen(house.centre.as('feeder'))).toBe('not_found');
    expect(await rolesAdmitted((role) => seen(house.centre.as(role)))).toEqual([
      'director',
      'service_organiser',
      'plan_coordinator',
      'clerk',
    ]);
    expect(await seen(house.other.as('director'))).toBe('not_found');
  });

  it('is open to the social assistance team for what was handed to it', async () => {
    const { caseId } = await transfer();
    expect(
      at(await house.runner.ask(viewTransfer, house.centre.as('assistance_organiser'), { caseId })),
    ).toBe('done');
  });
});

describe('what a unit was sent (art. 38(1))', () => {
  it('is on the list of its own account: what waits first; not of another unit, and not once it was given back and sent on', async () => {
    const unit = newId();
    await house.owner.query(
      `insert into organization (centre_id, id, name) values ($1, $2, 'Powiatowe Centrum Pomocy Rodzinie')`,
      [house.centre.id, unit],
    );
    const feeder = await house.centre.account('feeder', { organizationId: unit });
    const listed = async (actor = feeder) => {
      const outcome = await house.runner.ask(receivedTransfers, actor, {});
      return outcome.ok ? outcome.value.transfers.map(({ caseId, answer }) => [caseId, answer]) : at(outcome);
    };
    const sendTo = async () =>
      (await transfer({ input: { targetKind: 'unit', targetOrganizationId: unit } })).caseId;
    const [first, second] = [await sendTo(), await sendTo()];
    expect(await listed()).toEqual([
      [second, null],
      [first, null],
    ]);
    expect(at(await answer(second, feeder))).toBe('done');
    expect(await listed()).toEqual([
      [first, null],
      [second, 'accepted'],
    ]);
    const other = newId();
    await house.owner.query(`insert into organization (centre_id, id, name) values ($1, $2, 'Inna')`, [
      house.centre.id,
      other,
    ]);
    expect(await listed(await house.centre.account('feeder', { organizationId: other }))).toEqual([]);
    expect(await listed(house.centre.as('feeder'))).toBe('forbidden');
    expect(await listed(house.centre.as('provider', { organizationId: unit }))).toBe('forbidden');
    await house.owner.query(
      `insert into transfer (centre_id, id, case_id, target_kind, target_name, reason, agreed_on, agreed_how, sent_on)
       select centre_id, $2, case_id, 'office', 'Urząd', 'x', agreed_on, 'x', sent_on from transfer where case_id = $1`,
      [first, newId()],
    );
    expect(await listed()).toEqual([[second, 'accepted']]);
    const read = await house.owner.query(
      `select count(distinct case_id)::int as n from audit_entry where action = 'casework.received-transfers' and kind = 'read'`,
    );
    expect(read.rows).toEqual([{ n: 2 }]);
  });
});
