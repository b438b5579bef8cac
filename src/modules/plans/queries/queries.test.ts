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
import type { Actor, Role } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { agree } from '../commands/agree.ts';
import { monitor } from '../commands/monitor.ts';
import { returnPlan } from '../commands/return.ts';
import { update } from '../commands/update.ts';
import { writeLine } from '../commands/write-line.ts';
import { compareVersionsQuery } from './compare-versions.ts';
import { drawing } from './drawing.ts';
import { listPlansQuery } from './list-plans.ts';
import { myLines } from './my-lines.ts';
import { planOfCase, plansOfPerson } from './plans-of.ts';
import { viewPlan } from './view-plan.ts';

const house = testHouse();
let offered: Offered;

beforeAll(async () => {
  offered = await programmeScene(house);
});

const director = () => house.centre.as('director');
const resident = (personId: string): Actor => house.centre.as('resident', { personId });
const reads = async (caseId: string) =>
  (
    await house.owner.query<{ action: string; kind: string; person_id: string }>(
      `select action, kind, person_id from audit_entry where case_id = $1 and kind in ('read', 'access') order by seq`,
      [caseId],
    )
  ).rows;

/** Everybody who has no business with a whole plan (domain reference 2.9). */
const outsiders: readonly Role[] = [
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
];

describe('plans.view-plan', () => {
  it('shows the coordinator what holds, its clocks and the steps open now; the read is written down (art. 50(3))', async () => {
    const { planId, coordinator, caseId, personId } = await planScene(house, offered, 'running');
    const plan = done(await house.runner.ask(viewPlan, coordinator, { planId }));
    expect(plan).toMatchObject({
      personName: 'Halina Wrona',
      at: { number: 1, state: 'running' },
      lacks: [],
    });
    expect(plan.actions.toSorted()).toEqual(['end', 'monitor', 'resign', 'update']);
    expect(await reads(caseId)).toContainEqual({
      action: 'plans.view-plan',
      kind: 'read',
      person_id: personId,
    });
  });

  it('offers the director the approval, and the organiser without authorisation the reason why not', async () => {
    const { planId } = await planScene(house, offered, 'agreed');
    expect(done(await house.runner.ask(viewPlan, director(), { planId }))).toMatchObject({
      actions: ['return', 'approve'],
      mayNotApprove: null,
    });
    const organiser = await house.centre.account('service_organiser');
    expect(done(await house.runner.ask(viewPlan, organiser, { planId })).mayNotApprove?.words).toContain(
      'upoważnienia',
    );
  });

  it.each(outsiders)('%s is told that nothing is there, and the try is written down', async (role) => {
    const { planId } = await planScene(house, offered, 'running');
    const actor = house.centre.as(role, { organizationId: offered.organizationId });
    expect(await house.runner.ask(viewPlan, actor, { planId })).toMatchObject({
      problem: { kind: 'not_found' },
    });
  });

  it('another coordinator sees it only by necessity, while the hour runs', async () => {
    const { planId, personId } = await planScene(house, offered, 'running');
    const other = await house.centre.account('plan_coordinator');
    expect(await house.runner.ask(viewPlan, other, { planId })).toMatchObject({
      problem: { kind: 'not_found' },
    });
    await house.owner.query(
      `insert into access_grant (centre_id, id, account_id, person_id, reason, granted_at, until) values ($1, $2, $3, $4, 'x', '2026-11-16T08:30:00Z', '2026-11-16T09:30:00Z')`,
      [house.centre.id, newId(), other.accountId, personId],
    );
    expect(done(await house.runner.ask(viewPlan, other, { planId })).granted).toBe(true);
  });

  it('the resident reads the own approved plan, without drafts, remarks and working notes', async () => {
    const { planId, personId, coordinator } = await planScene(house, offered, 'running');
    done(
      await house.runner.run(monitor, coordinator, {
        planId,
        heldOn: today,
        contact: 'phone',
        finding: 'notatka',
      }),
    );
    done(await house.runner.run(update, coordinator, { planId, kind: 'needs', reason: 'x' }));
    const plan = done(await house.runner.ask(viewPlan, resident(personId), { planId }));
    expect(plan.versions.map((version) => version.number)).toEqual([1]);
    expect(plan.monitoring).toEqual([]);
    expect(plan.actions).toEqual([]);
    expect(await house.runner.ask(viewPlan, resident(newId()), { planId })).toMatchObject({
      problem: { kind: 'not_found' },
    });
    expect(await house.runner.ask(viewPlan, resident(personId), { planId, number: 2 })).toMatchObject({
      problem: { kind: 'not_found' },
    });
    const draft = await planScene(house, offered, 'draft');
    expect(
      await house.runner.ask(viewPlan, resident(draft.personId), { planId: draft.planId }),
    ).toMatchObject({ problem: { kind: 'not_found' } });
  });

  it('no plan of another centre', async () => {
    const { planId } = await planScene(house, offered, 'running');
    expect(await house.runner.ask(viewPlan, house.other.as('director'), { planId })).toMatchObject({
      problem: { kind: 'not_found' },
    });
  });
});

