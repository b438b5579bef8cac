import type { Module } from '../../platform/module.ts';
import { correctPerson } from './commands/correct.ts';
import { recordDeath, withdrawDeath } from './commands/death.ts';
import { formHousehold, joinHousehold, leaveHousehold } from './commands/households.ts';
import { registerPerson } from './commands/register.ts';
import { addRelation, endRelation } from './commands/relations.ts';
import { shieldPerson, unshieldPerson } from './commands/shield.ts';
import { pl } from './pl.ts';
import { findDuplicates } from './queries/find-duplicates.ts';
import { listHouseholdCandidates } from './queries/household-candidates.ts';
import { searchPeople } from './queries/search.ts';
import { viewPerson } from './queries/view-person.ts';
import { viewProtection } from './queries/view-protection.ts';

export { reindexPeople } from './db/search-index.ts';
export { type FoundPerson, searchPeople } from './queries/search.ts';
export { type PersonView, viewPerson } from './queries/view-person.ts';

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
  queries: [searchPeople, findDuplicates, viewPerson, listHouseholdCandidates, viewProtection],
  routes: [],
  words: pl.commands,
};
