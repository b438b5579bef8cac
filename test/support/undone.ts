import type pg from 'pg';
import type { Pool } from '../../src/platform/database/pool.ts';

/**
 * Makes every transaction of a pool end in a rollback that says COMMIT: each try of a test then meets the rows as they
 * were arranged, whatever the tries before it did. Connections opened before the call are not touched: call it first.
 */
export function undoing(pool: Pool): { from(): void } {
  let begun = false;
  pool.on('connect', (client) => {
    // The driver's method has many forms; the one that the transaction uses is a text alone.
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<pg.QueryResult>;
    const instead = async (...args: unknown[]): Promise<pg.QueryResult> => {
      if (!begun || args[0] !== 'commit') return await query(...args);
      return { ...(await query('rollback')), command: 'COMMIT' };
    };
    Object.assign(client, {
      query: (...args: unknown[]) => (args[0] === 'commit' ? instead(...args) : query(...args)),
    });
  });
  return {
    from() {
      begun = true;
    },
  };
}
