import { amend } from './commands/amend.ts';
import { end } from './commands/end.ts';
import { endExpired } from './commands/end-expired.ts';
import { offerService } from './commands/offer-service.ts';
import { putInForce } from './commands/put-in-force.ts';
import { recordAdoption } from './commands/record-adoption.ts';
import { recordInformation } from './commands/record-information.ts';
import { repeal } from './commands/repeal.ts';
import { setFee } from './commands/set-fee.ts';
import { start } from './commands/start.ts';
import { submitAsDraftResolution } from './commands/submit-as-draft-resolution.ts';
import { takeBack } from './commands/take-back.ts';
import { withdrawOffer } from './commands/withdraw-offer.ts';
import { writeItem } from './commands/write-item.ts';
import { comparePage } from './pages/compare.tsx';
import { feeForm, feePage } from './pages/fee-form.tsx';
import { itemForm, itemPage } from './pages/item-form.tsx';
import { programmeListPage, startForm, startPage } from './pages/list.tsx';
import { addOfferPage, editOfferPage, offerForms } from './pages/offer-form.tsx';
import { publicListPage, publicProgrammePage } from './pages/public.tsx';
import { stepRoutes } from './pages/steps.tsx';
import { programmePage, versionForms, versionPage } from './pages/version.tsx';
import { pl } from './pl.ts';
import { compareVersionsQuery } from './queries/compare-versions.ts';
import { listProgrammes } from './queries/list-programmes.ts';
import { matchServicesQuery } from './queries/match-services.ts';
import { offerForm } from './queries/offer-form.ts';
import { viewProgramme } from './queries/view-programme.ts';

export { limitRefusals, releasePlace, reservePlace, type Share } from './db/limits.ts';
export { lockOffer, offersInForce, offersOf } from './db/versions.ts';
export {
  type ApplicationField,
  applicationFields,
  contactMinimum,
  factsOfAnswers,
  type FieldType,
  questionsOf,
  type Sensitivity,
} from './domain/application-fields.ts';
export { fieldIn } from './field-words.ts';
export {
  type FeeQuestion,
  type OfferFee,
  priceWords,
  quoteFee,
  reliefsOf,
  type Unit,
  units,
} from './domain/fee.ts';
export {
  type Known,
  matchSchema,
  type Need,
  type ServiceMatch,
  withAgeGroups,
} from './domain/match.ts';
export {
  groszeLeft,
  type Offer,
  type OfferInForce,
  peopleLeft,
} from './domain/offer.ts';
export { type Items, itemsSchema } from './domain/items.ts';
export { findMatches, matchServicesQuery } from './queries/match-services.ts';
export { listProgrammes } from './queries/list-programmes.ts';

export { ServiceMatches, type ServiceMatchesProps } from './pages/service-matches.tsx';

/** Units of a service in words: "godzina", "za godzinę". */
export const unitWords = pl.units;

/** What the module offers to the application. */
export const programmes = {
  commands: [
    amend,
    end,
    endExpired,
    offerService,
    putInForce,
    recordAdoption,
    recordInformation,
    repeal,
    setFee,
    start,
    submitAsDraftResolution,
    takeBack,
    withdrawOffer,
    writeItem,
  ],
  queries: [compareVersionsQuery, listProgrammes, matchServicesQuery, offerForm, viewProgramme],
  routes: [
    publicListPage,
    publicProgrammePage,
    programmeListPage,
    startPage,
    startForm,
    programmePage,
    versionPage,
    ...versionForms,
    itemPage,
    itemForm,
    addOfferPage,
    editOfferPage,
    ...offerForms,
    feePage,
    feeForm,
    ...stepRoutes,
    comparePage,
  ],
  daily: [endExpired],
  words: pl.commands,
};
