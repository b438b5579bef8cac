import type { Module } from '../../platform/module.ts';
import { askExport, discardExport } from './commands/exports.ts';
import { backUp } from './commands/back-up.ts';
import { retryMail } from './commands/retry-mail.ts';
import { exportFile, exportForms, exportsPage } from './pages/exports.tsx';
import { operationsForms, operationsPage } from './pages/operations.tsx';
import { pl } from './pl.ts';
import { exportsQuery, takeExport } from './queries/exports.ts';
import { operationsQuery } from './queries/view.ts';

export { type Alarm, alarmsOf } from './domain/alarms.ts';
export type { State } from './domain/state.ts';
export { readState } from './db/state.ts';
export { alarmLetter } from './letter.ts';
export { exportKeptHours } from './domain/exports.ts';

/** What the module offers to the application. */
export const operations: Module = {
  commands: [retryMail, backUp, askExport, discardExport],
  queries: [operationsQuery, exportsQuery, takeExport],
  routes: [operationsPage, ...operationsForms, exportsPage, ...exportForms, exportFile],
  words: pl.commands,
};
