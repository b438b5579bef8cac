import { finishCentreDuty, startCentreDuty } from './commands/centre-duty.ts';
import { letLapse } from './commands/let-lapse.ts';
import { cancelAppointment, makeAppointment } from './commands/make-appointment.ts';
import { renewFeed } from './commands/renew-feed.ts';
import { centreDutyRoutes } from './pages/centre-duties.tsx';
import { feedFile } from './pages/feed.tsx';
import { pl } from './pl.ts';
import { centreDuties } from './queries/centre-duties.ts';
import { calendarFeed } from './queries/calendar-feed.ts';
import { deadlineOverview } from './queries/deadline-overview.ts';
import { mineToday } from './queries/mine-today.ts';

export {
  assignDeadlines,
  cancelDeadlines,
  type DeadlineSubject,
  explainDelay,
  findUnexplained,
  handOverDeadlines,
  listCentreDeadlines,
  listDeadlines,
  meetCentreDeadline,
  meetDeadlines,
  type StartDeadline,
  startDeadline,
} from './db/deadlines.ts';
export { type Deadline, deadlineSchema, type ListedDeadline } from './domain/deadline.ts';
export { DeadlineBars, DeadlineTable } from './pages/deadlines.tsx';
export { cancelAppointment, deadlineOverview, makeAppointment, mineToday, renewFeed };
export const agendaWords = pl;

/** What the module offers to the application. */
export const agenda = {
  commands: [makeAppointment, cancelAppointment, renewFeed, startCentreDuty, finishCentreDuty, letLapse],
  queries: [mineToday, deadlineOverview, calendarFeed, centreDuties],
  routes: [feedFile, ...centreDutyRoutes],
  daily: [letLapse],
  words: pl.commands,
};
