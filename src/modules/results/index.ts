import type { Module } from '../../platform/module.ts';
import { exportRoutes } from './pages/export.ts';
import { tablesPage } from './pages/tables.tsx';
import { pl } from './pl.ts';
import { viewResults } from './queries/view-results.ts';

/** What the module offers to the application. */
export const results: Module = {
  commands: [],
  queries: [viewResults],
  routes: [tablesPage, ...exportRoutes],
  words: pl.commands,
};
