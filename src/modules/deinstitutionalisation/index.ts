import type { Module } from '../../platform/module.ts';
import { create } from './commands/create.ts';
import { keepWhatIf } from './commands/keep-what-if.ts';
import { measure } from './commands/measure.ts';
import { recordYear } from './commands/record-year.ts';
import { refresh } from './commands/refresh.ts';
import { adopt, consult, end, finish, reopen } from './commands/steps.ts';
import { tell } from './commands/tell.ts';
import { splitCosts, writePlaces, writeSpending } from './commands/write-money.ts';
import {
  answerTest,
  removePart,
  setActionState,
  writeAction,
  writeCosts,
  writeGoal,
  writeIndicator,
  writeReference,
  writeRisk,
  writeRole,
} from './commands/write.ts';
import { planRoutes } from './pages/routes.ts';
import { pl } from './pl.ts';
import { listOfPlans } from './queries/list.ts';
import { publishedPlan, publishedPlanPaper, publishedPlans } from './queries/public.ts';
import { viewPlan } from './queries/view.ts';
import { whatIfStart } from './queries/what-if.ts';

export { publicPath } from './domain/public-rows.ts';

/** What the module offers to the application. */
export const deinstitutionalisation: Module = {
  commands: [
    adopt,
    answerTest,
    consult,
    create,
    end,
    finish,
    keepWhatIf,
    measure,
    recordYear,
    refresh,
    removePart,
    reopen,
    setActionState,
    splitCosts,
    tell,
    writeAction,
    writeCosts,
    writeGoal,
    writeIndicator,
    writePlaces,
    writeReference,
    writeRisk,
    writeRole,
    writeSpending,
  ],
  queries: [listOfPlans, publishedPlan, publishedPlanPaper, publishedPlans, viewPlan, whatIfStart],
  routes: planRoutes,
  words: pl.commands,
};
