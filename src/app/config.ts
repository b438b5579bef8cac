import path from 'node:path';
import { projectRoot } from '../platform/root.ts';

/** Ten changes a second for a whole minute: no person works so fast, and no script of a stolen session goes faster. */
export const generousWrites = 600;

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
  /** How many forms one address may send in a minute without an account. */
  publicWrites: number;
  /** How many changes one account may send in a minute. */
  accountWrites?: number;
}

/** Reads PORT, HOST, OKIENKO_DATA, DATABASE_URL, OKIENKO_DEMO (off: `0`), OKIENKO_KEY, OKIENKO_SECURE (`1`), OKIENKO_PUBLIC_WRITES and OKIENKO_ACCOUNT_WRITES. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    port: Number(env['PORT'] ?? 3000),
    host: env['HOST'] ?? '127.0.0.1',
    dataFolder: path.resolve(projectRoot, env['OKIENKO_DATA'] ?? '.okienko'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    demonstration: env['OKIENKO_DEMO'] !== '0',
    key: env['OKIENKO_KEY'] || undefined,
    secure: env['OKIENKO_SECURE'] === '1',
    publicWrites: Number(env['OKIENKO_PUBLIC_WRITES'] ?? 30),
    accountWrites: Number(env['OKIENKO_ACCOUNT_WRITES'] ?? generousWrites),
  };
}
