import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import { at } from '../../../../test/support/outcome.ts';
import { done } from '../../../../test/support/plan.ts';
import { rolesAdmitted } from '../../../../test/support/roles.ts';
import type { Role } from '../../../platform/actor.ts';
import type { AnyCommand } from '../../../platform/runner/command.ts';
import { diagnosis } from '../../diagnosis/index.ts';
import { resources } from '../../resources/index.ts';
import { viewPlan } from '../queries/view.ts';
import { whatIfStart } from '../queries/what-if.ts';
import { create } from './create.ts';
import { keepWhatIf } from './keep-what-if.ts';
import { recordYear } from './record-year.ts';
import { refresh } from './refresh.ts';
import { adopt, end, finish } from './steps.ts';
import { tell } from './tell.ts';
import { splitCosts, writePlaces, writeSpending } from './write-money.ts';
import { answerTest, setActionState, writeAction, writeGoal, writeIndicator } from './write.ts';

const house = testHouse();
const organiser = () => house.centre.as('service_organiser');
const director = () => house.centre.as('director');
const view = async (planId: string) => done(await house.runner.ask(viewPlan, organiser(), { planId }));
const contentOf = async (planId: string) => (await view(planId)).plan.content;

const named = (list: readonly { name: string }[], name: string): AnyCommand => {
  const found = list.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found as AnyCommand;
};
const gapQuery = diagnosis.queries.find(({ name }) => name === 'diagnosis.gap');
const addResource = named(resources.commands, 'resources.add');

const yes = { individualised: 'yes', users_control: 'yes', not_isolated: 'yes', needs_prevail: 'yes' };

/** A draft with one goal and one action of telecare. */
async function draft(): Promise<{ planId: string; itemId: string }> {
  const { planId } = done(
    await house.runner.run(create, organiser(), {
      title: 'LPDI',
      gmina: gminas.town,
      fromYear: 2026,
      toYear: 2030,
    }),
  );
  const run = async (command: AnyCommand, input: object) =>
    done(await house.runner.run(command, organiser(), { planId, ...input }));
  await run(writeGoal, { title: 'Życie u siebie', groups: ['olderPeople'] });
  const goalId = (await contentOf(planId)).goals[0]?.id ?? '';
  await run(writeAction, {
    goalId,
    title: 'Teleopieka',
    group: 'olderPeople',
    topic: 'community_services',
    serviceKind: 'telecare',
    responsible: 'CUS',
    fromYear: 2026,
    toYear: 2028,
  });
  const itemId = (await contentOf(planId)).actions[0]?.id ?? '';
  await run(answerTest, { itemId, ...yes, note: '' });
  return { planId, itemId };
}

const adopted = async (planId: string): Promise<void> => {
  done(await house.runner.run(finish, organiser(), { planId }));
  done(
    await house.runner.run(adopt, director(), { planId, resolution: 'Uchwała 1', adoptedOn: '2026-11-10' }),
  );
};

const plannedOf = async (): Promise<{ value: number | null; rows?: string; source: string } | null> => {
  if (!gapQuery) throw new Error('no gap');
  const { rows } = done(await house.runner.ask(gapQuery, organiser(), { gmina: gminas.town, toYear: 2030 }));
  const found = rows.find(({ kind }: { kind: string }) => kind === 'telecare');
  const { planned } = found;
  return planned && { value: planned.value, rows: planned.passport.rows, source: planned.passport.source };
};

