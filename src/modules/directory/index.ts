import { addService } from './commands/add-service.ts';
import { confirmService } from './commands/confirm-service.ts';
import { correctService } from './commands/correct-service.ts';
import { reportCapacity } from './commands/report-capacity.ts';
import { withdrawService } from './commands/withdraw-service.ts';
import { cardForms, servicePage } from './pages/card.tsx';
import { addPage, correctPage, editForms } from './pages/edit.tsx';
import { homePage } from './pages/home.tsx';
import { serviceListPage } from './pages/list.tsx';
import { publicServicePage } from './pages/public-card.tsx';
import { publicListPage } from './pages/public.tsx';
import { pl } from './pl.ts';
import { listServices } from './queries/list-services.ts';
import { serviceForm } from './queries/service-form.ts';
import { viewService } from './queries/view-service.ts';

export {
  type Contract,
  contractsOn,
  gminasOn,
  listOrganizations,
  type Organization,
} from './db/organizations.ts';
export { selectService, selectServiceList } from './db/services.ts';
export {
  conditionSchema,
  type ConditionsInput,
  conditionsInput,
  conditionsOf,
  conditionValues,
  conditionWords,
} from './domain/conditions.ts';
export { stemsFound, stemsOf } from './domain/search.ts';
export {
  type Capacity,
  capacityOn,
  capacitySchema,
  type Service,
  type TrackKey,
  trackKeys,
  trackOf,
} from './domain/service.ts';
export { ConditionsFields } from './pages/conditions-fields.tsx';
export {
  areaWords,
  CapacityTag,
  partialDay,
  performerOf,
  TrackTag,
} from './pages/parts.tsx';
export { listServices, type ServiceList } from './queries/list-services.ts';

/** What the module offers to the application. */
export const directory = {
  commands: [addService, confirmService, correctService, reportCapacity, withdrawService],
  queries: [listServices, serviceForm, viewService],
  routes: [
    homePage,
    publicListPage,
    publicServicePage,
    serviceListPage,
    addPage,
    servicePage,
    correctPage,
    ...cardForms,
    ...editForms,
  ],
  words: pl.commands,
};
