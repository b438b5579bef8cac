import { addService } from './commands/add-service.ts';
import { askOwner } from './commands/ask-owner.ts';
import { correctByLink } from './commands/correct-by-link.ts';
import { correctService } from './commands/correct-service.ts';
import { decideProposal } from './commands/decide-proposal.ts';
import { fadeServices } from './commands/fade-services.ts';
import { closeByLink, confirmAllByLink, confirmByLink, reportByLink } from './commands/link-steps.ts';
import { issueLink, revokeLink } from './commands/links.ts';
import { addLayWord, closeLayWord } from './commands/lay-words.ts';
import { reportCapacity } from './commands/report-capacity.ts';
import { setTerms } from './commands/set-terms.ts';
import { stepCommands } from './commands/steps.ts';
import { writeOrganization } from './commands/write-organization.ts';
import { cardForms, servicePage } from './pages/card.tsx';
import { addPage, correctPage, editForms } from './pages/edit.tsx';
import { homePage } from './pages/home.tsx';
import { leafletFile } from './pages/leaflet.ts';
import { layWordRoutes } from './pages/lay-words.tsx';
import { linkCorrectionPage, linkForms, linkPage } from './pages/link.tsx';
import { serviceListPage } from './pages/list.tsx';
import {
  editOrganizationPage,
  newOrganizationPage,
  organizationForms,
  organizationListPage,
  organizationPage,
} from './pages/organizations.tsx';
import { publicServicePage } from './pages/public-card.tsx';
import { publicListPage } from './pages/public.tsx';
import { layWords } from './pl-lay-words.ts';
import { pl } from './pl.ts';
import { listLayWords } from './queries/list-lay-words.ts';
import { viewTerms } from './queries/view-terms.ts';
import { termsForm, termsPage } from './pages/terms.tsx';
import { listServices } from './queries/list-services.ts';
import { waitingCards } from './queries/count-waiting.ts';
import { leaflet } from './queries/leaflet.ts';
import { listOrganizationsQuery, organizationForm, viewOrganization } from './queries/organizations.ts';
import { searchServices } from './queries/search-services.ts';
import { serviceForm } from './queries/service-form.ts';
import { viewLink } from './queries/view-link.ts';
import { viewService } from './queries/view-service.ts';

export { sendLinkJob } from './commands/send-link.ts';
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
export {
  type LocationRecord,
  type OrganizationRecord,
  putLocations,
  putOrganizations,
  putServices,
  type ServiceLocationRecord,
  type ServiceRecord,
} from './db/exchange.ts';
export {
  type CardRecord,
  type CodedFact,
  countRecords,
  type RecordFilter,
  selectKnown,
  selectLocationRecords,
  selectOfferingIds,
  selectOrganizationRecords,
  selectRecords,
  selectSiteOwners,
  selectSites,
  selectStanding,
  selectStretches,
} from './db/read-records.ts';
export type { ServiceFacts } from './db/write-services.ts';
export { type Capacity, capacityOn, capacitySchema, unknownCapacity } from './domain/capacity.ts';
export * from './domain/codes.ts';
export { publicStates, type ServiceState, serviceStates } from './domain/lifecycle.ts';
export { type Schedule, scheduleSchema } from './domain/schedule.ts';
export {
  type Place,
  type Service,
  serviceIn,
  type TrackKey,
  trackKeys,
  trackOf,
  type Translations,
  translationsSchema,
  unknownService,
} from './domain/service.ts';
export { HelpWays } from './pages/help-ways.tsx';
export { ConditionsFields } from './pages/conditions-fields.tsx';
export {
  areaWords,
  CapacityTag,
  partialDay,
  performerOf,
  TrackTag,
} from './pages/parts.tsx';
export { WaitingCards } from './pages/waiting-cards.tsx';
export { waitingCards, type WaitingCounts } from './queries/count-waiting.ts';
export { listServices, type ServiceList } from './queries/list-services.ts';
export { viewService } from './queries/view-service.ts';
export { answersAmong, publicAnswers, searchPublic } from './queries/public-index.ts';
export { type ServiceAnswers, speaksOf, type WordsAnswered } from './search/answers.ts';
export { fold } from './search/fold.ts';
export { meaningChoices } from './search/shipped.ts';

/** What the module offers to the application. */
export const directory = {
  commands: [
    addLayWord,
    addService,
    closeLayWord,
    correctService,
    decideProposal,
    reportCapacity,
    askOwner,
    setTerms,
    writeOrganization,
    issueLink,
    revokeLink,
    fadeServices,
    confirmByLink,
    confirmAllByLink,
    reportByLink,
    correctByLink,
    closeByLink,
    ...Object.values(stepCommands),
  ],
  daily: [fadeServices],
  queries: [
    viewLink,
    waitingCards,
    viewTerms,
    leaflet,
    listOrganizationsQuery,
    viewOrganization,
    organizationForm,
    listLayWords,
    listServices,
    searchServices,
    serviceForm,
    viewService,
  ],
  routes: [
    homePage,
    publicListPage,
    publicServicePage,
    serviceListPage,
    termsPage,
    termsForm,
    addPage,
    servicePage,
    correctPage,
    ...layWordRoutes,
    ...cardForms,
    ...editForms,
    organizationListPage,
    newOrganizationPage,
    organizationPage,
    editOrganizationPage,
    ...organizationForms,
    leafletFile,
    linkPage,
    linkCorrectionPage,
    ...linkForms,
  ],
  words: { ...pl.commands, ...layWords.commands },
};
