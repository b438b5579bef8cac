import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Keys } from '../../platform/backup/file.ts';
import { opened, sealed } from '../../platform/backup/sealed.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { exportKeptHours } from '../../modules/operations/index.ts';
import {
  type Asked,
  beginNext,
  elected,
  listExpired,
  listKept,
  noteEnd,
  noteProgress,
  noteRemoved,
} from './db/exports.ts';
import type { PackProgress } from './pack.ts';

/** Makes the archive of a centre; gives how many rows, undefined when the account may not make a database. */
export type Pack = (
  centreId: string,
  write: (archive: AsyncGenerator<Buffer>) => Promise<void>,
  progress: PackProgress,
) => Promise<number | undefined>;

export interface Exports {
  /** Makes what was asked for and removes what is over; resolves when it is done. */
  run(): Promise<void>;
  /** From now on by itself, every ten seconds. */
  begin(): void;
  stop(): Promise<void>;
}

const everyMs = 10_000;
const hourMs = 3_600_000;

const fileOf = (folder: string, id: string): string => path.join(folder, `${id}.zip.zamkniete`);

/** Why it failed: the code of the system or of the database, never what stood in a row. */
const reasonOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown';

/**
 * What lies sealed in this folder, opened piece by piece; undefined: it is not here.
 * @param name the id of an export
 */
export const keptExport =
  (folder: string, keys: () => Keys) =>
  (name: string): AsyncIterable<Uint8Array> | undefined => {
    const file = fileOf(folder, name);
    const known = keys();
    return existsSync(file) ? opened(createReadStream(file), (id) => known.get(id)) : undefined;
  };

/**
 * Makes the archives that were asked for on a page, one at a time, on whichever server is the first to take them. On the disk
 * they lie sealed with the key of the installation, for some days.
 */
export function startExports(
  { owner, pack, keys, clock }: { owner: Pool; pack: Pack; keys: () => Keys; clock: Clock },
  folder: string,
  report: (event: string, error?: unknown) => void,
): Exports {
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const make = async (asked: Asked): Promise<void> => {
    const file = fileOf(folder, asked.id);
    const part = `${file}.part`;
    let at = { done: 0, of: 0 };
    let told = 0;
    // A step is told once a second at most: hundreds of small tables are done in one.
    const telling = setInterval(() => {
      if (told === at.done) return;
      told = at.done;
      noteProgress(owner, asked, at).catch(() => undefined);
    }, 1000);
    try {
      const [current] = keys();
      if (!current) throw new Error('an export needs a key');
      const [keyId, key] = current;
      const hash = createHash('sha256');
      let bytes = 0;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const rows = await pack(
        asked.centreId,
        async (archive) => {
          async function* counted(): AsyncGenerator<Buffer> {
            for await (const piece of archive) {
              if (stopped) throw new Error('the server stops');
              hash.update(piece);
              bytes += piece.length;
              yield piece;
            }
          }
          await pipeline(
            counted(),
            (pieces: AsyncIterable<Buffer>) => sealed(pieces, { key, keyId }),
            createWriteStream(part, { mode: 0o600, flush: true }),
          );
        },
        (done, of) => {
          at = { done, of };
        },
      );
      if (rows === undefined) return await noteEnd(owner, asked, { now: clock.now(), error: 'createdb' });
      await rename(part, file);
      const now = clock.now();
      const expiresAt = new Date(Date.parse(now) + exportKeptHours * hourMs).toISOString();
      await noteEnd(owner, asked, { now, rows, bytes, sha256: hash.digest('hex'), expiresAt });
    } catch (error) {
      // A server that stops leaves it to the next one.
      if (stopped) return;
      report('export.failed', error);
      await noteEnd(owner, asked, { now: clock.now(), error: reasonOf(error) });
    } finally {
      clearInterval(telling);
      await rm(part, { force: true }).catch(() => undefined);
    }
  };

  /** What lies here and nobody may take any more: over, broken off, or of a database that was put back to an earlier day. */
  const clear = async (): Promise<void> => {
    const now = clock.now();
    const kept = new Set((await listKept(owner, now)).map((id) => path.basename(fileOf(folder, id))));
    for (const name of await readdir(folder).catch(() => []))
      if (!kept.has(name)) await rm(path.join(folder, name), { force: true });
    for (const gone of await listExpired(owner, now)) await noteRemoved(owner, gone, now);
  };

  const runAll = async (): Promise<void> =>
    await elected(owner, async () => {
      await clear();
      while (!stopped) {
        const next = await beginNext(owner, clock.now());
        if (!next) return;
        await make(next);
      }
    });

  const run = async (): Promise<void> => {
    running ??= runAll().finally(() => {
      running = undefined;
    });
    await running;
  };
  const quietly = (): void => void run().catch((error: unknown) => report('export.failed', error));

  return {
    run,
    begin() {
      timer ??= setInterval(quietly, everyMs).unref();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}
