import { addDays, type IsoDate } from '../../../law/index.ts';
import { alikeKey, countUnmetNeeds, localitiesOf, termsText } from '../../../modules/needs/index.ts';
import { dayInPoland } from '../../../platform/clock.ts';
import type { Pool } from '../../../platform/database/pool.ts';
import { inTransaction } from '../../../platform/database/tenant.ts';
import { loadResources } from '../load-resources.ts';
import { instantOf, type Stage } from '../stage.ts';
import { backToWork } from '../timeline.ts';
import { toldNeeds } from '../unmet.ts';
import { type Crew, crewOf } from './crew.ts';
import { playDiagnosis, tellFindings, typeResources } from './diagnosis.ts';
import { facts } from './facts.ts';
import { playPlan } from './plan.ts';
import { playSurvey } from './survey.ts';

/** What of the run can be opened. */
export interface RealRun {
  surveyId: string;
  diagnosisId: string;
  planId: string;
}

/** Two reviewed months of what people looked for and did not find. */
async function fillLedger(
  owner: Pool,
  stage: Stage,
  crew: Crew,
  seed: string,
  today: IsoDate,
): Promise<void> {
  const gmina = facts.gmina.teryt;
  const { months } = toldNeeds(`${seed}-${stage.centre.slug}`, today, [
    { gmina, localities: await localitiesOf(gmina) },
  ]);
  await inTransaction(owner, stage.centre.id, (tx) => countUnmetNeeds(tx, stage.centre.id, months));
  const keys = [...new Set(months.map((need) => alikeKey({ ...need, terms: termsText(need.terms) })))];
  await stage.run('needs.accept-needs', crew.organiser, { keys });
}

/**
 * The real run: Piotrków Trybunalski from residents' voices to an adopted plan, in the ten months before `now`. Facts are
 * real, answers and decisions are made up.
 */
export async function playRealRun(owner: Pool, stage: Stage, seed: string, now: string): Promise<RealRun> {
  const today = dayInPoland(now);
  const crew = crewOf(stage);
  const ago = (days: number): IsoDate => addDays(today, -days);
  const findings = async (from: number, to: number) =>
    await tellFindings(stage, crew, (days) => backToWork(ago(days)), { from, to });
  await crew.onDay(ago(330));
  await loadResources(stage, instantOf({ on: backToWork(ago(330)), at: '10:00' }));
  await typeResources(stage, crew, ago(330));
  await findings(329, 290);
  const { surveyId } = await playSurvey(owner, stage, crew, { seed, from: ago(288) });
  await findings(244, 225);
  await fillLedger(owner, stage, crew, seed, await crew.onDay(ago(200)));
  const { diagnosisId } = await playDiagnosis(stage, crew, { from: ago(195) });
  const { planId } = await playPlan(
    stage,
    crew,
    {
      written: await crew.onDay(ago(92)),
      consulted: backToWork(ago(63)),
      finished: backToWork(ago(45)),
      adopted: backToWork(ago(31)),
      measured: backToWork(ago(12)),
    },
    Number(today.slice(0, 4)) + 1,
  );
  await findings(10, 0);
  return { surveyId, diagnosisId, planId };
}
