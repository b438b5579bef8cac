import type { Module } from '../../platform/module.ts';
import { whoSeesPages } from './pages/who-sees.tsx';
import { pl } from './pl.ts';
import { whoSeesCase, whoSeesPerson, whoSeesPlan } from './queries/who-sees.ts';

export { WhoSeesPanel } from './pages/who-sees.tsx';
export { whoSeesCase, whoSeesPerson, whoSeesPlan };

/** What the module offers to the application. */
export const visibility: Module = {
  commands: [],
  queries: [whoSeesPerson, whoSeesCase, whoSeesPlan],
  routes: whoSeesPages,
  words: pl.queries,
};
