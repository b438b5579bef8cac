import path from 'node:path';
import { type SessionLengths, usualLengths } from '../modules/access/index.ts';
import type { MailSettings } from '../platform/mail/mailer.ts';
import { projectRoot } from '../platform/root.ts';
import { readSettings, settings, type SettingValues } from './settings.ts';

/** Ten changes a second for a whole minute: no person works so fast, and no script of a stolen session goes faster. */
export const generousWrites = settings.accountWrites.value.parse(undefined);

/** Twenty pages a second for a whole minute from one address of the network: a library full of people, not a robot. */
export const generousReads = settings.publicReads.value.parse(undefined);

type Needed = 'port' | 'host' | 'dataFolder' | 'databaseUrl' | 'demonstration' | 'secure' | 'publicWrites';

/** What every process is told; the rest of the settings (settings.ts) has defaults. */
export type Config = Pick<SettingValues, Needed> & Partial<Omit<SettingValues, Needed>>;

/**
 * The settings of this process, checked one by one, with folders as full paths.
 * @throws StartupProblem: one sentence that names the setting and what to do
 */
export function readConfig(env: NodeJS.ProcessEnv): SettingValues {
  const read = readSettings(env);
  const dataFolder = path.resolve(projectRoot, read.dataFolder);
  return {
    ...read,
    dataFolder,
    backupFolder: path.resolve(dataFolder, read.backupFolder ?? 'kopie'),
  };
}

/** The address under which the world reaches this server. Browsers make passkeys for names, never for 127.0.0.1. */
export const homeOf = ({ home, port }: Config): string =>
  (home ?? `http://localhost:${port}`).replace(/\/+$/, '');

/** Other systems that this server may speak to when somebody signs in; none: only our own doors. */
export const issuersOf = ({ oidcIssuers }: Config): string[] =>
  (oidcIssuers ?? '').split(',').flatMap((one) => one.trim() || []);

/** How long sessions last in this installation. */
export const sessionLengths = ({ sessionHours, idleMinutes, proofMinutes }: Config): SessionLengths => ({
  hours: sessionHours ?? usualLengths.hours,
  idleMinutes: idleMinutes ?? usualLengths.idleMinutes,
  freshMinutes: proofMinutes ?? usualLengths.freshMinutes,
});

/** How messages leave this process, and where their links lead. */
export const mailSettings = (config: Config): MailSettings => ({
  smtp: config.smtp,
  from: config.mailFrom ?? 'Okienko <okienko@localhost>',
  folder: path.join(config.dataFolder, 'poczta'),
  home: config.home ?? `http://${config.host}:${config.port}`,
});

/** Where archives of centres that leave lie, sealed, until they are fetched or their time is over. */
export const exportFolderOf = ({ dataFolder }: Config): string => path.join(dataFolder, 'komplety');
