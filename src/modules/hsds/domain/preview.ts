import { z } from 'zod';
import type { Fault, FaultCode } from './check.ts';
import type { ImportPlan } from './plan-import.ts';

/** How many rows a preview tells; of more it says only how many there are. */
const shownRows = 1000;

const item = z.object({
  action: z.enum(['added', 'changed', 'unchanged']),
  id: z.string(),
  name: z.string(),
  line: z.number(),
  file: z.string().optional(),
  changes: z.array(z.string()),
});

const fault = z.object({
  code: z.custom<FaultCode>((value) => typeof value === 'string'),
  line: z.number().optional(),
  file: z.string().optional(),
  record: z.string().optional(),
  path: z.string().optional(),
  value: z.string().optional(),
  refused: z.boolean(),
});

/** What taking a file over does: in numbers, and row by row as far as a person reads. */
export const previewSchema = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  /** Records that are not taken. */
  refused: z.number(),
  /** Records that are taken, but not whole. */
  noted: z.number(),
  items: z.array(item),
  faults: z.array(fault),
});

export type Preview = z.infer<typeof previewSchema>;

const few = (changes: readonly string[]): string[] => changes.slice(0, 12);

/** A plan as a preview. */
export function previewOf(plan: ImportPlan, readFaults: readonly Fault[]): Preview {
  const faults = [...readFaults, ...plan.faults];
  const count = (action: string): number => plan.items.filter((one) => one.action === action).length;
  const refusedFirst = [...faults].sort(
    (a, b) => Number(b.refused) - Number(a.refused) || (a.line ?? 0) - (b.line ?? 0),
  );
  const order = { changed: 0, added: 1, unchanged: 2 };
  return {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: faults.filter((one) => one.refused).length,
    noted: faults.filter((one) => !one.refused).length,
    items: [...plan.items]
      .sort((a, b) => order[a.action] - order[b.action] || a.line - b.line)
      .slice(0, shownRows)
      .map((one) => ({ ...one, changes: few(one.changes) })),
    faults: refusedFirst.slice(0, shownRows).map((one) => ({ ...one })),
  };
}
