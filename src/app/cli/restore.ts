import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { CannotLoad } from '../../platform/backup/load.ts';
import { BackupFault } from '../../platform/backup/sealed.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';
import { readBackup, told } from './backup.ts';
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

/** `npm run restore -- file`: fills an empty database with a backup, all of it or nothing. */
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
  const database = await openDatabase(config);
  try {
    const { header, sums } = await readBackup(file, database.address, keys, told);
    // The restored database knows the keys that sealed in it: a key that is missing is told now and not at a sign-in.
    await openVault(config, database.owner);
    const rows = Object.values(sums).reduce((sum, one) => sum + one, 0);
    console.log(words.done(rows, header.madeAt));
    console.log(words.next);
  } catch (error) {
    throw problemOf(error);
  } finally {
    await database.close();
  }
}
