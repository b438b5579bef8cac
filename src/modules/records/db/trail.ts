import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { hasOpenGrant } from '../../access/index.ts';

export interface TrailEntry {
  seq: number;
  at: string;
  actor: string;
  position: string;
  action: string;
  kind: 'change' | 'read' | 'access';
  basis: string | null;
  personId: string | null;
  caseId: string | null;
  what: Record<string, unknown>;
}

export interface TrailFilter {
  personId?: string | undefined;
  caseId?: string | undefined;
  accountId?: string | undefined;
  kinds?: readonly TrailEntry['kind'][];
  /** Entries older than this one: the next page. */
  before?: number | undefined;
  limit: number;
}

/** Entries of the audit chain, newest first. */
export async function listTrail(db: Db, centreId: string, filter: TrailFilter): Promise<TrailEntry[]> {
  let query = db
    .selectFrom('audit_entry as e')
    .leftJoin('account as a', (join) =>
      join.onRef('a.centre_id', '=', 'e.centre_id').onRef('a.id', '=', 'e.account_id'),
    )
    .where('e.centre_id', '=', centreId)
    .select(['e.seq', 'e.at', 'e.action', 'e.kind', 'e.basis', 'e.person_id', 'e.case_id', 'e.what'])
    .select(sql<string>`coalesce(a.position, '')`.as('position'))
    // A resident is named by the account, as long as it stands.
    .select(sql<string>`case when a.person_id is not null then a.name else e.actor end`.as('actor'));
  if (filter.personId) query = query.where('e.person_id', '=', filter.personId);
  if (filter.caseId) query = query.where('e.case_id', '=', filter.caseId);
  if (filter.accountId) query = query.where('e.account_id', '=', filter.accountId);
  if (filter.kinds) query = query.where('e.kind', 'in', [...filter.kinds]);
  if (filter.before) query = query.where('e.seq', '<', filter.before);
  const rows = await query.orderBy('e.seq', 'desc').limit(filter.limit).execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    position: row.position,
    action: row.action,
    kind: row.kind as TrailEntry['kind'],
    basis: row.basis,
    personId: row.person_id,
    caseId: row.case_id,
    what: row.what as Record<string, unknown>,
  }));
}

/**
 * What ties an account to a person: `case` (a coordinator's own case or plan of theirs, or a running case that nobody has
 * yet), `worked` (a change of their data or cases in the chain), `grant` (an opening by necessity that has not run out).
 */
export async function findTies(
  db: Db,
  personId: string,
  { actor: { centreId, accountId }, now }: Moment,
): Promise<{ case: boolean; worked: boolean; grant: boolean }> {
  const [{ rows }, grant] = await Promise.all([
    sql<{ has_case: boolean; worked: boolean }>`
      select exists (select from case_file c where c.centre_id = ${centreId} and c.person_id = ${personId}
          and (c.coordinator_id = ${accountId} or (c.coordinator_id is null and c.closed_on is null)))
        or exists (select from plan p where p.centre_id = ${centreId} and p.person_id = ${personId}
          and p.coordinator_id = ${accountId}) as has_case,
        exists (select from audit_entry e where e.centre_id = ${centreId} and e.person_id = ${personId}
          and e.account_id = ${accountId} and e.kind = 'change') as worked`.execute(db),
    hasOpenGrant(db, centreId, accountId, personId, now),
  ]);
  return { case: rows[0]?.has_case === true, worked: rows[0]?.worked === true, grant };
}

/** A case's sign, title and coordinator, for its metric. */
export async function findCaseHead(
  db: Db,
  centreId: string,
  caseId: string,
): Promise<
  { sign: string | null; title: string; coordinatorId: string | null; personId: string | null } | undefined
> {
  const row = await db
    .selectFrom('case_file')
    .select(['sign', 'title', 'coordinator_id', 'person_id'])
    .where('centre_id', '=', centreId)
    .where('id', '=', caseId)
    .executeTakeFirst();
  return row
    ? { sign: row.sign, title: row.title, coordinatorId: row.coordinator_id, personId: row.person_id }
    : undefined;
}
