import { parseArgs } from 'node:util';
import { systemClock } from '../../platform/clock.ts';
import { keepEmbedded } from '../../platform/database/kept-alive.ts';
import { logAlsoTo, writeLog } from '../../platform/log-line.ts';
import { sendLog } from '../../platform/operations/send-log.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import { type Config, exportFolderOf, homeOf, issuersOf, mailSettings, sessionLengths } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../database.ts';
import { personasByCentre, standingOf } from '../demo/db/standing.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { buildHouse, type House } from '../house.ts';
import { keptExport } from '../leave/server.ts';
import { operate, type Operated, version } from '../operate.ts';
import { checkTogether, type SettingValues } from '../settings.ts';
import { checkAddress, listenProblem } from './listening.ts';
import { keptKeys, keptTexts, openVault, watchedVault } from './keys.ts';
import { pl } from './pl.ts';

const largest = 100_000;

/** The size of the demonstration, from `--size`. */
function sizeOf(args: string[]): number | undefined {
  const { size } = parseArgs({ args, options: { size: { type: 'string' } }, strict: false }).values;
  if (size === undefined) return undefined;
  const people = Number(size);
  if (!Number.isInteger(people) || people < 1 || people > largest)
    throw new StartupProblem('okienko.size', pl.start.size);
  return people;
}

/** Loads the demonstration into an empty database, or makes sure that its door is not there. */
async function prepare(
  config: Config,
  { owner, address }: OpenDatabase,
  vault: Vault,
  size: number | undefined,
): Promise<void> {
  if (!config.demonstration) {
    const standing = await standingOf(owner);
    if (standing === 'whole' || standing === 'half')
      throw new StartupProblem('okienko.demo.present', pl.start.demonstrationThere);
    return;
  }
  // The facts and scripts of the demonstration are a third of the program: read only when they are needed.
  const standing = await standingOf(owner);
  if (standing === 'whole' || standing === 'real') return;
  const { ensureDemonstration } = await import('../demo/demonstration.ts');
  const now = systemClock.now();
  await ensureDemonstration(owner, address, { now, vault, report: console.log, ...(size ? { size } : {}) });
}

/** Says where the product is and who may be played, grouped by centre. */
async function announce(config: Config, { owner, pool }: OpenDatabase): Promise<void> {
  const url = `http://${config.host}:${config.port}`;
  console.log(pl.start.address(url));
  const centres = await personasByCentre(pool);
  if (centres.length > 0) console.log(pl.start.accounts);
  for (const { name, slug, personas } of centres) {
    console.log(pl.start.centre(name, `${url}/${slug}/logowanie`));
    for (const one of personas) console.log(pl.start.persona(one.name, one.position, one.persona));
  }
  if ((await standingOf(owner)) === 'empty') console.log(pl.start.empty);
  console.log(pl.start.stop);
}

/** What happens to the process and its database while people work. */
const report = (event: string, error?: unknown, more: Record<string, unknown> = {}): void => {
  const said = error instanceof Error ? { error: error.stack } : {};
  writeLog(systemClock.now(), { event, ...more, ...said });
};

/** After the last connection was cut, so long for the flush of what was counted and the end of the database. */
const lastWordsMs = 5000;

/** Starts everything and serves until it is told to stop. The marks are for `npm run bench -- start`. */
export async function start(config: SettingValues, args: string[]): Promise<void> {
  performance.mark('okienko.program');
  const size = sizeOf(args);
  checkTogether(config);
  await checkAddress(config);
  const sender = config.logTo === undefined ? undefined : sendLog(config.logTo, systemClock, config.logCa);
  if (sender) logAlsoTo(sender.send);
  const database = await openDatabase(config, undefined, (folder) => keepEmbedded(folder, report));
  let house: House | undefined;
  let stopping = false;
  let operated: Operated | undefined;
  const stop = async (signal: string): Promise<void> => {
    stopping = true;
    report('stopping', undefined, { signal });
    if (!house) {
      await database.halt();
      process.exit(0);
    }
    // Requests under way are finished, but nobody waits for ever: then their connections are cut, and at last the process.
    const { server } = house;
    const cut = config.stopSeconds * 1000;
    setTimeout(() => server.server.closeAllConnections(), cut).unref();
    setTimeout(() => {
      report('stop.forced');
      process.exit(1);
    }, cut + lastWordsMs).unref();
    await server.close();
    await operated?.stop();
    await database.close();
    report('stopped');
    await sender?.close();
    process.exit(0);
  };
  // A read that nobody waits for any more, because another one of the same page failed first, ends nobody's work: what
  // is true stands in the database, and each request is answered by itself.
  process.on('unhandledRejection', (reason) => report('process.unhandled', reason));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
  try {
    const vault = watchedVault(config, await openVault(config, database.owner));
    await prepare(config, database, vault, size);
    const { secure, proxies, publicReads, publicWrites, accountWrites, port, host } = config;
    const built = await buildHouse(database.pool, systemClock, {
      secure,
      proxies,
      publicReads,
      publicWrites,
      accountWrites,
      vault,
      mail: mailSettings(config),
      home: homeOf(config),
      issuers: issuersOf(config),
      sessions: sessionLengths(config),
      securityContact: config.securityContact,
      scanner: config.scanner,
      keptFile: keptExport(exportFolderOf(config), () => keptKeys(config) ?? new Map()),
    });
    operated = operate(
      built.server,
      config,
      {
        database,
        keys: () => keptKeys(config) ?? new Map(),
        keyTexts: () => keptTexts(config),
        clock: systemClock,
      },
      report,
    );
    await built.server.listen({ port, host });
    performance.mark('okienko.listening');
    house = built;
  } catch (error) {
    // Stopped in the middle of loading: what broke off is told anew by the next start, and `stop` ends the process.
    if (stopping) return;
    await database.close();
    throw listenProblem(error, config);
  }
  // It serves already: a database that is away at this very moment must not end it.
  await announce(config, database).catch((error: unknown) => report('started.unannounced', error));
  // What waits in the outbox (the letters of a fresh demonstration) is carried out while people already work.
  house.jobs.wake();
  house.daily.begin();
  operated.begin();
  report('started', undefined, { version, pid: process.pid, port: config.port });
}
