import type { Module } from '../../platform/module.ts';
import { noneOfThese } from './commands/none-of-these.ts';
import { acceptNeeds, correctNeeds, rejectNeeds } from './commands/review-needs.ts';
import { codeWord, dismissWord } from './commands/review-words.ts';
import { recordFinding, setAsideFinding, takeFinding } from './commands/record-finding.ts';
import { tellFindings } from './commands/tell-findings.ts';
import { throwAwayKeys } from './commands/throw-away-keys.ts';
import { exportRoutes } from './pages/export.ts';
import { findingRoutes } from './pages/findings.tsx';
import { ledgerPage } from './pages/ledger.tsx';
import { noneRoutes } from './pages/none-of-these.tsx';
import { reviewRoutes } from './pages/review.tsx';
import { pl } from './pl.ts';
import { findings } from './queries/findings.ts';
import { needsToReview } from './queries/needs-to-review.ts';
import { waitingNeeds } from './queries/waiting-needs.ts';
import { unmetNeeds } from './queries/unmet-needs.ts';

export { countAccepted, placesOnMap } from './db/counts.ts';
export { countUnmetNeeds, countWords, recordUnmetNeeds, termsText } from './db/ledger.ts';
export { addFinding, listFindings, type StoredFinding } from './db/findings.ts';
export type { Finding } from './domain/finding.ts';
export { alikeKey } from './domain/review.ts';
export type { Reason, Source, UnmetEvent } from './domain/unmet-need.ts';
export { localitiesOf } from './localities.ts';
export { reviewPath } from './pages/parts.tsx';
export { unmetNeeds } from './queries/unmet-needs.ts';
export { waitingNeeds } from './queries/waiting-needs.ts';
export { NoneOfThese, type NoneOfTheseProps } from './pages/none-of-these.tsx';
export { noteSearch, searchBatch, type SearchNote } from './search-notes.ts';

/** What the module offers to the application. */
export const needs: Module = {
  commands: [
    acceptNeeds,
    codeWord,
    correctNeeds,
    dismissWord,
    noneOfThese,
    recordFinding,
    rejectNeeds,
    setAsideFinding,
    takeFinding,
    tellFindings,
    throwAwayKeys,
  ],
  queries: [findings, needsToReview, unmetNeeds, waitingNeeds],
  routes: [ledgerPage, ...exportRoutes, ...reviewRoutes, ...noneRoutes, ...findingRoutes],
  daily: [throwAwayKeys, tellFindings],
  words: pl.commands,
};