describe('the gap shows demand against capacity now and planned', () => {
  it('planned places come from the cards, open them, and go when the action is done or the plan ends', async () => {
    expect(await plannedOf()).toBeNull();
    const { planId, itemId } = await draft();
    const places = [
      { year: '2027', amount: '40' },
      { year: '2028', amount: '10' },
      { year: '2028', amount: '5' },
    ];
    done(await house.runner.run(writePlaces, organiser(), { planId, itemId, places }));
    expect((await contentOf(planId)).actions[0]?.places).toEqual([
      { year: 2027, amount: 40 },
      { year: 2028, amount: 15 },
    ]);
    const card = `/praca/lpdi/${planId}/dzialanie/${itemId}`;
    expect(await plannedOf()).toMatchObject({ value: 55, rows: card });
    expect((await plannedOf())?.source).toContain('jeszcze nie przyjęto');
    await adopted(planId);
    expect(await plannedOf()).toEqual({ value: 55, rows: card, source: 'karty działań: LPDI' });
    done(await house.runner.run(setActionState, organiser(), { planId, itemId, state: 'done' }));
    expect(await plannedOf()).toBeNull();
    done(await house.runner.run(setActionState, organiser(), { planId, itemId, state: 'running' }));
    expect((await plannedOf())?.value).toBe(55);
    done(await house.runner.run(end, director(), { planId, endedOn: '2026-11-12' }));
    expect(await plannedOf()).toBeNull();
  });

  it('T4 of a plan counts its own places; T3 keeps each place of services as it stands', async () => {
    const { planId, itemId } = await draft();
    const places = [{ year: '2027', amount: '30' }];
    done(await house.runner.run(writePlaces, organiser(), { planId, itemId, places }));
    done(
      await house.runner.run(addResource, organiser(), {
        name: 'Teleopieka miejska',
        kind: 'telecare',
        place: gminas.town,
        places: '20',
        occupied: '18',
        waiting: '7',
        source: 'rejestr',
        asOf: '2026-10-31',
      }),
    );
    done(await house.runner.run(refresh, organiser(), { planId }));
    const { plan, changes } = await view(planId);
    const valueOf = (key: string) => plan.figures[key]?.figure.value;
    expect(valueOf('T3.telecare.places')).toBe(20);
    expect(valueOf('T4.telecare.planned')).toBe(30);
    expect(valueOf('T4.telecare.gap')).toBe(5);
    expect(plan.figures['T3.telecare.staff']?.figure.value).toBeNull();
    expect(plan.figures['T2.olderPeople']?.figure).toMatchObject({ value: 25, about: true });
    expect(plan.figures['T2.violence']?.figure.value).toBeNull();
    expect(plan.places.map(({ name, places: all, staff }) => [name, all, staff])).toEqual([
      ['Teleopieka miejska', 20, null],
    ]);
    expect(changes).toEqual([]);
    // The first taking fills an empty draft; from then on the list of what changed is kept.
    expect(plan.changed).toEqual([]);
    const more = [{ year: '2027', amount: '50' }];
    done(await house.runner.run(writePlaces, organiser(), { planId, itemId, places: more }));
    done(await house.runner.run(refresh, organiser(), { planId }));
    const changed = (await view(planId)).plan.changed.map(({ name, kind }) => [name, kind]);
    expect(changed).toContainEqual(['teleopieka: miejsca planowane do 2030', 'moved']);
  });

  it.each([
    ['outside the years of the action', [{ year: '2029', amount: '1' }], 'lpdi.places-outside-action'],
  ])('places %s are refused', async (_, places, code) => {
    const { planId, itemId } = await draft();
    expect(at(await house.runner.run(writePlaces, organiser(), { planId, itemId, places }))).toBe(code);
  });
});

