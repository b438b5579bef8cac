import type { Db } from '../../../platform/database/tenant.ts';

interface Turn<Row, Result> {
  rows: Row[];
  ran: Promise<readonly Result[]>;
}

/**
 * One statement for all the rows that one turn of the loop brings in one transaction: sheets that share a group commit
 * (platform/runner/group-commit.ts) are read and written together. `run` answers in the order of its rows.
 */
export function gathered<Row, Result>(
  run: (tx: Db, rows: readonly Row[]) => Promise<readonly Result[]>,
): (tx: Db, row: Row) => Promise<Result | undefined> {
  const turns = new WeakMap<Db, Turn<Row, Result>>();
  return async (tx, row) => {
    const turn = turns.get(tx);
    if (turn) {
      const at = turn.rows.push(row) - 1;
      return (await turn.ran)[at];
    }
    const rows = [row];
    const ran = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
      turns.delete(tx);
      return await run(tx, rows);
    });
    turns.set(tx, { rows, ran });
    return (await ran)[0];
  };
}
