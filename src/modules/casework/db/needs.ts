import type { Db } from '../../../platform/database/tenant.ts';

export interface CaseNeed {
  id: string;
  /** In the person's own words. */
  words: string;
  area: number | null;
  /** 1 the most urgent, 3 the least. */
  priority: number;
  serviceId: string | null;
}

/** Needs of a case in their order. */
export async function listNeeds(db: Db, centreId: string, caseId: string): Promise<CaseNeed[]> {
  const rows = await db
    .selectFrom('need')
    .select(['id', 'words', 'area', 'priority', 'service_id'])
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    area: row.area,
    priority: row.priority,
    serviceId: row.service_id,
  }));
}
