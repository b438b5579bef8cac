import type { Module } from '../../platform/module.ts';
import { addNote } from './commands/add-note.ts';
import { answerRequest } from './commands/answer-request.ts';
import { answerReport } from './commands/answer-report.ts';
import { assign } from './commands/assign.ts';
import { attachFile } from './commands/attach-file.ts';
import { callToComplete } from './commands/call-to-complete.ts';
import { completeApplication } from './commands/complete-application.ts';
import { followCase } from './commands/follow-case.ts';
import { identifyPerson } from './commands/identify-person.ts';
import { keepWebStep } from './commands/keep-web-step.ts';
import { leaveUnconsidered } from './commands/leave-unconsidered.ts';
import { recordCallDelivered } from './commands/record-call-delivered.ts';
import { renewCode } from './commands/renew-code.ts';
import { announceResignation, askForChange, complain } from './commands/resident-request.ts';
import { saveApplicationDraft } from './commands/save-application-draft.ts';
import { sendApplication } from './commands/send-application.ts';
import { startApplication } from './commands/start-application.ts';
import { startRecognition } from './commands/start-recognition.ts';
import { startWebApplication } from './commands/start-web-application.ts';
import { submitApplication } from './commands/submit-application.ts';
import { takeReport } from './commands/take-report.ts';
import { withdraw } from './commands/withdraw.ts';
import { applicationRoutes } from './pages/application-form.tsx';
import { caseListPage } from './pages/case-list.tsx';
import { requestRoutes } from './pages/requests.tsx';
import { stepRoutes } from './pages/case-steps.tsx';
import { newApplicationRoutes } from './pages/new-application.tsx';
import { newReportForm, newReportPage } from './pages/new-report.tsx';
import { webApplicationRoutes } from './pages/web-application.tsx';
import { webCallbackRoutes } from './pages/web-callback.tsx';
import { webPrintRoutes } from './pages/web-print.tsx';
import { webReportRoutes } from './pages/web-report.tsx';
import { webStatusRoutes } from './pages/web-status.tsx';
import { requestWords } from './pl-requests.ts';
import { intakeWords } from './pl-intake.ts';
import { applicationForm } from './queries/application-form.ts';
import { caseStatus } from './queries/case-status.ts';
import { listCasesQuery } from './queries/list-cases.ts';
import { listCoordinatorsQuery } from './queries/list-coordinators.ts';
import { personForCase } from './queries/person-for-case.ts';
import { personFile } from './queries/person-file.ts';
import { listRequestsQuery } from './queries/list-requests.ts';
import { openCases } from './queries/open-cases.ts';
import { ownCases } from './queries/own-cases.ts';
import { represented, representedCases } from './queries/represented-cases.ts';
import { readAttachment } from './queries/read-attachment.ts';
import { viewCase } from './queries/view-case.ts';
import { waitingCases } from './queries/waiting-cases.ts';
import { applicationChoices, otherServices, webDraft } from './queries/web-draft.ts';

/** The intake half: from the need somebody brings to the formal check of the application. */
export const intake: Module = {
  commands: [
    takeReport,
    identifyPerson,
    answerReport,
    assign,
    startApplication,
    saveApplicationDraft,
    submitApplication,
    callToComplete,
    recordCallDelivered,
    completeApplication,
    leaveUnconsidered,
    withdraw,
    startRecognition,
    addNote,
    attachFile,
    renewCode,
    startWebApplication,
    keepWebStep,
    sendApplication,
    followCase,
    askForChange,
    complain,
    announceResignation,
    answerRequest,
  ],
  queries: [
    listCasesQuery,
    waitingCases,
    openCases,
    viewCase,
    personFile,
    readAttachment,
    caseStatus,
    webDraft,
    applicationChoices,
    personForCase,
    applicationForm,
    listCoordinatorsQuery,
    otherServices,
    ownCases,
    represented,
    representedCases,
    listRequestsQuery,
  ],
  routes: [
    caseListPage,
    newReportPage,
    newReportForm,
    ...newApplicationRoutes,
    ...applicationRoutes,
    ...stepRoutes,
    ...webReportRoutes,
    ...webCallbackRoutes,
    ...webPrintRoutes,
    ...webApplicationRoutes,
    ...webStatusRoutes,
    ...requestRoutes,
  ],
  words: { ...intakeWords.commands, ...requestWords.commands },
};
