import { z } from 'zod';
import type { IsoDate } from '../../../law/index.ts';
import type { Stage } from '../stage.ts';
import { facts } from './facts.ts';
import { plPlan } from './pl-plan.ts';
import type { Crew } from './crew.ts';

const made = z.object({ planId: z.string() });
const named = z.array(z.object({ id: z.string(), title: z.string() }));
const viewed = z.object({
  plan: z.object({
    content: z.object({
      goals: named,
      actions: named,
      indicators: z.array(z.object({ id: z.string(), of: z.object({ actionId: z.string() }) })),
    }),
  }),
});

const yes = { individualised: 'yes', users_control: 'yes', not_isolated: 'yes', needs_prevail: 'yes' };

/** The local plan: five goals with twelve actions, written, consulted, adopted and measured once. */
export async function playPlan(
  stage: Stage,
  crew: Crew,
  days: { written: IsoDate; consulted: IsoDate; finished: IsoDate; adopted: IsoDate; measured: IsoDate },
  fromYear: number,
): Promise<{ planId: string }> {
  const { organiser, director } = crew;
  const toYear = fromYear + plPlan.years - 1;
  await crew.onDay(days.written);
  const { planId } = made.parse(
    await stage.run('lpdi.create', organiser, {
      title: plPlan.title,
      gmina: facts.gmina.teryt,
      fromYear,
      toYear,
    }),
  );
  const write = async (command: string, input: object) =>
    await stage.run(command, organiser, { planId, ...input });
  const content = async () => viewed.parse(await stage.ask('lpdi.view', organiser, { planId })).plan.content;
  for (const { title, groups } of plPlan.goals) await write('lpdi.write-goal', { title, groups });
  const { goals } = await content();
  for (const goal of plPlan.goals)
    for (const { costs: _c, adds: _a, note: _n, indicator: _i, years, ...card } of goal.actions)
      await write('lpdi.write-action', {
        ...card,
        goalId: goals.find(({ title }) => title === goal.title)?.id,
        fromYear: fromYear + years[0],
        toYear: fromYear + years[1],
        responsible: plPlan.responsible,
      });
  const { actions } = await content();
  const idOf = (title: string): string => actions.find((one) => one.title === title)?.id ?? '';
  for (const { title, costs, adds, note, indicator } of plPlan.goals.flatMap((goal) => goal.actions)) {
    const itemId = idOf(title);
    await write('lpdi.write-costs', {
      itemId,
      costs: costs.map(({ after, ...cost }) => ({ year: fromYear + after, ...cost })),
    });
    await write('lpdi.write-places', {
      itemId,
      places: adds.map(({ after, amount }) => ({ year: fromYear + after, amount })),
    });
    await write('lpdi.answer-test', { itemId, ...yes, note });
    await write('lpdi.write-indicator', {
      ...indicator,
      actionId: itemId,
      baseOn: indicator.base === '' ? '' : (indicator.baseOn ?? days.written),
      method: plPlan.method,
      targetYear: toYear,
      frequency: plPlan.frequency,
    });
  }
  for (const risk of plPlan.risks) await write('lpdi.write-risk', risk);
  for (const role of plPlan.roles) await write('lpdi.write-role', role);
  for (const reference of plPlan.references) await write('lpdi.write-reference', reference);
  const { of: computedOf, ...computed } = plPlan.computed;
  await write('lpdi.write-indicator', {
    ...computed,
    actionId: idOf(computedOf),
    baseOn: days.written,
    targetYear: toYear,
    frequency: plPlan.frequency,
  });
  for (const whatIf of plPlan.whatIfs) await write('lpdi.keep-what-if', whatIf);
  await write('lpdi.refresh', {});
  await crew.onDay(days.consulted);
  await write('lpdi.consult', {});
  await crew.onDay(days.finished);
  await write('lpdi.finish', {});
  await crew.onDay(days.adopted);
  await stage.run('lpdi.adopt', director, {
    planId,
    resolution: plPlan.resolution(days.adopted.slice(0, 4)),
    adoptedOn: days.adopted,
  });
  await crew.onDay(days.measured);
  const { indicators } = await content();
  for (const { title, value } of plPlan.measured)
    await write('lpdi.measure', {
      indicatorId: indicators.find(({ of }) => of.actionId === idOf(title))?.id,
      measuredOn: days.measured,
      value,
      source: plPlan.measuredSource,
    });
  await write('lpdi.record-year', {
    year: Number(days.measured.slice(0, 4)),
    conclusions: plPlan.yearConclusions,
  });
  return { planId };
}
