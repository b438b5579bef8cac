import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CannotJoin, CannotLoad } from '../../platform/backup/load.ts';
import { BackupFault } from '../../platform/backup/sealed.ts';
import { openZip } from '../../platform/files/zip-archive.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';
import { arrive } from '../leave/arrive.ts';
import { countServers, findCentreId } from '../leave/db/centres.ts';
import { packCentre } from '../leave/pack.ts';
import { note } from './db/journal.ts';
import { keptTexts, openVault } from './keys.ts';
import { pl } from './pl.ts';

const words = pl.leave;
const { actor } = words;

/** `okienko export-centre <slug> <file.zip>`: everything of a centre in open formats, as one archive. */
export async function exportCentre(config: Config, [slug, given]: string[]): Promise<void> {
  if (slug === undefined || given === undefined)
    throw new StartupProblem('okienko.export.usage', words.usageExport);
  const file = path.resolve(given);
  if (existsSync(file)) throw new StartupProblem('okienko.export.there', words.there(file));
  const database = await openDatabase(config);
  const part = `${file}.part`;
  try {
    await openVault(config, database.owner);
    const centreId = await findCentreId(database.owner, slug);
    if (centreId === undefined) throw new StartupProblem('okienko.export.centre', words.noCentre(slug));
    await note(database.owner, centreId, { actor, action: words.leaves, kind: 'access', what: { slug } });
    const rows = await packCentre(
      { address: database.address, keys: keptTexts(config), centreId },
      async (archive) =>
        await pipeline(archive, createWriteStream(part, { mode: 0o600, flags: 'wx', flush: true })),
    ).catch((error: unknown) => {
      if (error instanceof Error && 'syscall' in error)
        throw new StartupProblem('okienko.export.failed', words.failed(file));
      throw error;
    });
    if (rows === undefined) throw new StartupProblem('okienko.export.rights', words.rights);
    renameSync(part, file);
    console.log(words.exported(slug, file, rows));
    console.log(words.careful);
  } finally {
    rmSync(part, { force: true });
    await database.close();
  }
}

const problemOf = (error: unknown): unknown => {
  if (error instanceof CannotLoad || error instanceof CannotJoin)
    return new StartupProblem(`okienko.import.${error.kind}`, words.cannot[error.kind]);
  if (error instanceof BackupFault)
    return new StartupProblem('okienko.import.changed', words.changed(error.message));
  return error;
};

/**
 * `okienko import-centre <file.zip>`: such an archive into this installation, sealed anew with its key; beside other centres
 * while no server works.
 */
export async function importCentre(config: Config, [given]: string[]): Promise<void> {
  if (given === undefined) throw new StartupProblem('okienko.import.usage', words.usageImport);
  const file = path.resolve(given);
  const archive = await openZip(file).catch(() => {
    throw new StartupProblem('okienko.import.file', words.noFile(file));
  });
  const database = await openDatabase(config);
  try {
    await openVault(config, database.owner);
    if ((await countServers(database.owner)) > 0)
      throw new StartupProblem('okienko.import.running', words.running);
    const came = await arrive(database.address, keptTexts(config), archive).catch((error: unknown) => {
      throw problemOf(error);
    });
    if (!came) throw new StartupProblem('okienko.import.rights', words.rights);
    const { rows, centre } = came;
    const what = { slug: centre.slug, rows };
    await note(database.owner, centre.id, { actor, action: words.arrives, kind: 'change', what });
    console.log(words.imported(centre.slug, rows));
  } finally {
    await database.close();
  }
}
