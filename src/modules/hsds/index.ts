import { dropImport } from './commands/drop-import.ts';
import { takeImport } from './commands/import.ts';
import { stageImport } from './commands/stage-import.ts';
import { apiRoutes } from './pages/api.ts';
import { exchangePage, stageForm } from './pages/exchange.tsx';
import { openExports, staffExports } from './pages/export.ts';
import { importForms, importPage } from './pages/import.tsx';
import { openDataPage } from './pages/open-data.tsx';
import { profileRoutes } from './pages/profile.ts';
import { pl } from './pl.ts';
import { exportOpen, exportWhole, openStretches } from './queries/export.ts';
import { listOpenLocations, listOpenOrganizations, listOpenServices, listOpenSites } from './queries/list.ts';
import { viewImport } from './queries/view-import.ts';

export { openDataPath } from './pages/paths.ts';

/** What the module offers to the application. */
export const hsds = {
  commands: [stageImport, takeImport, dropImport],
  queries: [
    listOpenServices,
    listOpenOrganizations,
    listOpenLocations,
    listOpenSites,
    exportOpen,
    exportWhole,
    openStretches,
    viewImport,
  ],
  routes: [
    ...apiRoutes,
    ...openExports,
    ...profileRoutes,
    ...staffExports,
    exchangePage,
    stageForm,
    importPage,
    ...importForms,
    openDataPage,
  ],
  words: pl.commands,
};
