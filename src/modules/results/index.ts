import type { Module } from '../../platform/module.ts';
import { codeAnswer, removeCode, writeCodeCommand } from './commands/code-answers.ts';
import { setWeights } from './commands/set-weights.ts';
import { crossRoutes } from './pages/cross.tsx';
import { exportRoutes } from './pages/export.ts';
import { qualityRoutes } from './pages/quality.tsx';
import { tablesPage } from './pages/tables.tsx';
import { textsRoutes } from './pages/texts.tsx';
import { weightsRoutes } from './pages/weights.tsx';
import { pl } from './pl.ts';
import { viewCross } from './queries/view-cross.ts';
import { viewQuality } from './queries/view-quality.ts';
import { viewResults } from './queries/view-results.ts';
import { viewTexts } from './queries/view-texts.ts';
import { viewWeights } from './queries/view-weights.ts';

export { demandsOf } from './demand.ts';

/** What the module offers to the application. */
export const results: Module = {
  commands: [codeAnswer, removeCode, setWeights, writeCodeCommand],
  queries: [viewCross, viewQuality, viewResults, viewTexts, viewWeights],
  routes: [tablesPage, ...exportRoutes, ...weightsRoutes, ...crossRoutes, ...qualityRoutes, ...textsRoutes],
  words: pl.commands,
};
