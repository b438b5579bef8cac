import type { Pool } from '../../../platform/database/pool.ts';
import { inTransaction } from '../../../platform/database/tenant.ts';
import { appendAudit } from '../../../platform/runner/audit.ts';

/** Writes into the centre's journal that everything of it was given out. @returns its id; undefined: there is no such centre */
export async function noteLeaving(
  owner: Pool,
  slug: string,
  by: { actor: string; action: string },
): Promise<string | undefined> {
  const { rows } = await owner.query<{ id: string }>('select id from centre where slug = $1', [slug]);
  const [centre] = rows;
  if (centre)
    await inTransaction(
      owner,
      centre.id,
      async () => await Promise.resolve(),
      async (send) => {
        const { actor, action } = by;
        await appendAudit(send, [{ accountId: null, actor, action, kind: 'access', what: { slug } }]);
      },
    );
  return centre?.id;
}
