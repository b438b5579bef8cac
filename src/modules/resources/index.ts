import type { Module } from '../../platform/module.ts';
import { dropImport, stageImport, takeImport } from './commands/import.ts';
import { addResource, closeResourceCommand, correctResource } from './commands/write-resource.ts';
import { exportRoutes } from './pages/export.ts';
import { addPage, correctPage, resourceForms } from './pages/form.tsx';
import { importForms, importPage, stagePage } from './pages/import.tsx';
import { resourcesPage } from './pages/list.tsx';
import { pl } from './pl.ts';
import { listResources, resourceForm } from './queries/list-resources.ts';
import { viewImport } from './queries/view-import.ts';

export type { Capacity, CapacityPart, Where } from './domain/figures.ts';
export type { Resource } from './domain/resource.ts';
export { keepPlanned, plannedCapacity } from './db/planned.ts';
export { plannedFigure, type PlannedPlaces } from './domain/planned.ts';
export { occupiedOf, placesOf } from './domain/resource.ts';
export {
  capacities,
  capacitiesByLocality,
  type LocalCapacities,
  resourcesThere,
} from './queries/capacity-of.ts';

/** What the module offers to the application. */
export const resources: Module = {
  commands: [addResource, closeResourceCommand, correctResource, dropImport, stageImport, takeImport],
  queries: [listResources, resourceForm, viewImport],
  routes: [
    resourcesPage,
    ...exportRoutes,
    addPage,
    correctPage,
    ...resourceForms,
    stagePage,
    importPage,
    ...importForms,
  ],
  words: pl.commands,
};
