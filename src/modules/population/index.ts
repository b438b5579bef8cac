import type { Module } from '../../platform/module.ts';
import { setScenario } from './commands/set-scenario.ts';
import { setStructure } from './commands/set-structure.ts';
import { populationRoutes } from './pages/routes.ts';
import { pl } from './pl.ts';
import { publishedPopulation, viewPopulation } from './queries/view-population.ts';

export { publicPopulationPath } from './domain/access.ts';
export { type AgeRange, ranges } from './domain/ages.ts';
export { figureSchema } from './domain/schemas.ts';
export { judgeShares } from './domain/shares.ts';
export type { RatioKey } from './domain/ratios.ts';
export { gminaKey, powiatOf, sameGmina } from './domain/teryt.ts';
export { gminaFacts, gminasUnder, powiatName, powiatsUnder, voivodeshipCode } from './facts.ts';
export { populationOf, populationState, projectionOf, ratiosOf, structureBySex } from './queries/state-of.ts';

/** What the module offers to the application. */
export const population: Module = {
  commands: [setScenario, setStructure],
  queries: [publishedPopulation, viewPopulation],
  routes: populationRoutes,
  words: pl.commands,
};