describe('money of an action', () => {
  it('shares that add up to 97 % are refused, and nothing is written', async () => {
    const { planId, itemId } = await draft();
    const asked = {
      planId,
      itemId,
      year: '2026',
      total: '1000',
      shares: [
        { source: 'own', percent: '60' },
        { source: 'efs', percent: '37' },
      ],
    };
    expect(at(await house.runner.run(splitCosts, organiser(), asked))).toBe('lpdi.shares-no-whole');
    expect((await contentOf(planId)).actions[0]?.costs).toEqual([]);
    const shares = [
      { source: 'own', percent: '60' },
      { source: 'efs', percent: '40' },
    ];
    done(await house.runner.run(splitCosts, organiser(), { ...asked, shares }));
    expect((await contentOf(planId)).actions[0]?.costs).toEqual([
      { year: 2026, source: 'own', amount: 600_00, about: false },
      { year: 2026, source: 'efs', amount: 400_00, about: false },
    ]);
  });

  it('what was spent is written also in an adopted plan, and stands beside the budget', async () => {
    const { planId, itemId } = await draft();
    await adopted(planId);
    const spent = [{ year: '2026', source: 'own', amount: '250,50' }];
    done(await house.runner.run(writeSpending, organiser(), { planId, itemId, spent }));
    expect((await view(planId)).spending.byYear).toMatchObject([
      { year: 2026, planned: null, spent: { value: 250_50 } },
    ]);
  });
});

describe('a plan for a gmina whose code has changed', () => {
  it('TERYT of 2020 and of 2026 are one gmina: the code of today is written', async () => {
    const old = `${gminas.town.slice(0, 6)}${gminas.town.endsWith('1') ? '2' : '1'}`;
    const asked = { title: 'LPDI', gmina: old, fromYear: 2027, toYear: 2030 };
    const { planId } = done(await house.runner.run(create, organiser(), asked));
    expect((await view(planId)).plan.gmina).toBe(gminas.town);
  });
});

describe('numbers that the system does not keep', () => {
  const asked = { input: 'childrenInInstitutions', asOf: '2026-10-31', value: '30', source: 'PCPR' };

  it('are told with their source and enter the formulas at once', async () => {
    const { planId, itemId } = await draft();
    done(
      await house.runner.run(writeIndicator, organiser(), {
        planId,
        actionId: itemId,
        name: 'piecza rodzinna',
        unit: 'percent',
        formula: 'familyFosterShare',
        target: '85',
        targetYear: '2030',
        source: 'PCPR',
        frequency: 'year',
      }),
    );
    const nowOf = async () => (await view(planId)).measured[0];
    expect((await nowOf())?.now.value).toBeNull();
    // Without a base there is no progress, whatever the value: never 0 %.
    done(await house.runner.run(tell, organiser(), { planId, ...asked }));
    const family = { ...asked, input: 'childrenInFamilyForms', value: '120' };
    done(await house.runner.run(tell, organiser(), { planId, ...family }));
    const measured = await nowOf();
    expect(measured?.now.value).toBeCloseTo(80, 9);
    expect(measured?.progress).toEqual({ kind: 'no_base' });
    expect(measured?.now.passport).toMatchObject({ source: 'PCPR', asOf: '2026-10-31' });
    expect(measured?.parts.map(({ input, figure }) => [input, figure.value])).toEqual([
      ['childrenInFamilyForms', 120],
      ['childrenInInstitutions', 30],
    ]);
    expect(at(await house.runner.run(tell, organiser(), { planId, ...asked }))).toBe('lpdi.told-already');
  });

  it.each([
    ['of a day to come', { asOf: '2027-01-01' }, 'lpdi.told-in-future'],
    ['below 0', { asOf: '2026-09-30', value: '-1' }, 'lpdi.told-negative'],
  ])('%s are refused', async (_, more, code) => {
    const { planId } = await draft();
    expect(at(await house.runner.run(tell, organiser(), { planId, ...asked, ...more }))).toBe(code);
  });

  it('are told by those who measure', async () => {
    const { planId } = await draft();
    let day = 1;
    const ask = async (role: Role) => {
      const asOf = `2025-01-${String(day++).padStart(2, '0')}`;
      return at(await house.runner.run(tell, house.centre.as(role), { planId, ...asked, asOf }));
    };
    expect((await rolesAdmitted(ask)).sort()).toEqual([
      'community_organiser',
      'director',
      'service_organiser',
    ]);
  });
});

