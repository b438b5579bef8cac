import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { type Statement, statementSchema } from '../domain/statement.ts';

export interface KeptStatement {
  statement: Statement;
  version: number;
}

/** What the centre says of its accessibility; nothing yet is an empty statement of version 0. */
export async function findStatement(db: Db, centreId: string): Promise<KeptStatement> {
  const row = await db
    .selectFrom('accessibility_statement')
    .select(['content', 'version'])
    .where('centre_id', '=', centreId)
    .executeTakeFirst();
  return row
    ? { statement: statementSchema.parse(row.content), version: row.version }
    : { statement: {}, version: 0 };
}

/** Keeps the statement; its version grows by one. */
export async function saveStatement(
  tx: Db,
  centreId: string,
  statement: Statement,
  by: { accountId: string; at: string },
): Promise<void> {
  const content = sql<string>`${JSON.stringify(statement)}::jsonb`;
  await tx
    .insertInto('accessibility_statement')
    .values({ centre_id: centreId, content, saved_by: by.accountId, saved_at: by.at })
    .onConflict((conflict) =>
      conflict.column('centre_id').doUpdateSet({
        content,
        saved_by: by.accountId,
        saved_at: by.at,
        version: sql`accessibility_statement.version + 1`,
      }),
    )
    .execute();
}
