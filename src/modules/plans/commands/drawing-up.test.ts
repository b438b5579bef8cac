import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import {
  type CaseScene,
  caseScene,
  done,
  lineOf,
  type Offered,
  planScene,
  programmeScene,
} from '../../../../test/support/plan.ts';
import type { Role } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { drawing } from '../queries/drawing.ts';
import { agree } from './agree.ts';
import { drawUp } from './draw-up.ts';
import { removeAction, removeLine, removeNeed } from './remove-part.ts';
import { setPeriod } from './set-period.ts';
import { writeAction } from './write-action.ts';
import { writeLine } from './write-line.ts';
import { writeNeed } from './write-need.ts';

const house = testHouse();
let offered: Offered;

beforeAll(async () => {
  offered = await programmeScene(house);
});

const drawn = async (planId: string, scene: CaseScene) =>
  done(await house.runner.ask(drawing, scene.coordinator, { planId }));

/** Everybody who must never draft a plan: other workers by role, everybody outside by art. 49. */
const never: readonly Role[] = [
  'director',
  'service_organiser',
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

describe('plans.draw-up (art. 38(2))', () => {
  it('founds a plan with the needs of the case and the services reserved for it: nothing is typed twice', async () => {
    const scene = await caseScene(house, offered);
    const { planId } = done(await house.runner.run(drawUp, scene.coordinator, { caseId: scene.caseId }));
    const plan = await drawn(planId, scene);
    expect(plan.number).toMatch(/^CUS\.5021\.\d+\.2026$/);
    expect(plan.at).toMatchObject({
      number: 1,
      state: 'draft',
      startsOn: '2026-11-16',
      endsOn: '2027-04-30',
    });
    expect(plan.content.needs).toMatchObject([
      { words: 'Nie daję rady wejść po schodach.', area: 5, priority: 1, source: 'zgłoszona w sprawie' },
    ]);
    expect(plan.content.lines).toMatchObject([
      {
        serviceName: 'Rehabilitacja w domu',
        organizationName: 'Fundacja Razem',
        units: 20,
        unitPriceGrosze: 5000,
      },
    ]);
    expect(plan.lacks.map((lack) => lack.step)).toEqual(['lines', 'lines', 'lines', 'lines']);
  });

  it.each(never)('is refused to %s', async (role) => {
    const { caseId } = await caseScene(house, offered, { reserve: false });
    expect(await house.runner.run(drawUp, house.centre.as(role), { caseId })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });

  it('is refused to the coordinator of somebody else’s case', async () => {
    const { caseId } = await caseScene(house, offered, { reserve: false });
    const other = await house.centre.account('plan_coordinator');
    expect(await house.runner.run(drawUp, other, { caseId })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });

  it('is refused before the case is found to need a plan, and a second time', async () => {
    const { caseId, coordinator } = await caseScene(house, offered, { reserve: false });
    await house.owner.query(`update case_file set state = 'in_recognition' where id = $1`, [caseId]);
    expect(await house.runner.run(drawUp, coordinator, { caseId })).toMatchObject({
      problem: { code: 'plans.case-state', basis: expect.stringContaining('art. 38 ust. 2') },
    });
    await house.owner.query(`update case_file set state = 'plan_in_preparation' where id = $1`, [caseId]);
    done(await house.runner.run(drawUp, coordinator, { caseId }));
    expect(await house.runner.run(drawUp, coordinator, { caseId })).toMatchObject({
      problem: { code: 'plans.exists' },
    });
  });

  it('knows no case of another centre', async () => {
    const { caseId } = await caseScene(house, offered, { reserve: false });
    expect(await house.runner.run(drawUp, house.other.as('plan_coordinator'), { caseId })).toMatchObject({
      problem: { kind: 'not_found' },
    });
  });
});

describe('plans.set-period (art. 40)', () => {
  const period = { startsOn: '2026-12-01', endsOn: '2027-11-30' };

  it('takes a year to the day', async () => {
    const { planId, coordinator, ...scene } = await planScene(house, offered, 'draft');
    done(await house.runner.run(setPeriod, coordinator, { planId, ...period }));
    expect((await drawn(planId, { coordinator, ...scene })).at).toMatchObject(period);
  });

  it.each([
    ['13 months', '2027-12-31', 'plans.too-long', 'art. 40'],
    ['a year and a day', '2027-12-01', 'plans.too-long', 'art. 40'],
    ['an end before the start', '2026-11-30', 'plans.end-before-start', 'art. 39'],
  ])('refuses %s with its basis', async (_name, endsOn, code, basis) => {
    const { planId, coordinator } = await planScene(house, offered, 'draft');
    const outcome = await house.runner.run(setPeriod, coordinator, {
      planId,
      startsOn: '2026-12-01',
      endsOn,
    });
    expect(outcome).toMatchObject({
      problem: { code, basis: expect.stringContaining(basis), fields: { endsOn: expect.any(String) } },
    });
  });

  it('the database refuses what no command lets through', async () => {
    const { planId } = await planScene(house, offered, 'draft');
    await expect(
      house.owner.query(
        `update plan_version set starts_on = '2026-12-01', ends_on = '2027-12-01' where plan_id = $1`,
        [planId],
      ),
    ).rejects.toThrow(/plan_version_year/);
  });

  it('a stale form is told so, and nothing is lost', async () => {
    const { planId, coordinator, ...scene } = await planScene(house, offered, 'draft');
    const { at } = await drawn(planId, { coordinator, ...scene });
    done(await house.runner.run(setPeriod, coordinator, { planId, ...period }, { version: at.version }));
    expect(
      await house.runner.run(setPeriod, coordinator, { planId, ...period }, { version: at.version }),
    ).toMatchObject({ problem: { kind: 'stale' } });
  });
});

describe('plans.write-need, plans.write-action and their removal (art. 39)', () => {
  it('writes, writes over and takes out', async () => {
    const { planId, coordinator, ...scene } = await planScene(house, offered, 'draft');
    const run = house.runner.run;
    const { needId } = done(
      await run(writeNeed, coordinator, { planId, words: 'Samotność', area: '11', priority: '3' }),
    );
    done(
      await run(writeNeed, coordinator, {
        planId,
        needId,
        words: 'Samotność wieczorami',
        area: '',
        priority: '2',
      }),
    );
    const { actionId } = done(
      await run(writeAction, coordinator, {
        planId,
        kind: 'neighbourly',
        words: 'Zakupy w czwartki',
        who: 'sąsiadka z parteru',
      }),
    );
    const plan = await drawn(planId, { coordinator, ...scene });
    expect(plan.content.needs.find((need) => need.id === needId)).toMatchObject({
      words: 'Samotność wieczorami',
      area: null,
      priority: 2,
    });
    expect(plan.content.actions).toMatchObject([{ kind: 'neighbourly', who: 'sąsiadka z parteru' }]);
    done(await run(removeNeed, coordinator, { planId, partId: needId }));
    done(await run(removeAction, coordinator, { planId, partId: actionId }));
    const after = await drawn(planId, { coordinator, ...scene });
    expect(after.content.actions).toEqual([]);
    expect(after.content.needs.map((need) => need.id)).not.toContain(needId);
    expect(await run(removeNeed, coordinator, { planId, partId: needId })).toMatchObject({
      problem: { code: 'plans.part-gone' },
    });
  });

  it('says by field what is missing', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'draft');
    expect(await house.runner.run(writeNeed, coordinator, { planId, words: ' ', priority: 2 })).toMatchObject(
      {
        problem: { kind: 'invalid', fields: { words: 'Napisz, o jaką potrzebę chodzi.' } },
      },
    );
  });
});

describe('plans.write-line (art. 39(1), 43(1))', () => {
  it('quotes the fee of the programme with its steps and keeps them', async () => {
    const { planId, coordinator, ...scene } = await planScene(house, offered, 'draft');
    const line = done(await house.runner.run(writeLine, coordinator, lineOf(offered, planId)));
    expect(line).toMatchObject({ units: 20, feeGrosze: 6000 });
    expect(line.feeSteps.join()).toContain('20 wizyt × 3,00');
    const written = (await drawn(planId, { coordinator, ...scene })).content.lines.find(
      (one) => one.id === line.lineId,
    );
    expect(written).toMatchObject({
      week: [{ day: 1, from: '09:00', minutes: 60 }],
      contractNumber: 'U/7/2026',
      feeDueOn: '2026-12-10',
      expectedResult: 'Wchodzi po schodach na pierwsze piętro.',
    });
  });

  it('halves the fee by the relief of the table, and counts the units from the week when they are blank', async () => {
    const { planId, coordinator, caseId } = await planScene(house, offered, 'draft');
    const line = { ...lineOf(offered, planId), units: '', reliefId: 'half', endsOn: '2026-12-14' };
    // A relief is given on a declaration, and there is none yet (art. 36(1)).
    expect(await house.runner.run(writeLine, coordinator, line)).toMatchObject({
      problem: { code: 'plans.relief-undeclared', fields: { reliefId: expect.any(String) } },
    });
    await house.owner.query(`update application set reliefs = '["niski dochód"]' where case_id = $1`, [
      caseId,
    ]);
    expect(done(await house.runner.run(writeLine, coordinator, line))).toMatchObject({
      units: 5,
      feeGrosze: 750,
    });
  });

  it.each([
    ['a service outside the plan', { endsOn: '2027-05-15' }, 'plans.line-outside-plan', 'endsOn'],
    ['hours that are not hours', { week: { mon: 'rano' } }, 'input.invalid', 'week.mon'],
    ['no schedule at all', { week: {}, scheduleWords: '' }, 'plans.no-schedule', 'scheduleWords'],
    ['a provider nobody knows', { organizationId: newId() }, 'plans.unknown-provider', 'organizationId'],
    ['a contract of somebody else', { contractId: newId() }, 'plans.unknown-contract', 'contractId'],
    [
      'a service of no programme in force',
      { programmeServiceId: newId() },
      'plans.unknown-offer',
      'programmeServiceId',
    ],
    ['a paid service without a day to pay by', { feeDueOn: '' }, 'plans.fee-due-unknown', 'feeDueOn'],
    ['a relief that the table does not know', { reliefId: 'zniżka' }, 'plans.fee-unknown', 'reliefId'],
    ['no expected result', { expectedResult: '' }, 'input.invalid', 'expectedResult'],
  ])('refuses %s beside its field', async (_name, wrong, code, field) => {
    const { planId, coordinator } = await planScene(house, offered, 'draft');
    const outcome = await house.runner.run(writeLine, coordinator, { ...lineOf(offered, planId), ...wrong });
    expect(outcome).toMatchObject({ problem: { code, fields: { [field]: expect.any(String) } } });
  });

  it('refuses a service past the conditions of its programme; what was judged when the place was given stays (art. 42(2))', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'draft');
    const { rows } = await house.owner.query<{ line: string }>(
      `select l.id as line from plan_line l join plan_version v on v.id = l.plan_version_id where v.plan_id = $1`,
      [planId],
    );
    const judged = async (id: string, conditions: unknown[]) =>
      await house.owner.query(`update programme_service set conditions = $2 where id = $1`, [
        id,
        JSON.stringify(conditions),
      ]);
    // Halina Wrona is 78.
    const from80 = [{ kind: 'age', from: 80, to: null }];
    const club = { ...lineOf(offered, planId), programmeServiceId: offered.free, contractId: '' };
    for (const id of [offered.free, offered.paid]) await judged(id, from80);
    expect(await house.runner.run(writeLine, coordinator, club)).toMatchObject({
      problem: { code: 'plans.conditions-failed', basis: expect.stringContaining('art. 42 ust. 2') },
    });
    const own = { ...lineOf(offered, planId), lineId: rows[0]?.line };
    done(await house.runner.run(writeLine, coordinator, own));
    for (const id of [offered.free, offered.paid]) await judged(id, []);
    done(await house.runner.run(writeLine, coordinator, club));
  });

  it('spends nothing of another gmina: its programme is none for this plan (art. 4, 11)', async () => {
    const theirs = await programmeScene(house);
    await house.owner.query(
      `update programme set gmina = $2 where id = (select v.programme_id from programme_version v join programme_service s on s.programme_version_id = v.id where s.id = $1)`,
      [theirs.paid, gminas.village],
    );
    const scene = await planScene(house, offered, 'draft');
    const line = { ...lineOf(offered, scene.planId), programmeServiceId: theirs.paid };
    expect(await house.runner.run(writeLine, scene.coordinator, line)).toMatchObject({
      problem: { code: 'plans.unknown-offer' },
    });
    expect((await drawn(scene.planId, scene)).offers.map((offer) => offer.id)).not.toContain(theirs.paid);
  });

  it('refuses a contract that does not reach the whole time of the service', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'draft');
    await house.owner.query(`update contract set valid_to = '2026-12-31' where id = $1`, [
      offered.contractId,
    ]);
    const outcome = await house.runner.run(writeLine, coordinator, lineOf(offered, planId));
    await house.owner.query(`update contract set valid_to = '2027-12-31' where id = $1`, [
      offered.contractId,
    ]);
    expect(outcome).toMatchObject({ problem: { code: 'plans.contract-period' } });
  });

  it('takes a line out of a first draft', async () => {
    const { planId, coordinator, ...scene } = await planScene(house, offered, 'draft');
    const { lineId } = done(await house.runner.run(writeLine, coordinator, lineOf(offered, planId)));
    done(await house.runner.run(removeLine, coordinator, { planId, partId: lineId }));
    expect(
      (await drawn(planId, { coordinator, ...scene })).content.lines.map((line) => line.id),
    ).not.toContain(lineId);
  });

  it.each(never)('art. 49: %s never writes a plan', async (role) => {
    const { planId } = await planScene(house, offered, 'draft');
    const actor = house.centre.as(role, { organizationId: offered.organizationId });
    const forbidden = { problem: { kind: 'forbidden' } };
    const { run } = house.runner;
    expect(
      await run(setPeriod, actor, { planId, startsOn: '2026-12-01', endsOn: '2027-01-01' }),
    ).toMatchObject(forbidden);
    expect(await run(writeNeed, actor, { planId, words: 'x', priority: 1 })).toMatchObject(forbidden);
    expect(await run(writeLine, actor, lineOf(offered, planId))).toMatchObject(forbidden);
    expect(await run(writeAction, actor, { planId, kind: 'other', words: 'x', who: 'y' })).toMatchObject(
      forbidden,
    );
    expect(await run(agree, actor, { planId, agreedOn: '2026-11-16', agreedHow: 'rozmowa' })).toMatchObject(
      forbidden,
    );
  });
});
