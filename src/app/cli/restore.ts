import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { headerOf, readBackup } from '../../platform/backup/file.ts';
import { CannotLoad, lastOf } from '../../platform/backup/load.ts';
import { BackupFault } from '../../platform/backup/sealed.ts';
import { migrate, ownMigrations } from '../../platform/database/migrate.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';
import { told } from './backup.ts';
import { keptKeys, openVault, whereOf } from './keys.ts';
import { pl } from './pl.ts';

const words = pl.restore;

/** What stopped a restore, in words of its operator; anything else is given back as it is. */
function problemOf(error: unknown): unknown {
  if (error instanceof CannotLoad)
    return new StartupProblem(`okienko.restore.${error.kind}`, words[error.kind]);
  if (error instanceof BackupFault)
    return new StartupProblem(`okienko.restore.${error.kind}`, words.faults[error.kind]);
  return error;
}

/**
 * `npm run restore -- file`: fills an empty database with a backup, all of it or nothing. A backup of an earlier release
 * goes into the schema of that release, which is then brought forward.
 */
export async function restore(config: Config, [given]: string[]): Promise<void> {
  if (given === undefined) throw new StartupProblem('okienko.restore.usage', words.usage);
  const file = path.resolve(given);
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new StartupProblem('okienko.restore.file', words.noFile(file));
  }
  const keys = keptKeys(config);
  if (!keys) throw new StartupProblem('okienko.restore.key', words.noKey(whereOf(config)));
  try {
    const until = lastOf(await headerOf(file, keys), ownMigrations());
    const database = await openDatabase(config, until);
    try {
      const { header, sums } = await readBackup(file, database.address, keys, told);
      const brought = await migrate(database.owner);
      // The restored database knows the keys that sealed in it: a key that is missing is told now and not at a sign-in.
      await openVault(config, database.owner);
      const rows = Object.values(sums).reduce((sum, one) => sum + one, 0);
      console.log(words.done(rows, header.madeAt));
      if (brought.length > 0) console.log(words.brought(brought.length));
      console.log(words.next);
    } finally {
      await database.close();
    }
  } catch (error) {
    throw problemOf(error);
  }
}
