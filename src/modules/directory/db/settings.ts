import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { confirmEvery } from '../domain/service.ts';

const settings = z.object({
  confirmDays: z.number().int().positive().catch(confirmEvery),
  linkDays: z.number().int().positive().catch(30),
});

/** What a centre has set for its directory: how long a confirmation and a link are good for, in days. */
export type DirectorySettings = z.infer<typeof settings>;

/** The directory's settings of a centre; what is not set is as it comes. */
export async function directorySettings(db: Db, centreId: string): Promise<DirectorySettings> {
  const row = await db.selectFrom('centre').select('settings').where('id', '=', centreId).executeTakeFirst();
  const all = z.object({ directory: z.unknown() }).safeParse(row?.settings);
  return settings.catch({ confirmDays: confirmEvery, linkDays: 30 }).parse(all.data?.directory);
}
