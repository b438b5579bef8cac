import { form, page } from '../../../platform/http/route.ts';
import { measure } from '../commands/measure.ts';
import { recordYear } from '../commands/record-year.ts';
import { refresh } from '../commands/refresh.ts';
import { adopt, consult, end, finish, reopen } from '../commands/steps.ts';
import { tell } from '../commands/tell.ts';
import { removePart } from '../commands/write.ts';
import { viewPlan } from '../queries/view.ts';
import { actionRoutes } from './action.tsx';
import { diagnosticPage } from './diagnostic.tsx';
import { documentFiles } from './document.ts';
import { listRoutes } from './list.tsx';
import { listsPage } from './lists.tsx';
import { moneyPage } from './money.tsx';
import { monitoringPage } from './monitoring.tsx';
import { overviewView } from './overview.tsx';
import { partRoutes } from './part-forms.tsx';
import { diagnosticPath, listPath, listsPath, moneyPath, monitoringPath, planPath } from './paths.ts';
import { publicListPage } from './public/list.tsx';
import { publicPlanRoutes } from './public/plan.tsx';
import { whatIfRoutes } from './what-if.tsx';

const path = `${listPath}/:planId`;

const overviewPage = page({
  door: 'staff',
  path,
  load: async (ask, { params }) => await ask(viewPlan, { planId: params['planId'], quick: true }),
  view: overviewView,
});

const to =
  (place: (planId: string) => string) =>
  (_result: unknown, { params }: { params: Record<string, string> }): string =>
    place(params['planId'] ?? '');

const here = to(planPath);
const monitoring = { door: 'staff', page: monitoringPage, next: to(monitoringPath) } as const;

/** Every address of local plans. */
export const planRoutes = [
  publicListPage,
  ...publicPlanRoutes,
  ...listRoutes,
  ...whatIfRoutes,
  ...documentFiles,
  overviewPage,
  diagnosticPage,
  moneyPage,
  monitoringPage,
  listsPage,
  ...partRoutes,
  ...actionRoutes,
  ...[consult, finish, reopen].map((step) =>
    form({
      door: 'staff',
      path: `${path}/krok/${step.name.slice('lpdi.'.length)}`,
      command: step,
      page: overviewPage,
      next: here,
    }),
  ),
  form({ door: 'staff', path: `${path}/przyjecie`, command: adopt, page: overviewPage, next: here }),
  form({ door: 'staff', path: `${path}/zakonczenie`, command: end, page: overviewPage, next: here }),
  form({
    door: 'staff',
    path: `${path}/odswiez`,
    command: refresh,
    page: diagnosticPage,
    next: to(diagnosticPath),
  }),
  form({ door: 'staff', path: `${path}/usun`, command: removePart, page: listsPage, next: to(listsPath) }),
  form({
    door: 'staff',
    path: `${path}/usun-wyliczenie`,
    command: removePart,
    page: moneyPage,
    next: to(moneyPath),
  }),
  form({ ...monitoring, path: `${path}/pomiar/:indicatorId`, command: measure }),
  form({ ...monitoring, path: `${path}/monitorowanie/liczba`, command: tell }),
  form({ ...monitoring, path: `${path}/monitorowanie/rok`, command: recordYear }),
];
