export {
  assignDeadlines,
  cancelDeadlines,
  type Deadline,
  type DeadlineSubject,
  handOverDeadlines,
  listDeadlines,
  meetDeadlines,
  type StartDeadline,
  startDeadline,
} from './db/deadlines.ts';
