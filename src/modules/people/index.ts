import type { Module } from '../../platform/module.ts';
import { correctPerson } from './commands/correct.ts';
import { recordDeath, withdrawDeath } from './commands/death.ts';
import { formHousehold, joinHousehold, leaveHousehold } from './commands/households.ts';
import { registerPerson } from './commands/register.ts';
import { addRelation, endRelation } from './commands/relations.ts';
import { shieldPerson, unshieldPerson } from './commands/shield.ts';
import { correctForms, correctPage, deathPage } from './pages/correct.tsx';
import { householdForms, householdPage } from './pages/household.tsx';
import { protectionForms, protectionPage } from './pages/protection.tsx';
import { registerForm, registerPage } from './pages/register.tsx';
import { relationForms, relationsPage } from './pages/relations.tsx';
import { searchPage } from './pages/search.tsx';
import { numbersOfPeople, numbersOfTrail } from './db/sealed-numbers.ts';
import { pl } from './pl.ts';
import { findDuplicates } from './queries/find-duplicates.ts';
import { listHouseholdCandidates } from './queries/household-candidates.ts';
import { identifyPerson } from './queries/identify-person.ts';
import { searchPeople } from './queries/search.ts';
import { viewPerson } from './queries/view-person.ts';
import { viewProtection } from './queries/view-protection.ts';

export { type Acting, actsFor, whoActsFor } from './db/relations.ts';
export {
  openBefore,
  openNumbers,
  openPeselAnswer,
  sealNumbers,
  sealPeselAnswer,
} from './db/identifiers.ts';
export { findByPesel } from './db/people.ts';
export { reindexPeople } from './db/search-index.ts';
export { type FoundPerson, searchPeople } from './queries/search.ts';
export { correctPerson } from './commands/correct.ts';
export { registerPerson } from './commands/register.ts';
export { viewPerson } from './queries/view-person.ts';
export type { PersonView } from './queries/view-person.ts';
export { searchesPeople } from './domain/reach.ts';
export { actingKinds } from './domain/relations.ts';
export { type PersonPageMore, personPageWith } from './pages/person.tsx';

/** What the module offers to the application. */
export const people: Module = {
  commands: [
    registerPerson,
    correctPerson,
    recordDeath,
    withdrawDeath,
    shieldPerson,
    unshieldPerson,
    formHousehold,
    joinHousehold,
    leaveHousehold,
    addRelation,
    endRelation,
  ],
  queries: [
    searchPeople,
    identifyPerson,
    findDuplicates,
    viewPerson,
    listHouseholdCandidates,
    viewProtection,
  ],
  routes: [
    searchPage,
    registerPage,
    registerForm,
    correctPage,
    deathPage,
    ...correctForms,
    protectionPage,
    ...protectionForms,
    householdPage,
    ...householdForms,
    relationsPage,
    ...relationForms,
  ],
  sealed: [numbersOfPeople, numbersOfTrail],
  words: pl.commands,
};
