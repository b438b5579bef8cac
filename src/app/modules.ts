import { access } from '../modules/access/index.ts';
import { casework } from '../modules/casework/index.ts';
import { renderJob } from '../modules/records/index.ts';
import type { JobHandler } from '../platform/jobs/jobs.ts';
import type { Module } from '../platform/module.ts';

/** Every module of the house: the only list of them. */
export const modules: readonly Module[] = [access, casework];

export const commands = modules.flatMap((module) => module.commands);
export const queries = modules.flatMap((module) => module.queries);
export const routes = modules.flatMap((module) => module.routes);

/** What is announced when a command is done, by its name. */
export const doneWords: ReadonlyMap<string, string> = new Map(modules.flatMap((module) => Object.entries(module.words).map(([name, words]) => [name, words.done] as const)));

/** What carries out the outbox. */
export const jobHandlers: readonly JobHandler[] = [renderJob];
