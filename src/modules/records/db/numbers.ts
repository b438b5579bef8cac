import { sql } from 'kysely';
import { formatCaseSign } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';

/** The centre's filing plan: the cell sign and the JRWA class per kind of record (configured, never hard-coded). */
export interface Filing {
  cell: string;
  classes: Record<string, string>;
}

export type RecordClass = 'case' | 'plan' | 'decision';

/** The next number of a series in a year: no gaps, no twins; the row lock holds until the commit. */
export async function nextNumber(tx: Db, centreId: string, name: string, year: number): Promise<number> {
  const row = await tx
    .insertInto('counter')
    .values({ centre_id: centreId, name, year, value: 1 })
    .onConflict((conflict) =>
      conflict.columns(['centre_id', 'name', 'year']).doUpdateSet({ value: sql`counter.value + 1` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}

/**
 * The next sign `CELL.CLASS.NUMBER.YEAR` of the centre's filing plan, given to nothing else: where two kinds share a class,
 * the number that the other one has is passed over.
 */
export async function nextSign(tx: Db, centreId: string, kind: RecordClass, today: string): Promise<string> {
  const year = Number(today.slice(0, 4));
  const centre = await tx
    .selectFrom('centre')
    .select('filing')
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow();
  const filing = centre.filing as unknown as Filing;
  const jrwa = filing.classes[kind];
  if (!jrwa) throw new Error(`the filing plan has no class for ${kind}`);
  for (;;) {
    const number = await nextNumber(tx, centreId, `sign.${kind}`, year);
    const sign = formatCaseSign({ unit: filing.cell, jrwa, number, year });
    const given = await tx
      .insertInto('given_sign')
      .values({ centre_id: centreId, sign })
      .onConflict((conflict) => conflict.columns(['centre_id', 'sign']).doNothing())
      .executeTakeFirst();
    if (given.numInsertedOrUpdatedRows === 1n) return sign;
  }
}
