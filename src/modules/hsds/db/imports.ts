import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { type Preview, previewSchema } from '../domain/preview.ts';

export const importStates = ['waiting', 'done', 'dropped'] as const;
export type ImportState = (typeof importStates)[number];

/** A file that waits to be taken over, or was. */
export interface ImportRow {
  id: string;
  fileName: string;
  sourceSystem: string;
  state: ImportState;
  preview: Preview;
  createdAt: string;
  by: string;
  version: number;
}

const columns = [
  'exchange_import.id',
  'exchange_import.file_name',
  'exchange_import.source_system',
  'exchange_import.state',
  'exchange_import.preview',
  'exchange_import.created_at',
  'exchange_import.version',
] as const;

const selectImports = (db: Db, centreId: string) =>
  db
    .selectFrom('exchange_import')
    .innerJoin('account', (join) =>
      join
        .onRef('account.centre_id', '=', 'exchange_import.centre_id')
        .onRef('account.id', '=', 'exchange_import.account_id'),
    )
    .select([...columns, 'account.name as by'])
    .where('exchange_import.centre_id', '=', centreId);

type Row = Awaited<ReturnType<ReturnType<typeof selectImports>['execute']>>[number];

const importOf = (row: Row): ImportRow => ({
  id: row.id,
  fileName: row.file_name,
  sourceSystem: row.source_system,
  state: importStates.find((one) => one === row.state) ?? 'dropped',
  preview: previewSchema.parse(row.preview),
  createdAt: new Date(row.created_at).toISOString(),
  by: row.by,
  version: row.version,
});

/** One import; undefined when this centre has none of that id. */
export async function findImport(db: Db, centreId: string, id: string): Promise<ImportRow | undefined> {
  const row = await selectImports(db, centreId).where('exchange_import.id', '=', id).executeTakeFirst();
  return row && importOf(row);
}

/** The latest imports, newest first. */
export async function listImports(db: Db, centreId: string): Promise<ImportRow[]> {
  const rows = await selectImports(db, centreId)
    .orderBy('exchange_import.created_at', 'desc')
    .orderBy('exchange_import.id', 'desc')
    .limit(20)
    .execute();
  return rows.map(importOf);
}

/** A waiting import with its content, locked until the transaction ends. */
export async function lockImport(
  tx: Db,
  centreId: string,
  id: string,
): Promise<
  | {
      id: string;
      fileName: string;
      sourceSystem: string;
      state: string;
      content: Uint8Array | null;
      version: number;
    }
  | undefined
> {
  const row = await tx
    .selectFrom('exchange_import')
    .select(['id', 'file_name', 'source_system', 'state', 'content', 'version'])
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      fileName: row.file_name,
      sourceSystem: row.source_system,
      state: row.state,
      content: row.content,
      version: row.version,
    }
  );
}

const json = (value: unknown) => sql<string>`${JSON.stringify(value)}::jsonb`;

/** Keeps a sent file until it is decided; one that waited longer than a week is dropped. */
export async function insertImport(
  tx: Db,
  centreId: string,
  row: {
    id: string;
    accountId: string;
    fileName: string;
    sourceSystem: string;
    content: Uint8Array;
    preview: Preview;
    at: string;
  },
): Promise<void> {
  await tx
    .updateTable('exchange_import')
    .set({ state: 'dropped', content: null, decided_at: row.at })
    .where('centre_id', '=', centreId)
    .where('state', '=', 'waiting')
    .where(sql<boolean>`created_at < ${row.at}::timestamptz - interval '7 days'`)
    .execute();
  await tx
    .insertInto('exchange_import')
    .values({
      centre_id: centreId,
      id: row.id,
      account_id: row.accountId,
      file_name: row.fileName,
      source_system: row.sourceSystem,
      content: Buffer.from(row.content),
      preview: json(row.preview),
      created_at: row.at,
    })
    .execute();
}

/** Writes down how an import ended; its content is not kept any longer. */
export async function endImport(
  tx: Db,
  centreId: string,
  id: string,
  end: { state: 'done' | 'dropped'; preview?: Preview; at: string },
): Promise<void> {
  await tx
    .updateTable('exchange_import')
    .set((set) => ({
      state: end.state,
      content: null,
      decided_at: end.at,
      version: set('version', '+', 1),
      ...(end.preview ? { preview: json(end.preview) } : {}),
    }))
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}
