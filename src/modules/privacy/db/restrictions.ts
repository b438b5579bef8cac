import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';

export interface Exception {
  id: string;
  ground: string;
  reason: string;
  until: string;
}

export interface Restriction {
  id: string;
  personId: string;
  name: string;
  ground: string;
  reason: string;
  since: string;
  toldOn: string | null;
  version: number;
  exceptions: Exception[];
}

const select = (centreId: string) => sql`
  select r.id, r.person_id as "personId", p.given_name || ' ' || p.family_name as name, r.ground, r.reason,
    r.since, r.told_on as "toldOn", r.version, coalesce((select json_agg(json_build_object('id', e.id, 'ground', e.ground,
      'reason', e.reason, 'until', e.until) order by e.until) from restriction_exception e
      where e.centre_id = r.centre_id and e.restriction_id = r.id and not e.ended), '[]') as exceptions
  from restriction r join person p on p.centre_id = r.centre_id and p.id = r.person_id
  where r.centre_id = ${centreId} and r.lifted_on is null`;

/** The restriction of a person's processing that is in force; undefined: none. */
export async function findRestriction(
  db: Db,
  centreId: string,
  personId: string,
): Promise<Restriction | undefined> {
  const { rows } = await sql<Restriction>`${select(centreId)} and r.person_id = ${personId}`.execute(db);
  return rows[0];
}

/** Every restriction in force. */
export async function listRestrictions(db: Db, centreId: string): Promise<Restriction[]> {
  return (await sql<Restriction>`${select(centreId)} order by r.since desc, r.id`.execute(db)).rows;
}

export async function insertRestriction(
  tx: Db,
  centreId: string,
  one: {
    id: string;
    personId: string;
    ground: string;
    reason: string;
    requestId: string | null;
    since: string;
    madeBy: string;
  },
): Promise<void> {
  await tx
    .insertInto('restriction')
    .values({
      centre_id: centreId,
      id: one.id,
      person_id: one.personId,
      ground: one.ground,
      reason: one.reason,
      request_id: one.requestId,
      since: one.since,
      made_by: one.madeBy,
    })
    .execute();
}

/** Ends a restriction; whoever it protected was told before. */
export async function liftRestriction(
  tx: Db,
  centreId: string,
  restrictionId: string,
  by: { toldOn: string; on: string; why: string; accountId: string },
): Promise<void> {
  await tx
    .updateTable('restriction')
    .set({
      told_on: by.toldOn,
      lifted_on: by.on,
      lifted_why: by.why,
      lifted_by: by.accountId,
      version: sql`version + 1`,
    })
    .where('centre_id', '=', centreId)
    .where('id', '=', restrictionId)
    .execute();
}

export async function insertException(
  tx: Db,
  centreId: string,
  one: Exception & { restrictionId: string; madeBy: string; madeOn: string },
): Promise<void> {
  await tx
    .insertInto('restriction_exception')
    .values({
      centre_id: centreId,
      id: one.id,
      restriction_id: one.restrictionId,
      ground: one.ground,
      reason: one.reason,
      until: one.until,
      made_by: one.madeBy,
      made_on: one.madeOn,
    })
    .execute();
}

/** Ends every exception whose last day is over. @returns how many */
export async function endExceptions(tx: Db, centreId: string, today: string): Promise<number> {
  const done = await tx
    .updateTable('restriction_exception')
    .set({ ended: true })
    .where('centre_id', '=', centreId)
    .where('ended', '=', false)
    .where('until', '<', today)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