describe('plans.list-plans', () => {
  it('the director sees all, those that wait for approval first; a coordinator the own', async () => {
    const mine = await house.centre.account('plan_coordinator');
    await planScene(house, offered, 'running', { coordinator: mine, name: 'Ewa Pierwsza' });
    await planScene(house, offered, 'agreed', { coordinator: mine, name: 'Iga Czeka' });
    const all = done(await house.runner.ask(listPlansQuery, director(), { filter: 'open' }));
    expect(all.plans[0]).toMatchObject({ state: 'agreed' });
    expect(all.plans.length).toBeGreaterThan(2);
    const own = done(await house.runner.ask(listPlansQuery, mine, {}));
    expect(own.plans.map((plan) => [plan.personName, plan.state])).toEqual([
      ['Iga Czeka', 'agreed'],
      ['Ewa Pierwsza', 'running'],
    ]);
    expect(own.counts).toMatchObject({ waiting: 1, running: 1, all: 2 });
    expect(own.plans[0]).toMatchObject({
      services: ['Rehabilitacja w domu'],
      clock: { kind: 'planReady', dueOn: '2026-12-02' },
    });
    expect(own.plans[1]).toMatchObject({ clock: { kind: 'planClosing' } });
  });

  it('a change that waits stands first too, and says so beside the plan that runs', async () => {
    const mine = await house.centre.account('plan_coordinator');
    await planScene(house, offered, 'agreed', { coordinator: mine, name: 'Ada Druga' });
    const { planId } = await planScene(house, offered, 'running', { coordinator: mine, name: 'Ola Zmienia' });
    done(await house.runner.run(update, mine, { planId, kind: 'needs', reason: 'x' }));
    done(await house.runner.run(agree, mine, { planId, agreedOn: today, agreedHow: 'rozmowa' }));
    const { plans } = done(await house.runner.ask(listPlansQuery, mine, { filter: 'waiting' }));
    expect(plans.map((plan) => [plan.personName, plan.state, plan.preparing])).toEqual([
      ['Ada Druga', 'agreed', null],
      ['Ola Zmienia', 'running', 'agreed'],
    ]);
  });

  it('an assigned coordinator leads a draft from that day', async () => {
    const { planId, caseId } = await planScene(house, offered, 'draft');
    const next = await house.centre.account('plan_coordinator');
    await house.owner.query(`update case_file set coordinator_id = $1 where id = $2`, [
      next.accountId,
      caseId,
    ]);
    expect(done(await house.runner.ask(listPlansQuery, next, {})).plans.map((plan) => plan.id)).toEqual([
      planId,
    ]);
    done(await house.runner.ask(drawing, next, { planId }));
  });

  it.each(outsiders)('%s sees no list', async (role) => {
    expect(await house.runner.ask(listPlansQuery, house.centre.as(role), {})).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });

  it('another centre has its own list', async () => {
    expect(done(await house.runner.ask(listPlansQuery, house.other.as('director'), {})).plans).toEqual([]);
  });
});

