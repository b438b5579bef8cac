import { casePageRoutes } from './pages/case.tsx';
import { overviewPage } from './pages/overview.tsx';
import { personPage } from './pages/person.tsx';
import { cancelAppointmentForm, makeAppointmentForm, renewFeedForm, todayPage } from './pages/today.tsx';

/** What the module offers to the application. */
export const desk = {
  commands: [],
  queries: [],
  routes: [
    ...casePageRoutes,
    todayPage,
    overviewPage,
    personPage,
    makeAppointmentForm,
    cancelAppointmentForm,
    renewFeedForm,
  ],
  words: {},
};
