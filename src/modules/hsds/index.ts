import { apiRoutes } from './pages/api.ts';
import { pl } from './pl.ts';
import { listOpenLocations, listOpenOrganizations, listOpenServices, listOpenSites } from './queries/list.ts';

/** What the module offers to the application. */
export const hsds = {
  commands: [],
  queries: [listOpenServices, listOpenOrganizations, listOpenLocations, listOpenSites],
  routes: [...apiRoutes],
  words: pl.commands,
};
