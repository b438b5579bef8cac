import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';

const columns = sql`r.id, r.person_id as "personId", p.given_name || ' ' || p.family_name as name, r.kind,
  r.asked_by as "askedBy", r.identified_by as "identifiedBy", r.channel, r.words, r.received_on as "receivedOn",
  r.due_on as "dueOn", r.extended_why as "extendedWhy", r.state, r.answer, r.answered_on as "answeredOn",
  a.name as "answeredBy", r.version`;

export interface KeptRequest {
  id: string;
  personId: string;
  name: string;
  kind: string;
  askedBy: string;
  identifiedBy: string;
  channel: string;
  words: string | null;
  receivedOn: string;
  dueOn: string;
  extendedWhy: string | null;
  state: string;
  answer: string | null;
  answeredOn: string | null;
  answeredBy: string | null;
  version: number;
}

const from = (centreId: string) => sql`from privacy_request r
  join person p on p.centre_id = r.centre_id and p.id = r.person_id
  left join account a on a.centre_id = r.centre_id and a.id = r.answered_by
  where r.centre_id = ${centreId}`;

/** A request, locked when it is about to change. */
export async function findRequest(
  db: Db,
  centreId: string,
  requestId: string,
  lock = false,
): Promise<KeptRequest | undefined> {
  const { rows } = await sql<KeptRequest>`select ${columns} ${from(centreId)} and r.id = ${requestId}
    ${lock ? sql`for update of r` : sql``}`.execute(db);
  return rows[0];
}

/** Open requests by their clock, and the latest that were answered. */
export async function listRequests(db: Db, centreId: string): Promise<KeptRequest[]> {
  const { rows } = await sql<KeptRequest>`
    (select ${columns} ${from(centreId)} and r.state = 'open' order by r.due_on, r.id)
    union all (select ${columns} ${from(centreId)} and r.state <> 'open' order by r.answered_on desc, r.id desc limit 30)`.execute(
    db,
  );
  return rows;
}

/** How many requests wait, and the day by which the first must be answered. */
export async function countOpenRequests(
  db: Db,
  centreId: string,
): Promise<{ open: number; nextDueOn: string | null }> {
  const { rows } = await sql<{ open: number; nextDueOn: string | null }>`
    select count(*)::int as open, min(due_on) as "nextDueOn"
    from privacy_request where centre_id = ${centreId} and state = 'open'`.execute(db);
  return rows[0] ?? { open: 0, nextDueOn: null };
}

export interface NewRequest {
  id: string;
  personId: string;
  kind: string;
  askedBy: string;
  identifiedBy: string;
  channel: string;
  words: string | null;
  receivedOn: string;
  dueOn: string;
  madeBy: string;
}

export async function insertRequest(tx: Db, centreId: string, request: NewRequest): Promise<void> {
  await tx
    .insertInto('privacy_request')
    .values({
      centre_id: centreId,
      id: request.id,
      person_id: request.personId,
      kind: request.kind,
      asked_by: request.askedBy,
      identified_by: request.identifiedBy,
      channel: request.channel,
      words: request.words,
      received_on: request.receivedOn,
      due_on: request.dueOn,
      made_by: request.madeBy,
    })
    .execute();
}

/** Writes what changed in a request, and its next version. */
export async function updateRequest(
  tx: Db,
  centreId: string,
  requestId: string,
  change: {
    due_on?: string;
    extended_why?: string;
    state?: string;
    answer?: string;
    answered_on?: string;
    answered_by?: string;
  },
): Promise<void> {
  await tx
    .updateTable('privacy_request')
    .set({ ...change, version: sql`version + 1` })
    .where('centre_id', '=', centreId)
    .where('id', '=', requestId)
    .execute();
}

/** The name of a person and whether they are still in the register. */
export async function findSubject(
  db: Db,
  centreId: string,
  personId: string,
): Promise<{ personId: string; name: string; erased: boolean } | undefined> {
  const { rows } = await sql<{ personId: string; name: string; erased: boolean }>`
    select id as "personId", given_name || ' ' || family_name as name, erased_on is not null as erased
    from person where centre_id = ${centreId} and id = ${personId}`.execute(db);
  return rows[0];
}
