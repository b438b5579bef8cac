import type { Module } from '../../platform/module.ts';
import { intakeWords } from './pl-intake.ts';

/** The intake half: from the need somebody brings to the formal check of the application. */
export const intake: Module = {
  commands: [],
  queries: [],
  routes: [],
  words: intakeWords.commands,
};
