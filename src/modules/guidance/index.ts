import type { Module } from '../../platform/module.ts';
import { helpAnswer, helpCarry, helpPage } from './pages/help.tsx';
import { pl } from './pl.ts';
import { findHelpQuery } from './queries/find-help.ts';

/** What the module offers to the application. */
export const guidance: Module = {
  commands: [],
  queries: [findHelpQuery],
  routes: [helpPage, helpAnswer, helpCarry],
  words: pl.titles,
};
