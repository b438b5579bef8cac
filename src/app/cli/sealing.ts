import type { Pool } from '../../platform/database/pool.ts';
import { inTransaction } from '../../platform/database/tenant.ts';
import type { SealedStore } from '../../platform/vault/stores.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { alone, leftUnder, listCentreIds, markWhole, validateSealed } from './db/sealed-values.ts';

/** Rows of one transaction: what a killed process does again at most. */
const batch = 500;

/** Told after every batch: the store, and how many rows of it are done so far. */
export type SealingProgress = (store: string, done: number) => void;

/**
 * Seals with today's key whatever is plain or was sealed with another one, centre by centre, in batches. A run that broke
 * off is gone on with by the next one: what is done is told from what is not by the value itself.
 */
async function sealEverything(
  owner: Pool,
  vault: Vault,
  stores: readonly SealedStore[],
  progress: SealingProgress,
): Promise<void> {
  const centres = await listCentreIds(owner);
  for (const { name, reseal } of stores) {
    let done = 0;
    for (const centreId of centres)
      for (;;) {
        const now = await inTransaction(owner, centreId, (tx) => reseal(tx, { centreId, vault }, batch));
        if (now === 0) break;
        done += now;
        progress(name, done);
      }
  }
}

/**
 * Makes sure that everything is sealed with today's key, looks through every column for values that are not, and writes
 * down that there are none.
 * @param whole done once nothing is left, before that is written down: what must not be missed when the process dies there
 * @returns the columns that still hold values under another key: none, unless they were written at this very moment
 */
export const sealWhole = async (
  owner: Pool,
  vault: Vault,
  stores: readonly SealedStore[],
  progress: SealingProgress = () => undefined,
  whole: () => Promise<void> = () => Promise.resolve(),
): Promise<string[]> =>
  await alone(owner, async () => {
    await sealEverything(owner, vault, stores, progress);
    await validateSealed(owner);
    const left = await leftUnder(owner, vault.keyId);
    if (left.length > 0) return left;
    await whole();
    await markWhole(owner, vault.keyId);
    return left;
  });
