import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Activity, Register } from '../domain/activity.ts';

export type KeptActivity = Activity & {
  id: string;
  kind: Register;
  number: number;
  validFrom: string;
  validTo: string | null;
  madeBy: string;
};

/** The register of processing: every version of every entry, the one in force first. */
export async function listActivities(db: Db, centreId: string): Promise<KeptActivity[]> {
  const { rows } = await sql<KeptActivity>`
    select r.id, r.kind, r.number, r.name, r.purpose, r.basis, r.subjects, r.data_kinds as "dataKinds", r.recipients, r.transfers,
      r.retention, r.safeguards, r.valid_from as "validFrom", r.valid_to as "validTo", a.name as "madeBy"
    from processing_activity r join account a on a.centre_id = r.centre_id and a.id = r.made_by
    where r.centre_id = ${centreId}
    order by min(r.name) over (partition by r.id), r.id, r.number desc`.execute(db);
  return rows;
}

/** The last number of an entry; undefined: there is none. */
export async function lastNumber(
  tx: Db,
  centreId: string,
  activityId: string,
): Promise<{ kind: Register; number: number; validFrom: string; validTo: string | null } | undefined> {
  const row = await tx
    .selectFrom('processing_activity')
    .select(['kind', 'number', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('centre_id', '=', centreId)
    .where('id', '=', activityId)
    .orderBy('number', 'desc')
    .forUpdate()
    .executeTakeFirst();
  // Checked by the table.
  return row && { ...row, kind: row.kind as Register };
}

/** Writes the next number of an entry; what stood before it ends the day before. */
export async function insertActivity(
  tx: Db,
  centreId: string,
  { id, kind, number, validFrom, madeBy, ...facts }: Omit<KeptActivity, 'validTo'>,
): Promise<void> {
  if (number > 1) await endActivity(tx, centreId, id, validFrom);
  await tx
    .insertInto('processing_activity')
    .values({
      centre_id: centreId,
      id,
      kind,
      number,
      name: facts.name,
      purpose: facts.purpose,
      basis: facts.basis,
      subjects: facts.subjects,
      data_kinds: facts.dataKinds,
      recipients: facts.recipients,
      transfers: facts.transfers,
      retention: facts.retention,
      safeguards: facts.safeguards,
      valid_from: validFrom,
      made_by: madeBy,
    })
    .execute();
}

/** Ends an entry: from this day on it no longer holds. */
export async function endActivity(tx: Db, centreId: string, activityId: string, on: string): Promise<void> {
  await sql`update processing_activity set valid_to = ${on}::date
    where centre_id = ${centreId} and id = ${activityId} and valid_to is null`.execute(tx);
}

export interface KeptClause {
  id: string;
  kind: 'application' | 'family';
  number: number;
  words: Record<'pl' | 'uk' | 'en', string>;
  validFrom: string;
  madeBy: string;
  /** To how many it was shown. */
  shown: number;
}

/** Information clauses in versions, the newest first. */
export async function listClauses(db: Db, centreId: string): Promise<KeptClause[]> {
  const { rows } = await sql<KeptClause>`
    select c.id, c.kind, c.number, c.words, c.valid_from as "validFrom", a.name as "madeBy",
      (select count(*)::int from information_shown s where s.centre_id = c.centre_id and s.clause = c.kind || ' ' || c.number) as shown
    from information_clause c join account a on a.centre_id = c.centre_id and a.id = c.made_by
    where c.centre_id = ${centreId} order by c.kind, c.number desc`.execute(db);
  return rows;
}

/** The clause that holds on a day; undefined: the centre has written none, and the program's words hold. */
export async function currentClause(
  db: Db,
  centreId: string,
  kind: KeptClause['kind'],
  on: string,
): Promise<Pick<KeptClause, 'number' | 'words' | 'validFrom'> | undefined> {
  const { rows } = await sql<Pick<KeptClause, 'number' | 'words' | 'validFrom'>>`
    select number, words, valid_from as "validFrom" from information_clause
    where centre_id = ${centreId} and kind = ${kind} and valid_from <= ${on}
    order by number desc limit 1`.execute(db);
  return rows[0];
}

export async function insertClause(
  tx: Db,
  centreId: string,
  clause: Pick<KeptClause, 'id' | 'kind' | 'number' | 'words' | 'validFrom' | 'madeBy'> & { madeAt: string },
): Promise<void> {
  await tx
    .insertInto('information_clause')
    .values({
      centre_id: centreId,
      id: clause.id,
      kind: clause.kind,
      number: clause.number,
      words: sql`${JSON.stringify(clause.words)}::jsonb`,
      valid_from: clause.validFrom,
      made_by: clause.madeBy,
      made_at: clause.madeAt,
    })
    .execute();
}

/** Writes down which version a person was shown. */
export async function noteShown(
  tx: Db,
  centreId: string,
  shown: {
    id: string;
    personId: string | null;
    caseId: string | null;
    clause: string;
    on: string;
    how: string;
  },
): Promise<void> {
  await tx
    .insertInto('information_shown')
    .values({
      centre_id: centreId,
      id: shown.id,
      person_id: shown.personId,
      case_id: shown.caseId,
      clause: shown.clause,
      shown_on: shown.on,
      how: shown.how,
    })
    .execute();
}
