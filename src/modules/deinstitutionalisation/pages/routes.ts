import { form, page } from '../../../platform/http/route.ts';
import { measure } from '../commands/measure.ts';
import { refresh } from '../commands/refresh.ts';
import { adopt, consult, end, finish, reopen } from '../commands/steps.ts';
import { removePart } from '../commands/write.ts';
import { viewPlan } from '../queries/view.ts';
import { actionRoutes } from './action.tsx';
import { documentFiles } from './document.ts';
import { listRoutes } from './list.tsx';
import { overviewView } from './overview.tsx';
import { partRoutes } from './part-forms.tsx';
import { listPath, planPath } from './paths.ts';
import { whatIfPage } from './what-if.tsx';

const path = `${listPath}/:planId`;

const overviewPage = page({
  door: 'staff',
  path,
  load: async (ask, { params }) => await ask(viewPlan, { planId: params['planId'] }),
  view: overviewView,
});

const here = (_result: unknown, { params }: { params: Record<string, string> }): string =>
  planPath(params['planId'] ?? '');

/** Every address of local plans. */
export const planRoutes = [
  ...listRoutes,
  whatIfPage,
  ...documentFiles,
  overviewPage,
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
  form({ door: 'staff', path: `${path}/odswiez`, command: refresh, page: overviewPage, next: here }),
  form({ door: 'staff', path: `${path}/usun`, command: removePart, page: overviewPage, next: here }),
  form({
    door: 'staff',
    path: `${path}/pomiar/:indicatorId`,
    command: measure,
    page: overviewPage,
    next: here,
  }),
];
