import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { dump, type Progress } from '../../platform/backup/dump.ts';
import type { Sums } from '../../platform/backup/form.ts';
import { load, type Loaded } from '../../platform/backup/load.ts';
import { opened, sealed } from '../../platform/backup/sealed.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { connectionOptions, type DatabaseAddress, openPool } from '../../platform/database/pool.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';
import { keptKeys, openVault, whereOf } from './keys.ts';
import { pl } from './pl.ts';

const words = pl.backup;

type Keys = ReadonlyMap<string, Buffer>;

/** Work with one plain connection of the owner, which ends with it. */
export async function withOwner<T>(
  address: DatabaseAddress,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connectionOptions(address, 'owner'));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Fills an empty, migrated database from a backup. @throws CannotLoad, BackupFault; nothing of it is then there */
export const readBackup = async (
  file: string,
  address: DatabaseAddress,
  keys: Keys,
  progress?: Progress,
): Promise<Loaded> =>
  await withOwner(address, async (client) => {
    const plain = Readable.from(
      opened(createReadStream(file), (id) => keys.get(id)),
      { objectMode: false },
    );
    const unpacked = createGunzip();
    // What went wrong with the file is told by whoever reads the end of the pipe.
    const piping = pipeline(plain, unpacked).catch(() => undefined);
    try {
      return await load(client, unpacked, progress);
    } catch (error) {
      throw plain.errored ?? error;
    } finally {
      unpacked.destroy();
      await piping;
    }
  });

/** Writes a backup of the whole database; the file is there only when it is whole. */
export const writeBackup = async (
  file: string,
  address: DatabaseAddress,
  keys: Keys,
  progress?: Progress,
): Promise<Sums> =>
  await withOwner(address, async (client) => {
    const [current] = keys;
    if (!current) throw new Error('a backup needs a key');
    const [keyId, key] = current;
    const part = `${file}.part`;
    let sums: Sums = {};
    async function* all(): AsyncGenerator<Buffer> {
      sums = yield* dump(client, new Date().toISOString(), progress);
    }
    try {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      await pipeline(
        all(),
        createGzip(),
        (packed: AsyncIterable<Buffer>) => sealed(packed, { key, keyId }),
        createWriteStream(part, { mode: 0o600, flush: true }),
      );
      renameSync(part, file);
      return sums;
    } finally {
      rmSync(part, { force: true });
    }
  });

const inDatabase = (address: DatabaseAddress, database: string): DatabaseAddress =>
  'socket' in address
    ? { ...address, database }
    : { url: Object.assign(new URL(address.url), { pathname: `/${database}` }).toString() };

const mayNot = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '42501';

/**
 * Restores a backup into a database made for it, which is dropped afterwards: rows are counted, foreign keys checked, audit
 * chains walked. Gives undefined when the account may not make a database.
 */
export async function tryBackup(
  file: string,
  address: DatabaseAddress,
  keys: Keys,
): Promise<Loaded | undefined> {
  const name = `okienko_trial_${process.pid}_${Date.now()}`;
  return await withOwner(address, async (admin) => {
    try {
      await admin.query(`create database ${name}`);
    } catch (error) {
      if (mayNot(error)) return undefined;
      throw error;
    }
    try {
      const trial = inDatabase(address, name);
      const owner = openPool(trial, 'owner', 1);
      try {
        await migrate(owner);
      } finally {
        await owner.end();
      }
      return await readBackup(file, trial, keys);
    } finally {
      await admin.query(`drop database if exists ${name} with (force)`);
    }
  });
}

const total = (sums: Sums): number => Object.values(sums).reduce((sum, one) => sum + one, 0);

/** A table of so many rows is worth a line while it is copied. */
const manyRows = 10_000;

/** A line for each large table. */
export const told: Progress = (table, rows) => {
  if (rows >= manyRows) console.log(words.table(table, rows));
};

/** `npm run backup [-- file]`: an encrypted copy of everything, proved by a trial restore. */
export async function backup(config: Config, [given]: string[]): Promise<void> {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '');
  const file = path.resolve(given ?? path.join(config.dataFolder, 'kopie', `okienko-${stamp}.kopia`));
  if (existsSync(file)) throw new StartupProblem('okienko.backup.there', words.there(file));
  const database = await openDatabase(config);
  try {
    await openVault(config, database.owner);
    const keys = keptKeys(config);
    if (!keys) throw new Error('the vault was opened without keys');
    const sums = await writeBackup(file, database.address, keys, told).catch((error: unknown) => {
      if (error instanceof Error && 'syscall' in error)
        throw new StartupProblem('okienko.backup.failed', words.failed(file));
      throw error;
    });
    const size = `${(statSync(file).size / 1e6).toFixed(1).replace('.', ',')} MB`;
    console.log(words.made(file, size, total(sums), Object.keys(sums).length));
    console.log(words.trying);
    const tried = await tryBackup(file, database.address, keys);
    console.log(tried ? words.tried(total(tried.sums), tried.centres) : words.noTrial);
    console.log(words.key(whereOf(config)));
  } finally {
    await database.close();
  }
}
