import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { done, type Offered, planScene, programmeScene, today } from '../../../../test/support/plan.ts';
import type { Actor, Role } from '../../../platform/actor.ts';
import { casework } from '../../casework/index.ts';
import { viewPlan } from '../queries/view-plan.ts';
import { end } from './end.ts';
import { resign } from './resign.ts';
import { summarise } from './summarise.ts';
import { update } from './update.ts';

const house = testHouse();
let offered: Offered;

beforeAll(async () => {
  offered = await programmeScene(house);
});

/** The director's waiver is the other module's verb. */
const waiveFee = (() => {
  const found = casework.commands.find((command) => command.name === 'casework.waive-fee');
  if (!found) throw new Error('no waiver');
  return found;
})();

const director = () => house.centre.as('director');
const view = async (planId: string, by: Actor = director()) =>
  done(await house.runner.ask(viewPlan, by, { planId }));
const rows = async (text: string, values: unknown[]) =>
  (await house.owner.query(text, values)).rows as Record<string, unknown>[];
const at = async <T>(day: string, work: () => Promise<T>): Promise<T> => {
  house.clock.set(`${day}T09:00:00.000Z`);
  try {
    return await work();
  } finally {
    house.clock.set(`${today}T09:00:00.000Z`);
  }
};
const delivered = async (planId: string, units: number) =>
  (await view(planId)).content.lines.map((line) => ({ originId: line.originId, units }));

const notTheirs: readonly Role[] = [
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

describe('plans.resign (art. 44)', () => {
  it('the fee is due for what was given up to that day; the rest of places and money returns', async () => {
    const { planId, coordinator, caseId } = await planScene(house, offered, 'running');
    const input = {
      planId,
      resignedOn: '2026-12-07',
      reason: 'wyjazd do córki',
      delivered: await delivered(planId, 4),
    };
    const result = await at('2026-12-07', async () => await house.runner.run(resign, coordinator, input));
    expect(done(result)).toMatchObject({ dueGrosze: 1200 });
    const plan = await view(planId);
    expect(plan.at).toMatchObject({ state: 'resigned', ending: 'resignation', endedOn: '2026-12-07' });
    expect(plan.fees).toMatchObject([
      { amountGrosze: 1200, basis: expect.arrayContaining([expect.stringContaining('art. 44')]) },
    ]);
    expect(plan.fees[0]?.steps.join()).toContain('4 z 20');
    expect(
      await rows(`select state, units, committed_grosze from qualification where case_id = $1`, [caseId]),
    ).toEqual([{ state: 'accepted', units: 4, committed_grosze: 20_000 }]);
  });

  it('when nothing was given, nothing is due and the place is free again', async () => {
    const { planId, coordinator, caseId } = await planScene(house, offered, 'running', {
      startsOn: '2026-12-01',
    });
    expect(
      done(await house.runner.run(resign, coordinator, { planId, resignedOn: today, delivered: [] })),
    ).toMatchObject({ dueGrosze: 0 });
    expect(await rows(`select state from qualification where case_id = $1`, [caseId])).toEqual([
      { state: 'released' },
    ]);
  });

  it('whoever writes it down says what was given; nothing is guessed', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'running');
    expect(
      await house.runner.run(resign, coordinator, { planId, resignedOn: today, delivered: [] }),
    ).toMatchObject({
      problem: {
        code: 'plans.delivered-unknown',
        fields: { 'delivered.0.units': expect.stringContaining('Rehabilitacja') },
      },
    });
  });

  it.each([
    ['a day to come', '2026-11-17'],
    ['a day before the plan', '2026-11-15'],
  ])('refuses %s', async (_name, resignedOn) => {
    const { planId, coordinator } = await planScene(house, offered, 'running');
    const input = { planId, resignedOn, delivered: await delivered(planId, 1) };
    expect(await house.runner.run(resign, coordinator, input)).toMatchObject({
      problem: { fields: { resignedOn: expect.any(String) } },
    });
  });

  it('the person may tell the director too, and the director may waive what is due', async () => {
    const { planId } = await planScene(house, offered, 'running');
    done(
      await house.runner.run(resign, director(), {
        planId,
        resignedOn: today,
        delivered: await delivered(planId, 1),
      }),
    );
    const [fee] = (await view(planId)).fees;
    done(
      await house.runner.run(waiveFee, director(), {
        feeId: fee?.id,
        amount: '3,00',
        reason: 'trudna sytuacja po pożarze',
      }),
    );
    expect((await view(planId)).fees).toMatchObject([
      { amountGrosze: 300, waivedGrosze: 300, state: 'waived' },
    ]);
  });

  it.each(notTheirs)('%s records none', async (role) => {
    const { planId } = await planScene(house, offered, 'running');
    const actor = house.centre.as(role, { organizationId: offered.organizationId });
    expect(await house.runner.run(resign, actor, { planId, resignedOn: today, delivered: [] })).toMatchObject(
      { problem: { kind: 'forbidden' } },
    );
    expect(await house.runner.run(end, actor, { planId, kind: 'services' })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    expect(await house.runner.run(update, actor, { planId, kind: 'needs', reason: 'x' })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  });
});

describe('plans.end (art. 45)', () => {
  it('at the end of the period, not before; the summary is due within the time the centre has set', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'running');
    expect(await house.runner.run(end, coordinator, { planId, kind: 'period' })).toMatchObject({
      problem: { code: 'plans.period-runs' },
    });
    done(
      await at(
        '2027-05-04',
        async () => await house.runner.run(end, coordinator, { planId, kind: 'period' }),
      ),
    );
    const plan = await view(planId);
    expect(plan.at).toMatchObject({ state: 'ended', endedOn: '2027-04-30', ending: 'period' });
    expect(plan.fees).toMatchObject([{ amountGrosze: 6000 }]);
    expect(
      plan.clocks.find((clock) => clock.kind === 'planClosing' && clock.state === 'running')?.dueOn,
    ).toBe('2027-05-14');
  });

  it('earlier when everything was given, with the whole fee', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'running');
    done(await house.runner.run(end, coordinator, { planId, kind: 'services', endedOn: today }));
    expect(await view(planId)).toMatchObject({
      at: { ending: 'services', endedOn: today },
      fees: [{ amountGrosze: 6000 }],
    });
  });

  it('for another cause with the reason and what was given: the fee follows it', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'running');
    expect(await house.runner.run(end, coordinator, { planId, kind: 'other' })).toMatchObject({
      problem: { code: 'plans.end-reason' },
    });
    done(
      await house.runner.run(end, coordinator, {
        planId,
        kind: 'other',
        reason: 'zgon',
        delivered: await delivered(planId, 2),
      }),
    );
    expect(await view(planId)).toMatchObject({
      at: { ending: 'other', endReason: 'zgon' },
      fees: [{ amountGrosze: 600 }],
    });
  });

  it('an open change is given up with it', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'running');
    done(await house.runner.run(update, coordinator, { planId, kind: 'other', reason: 'x' }));
    done(await house.runner.run(end, coordinator, { planId, kind: 'services' }));
    expect((await view(planId)).versions.map((version) => version.state)).toEqual(['ended', 'abandoned']);
  });
});

