import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import {
  caseScene,
  done,
  type Offered,
  planScene,
  programmeScene,
  today,
} from '../../../../test/support/plan.ts';
import type { Role } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { caseload } from '../queries/caseload.ts';
import { aggregate, duties } from '../queries/duties.ts';
import { viewPlan } from '../queries/view-plan.ts';
import { handOver } from './hand-over.ts';
import { monitor } from './monitor.ts';
import { recordCoordinatorsMeeting } from './record-coordinators-meeting.ts';
import { recordPlanSummary } from './record-plan-summary.ts';

const house = testHouse();
let offered: Offered;

beforeAll(async () => {
  offered = await programmeScene(house);
});

const organiser = () => house.centre.as('service_organiser');
const rows = async (text: string, values: unknown[]) =>
  (await house.owner.query(text, values)).rows as Record<string, unknown>[];
const entry = { heldOn: today, contact: 'phone', finding: 'Bez zmian.' };

describe('plans.hand-over (art. 45(1)): monitoring is bound to a person, so changing hands is explicit', () => {
  it('a whole caseload: plans, cases and running clocks go along, and it is written down', async () => {
    const [from, to] = await Promise.all([
      house.centre.account('plan_coordinator'),
      house.centre.account('plan_coordinator'),
    ]);
    const running = await planScene(house, offered, 'running', { coordinator: from });
    const drafted = await planScene(house, offered, 'draft', { coordinator: from });
    const bare = await caseScene(house, offered, { coordinator: from, reserve: false });
    const result = done(
      await house.runner.run(handOver, organiser(), {
        fromAccountId: from.accountId,
        toAccountId: to.accountId,
        reason: 'długie zwolnienie',
      }),
    );
    expect(result).toMatchObject({ plans: 2, cases: 3 });
    expect(
      await rows(`select count(*)::int as n from case_file where coordinator_id = $1`, [from.accountId]),
    ).toEqual([{ n: 0 }]);
    expect(
      await rows(`select count(*)::int as n from deadline where owner_id = $1 and state = 'running'`, [
        from.accountId,
      ]),
    ).toEqual([{ n: 0 }]);
    for (const caseId of [running.caseId, drafted.caseId, bare.caseId])
      expect(await rows(`select coordinator_id from case_file where id = $1`, [caseId])).toEqual([
        { coordinator_id: to.accountId },
      ]);
    expect(await house.runner.run(monitor, from, { planId: running.planId, ...entry })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    done(await house.runner.run(monitor, to, { planId: running.planId, ...entry }));
    const plan = done(await house.runner.ask(viewPlan, to, { planId: running.planId }));
    expect(plan.handovers).toMatchObject([{ reason: 'długie zwolnienie', plans: 2 }]);
    expect(plan.at.authorId).toBe(from.accountId);
  });

  it('one plan with its case; the rest stays', async () => {
    const [from, to] = await Promise.all([
      house.centre.account('plan_coordinator'),
      house.centre.account('plan_coordinator'),
    ]);
    const one = await planScene(house, offered, 'running', { coordinator: from });
    const other = await planScene(house, offered, 'running', { coordinator: from });
    const input = {
      fromAccountId: from.accountId,
      toAccountId: to.accountId,
      planId: one.planId,
      reason: 'prośba osoby',
    };
    expect(done(await house.runner.run(handOver, house.centre.as('director'), input))).toMatchObject({
      plans: 1,
      cases: 1,
    });
    expect(
      await rows(`select coordinator_id from plan where id = any($1) order by coordinator_id = $2 desc`, [
        [one.planId, other.planId],
        to.accountId,
      ]),
    ).toEqual([{ coordinator_id: to.accountId }, { coordinator_id: from.accountId }]);
    expect(
      await rows(`select owner_id from deadline where case_id = $1 and state = 'running'`, [one.caseId]),
    ).toEqual([{ owner_id: to.accountId }]);
    expect(await house.runner.run(handOver, organiser(), input)).toMatchObject({
      problem: { code: 'plans.not-theirs' },
    });
  });

  it.each([
    ['to the same person', 'plans.same-worker'],
    ['to somebody who is not a coordinator', 'plans.not-a-coordinator'],
    ['of somebody who leads nothing', 'plans.nothing-to-hand-over'],
  ])('is refused %s', async (_name, code) => {
    const [from, to] = await Promise.all([
      house.centre.account('plan_coordinator'),
      house.centre.account('plan_coordinator'),
    ]);
    if (code !== 'plans.nothing-to-hand-over')
      await planScene(house, offered, 'draft', { coordinator: from });
    const toAccountId = {
      'plans.same-worker': from.accountId,
      'plans.not-a-coordinator': house.centre.as('clerk').accountId,
      'plans.nothing-to-hand-over': to.accountId,
    }[code];
    expect(
      await house.runner.run(handOver, organiser(), {
        fromAccountId: from.accountId,
        toAccountId,
        reason: 'x',
      }),
    ).toMatchObject({ problem: { code } });
  });

  it.each<Role>([
    'plan_coordinator',
    'community_organiser',
    'assistance_organiser',
    'clerk',
    'auditor',
    'administrator',
    'provider',
    'feeder',
    'region',
    'resident',
    'visitor',
  ])('is refused to %s', async (role) => {
    const input = { fromAccountId: newId(), toAccountId: newId(), reason: 'x' };
    expect(await house.runner.run(handOver, house.centre.as(role), input)).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    expect(await house.runner.ask(caseload, house.centre.as(role), {})).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });

  it('finds no plan of another centre', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'running');
    const input = { fromAccountId: coordinator.accountId, toAccountId: newId(), planId, reason: 'x' };
    expect(await house.runner.run(handOver, house.other.as('director'), input)).toMatchObject({
      problem: { kind: 'not_found' },
    });
  });

  it('somebody who has left still stands in the list while anything is theirs', async () => {
    const gone = await house.centre.account('plan_coordinator', { name: 'Była Koordynatorka' });
    await planScene(house, offered, 'running', { coordinator: gone });
    await house.owner.query(`update account set state = 'closed' where id = $1`, [gone.accountId]);
    const load = done(await house.runner.ask(caseload, organiser(), {}));
    expect(load.workers).toContainEqual({
      id: gone.accountId,
      name: 'Była Koordynatorka',
      active: false,
      cases: 1,
      plans: 1,
    });
    expect(load.coordinators.map((one) => one.id)).not.toContain(gone.accountId);
  });
});

