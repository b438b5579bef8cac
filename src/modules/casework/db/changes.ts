import { sql } from 'kysely';
import type { Lang } from '../../../lang.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { CaseState } from '../domain/lifecycle.ts';
import type { Channel } from '../domain/report.ts';

/** Changes columns of a case without moving it along its table, and adds one to its version. */
export async function changeCase(
  tx: Db,
  centreId: string,
  caseId: string,
  columns: { person_id?: string; coordinator_id?: string; title?: string },
): Promise<void> {
  await tx
    .updateTable('case_file')
    .set({ ...columns, version: sql`version + 1` })
    .where('centre_id', '=', centreId)
    .where('id', '=', caseId)
    .execute();
}

export interface NewCase {
  id: string;
  gmina: string;
  personId: string | null;
  title: string;
  state: CaseState;
  channel: Channel;
  /** In which language the person wants letters; null: as the register says. */
  language: Lang | null;
  coordinatorId: string | null;
  receivedAt: string;
}

/** Opens a case. */
export async function insertCase(tx: Db, centreId: string, file: NewCase): Promise<void> {
  await tx
    .insertInto('case_file')
    .values({
      centre_id: centreId,
      id: file.id,
      gmina: file.gmina,
      person_id: file.personId,
      title: file.title,
      state: file.state,
      channel: file.channel,
      language: file.language,
      coordinator_id: file.coordinatorId,
      received_at: file.receivedAt,
    })
    .execute();
}
