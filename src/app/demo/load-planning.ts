import { z } from 'zod';
import type { Actor } from '../../platform/actor.ts';
import { demoSurvey, type Mode, templateDefinition } from '../../modules/survey/index.ts';
import { addDays } from '../../law/index.ts';
import { madeAnswers } from './made-answers.ts';
import { examplePlan } from './plan-of-example.ts';
import { pl } from './pl.ts';
import { makeRandom } from './random.ts';
import { centres } from './reference.ts';
import { type Stage, visitorOf } from './stage.ts';

/** The one centre whose planning is played: a survey that runs, and the draft of a local plan. */
const where = 'jarocin';

/** How many made-up sheets come by each way. */
const sheets: Readonly<Record<Mode, number>> = { web: 25, telephone: 15, paper: 20, interviewer: 100 };

const made = z.object({ planId: z.string() });
const viewed = z.object({
  plan: z.object({
    content: z.object({
      goals: z.array(z.object({ id: z.string(), title: z.string() })),
      actions: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  }),
});

const member = (stage: Stage, role: Parameters<Stage['crew']['get']>[0]): Actor => {
  const found = stage.crew.get(role);
  if (!found) throw new Error(`${stage.centre.slug} has no ${role}`);
  return found;
};

async function playSurvey(stage: Stage, seed: string, today: string): Promise<void> {
  const definition = templateDefinition('needs');
  const random = makeRandom(`${seed}-survey`);
  await demoSurvey(
    stage.runner,
    {
      organiser: member(stage, 'service_organiser'),
      clerk: member(stage, 'clerk'),
      visitor: visitorOf(stage.centre.id),
    },
    {
      title: pl.survey,
      questionnaire: definition,
      opensOn: today,
      closesOn: addDays(today, 30),
      sheets: Object.entries(sheets).flatMap(([mode, count]) =>
        Array.from({ length: count }, () => ({
          mode: mode as Mode,
          answers: madeAnswers(definition, random),
        })),
      ),
    },
  );
}

/** A survey that is still being written: open poll after the questionnaire of a real gmina. */
const writeSurvey = async (stage: Stage): Promise<void> => {
  const organiser = member(stage, 'service_organiser');
  await stage.run('survey.create', organiser, { title: pl.draftSurvey, sampling: 'open', template: 'lgd' });
};

async function writePlan(stage: Stage, today: string): Promise<void> {
  const organiser = member(stage, 'service_organiser');
  const [gmina] = centres.find(({ id }) => id === stage.centre.slug)?.gminas ?? [];
  const fromYear = Number(today.slice(0, 4)) + 1;
  const { planId } = made.parse(
    await stage.run('lpdi.create', organiser, {
      title: examplePlan.title,
      gmina,
      fromYear,
      toYear: fromYear + examplePlan.years - 1,
    }),
  );
  const write = (command: string, input: object) => stage.run(command, organiser, { planId, ...input });
  const content = async () => viewed.parse(await stage.ask('lpdi.view', organiser, { planId })).plan.content;
  const idOf = (list: readonly { id: string; title: string }[], title: string): string =>
    list.find((one) => one.title === title)?.id ?? '';
  for (const { title, groups, below } of examplePlan.goals) {
    await write('lpdi.write-goal', { title, groups });
    const parentId = idOf((await content()).goals, title);
    for (const operational of below) {
      await write('lpdi.write-goal', { title: operational.title, parentId, groups });
      const goalId = idOf((await content()).goals, operational.title);
      for (const { costs, note, indicator, ...card } of operational.actions) {
        const years = { fromYear, toYear: fromYear + examplePlan.years - 1 };
        await write('lpdi.write-action', { ...card, ...years, goalId, responsible: examplePlan.responsible });
        const itemId = idOf((await content()).actions, card.title);
        await write('lpdi.write-costs', {
          itemId,
          costs: costs.map(({ after, source, amount }) => ({ year: fromYear + after, source, amount })),
        });
        const yes = {
          individualised: 'yes',
          users_control: 'yes',
          not_isolated: 'yes',
          needs_prevail: 'yes',
        };
        await write('lpdi.answer-test', { itemId, ...yes, note });
        await write('lpdi.write-indicator', {
          actionId: itemId,
          ...indicator,
          baseOn: indicator.base === '' ? '' : today,
          unit: 'persons',
          method: examplePlan.method,
          targetYear: years.toYear,
          source: examplePlan.source,
          frequency: 'year',
        });
      }
    }
  }
  await write('lpdi.write-risk', examplePlan.risk);
  await write('lpdi.write-role', examplePlan.role);
  await write('lpdi.write-reference', examplePlan.reference);
  await write('lpdi.refresh', {});
}

/** Plays the planning of one centre: residents answer a survey, the organiser drafts a local plan. Everything is made up. */
export async function loadPlanning(stage: Stage, seed: string, now: string): Promise<void> {
  if (stage.centre.slug !== where) return;
  await stage.setClock(now);
  const today = now.slice(0, 10);
  await playSurvey(stage, seed, today);
  await writeSurvey(stage);
  await writePlan(stage, today);
}