describe('plans.my-lines (art. 49): a provider sees the own services and nothing else', () => {
  it('for whom, where and when; no need, no fee, no other service', async () => {
    const { caseId } = await planScene(house, offered, 'running', { name: 'Zofia Widoczna' });
    const provider = await house.centre.account('provider', { organizationId: offered.organizationId });
    const output = done(await house.runner.ask(myLines, provider, {}));
    const line = output.lines.find((one) => one.caseId === caseId);
    expect(line).toMatchObject({
      personName: 'Zofia Widoczna',
      serviceName: 'Rehabilitacja w domu',
      place: 'w domu osoby',
      units: 20,
    });
    expect(Object.keys(line ?? {}).sort()).toEqual([
      'caseId',
      'coordinatorName',
      'endsOn',
      'id',
      'personId',
      'personName',
      'place',
      'planNumber',
      'scheduleWords',
      'serviceName',
      'startsOn',
      'unit',
      'units',
      'week',
    ]);
    // Neither the need nor the result that is hoped for: both tell of somebody's health.
    expect(JSON.stringify(output)).not.toMatch(/upadku|piętro/);
    expect(await reads(caseId)).toContainEqual(
      expect.objectContaining({ action: 'plans.my-lines', kind: 'read' }),
    );
  });

  it('not the services of another performer, nor of drafts, nor of what has passed', async () => {
    const other = await house.centre.account('provider', { organizationId: offered.otherOrganizationId });
    expect(done(await house.runner.ask(myLines, other, {})).lines).toEqual([]);
    const provider = await house.centre.account('provider', { organizationId: offered.organizationId });
    const { caseId } = await planScene(house, offered, 'agreed');
    expect(
      done(await house.runner.ask(myLines, provider, {})).lines.map((line) => line.caseId),
    ).not.toContain(caseId);
    house.clock.set('2027-05-01T09:00:00.000Z');
    const later = done(await house.runner.ask(myLines, provider, {}));
    house.clock.set(`${today}T09:00:00.000Z`);
    expect(later.lines).toEqual([]);
  });

  it('nobody but a provider with an organization asks it', async () => {
    for (const role of [
      'director',
      'plan_coordinator',
      'community_organiser',
      'clerk',
      'resident',
      'visitor',
    ] as const)
      expect(await house.runner.ask(myLines, house.centre.as(role), {})).toMatchObject({
        problem: { kind: 'forbidden' },
      });
    expect(await house.runner.ask(myLines, house.centre.as('provider'), {})).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });
});

