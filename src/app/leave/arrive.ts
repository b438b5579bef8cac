import { Readable } from 'node:stream';
import { dump } from '../../platform/backup/dump.ts';
import { inScratch, withOwner } from '../../platform/backup/file.ts';
import { type Arriving, join } from '../../platform/backup/load.ts';
import { readOpenForm, textIn } from '../../platform/backup/open-form.ts';
import { BackupFault } from '../../platform/backup/sealed.ts';
import type { DatabaseAddress } from '../../platform/database/pool.ts';
import type { ZipArchive } from '../../platform/files/zip-archive.ts';
import { readKeys } from '../../platform/vault/vault.ts';
import { findOnlyCentre } from './db/centres.ts';
import { keyFile, sealAnew } from './pack.ts';

/**
 * Takes a centre in, beside others or alone: first into a database of its own, where its hashes, counts, sums, references and
 * chain are checked and its secrets are sealed with the key of this installation; from there all at once. Broken off at any
 * moment, nothing of it is here.
 * @param keys of this installation, today's first
 * @returns how many rows and whose; undefined: the account may not make a database
 * @throws BackupFault, CannotLoad, CannotJoin; nothing of it is here then
 */
export async function arrive(
  address: DatabaseAddress,
  keys: readonly string[],
  archive: ZipArchive,
): Promise<{ rows: number; centre: Arriving } | undefined> {
  const [travelled] = readKeys(await textIn(archive, keyFile)) ?? [];
  if (travelled === undefined) throw new BackupFault('form', `no ${keyFile}`);
  return await inScratch(address, async (scratch) => {
    const rows = await withOwner(scratch, async (client) => await readOpenForm(client, archive));
    await sealAnew(scratch, [...keys, travelled]);
    return await withOwner(scratch, async (from) => {
      const centre = await findOnlyCentre(from);
      if (!centre) throw new BackupFault('content', 'not one centre');
      const all = Readable.from(dump(from, new Date().toISOString(), undefined, centre.id));
      await withOwner(address, async (to) => await join(to, all, centre));
      return { rows, centre };
    });
  });
}
