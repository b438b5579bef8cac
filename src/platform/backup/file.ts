import { createReadStream, createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { migrate } from '../database/migrate.ts';
import { connectionOptions, type DatabaseAddress, openPool } from '../database/pool.ts';
import { dump, type Progress } from './dump.ts';
import type { Header, Sums } from './form.ts';
import { load, type Loaded, readHeader } from './load.ts';
import { opened, sealed } from './sealed.ts';

/** Keys of an installation by their identifiers; the first seals. */
export type Keys = ReadonlyMap<string, Buffer>;

/** Work with one plain connection of the owner, which ends with it. */
export async function withOwner<T>(
  address: DatabaseAddress,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connectionOptions(address, 'owner'));
  // A database that ends in the middle fails the copy; the event beside it must not end the server that makes it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Work with what a backup holds, opened and unpacked. @throws BackupFault when the file cannot be believed */
async function withContent<T>(
  file: string,
  keys: Keys,
  work: (content: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const plain = Readable.from(
    opened(createReadStream(file), (id) => keys.get(id)),
    { objectMode: false },
  );
  const unpacked = createGunzip();
  // What went wrong with the file is told by whoever reads the end of the pipe.
  const piping = pipeline(plain, unpacked).catch(() => undefined);
  try {
    return await work(unpacked);
  } catch (error) {
    throw plain.errored ?? error;
  } finally {
    unpacked.destroy();
    plain.destroy();
    await piping;
  }
}

/** When and by which release a backup was made. @throws BackupFault */
export const headerOf = async (file: string, keys: Keys): Promise<Header> =>
  await withContent(file, keys, readHeader);

/**
 * Fills an empty database, migrated to the release of the backup, from it.
 * @throws CannotLoad, BackupFault; nothing of it is then there
 */
export const readBackup = async (
  file: string,
  address: DatabaseAddress,
  keys: Keys,
  progress?: Progress,
): Promise<Loaded> =>
  await withContent(
    file,
    keys,
    async (content) => await withOwner(address, async (client) => await load(client, content, progress)),
  );

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

/** Another database of the same server. */
export const inDatabase = (address: DatabaseAddress, database: string): DatabaseAddress =>
  'socket' in address
    ? { ...address, database }
    : { url: Object.assign(new URL(address.url), { pathname: `/${database}` }).toString() };

const mayNot = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '42501';

/**
 * Work in a migrated, empty database made for it, which is dropped afterwards. Gives undefined when the account may not make
 * a database.
 */
export async function inScratch<T>(
  address: DatabaseAddress,
  work: (scratch: DatabaseAddress) => Promise<T>,
): Promise<T | undefined> {
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
      return await work(trial);
    } finally {
      await admin.query(`drop database if exists ${name} with (force)`);
    }
  });
}

/**
 * Restores a backup into a database made for it: rows are counted, foreign keys checked, audit chains walked. Gives undefined
 * when the account may not make a database.
 */
export const tryBackup = async (
  file: string,
  address: DatabaseAddress,
  keys: Keys,
): Promise<Loaded | undefined> =>
  await inScratch(address, async (trial) => await readBackup(file, trial, keys));
