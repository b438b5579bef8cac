import type { Module } from '../../platform/module.ts';
import { abandon } from './commands/abandon.ts';
import { agree } from './commands/agree.ts';
import { approve } from './commands/approve.ts';
import { drawUp } from './commands/draw-up.ts';
import { end } from './commands/end.ts';
import { handOver } from './commands/hand-over.ts';
import { monitor } from './commands/monitor.ts';
import { recordCoordinatorsMeeting } from './commands/record-coordinators-meeting.ts';
import { recordPlanSummary } from './commands/record-plan-summary.ts';
import { removeAction, removeLine, removeNeed } from './commands/remove-part.ts';
import { reopen } from './commands/reopen.ts';
import { resign } from './commands/resign.ts';
import { returnPlan } from './commands/return.ts';
import { setPeriod } from './commands/set-period.ts';
import { start } from './commands/start.ts';
import { summarise } from './commands/summarise.ts';
import { update } from './commands/update.ts';
import { writeAction } from './commands/write-action.ts';
import { writeLine } from './commands/write-line.ts';
import { writeNeed } from './commands/write-need.ts';
import { agreementRoutes } from './pages/agreement.tsx';
import { approvalRoutes } from './pages/approval.tsx';
import { changingRoutes } from './pages/changing.tsx';
import { compareRoutes } from './pages/compare.tsx';
import { basicsRoutes } from './pages/drawing-basics.tsx';
import { lineRoutes } from './pages/drawing-lines.tsx';
import { dutyRoutes } from './pages/duties.tsx';
import { handoverRoutes } from './pages/handover.tsx';
import { planListPage } from './pages/list.tsx';
import { planRoutes } from './pages/plan.tsx';
import { planWords } from './pl.ts';
import { caseload } from './queries/caseload.ts';
import { compareVersionsQuery } from './queries/compare-versions.ts';
import { drawing } from './queries/drawing.ts';
import { aggregate, duties } from './queries/duties.ts';
import { listPlansQuery } from './queries/list-plans.ts';
import { myLines } from './queries/my-lines.ts';
import { planOfCase, plansOfPerson } from './queries/plans-of.ts';
import { viewPlan } from './queries/view-plan.ts';
import { waitingPlans } from './queries/waiting-plans.ts';

export { plannedUnits } from './domain/schedule.ts';
export type { Line } from './domain/plan.ts';
export { type PlanView } from './queries/schemas.ts';
export { drawUpForm, PlanSection, PlanStep, PlansOfPerson } from './pages/sections.tsx';
export {
  aggregate,
  abandon,
  agree,
  approve,
  drawUp,
  end,
  handOver,
  listPlansQuery,
  monitor,
  planOfCase,
  plansOfPerson,
  recordCoordinatorsMeeting,
  recordPlanSummary,
  removeAction,
  removeLine,
  removeNeed,
  reopen,
  resign,
  returnPlan,
  setPeriod,
  start,
  summarise,
  update,
  viewPlan,
  waitingPlans,
  writeAction,
  writeLine,
  writeNeed,
};

/** What the module offers to the application. */
export const plans: Module = {
  commands: [
    drawUp,
    setPeriod,
    writeNeed,
    removeNeed,
    writeLine,
    removeLine,
    writeAction,
    removeAction,
    agree,
    reopen,
    returnPlan,
    approve,
    start,
    monitor,
    update,
    resign,
    end,
    summarise,
    abandon,
    handOver,
    recordPlanSummary,
    recordCoordinatorsMeeting,
  ],
  queries: [
    listPlansQuery,
    waitingPlans,
    viewPlan,
    drawing,
    compareVersionsQuery,
    planOfCase,
    plansOfPerson,
    myLines,
    caseload,
    duties,
    aggregate,
  ],
  routes: [
    planListPage,
    ...planRoutes,
    ...basicsRoutes,
    ...lineRoutes,
    ...agreementRoutes,
    ...approvalRoutes,
    ...changingRoutes,
    ...compareRoutes,
    ...dutyRoutes,
    ...handoverRoutes,
  ],
  words: planWords.commands,
};
