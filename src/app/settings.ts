import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { readScanner } from '../platform/files/scan.ts';
import { isLogAddress } from '../platform/operations/send-log.ts';
import { StartupProblem } from '../platform/startup-problem.ts';
import { readKeys } from '../platform/vault/vault.ts';
import { pl } from './pl-settings.ts';

/** One setting: its name in the environment, what the operator reads about it, and how its text becomes a value. */
interface Setting<T> {
  name: string;
  meaning: string;
  /** As the reference shows it. */
  standard: string;
  must: string;
  /** Of the text as typed; undefined: not set. */
  value: z.ZodType<T>;
  /** Never repeated on a screen or in a log. */
  secret?: true;
}

const { meanings, must, defaults } = pl;

const number = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.number().int().min(from).max(to));

const whole = (from: number, to: number, standard: number) =>
  z.union([z.undefined().transform(() => standard), number(from, to)]);

const maybe = (text: z.ZodType<string, string>) => z.union([z.undefined(), text]);

const filled = z.string().trim().min(1);

const flag = (standard: boolean) =>
  z.union([z.undefined().transform(() => standard), z.enum(['0', '1']).transform((text) => text === '1')]);

const isUrl =
  (...protocols: string[]) =>
  (text: string): boolean =>
    protocols.includes(URL.parse(text)?.protocol ?? '');

const isDatabase = (text: string): boolean =>
  // A socket of this machine has no host, which the URL standard does not know.
  /^postgres(ql)?:\/\/\/?\S+$/.test(text);

