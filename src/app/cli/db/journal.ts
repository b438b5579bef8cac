import type { Pool } from '../../../platform/database/pool.ts';
import { inTransaction } from '../../../platform/database/tenant.ts';
import { appendAudit } from '../../../platform/runner/audit.ts';

/** Writes into one centre's journal what was done to it from the command line: nobody's account, whoever holds the server. */
export async function note(
  owner: Pool,
  centreId: string,
  entry: { actor: string; action: string; kind: 'change' | 'access'; what: Record<string, unknown> },
): Promise<void> {
  await inTransaction(
    owner,
    centreId,
    async () => await Promise.resolve(),
    async (send) => await appendAudit(send, [{ accountId: null, ...entry }]),
  );
}
