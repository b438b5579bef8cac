import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';
import { openVault } from './keys.ts';

/** Brings the schema forward, seals what an earlier release kept plain, and ends. */
export async function migrateOnly(config: Config): Promise<void> {
  const database = await openDatabase(config);
  try {
    await openVault(config, database.owner);
  } finally {
    await database.close();
  }
}
