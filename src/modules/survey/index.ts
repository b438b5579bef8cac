import { sealedAddressees, sealedContacts } from './db/sealed.ts';
import type { Module } from '../../platform/module.ts';
import { answerSection } from './commands/answer-section.ts';
import { clearAway, dropContactNow, leaveContact } from './commands/contacts.ts';
import {
  addFromBank,
  arrange,
  createSurvey,
  removePart,
  saveDraft,
  saveSettings,
  writeQuestion,
  writeSection,
} from './commands/design.ts';
import { enterSheet, printCopies, settleCopy } from './commands/enter-sheet.ts';
import { importSheets } from './commands/import-sheets.ts';
import { importXlsform } from './commands/import-xlsform.ts';
import { noteDevice } from './commands/note-device.ts';
import { postSheets } from './commands/post-sheets.ts';
import { closeSurvey, publishSurvey, reviseSurvey } from './commands/publish.ts';
import { drawSurveySample, printInvitations } from './commands/sample.ts';
import { answerFileRoutes } from './pages/answer-file.tsx';
import { contactRoutes } from './pages/contacts.tsx';
import { copiesRoutes } from './pages/copies.tsx';
import { designRoutes } from './pages/design.tsx';
import { deviceRoutes } from './pages/devices.tsx';
import { entryRoutes } from './pages/entry.tsx';
import { listRoutes } from './pages/list.tsx';
import { publishRoutes } from './pages/publish.tsx';
import { residentRoutes } from './pages/resident.tsx';
import { thanksRoutes } from './pages/resident-thanks.tsx';
import { sampleRoutes } from './pages/sample.tsx';
import { surveyRoutes } from './pages/survey.tsx';
import { tabletRoutes } from './pages/tablet.tsx';
import { questionRoutes } from './pages/write-question.tsx';
import { sectionRoutes } from './pages/write-section.tsx';
import { xlsformRoutes } from './pages/xlsform.tsx';
import { pl } from './pl.ts';
import { listDevices } from './queries/devices.ts';
import {
  getSurvey,
  listContacts,
  listCopiesQuery,
  listSurveysQuery,
  openSurveys,
  publishedDefinition,
  readQuestionnaire,
  sampleProgress,
} from './queries/surveys.ts';
import { said } from './said.ts';

export { tabletAssets } from './tablet-files.ts';
export { type DemoPlan, type DemoSheet, demoSurvey } from './demo.ts';
export { answerFile as answerFileWords } from './pl-answer-file.ts';
export { importSheets };
export { answersOf, type SurveyAnswers } from './db/answers.ts';
export { findSurvey, listSurveys } from './db/surveys.ts';
export { bankQuestions, type TemplateKey, templateDefinition } from './bank/bank.ts';
export { type Column, noAnswer, notAsked } from './domain/columns.ts';
export {
  type Asks,
  codesOf,
  type Definition,
  type Question,
  questionsOf,
  type Section,
  type Texts,
} from './domain/definition.ts';
export { type Answers } from './domain/answers.ts';
export { shownFor } from './domain/shown.ts';
export { type Mode, modes, type Sampling } from './domain/survey.ts';

export { surveysOfResidents } from './pages/resident.tsx';
export { copyCode } from './domain/codes.ts';
export { demoSheets, type SampledSheet } from './demo-sheets.ts';

/** What the module offers to the application. */
export const survey: Module = {
  commands: [
    addFromBank,
    answerSection,
    arrange,
    clearAway,
    closeSurvey,
    createSurvey,
    drawSurveySample,
    dropContactNow,
    enterSheet,
    importSheets,
    importXlsform,
    leaveContact,
    noteDevice,
    postSheets,
    printCopies,
    printInvitations,
    publishSurvey,
    removePart,
    reviseSurvey,
    saveDraft,
    saveSettings,
    settleCopy,
    writeQuestion,
    writeSection,
  ],
  queries: [
    getSurvey,
    listContacts,
    listCopiesQuery,
    listDevices,
    listSurveysQuery,
    openSurveys,
    publishedDefinition,
    readQuestionnaire,
    sampleProgress,
  ],
  routes: [
    ...listRoutes,
    ...contactRoutes,
    ...xlsformRoutes,
    ...deviceRoutes,
    ...tabletRoutes,
    ...surveyRoutes,
    ...designRoutes,
    ...questionRoutes,
    ...sectionRoutes,
    ...publishRoutes,
    ...entryRoutes,
    ...copiesRoutes,
    ...answerFileRoutes,
    ...sampleRoutes,
    ...residentRoutes,
    ...thanksRoutes,
  ],
  sealed: [sealedAddressees, sealedContacts],
  daily: [clearAway],
  said,
  words: pl.commands,
};
