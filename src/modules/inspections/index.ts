import type { Module } from '../../platform/module.ts';
import { admitInspector, closeDue, endInspection, openInspection } from './commands/open.ts';
import { addFile, drawSample, showAddress, withdrawFile } from './commands/sample.ts';
import { listRoutes } from './pages/list.tsx';
import { ownRoutes } from './pages/mine.tsx';
import { oneRoutes } from './pages/one.tsx';
import { minePath } from './pages/paths.ts';
import { pl } from './pl.ts';
import { listInspectionsQuery, viewInspection } from './queries/inspections.ts';
import { inspectedFile, inspectionPack, ownInspection } from './queries/sampled.ts';

export { sampledCases } from './db/files.ts';
export { inspectedFile };
/** The first page of an inspector. */
export const inspectorPath = minePath;

/** What the module offers to the application. */
export const inspections: Module = {
  commands: [
    openInspection,
    drawSample,
    addFile,
    withdrawFile,
    showAddress,
    admitInspector,
    endInspection,
    closeDue,
  ],
  queries: [listInspectionsQuery, viewInspection, ownInspection, inspectedFile, inspectionPack],
  routes: [...listRoutes, ...oneRoutes, ...ownRoutes],
  daily: [closeDue],
  words: pl.commands,
};
