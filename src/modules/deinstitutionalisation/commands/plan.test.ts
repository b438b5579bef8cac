import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import { done } from '../../../../test/support/plan.ts';
import { rolesAdmitted } from '../../../../test/support/roles.ts';
import type { Role } from '../../../platform/actor.ts';
import type { AnyCommand } from '../../../platform/runner/command.ts';
import { viewPlan } from '../queries/view.ts';
import { create } from './create.ts';
import { measure } from './measure.ts';
import { refresh } from './refresh.ts';
import { adopt, consult, end, finish, reopen } from './steps.ts';
import {
  answerTest,
  removePart,
  setActionState,
  writeAction,
  writeCosts,
  writeGoal,
  writeIndicator,
  writeRisk,
  writeRole,
} from './write.ts';

const house = testHouse();
const organiser = () => house.centre.as('service_organiser');
const director = () => house.centre.as('director');
const asking = {
  title: 'Lokalny plan deinstytucjonalizacji',
  gmina: gminas.town,
  fromYear: 2027,
  toYear: 2030,
};

const begun = async (): Promise<string> => done(await house.runner.run(create, organiser(), asking)).planId;
const view = async (planId: string) => done(await house.runner.ask(viewPlan, organiser(), { planId }));
const contentOf = async (planId: string) => (await view(planId)).plan.content;

const yes = { individualised: 'yes', users_control: 'yes', not_isolated: 'yes', needs_prevail: 'yes' };
const card = {
  title: 'Pomoc w domu dla 60 osób',
  group: 'olderPeople',
  topic: 'community_services',
  serviceKind: 'careAtHome',
  responsible: 'CUS',
  fromYear: 2027,
  toYear: 2028,
  target: '60',
};
const gauge = {
  name: 'osoby z pomocą w domu',
  unit: 'persons',
  method: 'liczba osób w rejestrze usług',
  base: '20',
  baseOn: '2026-12-31',
  target: '60',
  targetYear: 2028,
  source: 'rejestr CUS',
  frequency: 'year',
};

/** A plan with a strategic goal, an operational one, an action with money, test and indicator, a risk and a role. */
async function whole(): Promise<{ planId: string; actionId: string; goalId: string; indicatorId: string }> {
  const planId = await begun();
  const run = async (...[command, input]: [AnyCommand, object]) =>
    done(await house.runner.run(command, organiser(), { planId, ...input }));
  await run(writeGoal, { title: 'Życie u siebie', groups: ['olderPeople'] });
  const [top] = (await contentOf(planId)).goals;
  await run(writeGoal, { title: 'Więcej pomocy w domu', parentId: top?.id, groups: ['olderPeople'] });
  const goalId = (await contentOf(planId)).goals[1]?.id ?? '';
  await run(writeAction, { ...card, goalId });
  const actionId = (await contentOf(planId)).actions[0]?.id ?? '';
  await run(writeCosts, { itemId: actionId, costs: [{ year: '2027', source: 'own', amount: '1200,50' }] });
  await run(answerTest, { itemId: actionId, ...yes, note: 'osoba sama wybiera godziny' });
  await run(writeIndicator, { ...gauge, actionId });
  await run(writeRisk, {
    name: 'brak kadr',
    likelihood: '2',
    gravity: '3',
    response: 'szkolenia',
    owner: 'dyrektor',
  });
  await run(writeRole, { who: 'dyrektor', task: 'nadzór' });
  const { indicators } = await contentOf(planId);
  return { planId, actionId, goalId, indicatorId: indicators[0]?.id ?? '' };
}

