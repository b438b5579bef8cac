import { Kysely, PostgresDialect } from 'kysely';
import { z } from 'zod';
import type { DB } from '../src/platform/database/generated/schema.ts';
import type { Pool } from '../src/platform/database/pool.ts';
import type { Db } from '../src/platform/database/tenant.ts';

/** The place of the value that differs from request to request. */
const varies = '$varies';

const statementSchema = z.object({ text: z.string(), values: z.array(z.unknown()) });

export type Statement = z.infer<typeof statementSchema>;

/** What the bare peer is told by its environment. */
export const statementsSchema = z.object({
  centreId: z.string(),
  authorId: z.string(),
  readCase: statementSchema,
});

/**
 * The one statement that a read of the product sends, taken down while it runs, so that the peer sends the very same.
 * @param value the parameter that varies between requests
 * @throws when the read sends another number of statements than one
 */
export async function recordStatement(
  pool: Pool,
  read: (db: Db) => Promise<unknown>,
  value: string,
): Promise<Statement> {
  const seen: Statement[] = [];
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void seen.push({ text: query.sql, values: [...query.parameters] }),
  });
  await read(db);
  const [only] = seen;
  if (!only || seen.length !== 1) throw new Error(`one statement was expected, ${seen.length} were sent`);
  return { text: only.text, values: only.values.map((one) => (one === value ? varies : one)) };
}

/** The statement's values for one request. */
export const parameters = (statement: Statement, value: string): unknown[] =>
  statement.values.map((one) => (one === varies ? value : one));
