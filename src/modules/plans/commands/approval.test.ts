import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import {
  done,
  lineOf,
  type Offered,
  planScene,
  programmeScene,
  today,
} from '../../../../test/support/plan.ts';
import type { Actor, Role } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { viewPlan } from '../queries/view-plan.ts';
import { agree } from './agree.ts';
import { approve } from './approve.ts';
import { reopen } from './reopen.ts';
import { returnPlan } from './return.ts';
import { start } from './start.ts';
import { writeLine } from './write-line.ts';
import { writeNeed } from './write-need.ts';

const house = testHouse();
let offered: Offered;

beforeAll(async () => {
  offered = await programmeScene(house);
});

const director = () => house.centre.as('director');
const view = async (planId: string, by: Actor = director()) =>
  done(await house.runner.ask(viewPlan, by, { planId }));
const rows = async (text: string, values: unknown[]) =>
  (await house.owner.query(text, values)).rows as Record<string, unknown>[];

/** An organiser of services who holds (or held) an authorisation to approve plans. */
async function organiser(from: string, to: string | null, revokedOn: string | null = null): Promise<Actor> {
  const actor = await house.centre.account('service_organiser');
  await house.owner.query(
    `insert into authorisation (centre_id, id, account_id, scope, holder, document, granted_by, request, valid_from, valid_to, revoked_on, revoked_why)
     values ($1, $2, $3, 'plan_approval', 'employee', 'ORG.0052.3.2026', 'dyrektor', 'wniosek', $4, $5, $6::date, case when $6::date is null then null else 'zmiana' end)`,
    [house.centre.id, newId(), actor.accountId, from, to, revokedOn],
  );
  return actor;
}

describe('plans.approve (art. 41(1))', () => {
  it('the director approves: the plan runs, the case moves, the clock of art. 40 is met', async () => {
    const { planId, caseId } = await planScene(house, offered, 'agreed');
    const result = done(await house.runner.run(approve, director(), { planId }));
    expect(result.state).toBe('running');
    const plan = await view(planId);
    expect(plan).toMatchObject({ caseState: 'plan_running', at: { state: 'running', approvedOn: today } });
    expect(plan.clocks.find((clock) => clock.kind === 'planReady')).toMatchObject({
      state: 'met',
      endedOn: today,
    });
    expect(plan.clocks.find((clock) => clock.kind === 'planClosing')).toMatchObject({
      state: 'running',
      dueOn: '2027-05-14',
    });
    expect(await rows(`select state from case_file where id = $1`, [caseId])).toEqual([
      { state: 'plan_running' },
    ]);
  });

  it('sets the fee of the programme with its working, due on the day agreed (art. 43(1))', async () => {
    const { planId } = await planScene(house, offered, 'running');
    expect((await view(planId)).fees).toMatchObject([
      { title: 'Rehabilitacja w domu', amountGrosze: 6000, dueOn: '2026-12-10', state: 'set' },
    ]);
  });

  it('turns the reserved place into an accepted one and takes the money of the plan (art. 42(2))', async () => {
    const used = async () =>
      (await rows(`select used_people, used_grosze from programme_service where id = $1`, [offered.paid]))[0];
    const { planId, caseId, coordinator } = await planScene(house, offered, 'whole');
    const before = await used();
    const [line] = (await view(planId)).content.lines;
    done(
      await house.runner.run(writeLine, coordinator, {
        ...lineOf(offered, planId),
        lineId: line?.id,
        units: 30,
      }),
    );
    done(await house.runner.run(agree, coordinator, { planId, agreedOn: today, agreedHow: 'rozmowa' }));
    done(await house.runner.run(approve, director(), { planId }));
    expect(
      await rows(`select state, units, committed_grosze from qualification where case_id = $1`, [caseId]),
    ).toEqual([{ state: 'accepted', units: 30, committed_grosze: 150_000 }]);
    expect(await used()).toEqual({
      used_people: before?.['used_people'],
      used_grosze: Number(before?.['used_grosze']) + 50_000,
    });
  });

  it('over the money of the programme nothing is approved and nothing changes', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'whole');
    const [line] = (await view(planId)).content.lines;
    done(
      await house.runner.run(writeLine, coordinator, {
        ...lineOf(offered, planId),
        lineId: line?.id,
        units: 30_000,
      }),
    );
    done(await house.runner.run(agree, coordinator, { planId, agreedOn: today, agreedHow: 'rozmowa' }));
    expect(await house.runner.run(approve, director(), { planId })).toMatchObject({
      problem: { code: 'programmes.money-limit', basis: expect.stringContaining('art. 42 ust. 2') },
    });
    expect(await view(planId)).toMatchObject({
      caseState: 'plan_in_preparation',
      at: { state: 'agreed' },
      fees: [],
    });
  });

  it('issues the plan and the resident’s copy in large print, with files to be made from them', async () => {
    const { planId } = await planScene(house, offered, 'agreed');
    const { documents } = done(await house.runner.run(approve, director(), { planId }));
    expect(
      await rows(`select kind, letter->>'large' as large from document where id = any($1) order by kind`, [
        documents,
      ]),
    ).toEqual([
      { kind: 'plan', large: 'false' },
      { kind: 'plan-copy', large: 'true' },
    ]);
    expect(
      await rows(`select payload->>'documentId' as id from outbox where payload->>'documentId' = any($1)`, [
        documents,
      ]),
    ).toHaveLength(2);
  });

  it('a plan whose first day is to come waits for it, and is started by its coordinator (art. 41(1))', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'running', { startsOn: '2026-12-01' });
    expect((await view(planId)).at.state).toBe('approved');
    expect(await house.runner.run(start, coordinator, { planId })).toMatchObject({
      problem: { code: 'plans.too-early' },
    });
    house.clock.set('2026-12-01T09:00:00.000Z');
    done(await house.runner.run(start, coordinator, { planId }));
    house.clock.set(`${today}T09:00:00.000Z`);
    expect((await view(planId)).at.state).toBe('running');
    expect(await house.runner.run(start, coordinator, { planId })).toMatchObject({
      problem: { code: 'plans.wrong-state' },
    });
  });

  it('art. 46: with the first plan of a centre its periodic duties begin to run', async () => {
    await planScene(house, offered, 'running');
    expect(
      await rows(
        `select kind, count(*)::int as n from deadline where centre_id = $1 and kind in ('planSummary', 'coordinatorsMeeting') and state = 'running' group by kind order by kind`,
        [house.centre.id],
      ),
    ).toEqual([
      { kind: 'coordinatorsMeeting', n: 1 },
      { kind: 'planSummary', n: 1 },
    ]);
  });
});

