import { readFileSync } from 'node:fs';
import type { OpenDatabase } from '../src/app/database.ts';

/** Processor time of a process so far, in milliseconds (Linux counts in hundredths of a second). */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Processor time per request in microseconds: what the load of the machine does not move as it moves a rate. */
export interface Cost {
  node: number;
  postgres: number;
}

/** Measures what one request costs a server process and its database while `work` sends requests and counts them. */
export async function costOf(
  database: OpenDatabase,
  pid: number | undefined,
  work: () => Promise<number>,
): Promise<Cost> {
  const backends = async (): Promise<Map<number, number>> => {
    const { rows } = await database.owner.query<{ pid: number }>(
      `select pid from pg_stat_activity where backend_type = 'client backend'`,
    );
    return new Map(rows.map((row) => [row.pid, processorTime(row.pid)]));
  };
  const before = { node: processorTime(pid ?? process.pid), postgres: await backends() };
  const requests = await work();
  const after = { node: processorTime(pid ?? process.pid), postgres: await backends() };
  // A backend that came or went in between is left out of both sums.
  const postgres = [...after.postgres].reduce(
    (sum, [one, time]) => sum + time - (before.postgres.get(one) ?? time),
    0,
  );
  return { node: ((after.node - before.node) * 1000) / requests, postgres: (postgres * 1000) / requests };
}

export const costWords = ({ node, postgres }: Cost): string =>
  `${Math.round(node)} µs Node + ${Math.round(postgres)} µs PostgreSQL`;
