import type { Db } from '../../../platform/database/tenant.ts';
import { confirmEvery, linkEvery } from '../domain/service.ts';

/** What a centre has set for its directory: how long a confirmation and a link are good for, in days. */
export interface DirectorySettings {
  confirmDays: number;
  linkDays: number;
  /** 0: nothing was set yet. */
  version: number;
}

/** The directory's settings of a centre; what is not set is as it comes. */
export async function directorySettings(db: Db, centreId: string): Promise<DirectorySettings> {
  const row = await db
    .selectFrom('directory_setting')
    .select(['confirm_days as confirmDays', 'link_days as linkDays', 'version'])
    .where('centre_id', '=', centreId)
    .executeTakeFirst();
  return row ?? { confirmDays: confirmEvery, linkDays: linkEvery, version: 0 };
}

/** Keeps the settings of a centre. */
export async function putSettings(
  tx: Db,
  centreId: string,
  { confirmDays, linkDays }: Pick<DirectorySettings, 'confirmDays' | 'linkDays'>,
): Promise<void> {
  const columns = { confirm_days: confirmDays, link_days: linkDays };
  await tx
    .insertInto('directory_setting')
    .values({ centre_id: centreId, ...columns })
    .onConflict((conflict) =>
      conflict
        .column('centre_id')
        .doUpdateSet((set) => ({ ...columns, version: set('directory_setting.version', '+', 1) })),
    )
    .execute();
}
