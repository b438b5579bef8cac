import { cancelAppointmentForm, makeAppointmentForm, renewFeedForm, todayPage } from './pages/today.tsx';

/** What the module offers to the application. */
export const desk = {
  commands: [],
  queries: [],
  routes: [todayPage, makeAppointmentForm, cancelAppointmentForm, renewFeedForm],
  words: {},
};
