import { sealedAnswers, sealedWebDrafts } from './db/sealed-answers.ts';
import type { Module } from '../../platform/module.ts';
import { intake } from './intake.ts';
import { outcome } from './outcome.ts';
import { intakeWords } from './pl-intake.ts';
import { said } from './said.ts';

export { type CaseFile, findCase, moveCase } from './db/cases.ts';
export { reviseFee } from './db/fee-revision.ts';
export { capFee, listFees, setFee } from './db/fees.ts';
export { countOpenCases, handOverCases } from './db/handovers.ts';
export { findKnown } from './db/known.ts';
export { listNeeds } from './db/needs.ts';
export { findParty, type Party } from './db/parties.ts';
export { holdPlaces, listPlaces } from './db/places.ts';
export { listed, translated } from './documents/translation.ts';
export { addresseeLines } from './documents/receipt.ts';
export { type Coordinator, isCoordinator, listCoordinators } from './db/workers.ts';
export { type Fee, type FeeState } from './domain/fee.ts';
export { dueDeclarations } from './domain/application.ts';
export { linkToken } from './domain/follow-up.ts';
export type { CaseAction } from './pages/case-actions.tsx';
export { type CaseExtra, caseRoutes } from './pages/case-page.tsx';
export { listCasesQuery } from './queries/list-cases.ts';
export { personFile } from './queries/person-file.ts';
export { waitingCases } from './queries/waiting-cases.ts';
export type { CasePart, CaseView } from './domain/case-view.ts';
export { unmetJob } from './unmet.ts';
export { type CaseState, caseStates, isOpen, stateWords } from './domain/lifecycle.ts';
export { AssessmentSection, AssessmentStep, type AssessmentView } from './pages/assessment.tsx';
export { DecisionSection, type DecisionsView } from './pages/decisions.tsx';
export { FeesSection, type FeesView } from './pages/fees.tsx';
export { OutcomeSection, OutcomeStep, type OutcomeView } from './pages/outcome-section.tsx';
export { TransferSection, type TransferView } from './pages/transfer.tsx';
export { viewProtocols } from './queries/view-protocols.ts';
export { viewDecisions } from './queries/view-decisions.ts';
export { viewFees } from './queries/view-fees.ts';
export { viewOutcome } from './queries/view-outcome.ts';
export { viewCase } from './queries/view-case.ts';
export { viewTransfer } from './queries/view-transfer.ts';

export { RequestsSection } from './pages/requests.tsx';
export { ContactPanel } from './pages/web-parts.tsx';
export { listRequestsQuery } from './queries/list-requests.ts';
export { ownCases } from './queries/own-cases.ts';
export { represented, representedCases } from './queries/represented-cases.ts';
export { announceResignation, askForChange, complain } from './commands/resident-request.ts';
export { mayAsk, type RequestKind, requestKinds, type ResidentRequest } from './domain/request.ts';
export { type CaseStatus, titleIn } from './domain/status.ts';
export { shapeOf } from './pages/case-parts.tsx';
export { webWordsOf } from './web-words.ts';

/** Kinds of notes in words. */
export const noteKindWords = intakeWords.noteKinds;

const halves: readonly Module[] = [intake, outcome];

/** What the module offers to the application. Each half (intake.ts, outcome.ts) lists its own. */
export const casework: Module = {
  commands: halves.flatMap((half) => half.commands),
  queries: halves.flatMap((half) => half.queries),
  routes: halves.flatMap((half) => half.routes),
  sealed: [sealedAnswers, sealedWebDrafts],
  daily: halves.flatMap((half) => half.daily ?? []),
  said,
  words: Object.assign({}, ...halves.map((half) => half.words)) as Module['words'],
};