describe('plans.compare-versions (art. 41(2))', () => {
  it('says field by field what a change adds, removes and changes', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'running');
    done(await house.runner.run(update, coordinator, { planId, kind: 'needs', reason: 'x' }));
    const draft = done(await house.runner.ask(drawing, coordinator, { planId }));
    const [line] = draft.content.lines;
    done(
      await house.runner.run(writeLine, coordinator, {
        planId,
        lineId: line?.id,
        programmeServiceId: offered.paid,
        organizationId: offered.otherOrganizationId,
        place: 'w domu osoby',
        week: { mon: '9:00–10:00', thu: '9:00–10:00' },
        units: 40,
        startsOn: today,
        endsOn: '2027-04-30',
        feeDueOn: '2026-12-10',
        expectedResult: 'Wchodzi po schodach na pierwsze piętro.',
      }),
    );
    done(
      await house.runner.run(writeLine, coordinator, {
        planId,
        programmeServiceId: offered.free,
        organizationId: offered.organizationId,
        place: 'klub',
        scheduleWords: 'w czwartki po południu',
        startsOn: '2026-12-01',
        endsOn: '2027-02-28',
        expectedResult: 'Wychodzi z domu.',
      }),
    );
    const { differences } = done(
      await house.runner.ask(compareVersionsQuery, coordinator, { planId, number: 2 }),
    );
    const of = (field: string) => differences.find((one) => one.field === field);
    expect(of('Rehabilitacja w domu: wykonawca')).toMatchObject({
      before: 'Fundacja Razem',
      after: 'Spółdzielnia Złota Rączka',
    });
    expect(of('Rehabilitacja w domu: liczba jednostek')).toMatchObject({
      before: '20 wizyt',
      after: '40 wizyt',
    });
    expect(of('Rehabilitacja w domu: miejsce')).toMatchObject({
      before: 'w domu osoby',
      after: 'w domu osoby',
    });
    expect(of('Klub seniora: opłata')).toEqual(expect.objectContaining({ after: 'bezpłatnie' }));
    expect(of('Klub seniora: opłata')?.before).toBeUndefined();
  });

  it('there is nothing to compare with a first version; strangers find nothing', async () => {
    const { planId, coordinator, personId } = await planScene(house, offered, 'running');
    expect(await house.runner.ask(compareVersionsQuery, coordinator, { planId, number: 2 })).toMatchObject({
      problem: { kind: 'not_found' },
    });
    done(await house.runner.run(update, coordinator, { planId, kind: 'other', reason: 'x' }));
    for (const actor of [house.other.as('director'), house.centre.as('clerk'), resident(personId)])
      expect(await house.runner.ask(compareVersionsQuery, actor, { planId, number: 2 })).toMatchObject({
        problem: { kind: 'not_found' },
      });
  });
});

describe('plans.drawing', () => {
  it('is for the coordinator who draws the plan up, and shows a returned one with its remarks', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'agreed');
    done(await house.runner.run(returnPlan, director(), { planId, remarks: 'Za mało wizyt.' }));
    const draft = done(await house.runner.ask(drawing, coordinator, { planId }));
    expect(draft.at).toMatchObject({ state: 'returned', returnRemarks: 'Za mało wizyt.' });
    expect(draft.offers.map((offer) => offer.serviceName).sort()).toEqual([
      'Klub seniora',
      'Rehabilitacja w domu',
    ]);
    for (const role of [...outsiders, 'director', 'service_organiser'] as const)
      expect(await house.runner.ask(drawing, house.centre.as(role), { planId })).toMatchObject({
        problem: { kind: 'not_found' },
      });
  });

  it('there is nothing to draw in a plan that runs', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'running');
    expect(await house.runner.ask(drawing, coordinator, { planId })).toMatchObject({
      problem: { kind: 'not_found' },
    });
  });
});

describe('plans.of-case and plans.of-person: sections of other pages', () => {
  it('a case that needs a plan offers its coordinator to draw it up, and nobody else', async () => {
    const { caseId, coordinator } = await caseScene(house, offered, { reserve: false });
    expect(done(await house.runner.ask(planOfCase, coordinator, { caseId }))).toMatchObject({
      plan: null,
      mayDrawUp: true,
    });
    expect(done(await house.runner.ask(planOfCase, director(), { caseId })).mayDrawUp).toBe(false);
    for (const role of outsiders)
      expect(await house.runner.ask(planOfCase, house.centre.as(role), { caseId })).toMatchObject({
        problem: { kind: 'not_found' },
      });
  });

  it('a coordinator finds of a person only the plans they lead', async () => {
    const { personId, coordinator, planId } = await planScene(house, offered, 'running');
    const other = await house.centre.account('plan_coordinator');
    const ids = async (actor: Actor) =>
      done(await house.runner.ask(plansOfPerson, actor, { personId })).plans.map((plan) => plan.id);
    expect(await ids(coordinator)).toEqual([planId]);
    expect(await ids(director())).toEqual([planId]);
    expect(await ids(resident(personId))).toEqual([planId]);
    expect(await ids(other)).toEqual([]);
    expect(await house.runner.ask(plansOfPerson, house.centre.as('clerk'), { personId })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    expect(await house.runner.ask(plansOfPerson, resident(newId()), { personId })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });
});
