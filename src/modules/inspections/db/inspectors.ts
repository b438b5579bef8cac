import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';

/** An inspector of an inspection, and when they were last here. */
export interface Inspector {
  accountId: string;
  name: string;
  position: string;
  login: string;
  document: string | null;
  active: boolean;
  lastSignedInAt: string | null;
}

/** Inspectors of an inspection, in the order they were admitted. */
export async function listInspectors(db: Db, centreId: string, inspectionId: string): Promise<Inspector[]> {
  const rows = await db
    .selectFrom('inspector as o')
    .innerJoin('account as a', (join) =>
      join.onRef('a.centre_id', '=', 'o.centre_id').onRef('a.id', '=', 'o.account_id'),
    )
    .where('o.centre_id', '=', centreId)
    .where('o.inspection_id', '=', inspectionId)
    .select(['a.id', 'a.name', 'a.position', 'a.login', 'o.document', 'a.state', 'a.last_signed_in_at'])
    .orderBy('a.created_at')
    .orderBy('a.id')
    .execute();
  return rows.map((row) => ({
    accountId: row.id,
    name: row.name,
    position: row.position,
    login: row.login,
    document: row.document,
    active: row.state === 'active',
    lastSignedInAt: row.last_signed_in_at,
  }));
}

/** Adds an inspector to an inspection. */
export async function insertInspector(
  tx: Db,
  centreId: string,
  inspector: { accountId: string; inspectionId: string; document: string | null },
): Promise<void> {
  await tx
    .insertInto('inspector')
    .values({
      centre_id: centreId,
      account_id: inspector.accountId,
      inspection_id: inspector.inspectionId,
      document: inspector.document,
    })
    .execute();
}

/** Accounts that are open although their inspection is over. */
export async function accountsLeftOpen(db: Db, centreId: string, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from inspector o
    join inspection i on i.centre_id = o.centre_id and i.id = o.inspection_id
    join account a on a.centre_id = o.centre_id and a.id = o.account_id
    where o.centre_id = ${centreId} and a.state = 'active' and (i.valid_to < ${today} or i.ended_at is not null)`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** What an inspector did, or was refused: from the audit chain. */
export interface LookedAt {
  seq: number;
  at: string;
  who: string;
  action: string;
  kind: 'read' | 'access' | 'change';
  caseId: string | null;
  sign: string | null;
  files: number | null;
}

/** What the inspectors of an inspection looked at and what was refused to them, the latest first; at most `limit`. */
export async function listLooks(
  db: Db,
  centreId: string,
  inspectionId: string,
  limit: number,
): Promise<LookedAt[]> {
  const { rows } = await sql<LookedAt>`
    select e.seq::int as seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.actor as who,
      e.action, e.kind, e.case_id as "caseId", c.sign, jsonb_array_length(e.what->'files') as files
    from audit_entry e left join case_file c on c.centre_id = e.centre_id and c.id = e.case_id
    where e.centre_id = ${centreId}
      and e.account_id in (select o.account_id from inspector o
        where o.centre_id = ${centreId} and o.inspection_id = ${inspectionId})
      and (e.action like 'inspections.%' or e.kind = 'access')
    order by e.seq desc limit ${limit}`.execute(db);
  return rows;
}
