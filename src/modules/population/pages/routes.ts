import type { Route } from '../../../platform/http/route.ts';
import { populationCsv } from './export.ts';
import { inputForms, scenarioPage, structurePage } from './inputs.tsx';
import { populationPage } from './page.tsx';

export const populationRoutes: readonly Route[] = [
  populationPage,
  populationCsv,
  structurePage,
  scenarioPage,
  ...inputForms,
];
