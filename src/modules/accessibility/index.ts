import type { Module } from '../../platform/module.ts';
import { saveStatementCommand } from './commands/save-statement.ts';
import { statementRoutes } from './pages/form.tsx';
import { statementPage } from './pages/statement.tsx';
import { pl } from './pl.ts';
import { statementQuery } from './queries/statement.ts';

export { statementQuery };
export { statementPath } from './pages/statement.tsx';
export type { Statement } from './domain/statement.ts';

/** What the module offers to the application. */
export const accessibility: Module = {
  commands: [saveStatementCommand],
  queries: [statementQuery],
  routes: [statementPage, ...statementRoutes],
  words: pl.commands,
};
