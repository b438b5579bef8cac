import type { Db } from '../../../platform/database/tenant.ts';

/** Whether the centre is a demonstration: then its ledger is invented, and every figure of it says so. */
export async function isDemonstration(db: Db, centreId: string): Promise<boolean> {
  const row = await db
    .selectFrom('centre')
    .select('demonstration')
    .where('id', '=', centreId)
    .executeTakeFirst();
  return row?.demonstration ?? false;
}

/** The type of the centre in law: A, B or C. */
export async function legalFormOf(db: Db, centreId: string): Promise<string> {
  const { legal_form: form } = await db
    .selectFrom('centre')
    .select('legal_form')
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow();
  return form;
}
