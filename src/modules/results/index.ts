import type { Module } from '../../platform/module.ts';
import { codeAnswer, removeCode, writeCodeCommand } from './commands/code-answers.ts';
import { publishResults, withdrawResults } from './commands/publish.ts';
import { setWeights } from './commands/set-weights.ts';
import { crossRoutes } from './pages/cross.tsx';
import { exportRoutes } from './pages/export.ts';
import { openDataRoutes } from './pages/open-data.ts';
import { publicRoutes } from './pages/public.tsx';
import { publicationRoutes } from './pages/publication.tsx';
import { qualityRoutes } from './pages/quality.tsx';
import { tablesPage } from './pages/tables.tsx';
import { textsRoutes } from './pages/texts.tsx';
import { weightsRoutes } from './pages/weights.tsx';
import { pl } from './pl.ts';
import { publishedReport, publishedResults, publishedSurveys, viewPublication } from './queries/published.ts';
import { viewCross } from './queries/view-cross.ts';
import { viewQuality } from './queries/view-quality.ts';
import { viewResults } from './queries/view-results.ts';
import { viewTexts } from './queries/view-texts.ts';
import { viewWeights } from './queries/view-weights.ts';
import { viewWhole } from './queries/view-whole.ts';

export { demandsByLocality, demandsOf, type LocalDemand } from './demand.ts';
export { publishedSurveyPlaces } from './db/publications.ts';
export { publishedPath } from './pages/path.ts';

/** What the module offers to the application. */
export const results: Module = {
  commands: [codeAnswer, publishResults, removeCode, setWeights, withdrawResults, writeCodeCommand],
  queries: [
    publishedReport,
    publishedResults,
    publishedSurveys,
    viewCross,
    viewPublication,
    viewQuality,
    viewResults,
    viewTexts,
    viewWeights,
    viewWhole,
  ],
  routes: [
    tablesPage,
    ...exportRoutes,
    ...weightsRoutes,
    ...crossRoutes,
    ...qualityRoutes,
    ...textsRoutes,
    ...publicationRoutes,
    ...publicRoutes,
    ...openDataRoutes,
  ],
  words: pl.commands,
};
