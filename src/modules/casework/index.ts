export { type CaseFile, findCase, moveCase, refuseStep } from './db/cases.ts';
export { type CaseState, caseStates, caseStep, caseSteps, isOpen, mayStep, openActions, stateWords } from './domain/lifecycle.ts';
