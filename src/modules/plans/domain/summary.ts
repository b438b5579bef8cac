import { z } from 'zod';
import { type CountTable, suppressed } from '../../../statistics/index.ts';
import type { Finding } from '../../needs/index.ts';
import { planWords } from '../pl.ts';

/** Counts of plans, without anybody in them: what the summary of art. 46(1) is made of. */
export const tableKeys = ['states', 'events', 'areas', 'results', 'gminas'] as const;

export type TableKey = (typeof tableKeys)[number];

export const countTableSchema = z.object({
  key: z.enum(tableKeys),
  cells: z.array(z.object({ key: z.string(), count: z.number().nullable() })),
  total: z.number().nullable(),
});

export const summarySchema = z.object({
  coversFrom: z.string(),
  coversTo: z.string(),
  tables: z.array(countTableSchema),
});

export type Summary = z.infer<typeof summarySchema>;

/** What is counted of a plan; one row of the count per key. */
export interface Counted {
  table: TableKey;
  key: string;
  count: number;
}

/** Tables whose cells do not overlap have a sum; events and areas have none: one plan may stand in several. */
const summed: readonly TableKey[] = ['states', 'results', 'gminas'];

/** The counts as tables in a fixed order; a table without a row says zero of everything. */
export function summaryOf(
  counted: readonly Counted[],
  span: { coversFrom: string; coversTo: string },
): Summary {
  const tables = tableKeys.map((key) => {
    const cells = counted
      .filter((row) => row.table === key)
      .map((row) => ({ key: row.key, count: row.count }));
    const total = summed.includes(key) ? cells.reduce((sum, cell) => sum + cell.count, 0) : null;
    return { key, cells, total };
  });
  return { ...span, tables };
}

/** The summary as the community organiser gets it: nothing in it points at anybody (domain reference 2.5, 46(1)). */
export const anonymous = (summary: Summary): Summary => ({
  ...summary,
  tables: summary.tables.map((table) => {
    const hidden: CountTable = suppressed(table);
    return { key: table.key, cells: [...hidden.cells], total: hidden.total };
  }),
});

/** A number under five would point at a neighbour, and a finding is read more widely than the summary. */
const leastTold = 5;

/** What the plans say of the community: each area that at least five plans answer needs of. */
export const findingsOf = ({ coversFrom, coversTo, tables }: Summary, today: string): Finding[] =>
  (tables.find(({ key }) => key === 'areas')?.cells ?? []).flatMap(({ key, count }) =>
    count === null || count < leastTold || !/^\d+$/.test(key)
      ? []
      : [
          {
            foundOn: today,
            source: 'plan_summary',
            kind: 'need',
            area: Number(key),
            serviceKind: null,
            group: null,
            gmina: null,
            locality: null,
            scale: count,
            scaleIs: 'counted',
            significance: 'notable',
            conclusion: planWords.summaryFinding(count, coversFrom, coversTo),
          },
        ],
  );
