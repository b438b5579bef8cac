import type { Module } from '../../platform/module.ts';
import { backUp } from './commands/back-up.ts';
import { retryMail } from './commands/retry-mail.ts';
import { operationsForms, operationsPage } from './pages/operations.tsx';
import { pl } from './pl.ts';
import { operationsQuery } from './queries/view.ts';

export { type Alarm, alarmsOf } from './domain/alarms.ts';
export type { State } from './domain/state.ts';
export { readState } from './db/state.ts';
export { alarmLetter } from './letter.ts';

/** What the module offers to the application. */
export const operations: Module = {
  commands: [retryMail, backUp],
  queries: [operationsQuery],
  routes: [operationsPage, ...operationsForms],
  words: pl.commands,
};
