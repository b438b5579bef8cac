import { access, noticeJob, openedJob } from '../modules/access/index.ts';
import { accessibility } from '../modules/accessibility/index.ts';
import { agenda } from '../modules/agenda/index.ts';
import { casework, unmetJob } from '../modules/casework/index.ts';
import { deinstitutionalisation } from '../modules/deinstitutionalisation/index.ts';
import { diagnosis } from '../modules/diagnosis/index.ts';
import { desk } from '../modules/desk/index.ts';
import { visibility } from '../modules/visibility/index.ts';
import { needs, searchBatch } from '../modules/needs/index.ts';
import { operations } from '../modules/operations/index.ts';
import { directory, sendLinkJob } from '../modules/directory/index.ts';
import { hsds } from '../modules/hsds/index.ts';
import { guidance } from '../modules/guidance/index.ts';
import { people } from '../modules/people/index.ts';
import { inspections } from '../modules/inspections/index.ts';
import { privacy } from '../modules/privacy/index.ts';
import { population } from '../modules/population/index.ts';
import { resources } from '../modules/resources/index.ts';
import { plans } from '../modules/plans/index.ts';
import { programmes } from '../modules/programmes/index.ts';
import { resident } from '../modules/resident/index.ts';
import { results } from '../modules/results/index.ts';
import { survey } from '../modules/survey/index.ts';
import { records, renderJob } from '../modules/records/index.ts';
import { translator } from '../lang.ts';
import type { Batch } from '../platform/jobs/batches.ts';
import type { JobHandler } from '../platform/jobs/jobs.ts';
import type { Mailer } from '../platform/mail/mailer.ts';
import type { Vault } from '../platform/vault/vault.ts';
import type { Module } from '../platform/module.ts';
import { sealedDrafts } from '../platform/http/drafts.ts';
import { said as platformSaid } from '../platform/said.ts';
import type { SealedStore } from '../platform/vault/stores.ts';

/** Every module of the house: the only list of them. */
export const modules: readonly Module[] = [
  access,
  accessibility,
  operations,
  records,
  agenda,
  people,
  privacy,
  inspections,
  needs,
  directory,
  hsds,
  programmes,
  guidance,
  casework,
  plans,
  survey,
  population,
  resources,
  results,
  diagnosis,
  deinstitutionalisation,
  resident,
  visibility,
  desk,
];

export const commands = modules.flatMap((module) => module.commands);
export const queries = modules.flatMap((module) => module.queries);
export const routes = modules.flatMap((module) => module.routes);
/** Where sealed values are kept. */
export const sealedStores: readonly SealedStore[] = [
  sealedDrafts,
  ...modules.flatMap((module) => module.sealed ?? []),
];

/** What the system does by itself once a day in every centre. */
export const daily = modules.flatMap((module) => module.daily ?? []);

const words = new Map(modules.flatMap((module) => Object.entries(module.words)));

/** What is announced when a command is done, by its name. */
export const doneWordsOf = (name: string): string | undefined => words.get(name)?.done;

/** Every sentence that a resident can meet, in the language of the page. */
export const translate = translator([...platformSaid, ...modules.flatMap((module) => module.said ?? [])]);

/** Title of a command or query by its name; an unnamed one shows its name. */
export const titleOf = (name: string): string => words.get(name)?.title ?? name;

/** What carries out the outbox; what writes to people outside does it by this mailer. */
export const jobHandlers = (mailer: Mailer, vault: Vault): readonly JobHandler[] => [
  renderJob,
  unmetJob,
  sendLinkJob(mailer, vault),
  noticeJob(mailer),
  openedJob(mailer),
];

/** What a process counts in memory and writes down once a minute. */
export const batches: readonly Batch[] = [searchBatch];
