import type { Module } from '../../platform/module.ts';
import { setWeights } from './commands/set-weights.ts';
import { crossRoutes } from './pages/cross.tsx';
import { exportRoutes } from './pages/export.ts';
import { tablesPage } from './pages/tables.tsx';
import { weightsRoutes } from './pages/weights.tsx';
import { pl } from './pl.ts';
import { viewCross } from './queries/view-cross.ts';
import { viewResults } from './queries/view-results.ts';
import { viewWeights } from './queries/view-weights.ts';

export { demandOf, demandsOf } from './demand.ts';

/** What the module offers to the application. */
export const results: Module = {
  commands: [setWeights],
  queries: [viewCross, viewResults, viewWeights],
  routes: [tablesPage, ...exportRoutes, ...weightsRoutes, ...crossRoutes],
  words: pl.commands,
};