describe('who approves (art. 41(1), 24(2)(3), 26)', () => {
  it('an organiser with an authorisation that holds that day; it is kept with the plan', async () => {
    const { planId } = await planScene(house, offered, 'agreed');
    const actor = await organiser('2026-01-01', '2026-11-16');
    done(await house.runner.run(approve, actor, { planId }));
    expect(
      await rows(`select authorisation_id is not null as kept from plan_version where plan_id = $1`, [
        planId,
      ]),
    ).toEqual([{ kept: true }]);
  });

  it.each([
    ['none at all', undefined],
    ['one that ended yesterday', ['2026-01-01', '2026-11-15', null]],
    ['one that begins tomorrow', ['2026-11-17', null, null]],
    ['one revoked today', ['2026-01-01', null, '2026-11-16']],
  ] as const)('an organiser with %s is told why and on what basis', async (_name, dates) => {
    const { planId } = await planScene(house, offered, 'agreed');
    const actor = dates
      ? await organiser(dates[0], dates[1], dates[2])
      : await house.centre.account('service_organiser');
    expect(await house.runner.run(approve, actor, { planId })).toMatchObject({
      problem: { kind: 'refused', code: 'access.no-authorisation', basis: expect.stringContaining('art.') },
    });
    expect(await house.runner.run(returnPlan, actor, { planId, remarks: 'x' })).toMatchObject({
      problem: { code: 'access.no-authorisation' },
    });
    expect((await view(planId, actor)).mayNotApprove?.words).toBeTruthy();
  });

  it('by default never the author of the version; the Act lets the centre set it otherwise', async () => {
    const both = await house.centre.account('plan_coordinator', { name: 'Dyrektor Koordynator' });
    const actor: Actor = { ...both, roles: ['director', 'plan_coordinator'] };
    const { planId } = await planScene(house, offered, 'agreed', { coordinator: actor });
    expect(await house.runner.run(approve, actor, { planId })).toMatchObject({
      problem: { code: 'plans.approver-is-author' },
    });
    await house.owner.query(`update centre set settings = '{"approverMayBeAuthor": true}' where id = $1`, [
      house.centre.id,
    ]);
    const outcome = await house.runner.run(approve, actor, { planId });
    await house.owner.query(`update centre set settings = '{}' where id = $1`, [house.centre.id]);
    done(outcome);
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
  ])('%s approves and returns nothing', async (role) => {
    const { planId } = await planScene(house, offered, 'agreed');
    const actor = house.centre.as(role, { organizationId: offered.organizationId });
    expect(await house.runner.run(approve, actor, { planId })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    expect(await house.runner.run(returnPlan, actor, { planId, remarks: 'x' })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });

  it('the director of another centre finds no such plan', async () => {
    const { planId } = await planScene(house, offered, 'agreed');
    expect(await house.runner.run(approve, house.other.as('director'), { planId })).toMatchObject({
      problem: { kind: 'not_found' },
    });
  });
});

describe('what may be approved', () => {
  it('nothing that was not agreed with the person (art. 38(1))', async () => {
    const { planId } = await planScene(house, offered, 'whole');
    expect(await house.runner.run(approve, director(), { planId })).toMatchObject({
      problem: { code: 'plans.wrong-state' },
    });
  });

  it('nothing twice', async () => {
    const { planId } = await planScene(house, offered, 'running');
    expect(await house.runner.run(approve, director(), { planId })).toMatchObject({
      problem: { code: 'plans.wrong-state' },
    });
  });

  it('two approvals at once give one plan in force', async () => {
    const { planId } = await planScene(house, offered, 'agreed');
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => house.runner.run(approve, director(), { planId })),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });

  it('a version that somebody changed meanwhile is not approved unseen', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'agreed');
    const seen = (await view(planId)).at.version;
    done(await house.runner.run(reopen, coordinator, { planId }));
    done(await house.runner.run(writeNeed, coordinator, { planId, words: 'Nowa potrzeba', priority: 1 }));
    done(await house.runner.run(agree, coordinator, { planId, agreedOn: today, agreedHow: 'rozmowa' }));
    expect(await house.runner.run(approve, director(), { planId }, { version: seen })).toMatchObject({
      problem: { kind: 'stale' },
    });
  });

  it('no service of a programme that has ended (art. 42(2))', async () => {
    const { planId } = await planScene(house, offered, 'agreed');
    await house.owner.query(`update programme_version set state = 'ended' where centre_id = $1`, [
      house.centre.id,
    ]);
    const outcome = await house.runner.run(approve, director(), { planId });
    await house.owner.query(`update programme_version set state = 'in_force' where centre_id = $1`, [
      house.centre.id,
    ]);
    expect(outcome).toMatchObject({
      problem: { code: 'plans.programme-ended', words: expect.stringContaining('Rehabilitacja w domu') },
    });
  });

  it('art. 40: past the thirty days only with the reason', async () => {
    const { planId } = await planScene(house, offered, 'agreed', { submittedOn: '2026-10-20' });
    house.clock.set('2026-11-23T09:00:00.000Z');
    const late = await house.runner.run(approve, director(), { planId });
    const explained = await house.runner.run(approve, director(), {
      planId,
      overdueReason: 'dyrektor na zwolnieniu',
    });
    house.clock.set(`${today}T09:00:00.000Z`);
    expect(late).toMatchObject({ problem: { code: 'plans.overdue-unexplained' } });
    done(explained);
    expect((await view(planId)).clocks.find((clock) => clock.kind === 'planReady')?.state).toBe('missed');
  });
});