describe('plans.record-plan-summary (art. 46(1))', () => {
  const span = { coversFrom: '2026-05-17', coversTo: today };

  it('counts without a person, keeps what was counted, and starts the next six months', async () => {
    await planScene(house, offered, 'running');
    const result = done(await house.runner.run(recordPlanSummary, organiser(), span));
    expect(result.nextDueOn).toBe('2027-05-17');
    const [kept] = await rows(`select content from duty where id = $1`, [result.dutyId]);
    expect(JSON.stringify(kept)).not.toContain('Wrona');
    expect(
      await rows(
        `select state, count(*)::int as n from deadline where centre_id = $1 and kind = 'planSummary' group by state order by state`,
        [house.centre.id],
      ),
    ).toEqual([
      { state: 'met', n: 1 },
      { state: 'running', n: 1 },
    ]);
  });

  it.each([
    ['a period to come', { coversFrom: today, coversTo: '2026-11-17' }],
    ['a period turned round', { coversFrom: today, coversTo: '2026-11-15' }],
  ])('refuses %s', async (_name, wrong) => {
    expect(await house.runner.run(recordPlanSummary, organiser(), wrong)).toMatchObject({
      problem: { code: 'plans.covers-wrong' },
    });
  });

  it.each<Role>([
    'director',
    'plan_coordinator',
    'community_organiser',
    'clerk',
    'provider',
    'resident',
    'visitor',
  ])('%s does not make it: it is the organiser’s (art. 46(1))', async (role) => {
    expect(await house.runner.run(recordPlanSummary, house.centre.as(role), span)).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });
});

