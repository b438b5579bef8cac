import type { Db } from '../../../platform/database/tenant.ts';

/** The type of the centre in law: A, B or C. */
export async function legalFormOf(db: Db, centreId: string): Promise<string> {
  const { legal_form: form } = await db
    .selectFrom('centre')
    .select('legal_form')
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow();
  return form;
}
