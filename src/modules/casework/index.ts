import type { Module } from '../../platform/module.ts';
import { intake } from './intake.ts';

export { type CaseFile, findCase, moveCase, refuseStep } from './db/cases.ts';
export { type CaseState, caseStates, caseStep, caseSteps, isOpen, mayStep, openActions, stateWords } from './domain/lifecycle.ts';

const halves: readonly Module[] = [intake];

/** What the module offers to the application. Each half (intake.ts, outcome.ts) lists its own. */
export const casework: Module = {
  commands: halves.flatMap((half) => half.commands),
  queries: halves.flatMap((half) => half.queries),
  routes: halves.flatMap((half) => half.routes),
  words: Object.assign({}, ...halves.map((half) => half.words)) as Module['words'],
};
