import { dayInPoland } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { RequestKind, ResidentRequest } from '../domain/request.ts';

export interface NewRequest {
  id: string;
  caseId: string;
  personId: string;
  kind: RequestKind;
  words: string;
  until: string | null;
  madeBy: string;
  madeAt: string;
  dueOn: string;
}

/** Keeps what a resident asked for. */
export async function insertRequest(tx: Db, centreId: string, request: NewRequest): Promise<void> {
  await tx
    .insertInto('resident_request')
    .values({
      centre_id: centreId,
      id: request.id,
      case_id: request.caseId,
      person_id: request.personId,
      kind: request.kind,
      words: request.words,
      until: request.until,
      made_by: request.madeBy,
      made_at: request.madeAt,
      due_on: request.dueOn,
    })
    .execute();
}

const select = (db: Db, centreId: string) =>
  db
    .selectFrom('resident_request as r')
    .leftJoin('account as a', (join) =>
      join.onRef('a.centre_id', '=', 'r.centre_id').onRef('a.id', '=', 'r.answered_by'),
    )
    .where('r.centre_id', '=', centreId)
    .select([
      'r.id',
      'r.case_id',
      'r.kind',
      'r.words',
      'r.until',
      'r.made_at',
      'r.due_on',
      'r.answer',
      'r.answered_on',
      'a.name',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

const requestOf = (row: Row): ResidentRequest => ({
  id: row.id,
  caseId: row.case_id,
  kind: row.kind as RequestKind,
  words: row.words,
  until: row.until,
  madeOn: dayInPoland(row.made_at),
  dueOn: row.due_on,
  answer: row.answer,
  answeredOn: row.answered_on,
  answeredBy: row.name,
});

/** Requests of a case or of a person, newest first. */
export async function listRequests(
  db: Db,
  centreId: string,
  of: { caseId: string } | { personId: string },
): Promise<ResidentRequest[]> {
  const rows = await ('caseId' in of
    ? select(db, centreId).where('r.case_id', '=', of.caseId)
    : select(db, centreId).where('r.person_id', '=', of.personId)
  )
    .orderBy('r.id', 'desc')
    .limit(100)
    .execute();
  return rows.map(requestOf);
}

/** One request; undefined when the centre has none of this id. */
export async function findRequest(
  db: Db,
  centreId: string,
  requestId: string,
): Promise<ResidentRequest | undefined> {
  const row = await select(db, centreId).where('r.id', '=', requestId).executeTakeFirst();
  return row && requestOf(row);
}

/** Keeps the answer to a request. */
export async function saveRequestAnswer(
  tx: Db,
  centreId: string,
  requestId: string,
  answer: { words: string; on: string; by: string },
): Promise<void> {
  await tx
    .updateTable('resident_request')
    .set({ answer: answer.words, answered_on: answer.on, answered_by: answer.by })
    .where('centre_id', '=', centreId)
    .where('id', '=', requestId)
    .execute();
}
