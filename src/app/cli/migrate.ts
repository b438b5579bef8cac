import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';

/** Brings the schema forward and ends. */
export async function migrateOnly(config: Config): Promise<void> {
  const database = await openDatabase(config);
  await database.close();
}
