import type { Db } from '../../../platform/database/tenant.ts';

/** Says, in the transaction of a change, that the directory of the centre is not what it was. */
export async function directoryChanged(tx: Db, centreId: string): Promise<void> {
  await tx
    .insertInto('directory_version')
    .values({ centre_id: centreId, number: 1 })
    .onConflict((conflict) =>
      conflict
        .column('centre_id')
        .doUpdateSet((set) => ({ number: set('directory_version.number', '+', 1) })),
    )
    .execute();
}

/** The number of the last change of a centre's directory; 0 when there was none since it was loaded. */
export async function directoryVersion(db: Db, centreId: string): Promise<number> {
  const row = await db
    .selectFrom('directory_version')
    .select('number')
    .where('centre_id', '=', centreId)
    .executeTakeFirst();
  return Number(row?.number ?? 0);
}
