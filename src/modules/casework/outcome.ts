import type { Module } from '../../platform/module.ts';
import { closeCase } from './commands/close.ts';
import { countWaiting } from './commands/count-waiting.ts';
import { draftRefusal } from './commands/draft-refusal.ts';
import { markOverdueFees } from './commands/mark-overdue.ts';
import { orderToPay } from './commands/order-to-pay.ts';
import { postPayment } from './commands/post-payment.ts';
import { qualifyCase } from './commands/qualify.ts';
import { recordAssessment } from './commands/record-assessment.ts';
import { recordDelivery } from './commands/record-delivery.ts';
import { recordTransferAnswer } from './commands/record-transfer-answer.ts';
import { refuseCase } from './commands/refuse.ts';
import { requirePlan } from './commands/require-plan.ts';
import { resignFromServices } from './commands/resign.ts';
import { transferCase } from './commands/transfer.ts';
import { waiveFee } from './commands/waive-fee.ts';
import { assessmentRoutes } from './pages/assessment.tsx';
import { closeRoutes } from './pages/close.tsx';
import { decisionRoutes } from './pages/decisions.tsx';
import { feeRoutes } from './pages/fee.tsx';
import { feesRoutes } from './pages/fees.tsx';
import { planOrQualifyRoutes } from './pages/plan-or-qualify.tsx';
import { refusalRoutes } from './pages/refusal.tsx';
import { receivedPage } from './pages/received.tsx';
import { transferRoutes } from './pages/transfer.tsx';
import { resignRoutes } from './pages/resign.tsx';
import { outcomeWords } from './pl-outcome.ts';
import { receivedTransfers } from './queries/received-transfers.ts';
import { viewAssessment } from './queries/view-assessment.ts';
import { viewDecisions } from './queries/view-decisions.ts';
import { viewFees } from './queries/view-fees.ts';
import { viewOutcome } from './queries/view-outcome.ts';
import { viewProtocols } from './queries/view-protocols.ts';
import { viewTransfer } from './queries/view-transfer.ts';

/** The outcome half: from the recognition of needs to qualifying, a plan, a transfer or a refusal, and the fees. */
export const outcome: Module = {
  commands: [
    recordAssessment,
    qualifyCase,
    requirePlan,
    transferCase,
    recordTransferAnswer,
    draftRefusal,
    refuseCase,
    recordDelivery,
    resignFromServices,
    closeCase,
    postPayment,
    markOverdueFees,
    countWaiting,
    waiveFee,
    orderToPay,
  ],
  queries: [
    viewAssessment,
    viewProtocols,
    viewOutcome,
    viewTransfer,
    receivedTransfers,
    viewDecisions,
    viewFees,
  ],
  routes: [
    ...assessmentRoutes,
    ...planOrQualifyRoutes,
    ...transferRoutes,
    receivedPage,
    ...refusalRoutes,
    ...decisionRoutes,
    ...resignRoutes,
    ...closeRoutes,
    ...feesRoutes,
    ...feeRoutes,
  ],
  daily: [markOverdueFees, countWaiting],
  words: outcomeWords.commands,
};
