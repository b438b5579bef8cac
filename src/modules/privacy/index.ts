import type { Module } from '../../platform/module.ts';
import { adoptActivities, endActivityCommand, enterActivity, publishClause } from './commands/register.ts';
import { answerRequest, extendRequest, takeRequest } from './commands/requests.ts';
import { allowInSpite, endAllowed, lift, restrict } from './commands/restriction.ts';
import {
  approveReview,
  carryOutReview,
  decideItem,
  dropReview,
  makeReview,
  setClass,
} from './commands/retention.ts';
import { clauseRoutes } from './pages/clauses.tsx';
import { privacyPage } from './pages/home.tsx';
import { registerRoutes } from './pages/register.tsx';
import { requestRoutes } from './pages/request.tsx';
import { retentionRoutes } from './pages/retention.tsx';
import { reviewRoutes } from './pages/review.tsx';
import { statisticsRoutes } from './pages/statistics.tsx';
import { pl } from './pl.ts';
import { personStanding, privacyHome, requestSubject, viewRequest, waitingRequests } from './queries/home.ts';
import { accessPack } from './queries/pack.ts';
import { clausesQuery, publicClauses, registerQuery } from './queries/register.ts';
import { retentionQuery, reviewQuery } from './queries/retention.ts';
import { exportStatistics } from './queries/statistics.ts';

export { currentClause, noteShown } from './db/register.ts';
export { readHeldOfCase } from './db/pack.ts';
export { heldBlocks, heldFacts, safeName } from './documents/pack.ts';
export { clauseName, clauseWords } from './domain/clause.ts';
export { publicClauses } from './queries/register.ts';
export type { Held } from './domain/holdings.ts';
export { takesRequests } from './domain/policy.ts';
export { RestrictionBanner } from './pages/banner.tsx';
export { homePath as privacyPath, publicClausesPath, takePath } from './pages/paths.ts';
export { personStanding, waitingRequests };
/** What the button that leads to a person's request says. */
export const takeRequestWords = pl.take.button;

/** What the module offers to the application. */
export const privacy: Module = {
  commands: [
    takeRequest,
    extendRequest,
    answerRequest,
    restrict,
    allowInSpite,
    lift,
    endAllowed,
    enterActivity,
    endActivityCommand,
    adoptActivities,
    publishClause,
    setClass,
    makeReview,
    decideItem,
    approveReview,
    carryOutReview,
    dropReview,
  ],
  queries: [
    privacyHome,
    waitingRequests,
    viewRequest,
    requestSubject,
    personStanding,
    accessPack,
    registerQuery,
    clausesQuery,
    publicClauses,
    retentionQuery,
    reviewQuery,
    exportStatistics,
  ],
  routes: [
    privacyPage,
    ...requestRoutes,
    ...registerRoutes,
    ...clauseRoutes,
    ...retentionRoutes,
    ...reviewRoutes,
    ...statisticsRoutes,
  ],
  daily: [endAllowed],
  words: pl.commands,
};
