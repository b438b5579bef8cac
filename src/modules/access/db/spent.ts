import { createHash } from 'node:crypto';
import type { Db } from '../../../platform/database/tenant.ts';

const hash = (proof: string): Buffer => createHash('sha256').update(proof).digest();

/**
 * Takes a proof that counts once (a challenge, a state); false: it was taken before. Kept until it would not be accepted
 * anyway; what is older is swept away.
 */
export async function spend(
  tx: Db,
  centreId: string,
  proof: string,
  { now, until }: { now: string; until: string },
): Promise<boolean> {
  await tx.deleteFrom('spent_proof').where('centre_id', '=', centreId).where('until', '<', now).execute();
  const taken = await tx
    .insertInto('spent_proof')
    .values({ centre_id: centreId, proof_hash: hash(proof), until })
    .onConflict((conflict) => conflict.columns(['centre_id', 'proof_hash']).doNothing())
    .returning('proof_hash')
    .executeTakeFirst();
  return taken !== undefined;
}