describe('plans.record-coordinators-meeting (art. 46(2))', () => {
  it('keeps who met and about what, and starts the next three months from its day', async () => {
    const { accountId, name } = house.centre.as('plan_coordinator');
    const input = {
      heldOn: '2026-11-13',
      coordinatorIds: accountId,
      guests: 'Fundacja Razem',
      topics: 'Terminy rehabilitacji',
    };
    expect(done(await house.runner.run(recordCoordinatorsMeeting, organiser(), input)).nextDueOn).toBe(
      '2027-02-15',
    );
    const shown = done(await house.runner.ask(duties, house.centre.as('director'), {}));
    expect(shown.done.find((duty) => duty.kind === 'coordinators_meeting')?.meeting).toEqual({
      present: [name],
      guests: 'Fundacja Razem',
      topics: 'Terminy rehabilitacji',
      conclusions: null,
    });
    // The community organiser knows that it was held; what was said of plans may point at somebody (art. 46(1)).
    const aside = done(await house.runner.ask(duties, house.centre.as('community_organiser'), {}));
    expect(aside.done.find((duty) => duty.kind === 'coordinators_meeting')).toMatchObject({
      coversTo: '2026-11-13',
      meeting: null,
    });
  });

  it('a meeting has somebody in it, and has been held', async () => {
    const { run } = house.runner;
    expect(
      await run(recordCoordinatorsMeeting, organiser(), { heldOn: today, coordinatorIds: [], topics: 'x' }),
    ).toMatchObject({ problem: { code: 'plans.nobody-present' } });
    expect(
      await run(recordCoordinatorsMeeting, organiser(), {
        heldOn: '2026-11-17',
        coordinatorIds: [],
        topics: 'x',
      }),
    ).toMatchObject({ problem: { code: 'plans.future' } });
    expect(
      await run(recordCoordinatorsMeeting, house.centre.as('director'), {
        heldOn: today,
        coordinatorIds: [],
        topics: 'x',
      }),
    ).toMatchObject({ problem: { kind: 'forbidden' } });
  });
});

describe('plans.duties and plans.aggregate: the community organiser sees only what points at nobody', () => {
  it('three plans in force: the director reads 3, the community organiser a hidden cell and no sum', async () => {
    const other = await programmeScene(house, house.other);
    for (const name of ['Ala Kot', 'Ela Lis', 'Ola Sum'])
      await planScene(house, other, 'running', {
        centre: house.other,
        coordinator: house.other.as('plan_coordinator'),
        name,
      });
    const states = async (role: Role) =>
      done(await house.runner.ask(aggregate, house.other.as(role), {})).tables.find(
        (table) => table.key === 'states',
      );
    expect(await states('director')).toEqual({
      key: 'states',
      cells: [{ key: 'running', count: 3 }],
      total: 3,
    });
    expect(await states('community_organiser')).toEqual({
      key: 'states',
      cells: [{ key: 'running', count: null }],
      total: null,
    });
    const shown = done(await house.runner.ask(duties, house.other.as('community_organiser'), {}));
    expect(
      shown.preview.tables
        .flatMap((table) => table.cells)
        .every(({ count }) => count === null || count === 0 || count >= 5),
    ).toBe(true);
    expect(shown.mayRecord).toBe(false);
  });

  it('five plans are shown as they are', async () => {
    const other = { centre: house.other, coordinator: house.other.as('plan_coordinator') };
    const services = await programmeScene(house, house.other);
    // The thirtieth day from 16 October is a Sunday: approved on Monday is in time (art. 40; art. 57 § 4 KPA).
    for (const name of ['Iza Bąk', 'Uma Gil'])
      await planScene(house, services, 'running', { ...other, name, submittedOn: '2026-10-16' });
    const { tables } = done(await house.runner.ask(aggregate, house.other.as('community_organiser'), {}));
    expect(tables.find((table) => table.key === 'states')).toMatchObject({
      cells: [{ key: 'running', count: 5 }],
      total: 5,
    });
    expect(tables.find((table) => table.key === 'events')?.cells).toContainEqual({
      key: 'in_time',
      count: 5,
    });
  });

  it.each<Role>([
    'plan_coordinator',
    'clerk',
    'assistance_organiser',
    'provider',
    'feeder',
    'region',
    'resident',
    'visitor',
    'auditor',
    'administrator',
  ])('%s sees neither', async (role) => {
    expect(await house.runner.ask(duties, house.centre.as(role), {})).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    expect(await house.runner.ask(aggregate, house.centre.as(role), {})).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });
});
