import type { Module } from '../../platform/module.ts';
import { create } from './commands/create.ts';
import { measure } from './commands/measure.ts';
import { refresh } from './commands/refresh.ts';
import { adopt, consult, end, finish, reopen } from './commands/steps.ts';
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
import { viewPlan } from './queries/view.ts';

/** What the module offers to the application. */
export const deinstitutionalisation: Module = {
  commands: [
    adopt,
    answerTest,
    consult,
    create,
    end,
    finish,
    measure,
    refresh,
    removePart,
    reopen,
    setActionState,
    writeAction,
    writeCosts,
    writeGoal,
    writeIndicator,
    writeReference,
    writeRisk,
    writeRole,
  ],
  queries: [listOfPlans, viewPlan],
  routes: planRoutes,
  words: pl.commands,
};
