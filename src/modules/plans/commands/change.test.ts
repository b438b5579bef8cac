import { beforeAll, describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import {
  done,
  lineOf,
  type Offered,
  planScene,
  programmeScene,
  today,
} from '../../../../test/support/plan.ts';
import type { Actor } from '../../../platform/actor.ts';
import { viewPlan } from '../queries/view-plan.ts';
import { abandon } from './abandon.ts';
import { agree } from './agree.ts';
import { approve } from './approve.ts';
import { monitor } from './monitor.ts';
import { removeLine } from './remove-part.ts';
import { setPeriod } from './set-period.ts';
import { update } from './update.ts';
import { writeLine } from './write-line.ts';

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
describe('plans.monitor (art. 45(1))', () => {
  const entry = { heldOn: today, contact: 'visit', finding: 'Wchodzi na półpiętro.', action: '' };

  it('is written by the coordinator who drew the plan up, newest first', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'running');
    done(
      await house.runner.run(monitor, coordinator, {
        planId,
        ...entry,
        heldOn: '2026-11-10',
        contact: 'phone',
      }),
    );
    done(await house.runner.run(monitor, coordinator, { planId, ...entry }));
    expect((await view(planId)).monitoring.map((one) => [one.heldOn, one.contact])).toEqual([
      [today, 'visit'],
      ['2026-11-10', 'phone'],
    ]);
  });

  it('never by another coordinator, nor by the director', async () => {
    const { planId } = await planScene(house, offered, 'running');
    const other = await house.centre.account('plan_coordinator');
    for (const actor of [other, director()])
      expect(await house.runner.run(monitor, actor, { planId, ...entry })).toMatchObject({
        problem: { kind: 'forbidden' },
      });
  });

  it('not about a draft, and not about a day to come', async () => {
    const draft = await planScene(house, offered, 'draft');
    expect(
      await house.runner.run(monitor, draft.coordinator, { planId: draft.planId, ...entry }),
    ).toMatchObject({
      problem: { code: 'plans.wrong-state' },
    });
    const running = await planScene(house, offered, 'running');
    expect(
      await house.runner.run(monitor, running.coordinator, {
        planId: running.planId,
        ...entry,
        heldOn: '2026-11-17',
      }),
    ).toMatchObject({ problem: { fields: { heldOn: expect.any(String) } } });
  });

  it('entries are kept as they are: the application may not change them', async () => {
    await expect(house.pool.query(`update monitoring_entry set finding = 'x'`)).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('plans.update (art. 41(2))', () => {
  const reason = { kind: 'needs', reason: 'Potrzeba więcej wizyt po upadku.' };
  const changed = async () => {
    const scene = await planScene(house, offered, 'running');
    done(await house.runner.run(update, scene.coordinator, { planId: scene.planId, ...reason }));
    return scene;
  };

  it('copies what holds; what holds goes on until the change has its own agreement and approval', async () => {
    const { planId, coordinator } = await changed();
    const before = await view(planId);
    expect(before.versions.map((version) => [version.number, version.state])).toEqual([
      [1, 'running'],
      [2, 'draft'],
    ]);
    const second = done(await house.runner.ask(viewPlan, coordinator, { planId, number: 2 }));
    expect(second.content.lines[0]).toMatchObject({
      originId: before.content.lines[0]?.originId,
      units: 20,
      feeGrosze: 6000,
    });
    expect(second.at).toMatchObject({ updateKind: 'needs', agreedOn: null, approvedOn: null });
    done(await house.runner.run(agree, coordinator, { planId, agreedOn: today, agreedHow: 'rozmowa' }));
    done(await house.runner.run(approve, director(), { planId }));
    expect((await view(planId)).versions.map((version) => version.state)).toEqual(['superseded', 'running']);
  });

  it('brings the fee and the money of the programme to what the change says', async () => {
    const { planId, coordinator, caseId } = await changed();
    const [line] = done(await house.runner.ask(viewPlan, coordinator, { planId, number: 2 })).content.lines;
    done(
      await house.runner.run(writeLine, coordinator, {
        ...lineOf(offered, planId),
        lineId: line?.id,
        units: 26,
      }),
    );
    done(await house.runner.run(agree, coordinator, { planId, agreedOn: today, agreedHow: 'rozmowa' }));
    done(await house.runner.run(approve, director(), { planId }));
    expect((await view(planId)).fees).toMatchObject([{ amountGrosze: 7800 }]);
    expect(await rows(`select committed_grosze from qualification where case_id = $1`, [caseId])).toEqual([
      { committed_grosze: 130_000 },
    ]);
  });

  it('keeps the first day of the plan, so that no chain of changes makes it longer than a year (art. 40)', async () => {
    const { planId, coordinator } = await changed();
    expect(
      await house.runner.run(setPeriod, coordinator, {
        planId,
        startsOn: '2026-12-01',
        endsOn: '2027-04-30',
      }),
    ).toMatchObject({
      problem: { code: 'plans.start-fixed' },
    });
    expect(
      await house.runner.run(setPeriod, coordinator, { planId, startsOn: today, endsOn: '2027-11-16' }),
    ).toMatchObject({
      problem: { code: 'plans.too-long', basis: expect.stringContaining('art. 40') },
    });
  });

  it('has an agreement of its own: one from before the plan that is changed is that plan’s (art. 41(2))', async () => {
    const { planId, coordinator } = await changed();
    expect(
      await house.runner.run(agree, coordinator, { planId, agreedOn: '2026-11-15', agreedHow: 'rozmowa' }),
    ).toMatchObject({ problem: { code: 'plans.agreed-before', fields: { agreedOn: expect.any(String) } } });
    done(await house.runner.run(agree, coordinator, { planId, agreedOn: today, agreedHow: 'rozmowa' }));
  });

  it('does not move to the same service of another gmina’s programme (art. 4, 11)', async () => {
    const [own, theirs] = [await programmeScene(house), await programmeScene(house)];
    const { planId, coordinator } = await planScene(house, own, 'running');
    await house.owner.query(
      `with offer as (update programme_service set service_id = $2 where id = $1 returning programme_version_id as id)
       update programme set gmina = $3 where id = (select v.programme_id from programme_version v, offer where v.id = offer.id)`,
      [theirs.paid, own.paidServiceId, gminas.village],
    );
    await house.owner.query(
      `update programme_version set state = 'ended' where id = (select programme_version_id from programme_service where id = $1)`,
      [own.paid],
    );
    done(await house.runner.run(update, coordinator, { planId, ...reason }));
    const { content } = done(await house.runner.ask(viewPlan, coordinator, { planId, number: 2 }));
    expect(content.lines.map((line) => line.programmeServiceId)).toEqual([own.paid]);
  });

  it('a service that has begun is shortened, not taken out', async () => {
    const { planId, coordinator } = await changed();
    const [line] = done(await house.runner.ask(viewPlan, coordinator, { planId, number: 2 })).content.lines;
    expect(await house.runner.run(removeLine, coordinator, { planId, partId: line?.id })).toMatchObject({
      problem: { code: 'plans.line-began' },
    });
  });

  it('one at a time, with a reason, of a running plan only', async () => {
    const { planId, coordinator } = await changed();
    expect(await house.runner.run(update, coordinator, { planId, ...reason })).toMatchObject({
      problem: { code: 'plans.update-open' },
    });
    expect(await house.runner.run(update, coordinator, { planId, kind: 'needs', reason: '' })).toMatchObject({
      problem: { kind: 'invalid' },
    });
    const agreed = await planScene(house, offered, 'agreed');
    expect(
      await house.runner.run(update, agreed.coordinator, { planId: agreed.planId, ...reason }),
    ).toMatchObject({
      problem: { code: 'plans.wrong-state' },
    });
  });

  it('given up, it leaves the plan as it was', async () => {
    const { planId, coordinator } = await changed();
    expect(await house.runner.run(abandon, coordinator, { planId, reason: ' ' })).toMatchObject({
      problem: { kind: 'invalid' },
    });
    done(await house.runner.run(abandon, coordinator, { planId, reason: 'osoba się rozmyśliła' }));
    expect((await view(planId)).versions.map((version) => version.state)).toEqual(['running', 'abandoned']);
    expect(await house.runner.run(abandon, coordinator, { planId, reason: 'x' })).toMatchObject({
      problem: { code: 'plans.wrong-state' },
    });
  });
});
