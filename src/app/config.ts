import path from 'node:path';
import type { MailSettings } from '../platform/mail/mailer.ts';
import { projectRoot } from '../platform/root.ts';

/** Ten changes a second for a whole minute: no person works so fast, and no script of a stolen session goes faster. */
export const generousWrites = 600;

/** Twenty pages a second for a whole minute from one address of the network: a library full of people, not a robot. */
export const generousReads = 1200;

/** Settings of one running process, from the environment; every one has a default. */
export interface Config {
  port: number;
  host: string;
  /** Where the embedded database lives; unused with `databaseUrl`. */
  dataFolder: string;
  databaseUrl: string | undefined;
  /** Loads the demonstration into an empty database and opens its one-click door. */
  demonstration: boolean;
  /** The keys that seal secrets, instead of the key file in the data folder. */
  key?: string | undefined;
  /** Behind TLS: cookies are marked Secure and the proxy's headers are believed. */
  secure: boolean;
  /** Whose headers are believed: addresses of the proxies, `loopback` (default) or `uniquelocal`, by commas. */
  proxies?: string | undefined;
  /** How many forms one address may send in a minute without an account. */
  publicWrites: number;
  /** The centre's mail server (`smtps://...`); without it messages are filed in the data folder's `poczta/`. */
  smtp?: string | undefined;
  /** Who messages come from. */
  mailFrom?: string | undefined;
  /** The address under which the world reaches this server. */
  home?: string | undefined;
  /** How many changes one account may send in a minute. */
  accountWrites?: number;
  /** Pages one address may read without an account in a minute. */
  publicReads?: number;
}

/** Reads PORT, HOST, OKIENKO_DATA, DATABASE_URL, OKIENKO_DEMO (off: `0`), OKIENKO_KEY, OKIENKO_SECURE (`1`), OKIENKO_PROXIES, OKIENKO_SMTP, OKIENKO_MAIL_FROM, OKIENKO_URL, OKIENKO_PUBLIC_READS, OKIENKO_PUBLIC_WRITES and OKIENKO_ACCOUNT_WRITES. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    port: Number(env['PORT'] ?? 3000),
    host: env['HOST'] ?? '127.0.0.1',
    dataFolder: path.resolve(projectRoot, env['OKIENKO_DATA'] ?? '.okienko'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    demonstration: env['OKIENKO_DEMO'] !== '0',
    key: env['OKIENKO_KEY'] || undefined,
    secure: env['OKIENKO_SECURE'] === '1',
    proxies: env['OKIENKO_PROXIES'] || undefined,
    smtp: env['OKIENKO_SMTP'] || undefined,
    mailFrom: env['OKIENKO_MAIL_FROM'] || undefined,
    home: env['OKIENKO_URL'] || undefined,
    publicReads: Number(env['OKIENKO_PUBLIC_READS'] ?? generousReads),
    publicWrites: Number(env['OKIENKO_PUBLIC_WRITES'] ?? 30),
    accountWrites: Number(env['OKIENKO_ACCOUNT_WRITES'] ?? generousWrites),
  };
}

/** How messages leave this process, and where their links lead. */
export const mailSettings = (config: Config): MailSettings => ({
  smtp: config.smtp,
  from: config.mailFrom ?? 'Okienko <okienko@localhost>',
  folder: path.join(config.dataFolder, 'poczta'),
  home: config.home ?? `http://${config.host}:${config.port}`,
});
