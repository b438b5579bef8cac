import type { Route } from '../../../platform/http/route.ts';
import { populationCsv } from './export.ts';
import { inputForms, scenarioPage, structurePage } from './inputs.tsx';
import { populationPage } from './page.tsx';
import { publicPopulationPage } from './public.tsx';

export const populationRoutes: readonly Route[] = [
  populationPage,
  publicPopulationPage,
  populationCsv,
  structurePage,
  scenarioPage,
  ...inputForms,
];
