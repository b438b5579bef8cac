import type { Db } from '../../../platform/database/tenant.ts';
import type { GrantState, Verdict } from '../domain/necessity.ts';

/** Until when the account has this person open by necessity (ISO 8601 UTC); undefined: it has not, or the hour is over. */
export async function findOpenGrant(
  db: Db,
  centreId: string,
  accountId: string,
  personId: string,
  now: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('access_grant')
    .select('until')
    .where('centre_id', '=', centreId)
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('granted_at', '<=', now)
    .where('until', '>', now)
    .orderBy('until', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.until;
}

/** Whether the account has opened this person by necessity and the hour has not run out (`now`: ISO 8601 UTC). */
export async function hasOpenGrant(
  db: Db,
  centreId: string,
  accountId: string,
  personId: string,
  now: string,
): Promise<boolean> {
  return (await findOpenGrant(db, centreId, accountId, personId, now)) !== undefined;
}

export interface NewGrant {
  id: string;
  accountId: string;
  personId: string;
  reason: string;
  grantedAt: string;
  until: string;
}

/** Opens a person to an account. A person of another centre breaks the foreign key. */
export async function addGrant(tx: Db, centreId: string, grant: NewGrant): Promise<void> {
  await tx
    .insertInto('access_grant')
    .values({
      centre_id: centreId,
      id: grant.id,
      account_id: grant.accountId,
      person_id: grant.personId,
      reason: grant.reason,
      granted_at: grant.grantedAt,
      until: grant.until,
    })
    .execute();
}

/** A grant as its reviewer sees it. */
export interface GrantRecord {
  id: string;
  accountId: string;
  accountName: string;
  accountPosition: string;
  personId: string;
  personName: string;
  reason: string;
  grantedAt: string;
  until: string;
  state: GrantState;
  reviewedBy: string | null;
  reviewedAt: string | null;
  review: string | null;
}

const records = (db: Db, centreId: string) =>
  db
    .selectFrom('access_grant as g')
    .innerJoin('account as a', (join) =>
      join.onRef('a.centre_id', '=', 'g.centre_id').onRef('a.id', '=', 'g.account_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.centre_id', '=', 'g.centre_id').onRef('p.id', '=', 'g.person_id'),
    )
    .leftJoin('account as r', (join) =>
      join.onRef('r.centre_id', '=', 'g.centre_id').onRef('r.id', '=', 'g.reviewed_by'),
    )
    .where('g.centre_id', '=', centreId)
    .select([
      'g.id',
      'g.account_id',
      'a.name as account_name',
      'a.position as account_position',
      'g.person_id',
    ])
    .select(['p.given_name', 'p.family_name', 'g.reason', 'g.granted_at', 'g.until', 'g.state'])
    .select(['r.name as reviewer', 'g.reviewed_at', 'g.review']);

type Row = Awaited<ReturnType<ReturnType<typeof records>['executeTakeFirstOrThrow']>>;

const recordOf = (row: Row): GrantRecord => ({
  id: row.id,
  accountId: row.account_id,
  accountName: row.account_name,
  accountPosition: row.account_position,
  personId: row.person_id,
  personName: `${row.given_name} ${row.family_name}`,
  reason: row.reason,
  grantedAt: row.granted_at,
  until: row.until,
  // The table's check holds it to the three states.
  state: row.state as GrantState,
  reviewedBy: row.reviewer,
  reviewedAt: row.reviewed_at,
  review: row.review,
});

/** Grants to review, the oldest first, or (`reviewed`) the latest that were reviewed; at most 200. */
export async function listGrants(
  db: Db,
  centreId: string,
  which: 'to_review' | 'reviewed',
): Promise<GrantRecord[]> {
  const rows = records(db, centreId).limit(200);
  const chosen =
    which === 'to_review'
      ? rows.where('g.state', '=', 'to_review').orderBy('g.granted_at')
      : rows.where('g.state', '<>', 'to_review').orderBy('g.reviewed_at', 'desc');
  return (await chosen.orderBy('g.id').execute()).map(recordOf);
}

/** One grant, locked for its review. */
export async function lockGrant(tx: Db, centreId: string, id: string): Promise<GrantRecord | undefined> {
  const row = await records(tx, centreId).where('g.id', '=', id).forUpdate('g').executeTakeFirst();
  return row && recordOf(row);
}

/** Keeps the verdict of a review. */
export async function saveReview(
  tx: Db,
  centreId: string,
  id: string,
  review: { verdict: Verdict; note: string | null; by: string; at: string },
): Promise<void> {
  await tx
    .updateTable('access_grant')
    .set({ state: review.verdict, review: review.note, reviewed_by: review.by, reviewed_at: review.at })
    .where('centre_id', '=', centreId)
    .where('id', '=', id)
    .execute();
}

/** Accounts that judge an opening made by another: the directors of the day, and without one the data protection officer. */
export async function findSupervisors(
  db: Db,
  centreId: string,
  openedBy: string,
  today: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('account_role as r')
    .innerJoin('account as a', (join) =>
      join.onRef('a.centre_id', '=', 'r.centre_id').onRef('a.id', '=', 'r.account_id'),
    )
    .where('r.centre_id', '=', centreId)
    .where('r.role', 'in', ['director', 'auditor'])
    .where('r.valid_from', '<=', today)
    .where((or) => or.or([or('r.valid_to', 'is', null), or('r.valid_to', '>=', today)]))
    .where('a.state', '=', 'active')
    .where('a.id', '<>', openedBy)
    .select(['a.id', 'r.role'])
    .orderBy('a.id')
    .execute();
  const directors = rows.filter(({ role }) => role === 'director');
  return (directors.length > 0 ? directors : rows).map(({ id }) => id);
}

/** How many openings wait for the judgement of an account: all but its own. */
export async function countToReview(db: Db, centreId: string, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('access_grant')
    .where('centre_id', '=', centreId)
    .where('state', '=', 'to_review')
    .where('account_id', '<>', accountId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