describe('plans.return (art. 41(1)) and plans.reopen', () => {
  it('sends the plan back with remarks; corrected, it needs an agreement of its own', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'agreed');
    done(await house.runner.run(returnPlan, director(), { planId, remarks: 'Brak terminu rehabilitacji.' }));
    expect((await view(planId)).at).toMatchObject({
      state: 'returned',
      returnRemarks: 'Brak terminu rehabilitacji.',
      agreedOn: null,
    });
    done(await house.runner.run(writeNeed, coordinator, { planId, words: 'Dopisana', priority: 3 }));
    done(await house.runner.run(agree, coordinator, { planId, agreedOn: today, agreedHow: 'telefon' }));
    done(await house.runner.run(approve, director(), { planId }));
    expect((await view(planId)).at).toMatchObject({ state: 'running', returnRemarks: null });
  });

  it('wants the remarks', async () => {
    const { planId } = await planScene(house, offered, 'agreed');
    expect(await house.runner.run(returnPlan, director(), { planId, remarks: ' ' })).toMatchObject({
      problem: { fields: { remarks: 'Napisz, co trzeba poprawić.' } },
    });
  });

  it('a plan taken back to drawing up loses its agreement', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'agreed');
    expect(await house.runner.run(reopen, director(), { planId })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    done(await house.runner.run(reopen, coordinator, { planId }));
    expect((await view(planId)).at).toMatchObject({ state: 'draft', agreedOn: null, agreedHow: null });
    expect(await house.runner.run(reopen, coordinator, { planId })).toMatchObject({
      problem: { code: 'plans.wrong-state' },
    });
  });
});
