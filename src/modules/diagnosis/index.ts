import { sealedContacts } from './db/sealed.ts';
import type { Module } from '../../platform/module.ts';
import { answerRemark } from './commands/answer-remark.ts';
import { remark } from './commands/remark.ts';
import {
  closeConsultation,
  collect,
  expire,
  finishDraft,
  handToCouncil,
  handToMayor,
  openConsultation,
  proposeUpdate,
  putInForce,
} from './commands/steps.ts';
import { setConsultationLength } from './commands/set-length.ts';
import { refresh, start, writeChapter } from './commands/write.ts';
import { diagnosisRoutes } from './pages/routes.ts';
import { pl } from './pl.ts';
import { listContacts } from './queries/contacts.ts';
import { listOfDiagnoses } from './queries/list.ts';
import { viewGap, viewGapPlaces } from './queries/view-gap.ts';
import { listConsultations, viewConsultation, viewDiagnosis, viewPaper } from './queries/view.ts';
import { said } from './said.ts';

export type { GapRow } from './domain/gap.ts';
export { gapOf } from './gap-of.ts';
export { consultationsPath } from './pages/paths.ts';

/** What the module offers to the application. */
export const diagnosis: Module = {
  commands: [
    answerRemark,
    closeConsultation,
    collect,
    expire,
    finishDraft,
    handToCouncil,
    handToMayor,
    openConsultation,
    proposeUpdate,
    putInForce,
    refresh,
    remark,
    setConsultationLength,
    start,
    writeChapter,
  ],
  queries: [
    listConsultations,
    listContacts,
    listOfDiagnoses,
    viewConsultation,
    viewDiagnosis,
    viewGap,
    viewGapPlaces,
    viewPaper,
  ],
  routes: diagnosisRoutes,
  sealed: [sealedContacts],
  daily: [expire],
  said,
  words: pl.commands,
};
