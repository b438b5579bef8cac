import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { type Planned, plannedSchema, type Verdict } from '../domain/plan-import.ts';
import { type RegisterKey, registerKeys } from '../domain/pl-registers.ts';

export const countsSchema = z.object({
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  sum: z.number(),
  older: z.number(),
  outside: z.number(),
  refused: z.number(),
  flagged: z.number(),
});

export type Counts = Record<Verdict | 'flagged', number>;

/** A register file that waits to be taken over, or was. */
export type ImportRow = {
  id: string;
  register: RegisterKey;
  fileName: string;
  state: 'waiting' | 'done' | 'dropped';
  counts: Counts;
  rows: Planned[];
  createdAt: string;
  version: number;
};

const states = ['waiting', 'done', 'dropped'] as const;

export async function insertImport(
  tx: Db,
  by: { centreId: string; accountId: string; at: string },
  staged: { id: string; register: RegisterKey; fileName: string; counts: Counts; rows: readonly Planned[] },
): Promise<void> {
  await tx
    .insertInto('resource_import')
    .values({
      centre_id: by.centreId,
      id: staged.id,
      account_id: by.accountId,
      register: staged.register,
      file_name: staged.fileName,
      rows: sql<string>`${JSON.stringify(staged.rows)}::jsonb`,
      counts: sql<string>`${JSON.stringify(staged.counts)}::jsonb`,
      created_at: by.at,
    })
    .execute();
}

/** One import; undefined when this centre has none of that id. */
export async function findImport(
  db: Db,
  centreId: string,
  id: string,
  lock = false,
): Promise<ImportRow | undefined> {
  const query = db
    .selectFrom('resource_import')
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .select(['id', 'register', 'file_name', 'state', 'counts', 'rows', 'created_at', 'version']);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  const register = registerKeys.find((key) => key === row?.register);
  if (!row || !register) return undefined;
  return {
    id: row.id,
    register,
    fileName: row.file_name,
    state: states.find((one) => one === row.state) ?? 'dropped',
    counts: countsSchema.parse(row.counts),
    rows: z.array(plannedSchema).parse(row.rows ?? []),
    createdAt: new Date(row.created_at).toISOString(),
    version: row.version,
  };
}

/** Decides an import; its rows go. */
export async function decideImport(
  tx: Db,
  centreId: string,
  id: string,
  state: 'done' | 'dropped',
  at: string,
): Promise<void> {
  await tx
    .updateTable('resource_import')
    .set((set) => ({ state, rows: null, decided_at: at, version: set('version', '+', 1) }))
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}
