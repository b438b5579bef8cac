import type { FastifyInstance } from 'fastify';
import { countingAtOnce, identification, proof, type SessionLengths } from '../modules/access/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Pool } from '../platform/database/pool.ts';
import { keptPages, tellingPages } from '../platform/http/kept-pages.ts';
import { createServer } from '../platform/http/server.ts';
import { closePdf } from '../platform/documents/pdf.ts';
import { clamd, readScanner } from '../platform/files/scan.ts';
import { newId } from '../platform/ids.ts';
import { startBatches } from '../platform/jobs/batches.ts';
import { type Daily, dailyRuns } from '../platform/jobs/daily.ts';
import { type Jobs, startJobs } from '../platform/jobs/jobs.ts';
import { tellElsewhere, writeLog } from '../platform/log-line.ts';
import { type MailSettings, openMailer } from '../platform/mail/mailer.ts';
import { createRunner, type Runner } from '../platform/runner/runner.ts';
import { watched } from '../platform/runner/watched.ts';
import { noVault, type Vault } from '../platform/vault/vault.ts';
import { generousReads, generousWrites, mailSettings, readConfig } from './config.ts';
import { assets } from './assets.ts';
import { frame, problemPage } from './frame.tsx';
import { batches, commands, daily, jobHandlers, queries, routes, titleOf, translate } from './modules.ts';
import { openapiDocument } from './openapi.ts';
import { securityPage } from './security-txt.ts';
import { startPages } from './start-page.tsx';

export interface House {
  runner: Runner;
  server: FastifyInstance;
  jobs: Jobs;
  /** Rests until it is begun: only a running server does by itself what is due every day. */
  daily: Daily;
}

/** Puts the house together on an open database: the runner, the routes, the frame. */
export async function buildHouse(
  pool: Pool,
  clock: Clock,
  options: {
    secure: boolean;
    proxies?: string | undefined;
    publicWrites: number;
    accountWrites?: number | undefined;
    publicReads?: number | undefined;
    vault?: Vault;
    mail?: MailSettings;
    /** The address under which the world reaches this server; without it nobody is asked for a passkey. */
    home?: string | undefined;
    /** Other systems that this server may speak to when somebody signs in. */
    issuers?: readonly string[];
    sessions?: SessionLengths;
    securityContact?: string | undefined;
    /** Where the scanner of files listens, as the setting says it. */
    scanner?: string | undefined;
    /** What the installation keeps sealed on its disk, by its name. */
    keptFile?: (name: string) => AsyncIterable<Uint8Array> | undefined;
  },
): Promise<House> {
  const scanner = readScanner(options.scanner ?? '');
  const { home, issuers } = options;
  const place = { ...(home ? { home } : {}), ...(issuers ? { issuers } : {}) };
  const who = identification(pool, clock, options.sessions);
  const kept = keptPages(clock);
  const runner = watched(
    tellingPages(countingAtOnce(createRunner(pool, clock, options.vault, place), who), kept),
    (event) => tellElsewhere(clock.now(), event),
  );
  const report = (fault: Record<string, unknown>): void => writeLog(clock.now(), fault);
  const reportJob = (error: unknown): void =>
    report({
      event: 'job.failed',
      incident: newId(),
      error: error instanceof Error ? error.stack : String(error),
    });
  const mailer = openMailer(options.mail ?? mailSettings(readConfig({})));
  const jobs = startJobs(pool, jobHandlers(mailer, options.vault ?? noVault), { report: reportJob });
  const everyDay = dailyRuns(pool, runner, clock, daily, reportJob);
  const counting = startBatches(pool, clock, batches, reportJob);
  runner.onMessages(jobs.wake);
  let openapi: ReturnType<typeof openapiDocument> | undefined;
  const server = await createServer({
    pool,
    runner,
    clock,
    vault: options.vault ?? noVault,
    routes,
    commands,
    queries,
    assets,
    // Made when it is first asked for: half of what a start would otherwise wait for.
    get openapi() {
      return (openapi ??= openapiDocument(commands, queries));
    },
    identify: who.identify,
    visitorOf: who.visitorOf,
    visitors: who.visitors,
    frame,
    titleOf,
    translate,
    problemPage,
    proof,
    place,
    report,
    secure: options.secure,
    proxies: options.proxies,
    keptFile: options.keptFile,
    ...(scanner ? { scan: clamd(scanner) } : {}),
    kept,
    publicReadsPerMinute: options.publicReads ?? generousReads,
    publicWritesPerMinute: options.publicWrites,
    accountWritesPerMinute: options.accountWrites ?? generousWrites,
  });
  startPages(server, who, options);
  securityPage(server, clock, { ...options, home: mailer.home });
  server.addHook('onClose', async () => {
    await Promise.all([jobs.stop(), everyDay.stop(), counting.stop()]);
    closePdf();
  });
  return { runner, server, jobs, daily: everyDay };
}
