import type { OpenDatabase } from '../src/app/database.ts';
import { openVault } from '../src/app/cli/keys.ts';
import type { Vault } from '../src/platform/vault/vault.ts';
import { readConfig } from '../src/app/config.ts';
import { ensureDemonstration } from '../src/app/demo/demonstration.ts';
import { arrangeWorkers, openFolder, scratchFolder, type Worker } from './house.ts';
import { type Running, startOkienko } from './processes.ts';

/** The product serving a demonstration of some size, with workers of its largest centre who are signed in. */
export interface Served {
  database: OpenDatabase;
  server: Running;
  centre: { id: string; slug: string; people: number };
  workers: Worker[];
  /** Opens what the demonstration has sealed. */
  vault: Vault;
  /** How many people the whole demonstration has. */
  size: number;
  close(): Promise<void>;
}

/** Loads a demonstration into a folder of its own and serves it; `more` adds rows before the server starts. */
export async function serveDemonstration(
  size: number,
  workerCount: number,
  more: (database: OpenDatabase, centreId: string, workers: readonly Worker[]) => Promise<void> = async () =>
    undefined,
): Promise<Served> {
  const { folder, remove } = scratchFolder();
  const database = await openFolder(folder);
  try {
    const vault = await openVault(readConfig({ OKIENKO_DATA: folder }), database.owner);
    await ensureDemonstration(database.owner, database.address, {
      now: new Date().toISOString(),
      vault,
      size,
    });
    const { rows } = await database.owner.query<Served['centre']>(
      `select c.id, c.slug, (select count(*)::int from person p where p.centre_id = c.id) as people
       from centre c order by people desc limit 1`,
    );
    const [centre] = rows;
    if (!centre) throw new Error('the demonstration has centres');
    const workers = await arrangeWorkers(database.owner, centre.id, workerCount);
    await more(database, centre.id, workers);
    await database.owner.query('vacuum analyze');
    const server = await startOkienko(folder, { OKIENKO_DEMO: '1' });
    return {
      database,
      server,
      centre,
      workers,
      vault,
      size,
      async close() {
        await server.stop();
        await database.close();
        remove();
      },
    };
  } catch (error) {
    await database.close();
    remove();
    throw error;
  }
}