describe('a year of monitoring', () => {
  const year = (planId: string) => ({ planId, year: '2026', conclusions: 'Ruszyła teleopieka.' });

  it('stands still: indicators, actions, money and how much changed since the adoption', async () => {
    const { planId, itemId } = await draft();
    done(
      await house.runner.run(writeIndicator, organiser(), {
        planId,
        actionId: itemId,
        name: 'mieszkania na 10 000 mieszkańców',
        unit: 'ratio',
        formula: 'flatPlacesPer10000',
        base: '0',
        baseOn: '2026-01-01',
        target: '5',
        targetYear: '2030',
        source: 'zasoby',
        frequency: 'year',
      }),
    );
    done(await house.runner.run(refresh, organiser(), { planId }));
    expect(at(await house.runner.run(recordYear, organiser(), year(planId)))).toBe('lpdi.not-adopted');
    await adopted(planId);
    done(
      await house.runner.run(addResource, organiser(), {
        name: 'Mieszkanie treningowe',
        kind: 'trainingFlat',
        place: gminas.town,
        places: '6',
        source: 'rejestr',
        asOf: '2026-10-31',
      }),
    );
    done(await house.runner.run(recordYear, organiser(), year(planId)));
    const { years, measured } = await view(planId);
    expect(years).toMatchObject([
      {
        year: 2026,
        conclusions: 'Ruszyła teleopieka.',
        state: { actions: [{ title: 'Teleopieka', standing: 'due' }], spent: { value: null } },
      },
    ]);
    expect(years[0]?.state.changed).toBeGreaterThan(0);
    expect(measured[0]?.history.map(({ kind }) => kind)).toEqual(['base', 'computed']);
    expect(measured[0]?.history[1]?.value).toBeCloseTo(measured[0]?.now.value ?? 0, 9);
    expect(at(await house.runner.run(recordYear, organiser(), year(planId)))).toBe('lpdi.year-recorded');
    const later = { ...year(planId), year: '2027' };
    expect(at(await house.runner.run(recordYear, organiser(), later))).toBe('lpdi.year-wrong');
  });

  it('another centre’s plan is not there', async () => {
    const { planId } = await draft();
    const stranger = house.other.as('director');
    for (const [command, input] of [
      [recordYear, year(planId)],
      [tell, { planId, input: 'careHours', asOf: '2026-01-01', value: '1', source: 'x' }],
      [keepWhatIf, { planId, name: 'x', assumptions: {} }],
    ] as [AnyCommand, object][])
      expect(at(await house.runner.run(command, stranger, input))).toBe('not_found');
  });
});

describe('a what-if', () => {
  it('begins with the real cost of a place, and is kept with where each assumption comes from', async () => {
    done(
      await house.runner.run(addResource, organiser(), {
        name: 'DPS',
        kind: 'socialWelfareHome',
        place: gminas.town,
        places: '60',
        costMonth: '6834',
        costAsOf: '2024',
        source: 'Rejestr wojewody',
        asOf: '2026-07-31',
      }),
    );
    const { starts } = done(await house.runner.ask(whatIfStart, organiser(), {}));
    expect(starts.homeMonthly).toMatchObject({ value: 683_400, passport: { source: 'Rejestr wojewody' } });
    const { planId } = await draft();
    const asked = { planId, name: 'Dziesięć osób', assumptions: { people: '10', careHours: '60' } };
    done(await house.runner.run(keepWhatIf, organiser(), asked));
    const [kept] = (await contentOf(planId)).whatIfs;
    expect(kept?.assumptions).toMatchObject({ homeMonthly: 683_400, careHours: 60, people: 10 });
    expect(kept?.sources.homeMonthly).toContain('Rejestr wojewody');
    expect(kept?.sources.careHours).toContain('wpisane');
    expect(kept?.sources.prices).toBeUndefined();
    const wrong = { ...asked, assumptions: { people: 'abc' } };
    expect(at(await house.runner.run(keepWhatIf, organiser(), wrong))).toBe('lpdi.assumptions-wrong');
  });
});