describe('a plan is written part by part', () => {
  it('goals and actions get their numbers, money its grosze, and nothing is left to mend', async () => {
    const { planId } = await whole();
    const { plan, problems, budget } = await view(planId);
    expect(plan.content.goals.map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Życie u siebie'],
      ['1.1', 'Więcej pomocy w domu'],
    ]);
    expect(plan.content.actions[0]).toMatchObject({ number: '1.1.1', target: 60, state: 'planned' });
    expect(budget.total).toMatchObject({ value: 120_050, unit: 'grosze' });
    expect(problems).toEqual([]);
  });

  it('an amount left out is not known, and neither is the total', async () => {
    const { planId, actionId } = await whole();
    const costs = [
      { year: '2027', source: 'own', amount: '100' },
      { year: '2028', source: 'efs', amount: '' },
    ];
    done(await house.runner.run(writeCosts, organiser(), { planId, itemId: actionId, costs }));
    const { budget } = await view(planId);
    expect(budget.byYear.map(({ amount }) => amount.value)).toEqual([100_00, null]);
    expect(budget.total.value).toBeNull();
  });

  it.each<[string, (ids: Awaited<ReturnType<typeof whole>>) => [AnyCommand, object], string]>([
    [
      'an action outside the years',
      ({ goalId }) => [writeAction, { ...card, goalId, toYear: 2031 }],
      'lpdi.outside-years',
    ],
    [
      'an action below no goal',
      () => [writeAction, { ...card, goalId: crypto.randomUUID() }],
      'lpdi.no-such-goal',
    ],
    [
      'a goal below an operational one',
      ({ goalId }) => [writeGoal, { title: 'x', parentId: goalId }],
      'lpdi.no-such-goal',
    ],
    [
      'money outside the action',
      ({ actionId }) => [
        writeCosts,
        { itemId: actionId, costs: [{ year: '2030', source: 'own', amount: '1' }] },
      ],
      'lpdi.cost-outside-action',
    ],
    [
      'an indicator that nobody knows how to measure',
      ({ actionId }) => [writeIndicator, { ...gauge, actionId, method: '' }],
      'lpdi.no-method',
    ],
    [
      'a base without its day',
      ({ actionId }) => [writeIndicator, { ...gauge, actionId, baseOn: '' }],
      'lpdi.base-without-day',
    ],
    [
      'a goal that has actions, taken away',
      ({ goalId }) => [removePart, { part: 'goals', itemId: goalId }],
      'lpdi.part-is-held',
    ],
    [
      'an action that an indicator measures, taken away',
      ({ actionId }) => [removePart, { part: 'actions', itemId: actionId }],
      'lpdi.part-is-held',
    ],
  ])('%s is refused', async (_, ask, code) => {
    const ids = await whole();
    const [command, input] = ask(ids);
    expect(at(await house.runner.run(command, organiser(), { planId: ids.planId, ...input }))).toBe(code);
  });

  it('is written by the organiser of services and the director only', async () => {
    const { planId } = await whole();
    const ask = async (role: Role) =>
      at(await house.runner.run(writeRole, house.centre.as(role), { planId, who: 'x', task: 'y' }));
    expect((await rolesAdmitted(ask)).sort()).toEqual(['director', 'service_organiser']);
  });

  it('another centre’s plan is not there, and a gmina of another centre has none here', async () => {
    const planId = await begun();
    const stranger = house.other.as('director');
    expect(at(await house.runner.run(writeRole, stranger, { planId, who: 'x', task: 'y' }))).toBe(
      'not_found',
    );
    expect(at(await house.runner.ask(viewPlan, stranger, { planId }))).toBe('not_found');
    const foreign = await house.runner.run(create, organiser(), { ...asking, gmina: '1438011' });
    expect(at(foreign)).toBe('lpdi.gmina-not-served');
  });

  it('a stale form is refused', async () => {
    const { planId } = await whole();
    const again = { planId, who: 'x', task: 'y' };
    expect(at(await house.runner.run(writeRole, organiser(), again, { version: 1 }))).toBe('stale');
  });
});