const isOrigin = (text: string): boolean =>
  isUrl('http:', 'https:')(text) && /^https?:\/\/[^/?#@\s]+\/?$/.test(text);

const listed = (text: string): string[] => text.split(',').map((one) => one.trim());
const proxyNames = ['loopback', 'linklocal', 'uniquelocal'];
const isProxy = (text: string): boolean => proxyNames.includes(text) || isIP(text.split('/')[0] ?? '') !== 0;
const isMail = (text: string): boolean => z.email().safeParse(text).success;
const mailOf = (text: string): string => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;

/** Only a provider on this very machine (a test) may be reached without TLS. */
const isIssuer = (text: string): boolean =>
  isUrl('https:')(text) || /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/.test(text);

const most = 9_999_999_999;

/** Whether the server makes backups itself: an hour of the day in Poland; null: it does not. */
const hour = z.union([z.undefined(), z.literal('off').transform(() => null), number(0, 23)]);

/** Every setting of the product, in the order of the reference. */
export const settings = {
  port: {
    name: 'PORT',
    meaning: meanings.port,
    standard: '`3000`',
    must: must.port,
    value: whole(0, 65_535, 3000),
  },
  host: {
    name: 'HOST',
    meaning: meanings.host,
    standard: '`127.0.0.1`',
    must: must.text,
    value: filled.default('127.0.0.1'),
  },
  dataFolder: {
    name: 'OKIENKO_DATA',
    meaning: meanings.dataFolder,
    standard: '`.okienko`',
    must: must.text,
    value: filled.default('.okienko'),
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    meaning: meanings.databaseUrl,
    standard: defaults.none,
    must: must.database,
    value: maybe(z.string().refine(isDatabase)),
    secret: true,
  },
  appDatabaseUrl: {
    name: 'DATABASE_APP_URL',
    meaning: meanings.appDatabaseUrl,
    standard: defaults.none,
    must: must.database,
    value: maybe(z.string().refine(isDatabase)),
    secret: true,
  },
  key: {
    name: 'OKIENKO_KEY',
    meaning: meanings.key,
    standard: defaults.none,
    must: must.key,
    value: maybe(z.string().refine((text) => readKeys(text) !== undefined)),
    secret: true,
  },
  demonstration: {
    name: 'OKIENKO_DEMO',
    meaning: meanings.demonstration,
    standard: '`1`',
    must: must.flag,
    value: flag(true),
  },
  home: {
    name: 'OKIENKO_URL',
    meaning: meanings.home,
    standard: '`http://HOST:PORT`',
    must: must.home,
    value: maybe(
      z
        .string()
        .refine(isOrigin)
        .transform((text) => text.replace(/\/$/, '')),
    ),
  },
  secure: {
    name: 'OKIENKO_SECURE',
    meaning: meanings.secure,
    standard: '`0`',
    must: must.flag,
    value: flag(false),
  },
  proxies: {
    name: 'OKIENKO_PROXIES',
    meaning: meanings.proxies,
    standard: '`loopback`',
    must: must.proxies,
    value: maybe(z.string().refine((text) => listed(text).every(isProxy))),
  },
  certificate: {
    name: 'OKIENKO_TLS_CERT',
    meaning: meanings.certificate,
    standard: defaults.none,
    must: must.text,
    value: maybe(filled),
  },
  smtp: {
    name: 'OKIENKO_SMTP',
    meaning: meanings.smtp,
    standard: defaults.none,
    must: must.smtp,
    value: maybe(z.string().refine(isUrl('smtp:', 'smtps:'))),
    secret: true,
  },
  mailFrom: {
    name: 'OKIENKO_MAIL_FROM',
    meaning: meanings.mailFrom,
    standard: defaults.none,
    must: must.from,
    value: maybe(z.string().refine((text) => isMail(mailOf(text)))),
  },
  alarmMail: {
    name: 'OKIENKO_ALARM_MAIL',
    meaning: meanings.alarmMail,
    standard: defaults.none,
    must: must.mails,
    value: maybe(z.string().refine((text) => listed(text).every(isMail))),
  },
  backupHour: {
    name: 'OKIENKO_BACKUP_HOUR',
    meaning: meanings.backupHour,
    standard: defaults.demo,
    must: must.hour,
    value: hour,
  },
  backupFolder: {
    name: 'OKIENKO_BACKUP_FOLDER',
    meaning: meanings.backupFolder,
    standard: '`OKIENKO_DATA/kopie`',
    must: must.text,
    value: maybe(filled),
  },
  backupKeep: {
    name: 'OKIENKO_BACKUP_KEEP',
    meaning: meanings.backupKeep,
    standard: '`14`',
    must: must.keep,
    value: whole(2, 1000, 14),
  },
  backupAlarmHours: {
    name: 'OKIENKO_BACKUP_ALARM_HOURS',
    meaning: meanings.backupAlarm,
    standard: '`26`',
    must: must.hours,
    value: whole(1, 1000, 26),
  },
  diskAlarmPercent: {
    name: 'OKIENKO_DISK_ALARM_PERCENT',
    meaning: meanings.diskAlarm,
    standard: '`10`',
    must: must.percent,
    value: whole(1, 90, 10),
  },
  metricsToken: {
    name: 'OKIENKO_METRICS_TOKEN',
    meaning: meanings.metricsToken,
    standard: defaults.none,
    must: must.token,
    value: maybe(z.string().regex(/^\S{24,}$/)),
    secret: true,
  },
  log: {
    name: 'OKIENKO_LOG',
    meaning: meanings.log,
    standard: '`events`',
    must: must.log,
    value: z.enum(['events', 'requests']).default('events'),
  },
  stopSeconds: {
    name: 'OKIENKO_STOP_SECONDS',
    meaning: meanings.stopSeconds,
    standard: '`25`',
    must: must.seconds,
    value: whole(1, 600, 25),
  },
  securityContact: {
    name: 'OKIENKO_SECURITY_CONTACT',
    meaning: meanings.securityContact,
    standard: defaults.none,
    must: must.contact,
    value: maybe(z.string().refine(isUrl('mailto:', 'https:', 'tel:'))),
  },
  logTo: {
    name: 'OKIENKO_LOG_TO',
    meaning: meanings.logTo,
    standard: defaults.none,
    must: must.logTo,
    value: maybe(z.string().refine(isLogAddress)),
  },
  logCa: {
    name: 'OKIENKO_LOG_CA',
    meaning: meanings.logCa,
    standard: defaults.none,
    must: must.file,
    value: maybe(z.string().refine((file) => existsSync(file))),
  },
  scanner: {
    name: 'OKIENKO_CLAMD',
    meaning: meanings.scanner,
    standard: defaults.none,
    must: must.scanner,
    value: maybe(z.string().refine((text) => readScanner(text) !== undefined)),
  },
  publicReads: {
    name: 'OKIENKO_PUBLIC_READS',
    meaning: meanings.publicReads,
    standard: '`1200`',
    must: must.count,
    value: whole(1, most, 1200),
  },
  publicWrites: {
    name: 'OKIENKO_PUBLIC_WRITES',
    meaning: meanings.publicWrites,
    standard: '`30`',
    must: must.count,
    value: whole(1, most, 30),
  },
  accountWrites: {
    name: 'OKIENKO_ACCOUNT_WRITES',
    meaning: meanings.accountWrites,
    standard: '`600`',
    must: must.count,
    value: whole(1, most, 600),
  },
  sessionHours: {
    name: 'OKIENKO_SESSION_HOURS',
    meaning: meanings.sessionHours,
    standard: '`10`',
    must: must.sessionHours,
    value: whole(1, 24, 10),
  },
  idleMinutes: {
    name: 'OKIENKO_IDLE_MINUTES',
    meaning: meanings.idleMinutes,
    standard: '`60`',
    must: must.idleMinutes,
    value: whole(5, 1440, 60),
  },
  proofMinutes: {
    name: 'OKIENKO_PROOF_MINUTES',
    meaning: meanings.proofMinutes,
    standard: '`15`',
    must: must.proofMinutes,
    value: whole(1, 1440, 15),
  },
  oidcIssuers: {
    name: 'OKIENKO_OIDC_ISSUERS',
    meaning: meanings.issuers,
    standard: defaults.issuers,
    must: must.issuers,
    value: maybe(z.string().refine((text) => listed(text).every(isIssuer))),
  },
} as const satisfies Record<string, Setting<unknown>>;

type Settings = typeof settings;
export type SettingValues = { [K in keyof Settings]: z.output<Settings[K]['value']> };

/** Names of the house's own tools (benchmarks, pictures of the handbook), which a server does not read. */
const toolNames = /^OKIENKO_(BENCH_\w+|LOOKS|MARKS|PICTURES|PROFILE)$/;

const problem = (words: string): StartupProblem => new StartupProblem('okienko.settings', words);

/** Letters in common from the start on: enough to guess what was meant. */
function similarTo(name: string, names: readonly string[]): string | undefined {
  const pairs = (text: string): Set<string> =>
    new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
  const own = pairs(name.replace('OKIENKO_', ''));
  const score = (other: string): number => {
    const theirs = pairs(other.replace('OKIENKO_', ''));
    return [...own].filter((pair) => theirs.has(pair)).length / Math.max(own.size, theirs.size);
  };
  return names.filter((other) => score(other) >= 0.4).sort((a, b) => score(b) - score(a))[0];
}

/**
 * Every setting of an environment, checked; an empty text counts as not set.
 * @throws StartupProblem naming the setting that is wrong or unknown, with what to do; a secret is not repeated
 */
export function readSettings(env: NodeJS.ProcessEnv): SettingValues {
  const entries = Object.entries(settings) as [keyof Settings, Setting<unknown>][];
  const names = entries.map(([, { name }]) => name);
  for (const name of Object.keys(env))
    if (name.startsWith('OKIENKO_') && !names.includes(name) && !toolNames.test(name))
      throw problem(pl.unknown(name, similarTo(name, names)));
  const values = entries.map(([key, { name, value, must, secret }]) => {
    const typed = env[name] || undefined;
    const read = value.safeParse(typed);
    if (!read.success) throw problem(pl.wrong(name, must, secret ? undefined : typed));
    return [key, read.data];
  });
  // The keys are those of the table, each with what its own schema gave.
  return Object.fromEntries(values) as SettingValues;
}

/**
 * What single settings cannot say of each other: asked before a server starts.
 * @throws StartupProblem
 */
export function checkTogether({ home, secure, smtp, mailFrom, alarmMail }: SettingValues): void {
  if (secure && !home?.startsWith('https:')) throw problem(pl.together.secureHome);
  if (!secure && home?.startsWith('https:')) throw problem(pl.together.homeSecure);
  if (smtp !== undefined && mailFrom === undefined) throw problem(pl.together.smtpFrom);
  if (alarmMail !== undefined && smtp === undefined) throw problem(pl.together.alarmSmtp);
}
