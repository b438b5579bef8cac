import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Progress } from '../../platform/backup/dump.ts';
import { tryBackup, writeBackup } from '../../platform/backup/file.ts';
import type { Sums } from '../../platform/backup/form.ts';
import { systemClock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { StartupProblem } from '../../platform/startup-problem.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';
import { keptKeys, openVault, whereOf } from './keys.ts';
import { pl } from './pl.ts';

const words = pl.backup;

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
  const began = systemClock.now();
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
    await database.owner.query(
      `insert into backup_run (id, source, asked_at, began_at, ended_at, file, bytes, row_count, verified)
       values ($1, 'command', $2, $2, $3, $4, $5, $6, $7)`,
      [newId(), began, systemClock.now(), file, statSync(file).size, total(sums), tried !== undefined],
    );
    console.log(tried ? words.tried(total(tried.sums), tried.centres) : words.noTrial);
    console.log(words.key(whereOf(config)));
  } finally {
    await database.close();
  }
}
