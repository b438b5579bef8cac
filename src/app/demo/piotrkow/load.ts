import { dayInPoland } from '../../../platform/clock.ts';
import type { DatabaseAddress, Pool } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault/vault.ts';
import { readHomes } from '../casting.ts';
import { type Crew, loadAccounts } from '../load-accounts.ts';
import type { LoadedCentre } from '../load-centres.ts';
import type { Population } from '../population.ts';
import { openStage } from '../stage.ts';
import { loadPlanningCentre } from './centre.ts';
import { playRealRun, type RealRun } from './run.ts';

/** The centre of the real run with its people and what can be opened. */
export interface LoadedRun {
  readonly centre: LoadedCentre;
  readonly crew: Crew;
  readonly run: RealRun;
}

/** No resident has a case there: the centre only plans. */
const nobody: Population = { people: [], households: [], memberships: [], relations: [] };

/** Loads the real run into a database that has it not: the centre, its accounts, and ten months played until `now`. */
export async function loadRealRun(
  owner: Pool,
  address: DatabaseAddress,
  { seed, now, vault }: { seed: string; now: string; vault: Vault },
): Promise<LoadedRun> {
  const today = dayInPoland(now);
  const centre = await loadPlanningCentre(owner, today);
  const crew = await loadAccounts(owner, centre, today);
  const cast = { population: nobody, ids: [], homes: readHomes(nobody, today) };
  const stage = await openStage(address, { centre, crew, cast, instant: now, vault });
  try {
    return { centre, crew, run: await playRealRun(owner, stage, seed, now) };
  } finally {
    await stage.close();
  }
}