describe('plans.summarise (art. 45(2), (3))', () => {
  const words = {
    description: 'Zajęcia odbywały się co tydzień.',
    results: 'Wchodzi na piętro.',
    outcome: 'achieved',
  };
  const ended = async () => {
    const scene = await planScene(house, offered, 'running');
    done(await house.runner.run(end, scene.coordinator, { planId: scene.planId, kind: 'services' }));
    return scene;
  };

  it('the talk and the description close the plan and its case; the description is issued', async () => {
    const { planId, coordinator, caseId } = await ended();
    const { documentId } = done(
      await house.runner.run(summarise, coordinator, { planId, talkOn: today, ...words }),
    );
    expect(await view(planId)).toMatchObject({
      caseState: 'closed',
      at: { state: 'summarised' },
      closing: { talkOn: today, outcome: 'achieved', remainingNeeds: null },
    });
    expect(await rows(`select kind from document where id = $1`, [documentId])).toEqual([
      { kind: 'plan-closing' },
    ]);
    expect(
      await rows(
        `select state from deadline where case_id = $1 and kind = 'planClosing' and state <> 'cancelled'`,
        [caseId],
      ),
    ).toEqual([{ state: 'met' }]);
  });

  it('without a talk only with the reason; never with both', async () => {
    const { planId, coordinator } = await ended();
    expect(await house.runner.run(summarise, coordinator, { planId, ...words })).toMatchObject({
      problem: { code: 'plans.talk-missing' },
    });
    expect(
      await house.runner.run(summarise, coordinator, {
        planId,
        talkOn: today,
        noTalkReason: 'wyjazd',
        ...words,
      }),
    ).toMatchObject({ problem: { code: 'plans.talk-both' } });
    done(await house.runner.run(summarise, coordinator, { planId, noTalkReason: 'osoba zmarła', ...words }));
  });

  it('the talk is held after the end, not before it', async () => {
    const { planId, coordinator } = await ended();
    expect(
      await house.runner.run(summarise, coordinator, { planId, talkOn: '2026-11-15', ...words }),
    ).toMatchObject({
      problem: { code: 'plans.talk-before-end' },
    });
  });

  it('not of a plan that still runs, not by anybody else', async () => {
    const running = await planScene(house, offered, 'running');
    expect(
      await house.runner.run(summarise, running.coordinator, {
        planId: running.planId,
        talkOn: today,
        ...words,
      }),
    ).toMatchObject({ problem: { code: 'plans.wrong-state' } });
    const { planId } = await ended();
    for (const role of [...notTheirs, 'director'] as const)
      expect(
        await house.runner.run(summarise, house.centre.as(role), { planId, talkOn: today, ...words }),
      ).toMatchObject({
        problem: { kind: 'forbidden' },
      });
  });

  it('a resigned plan is summarised too', async () => {
    const { planId, coordinator } = await planScene(house, offered, 'running');
    done(
      await house.runner.run(resign, coordinator, {
        planId,
        resignedOn: today,
        delivered: await delivered(planId, 0),
      }),
    );
    done(
      await house.runner.run(summarise, coordinator, {
        planId,
        noTalkReason: 'nie chce rozmawiać',
        ...words,
        outcome: 'not_achieved',
      }),
    );
    expect((await view(planId)).at).toMatchObject({ state: 'summarised', ending: 'resignation' });
  });
});