describe('states of a plan', () => {
  it('a plan with something that stops it cannot be finished', async () => {
    const planId = await begun();
    expect(at(await house.runner.run(finish, organiser(), { planId }))).toBe('lpdi.not-whole');
  });

  it('the director records the adoption; from then on its words do not change, but how far it is does', async () => {
    const { planId, actionId } = await whole();
    done(await house.runner.run(finish, organiser(), { planId }));
    const resolution = { planId, resolution: 'Zarządzenie nr 12/2026', adoptedOn: '2026-11-10' };
    expect(at(await house.runner.run(adopt, organiser(), resolution))).toBe('forbidden');
    expect(at(await house.runner.run(adopt, director(), { ...resolution, adoptedOn: '2027-01-01' }))).toBe(
      'lpdi.adopted-in-future',
    );
    done(await house.runner.run(adopt, director(), resolution));
    expect(at(await house.runner.run(writeRole, organiser(), { planId, who: 'x', task: 'y' }))).toBe(
      'lpdi.not-editable',
    );
    expect(at(await house.runner.run(reopen, organiser(), { planId }))).toBe('lpdi.wrong-state');
    done(await house.runner.run(setActionState, organiser(), { planId, itemId: actionId, state: 'running' }));
    expect((await contentOf(planId)).actions[0]?.state).toBe('running');
    expect(at(await house.runner.run(end, director(), { planId, endedOn: '2026-11-09' }))).toBe(
      'lpdi.ended-wrong',
    );
    done(await house.runner.run(end, director(), { planId, endedOn: '2026-11-12' }));
  });

  it('the consulted and the adopted document are kept as they were that day, whatever becomes of the actions', async () => {
    const { planId, actionId } = await whole();
    done(await house.runner.run(consult, organiser(), { planId }));
    expect((await view(planId)).papers.map(({ title }) => title)).toEqual(['Projekt planu po konsultacjach']);
    done(await house.runner.run(finish, organiser(), { planId }));
    const resolution = { planId, resolution: 'nr 1/2026', adoptedOn: '2026-11-10' };
    const { documents } = done(await house.runner.run(adopt, director(), resolution));
    const letterOf = async (): Promise<unknown> =>
      (await house.owner.query('select letter from document where id = any($1)', [documents])).rows;
    const kept = JSON.stringify(await letterOf());
    expect(kept).toContain('nr 1/2026');
    expect(kept).toContain('Pomoc w domu dla 60 osób');
    done(await house.runner.run(setActionState, organiser(), { planId, itemId: actionId, state: 'dropped' }));
    expect(JSON.stringify(await letterOf())).toBe(kept);
    expect((await view(planId)).papers.map(({ id, title }) => [id, title])).toContainEqual([
      documents[0],
      'Plan przyjęty',
    ]);
    const waiting = await house.owner.query(
      `select payload->>'documentId' as id from outbox where kind = 'records.render'`,
    );
    expect(waiting.rows).toContainEqual({ id: documents[0] });
  });

  it('a new version begins with everything that is written in the old one', async () => {
    const { planId } = await whole();
    const next = done(await house.runner.run(create, organiser(), { ...asking, replaces: planId }));
    const { plan } = await view(next.planId);
    expect(plan.replaces).toBe(planId);
    expect(plan.content.actions[0]?.title).toBe(card.title);
    expect(plan.state).toBe('draft');
  });
});

describe('indicators are measured', () => {
  it('by people, once a day; the progress is the share of the way from the base', async () => {
    const { planId, indicatorId } = await whole();
    expect((await view(planId)).measured[0]?.progress).toEqual({ kind: 'not_measured' });
    const first = { planId, indicatorId, measuredOn: '2026-11-10', value: '40', source: 'rejestr CUS' };
    done(await house.runner.run(measure, organiser(), first));
    expect((await view(planId)).measured[0]).toMatchObject({
      now: { value: 40, passport: { asOf: '2026-11-10' } },
      progress: { kind: 'share', share: 0.5 },
    });
    expect(at(await house.runner.run(measure, organiser(), first))).toBe('lpdi.measured-already');
    expect(at(await house.runner.run(measure, organiser(), { ...first, measuredOn: '2027-01-01' }))).toBe(
      'lpdi.measured-in-future',
    );
  });

  it('what the system computes is not typed in', async () => {
    const { planId, actionId } = await whole();
    const computed = { ...gauge, name: 'udział pieczy rodzinnej', formula: 'familyFosterShare', method: '' };
    done(await house.runner.run(writeIndicator, organiser(), { planId, actionId, ...computed }));
    const indicatorId = (await contentOf(planId)).indicators[1]?.id;
    const typed = { planId, indicatorId, measuredOn: '2026-11-10', value: '80', source: 'x' };
    expect(at(await house.runner.run(measure, organiser(), typed))).toBe('lpdi.computed-indicator');
  });
});

describe('figures of a draft are refreshed', () => {
  it('every figure has its passport; after a refresh nothing differs from the running system', async () => {
    const { planId } = await whole();
    expect((await view(planId)).changes?.length).toBeGreaterThan(5);
    const { changed } = done(await house.runner.run(refresh, organiser(), { planId }));
    expect(changed).toBeGreaterThan(5);
    const { plan, changes } = await view(planId);
    expect(changes).toEqual([]);
    const people = plan.figures['T1.all.now'];
    expect(people?.figure.value).toBeGreaterThan(1000);
    expect(people?.figure.passport.source.length).toBeGreaterThan(10);
  });
});
