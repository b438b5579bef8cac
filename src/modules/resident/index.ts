import type { Module } from '../../platform/module.ts';
import { externalRoutes } from '../access/index.ts';
import { findByPesel } from '../people/index.ts';
import { ownCasesPage } from './pages/cases.tsx';
import { ownDocumentFile } from './pages/document.ts';
import { looksPage } from './pages/looks.tsx';
import { ownPlanPage } from './pages/plan.tsx';
import { requestRoutes } from './pages/request.tsx';
import { said } from './said.ts';

/** What the module offers to the application: the pages of a resident with an account, composed of what others hold. */
export const resident: Module = {
  commands: [],
  queries: [],
  routes: [
    ownCasesPage,
    ownPlanPage,
    looksPage,
    ownDocumentFile,
    ...requestRoutes,
    // Who somebody of another system is here may hang on a PESEL, which only `people` can look for.
    ...externalRoutes(async (db, safe, pesel) => (await findByPesel(db, safe, pesel))?.id),
  ],
  words: {},
  said,
};
