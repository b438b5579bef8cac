import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';

/** A file of a sample, with as much of its case as a list needs: no name of anybody. */
export interface SampledFile {
  caseId: string;
  personId: string | null;
  position: number;
  sign: string | null;
  title: string;
  state: string;
  receivedOn: string;
  how: 'drawn' | 'added';
  reason: string | null;
  /** The person's address is hidden. */
  shielded: boolean;
  /** Why it is shown to the inspectors all the same; null: it is not. */
  addressWhy: string | null;
  erased: boolean;
  withdrawnWhy: string | null;
}

const columns = sql`
  c.id as "caseId", c.person_id as "personId", c.sign, c.title, c.state,
  to_char(c.received_at at time zone 'Europe/Warsaw', 'YYYY-MM-DD') as "receivedOn",
  coalesce(p.shielded, false) as shielded, c.erased_on is not null as erased`;
const person = sql`left join person p on p.centre_id = c.centre_id and p.id = c.person_id`;

/** Files of an inspection in their order, those taken out included. */
export async function listFiles(db: Db, centreId: string, inspectionId: string): Promise<SampledFile[]> {
  const { rows } = await sql<SampledFile>`
    select f.position, f.how, f.reason, f.address_why as "addressWhy", f.withdrawn_why as "withdrawnWhy", ${columns}
    from inspection_file f join case_file c on c.centre_id = f.centre_id and c.id = f.case_id ${person}
    where f.centre_id = ${centreId} and f.inspection_id = ${inspectionId} order by f.position`.execute(db);
  return rows;
}

/** What is known of a file before it is in a sample. */
export type CaseHead = Pick<
  SampledFile,
  'caseId' | 'personId' | 'sign' | 'title' | 'state' | 'receivedOn' | 'shielded' | 'erased'
>;

/** A file by its sign or id; undefined: the centre has none. */
export async function findCaseHead(
  db: Db,
  centreId: string,
  by: { sign: string } | { caseId: string },
): Promise<CaseHead | undefined> {
  const which = 'sign' in by ? sql`c.sign = ${by.sign}` : sql`c.id = ${by.caseId}`;
  const { rows } = await sql<CaseHead>`
    select ${columns} from case_file c ${person} where c.centre_id = ${centreId} and ${which}`.execute(db);
  return rows[0];
}

interface By {
  accountId: string;
  at: string;
}

/** Puts files into a sample in the given order, after those that are there. */
export async function insertFiles(
  tx: Db,
  centreId: string,
  inspectionId: string,
  files: readonly { caseId: string; position: number; reason: string | null }[],
  by: By,
): Promise<void> {
  if (files.length === 0) return;
  await tx
    .insertInto('inspection_file')
    .values(
      files.map(({ caseId, position, reason }) => ({
        centre_id: centreId,
        inspection_id: inspectionId,
        case_id: caseId,
        position,
        how: reason === null ? 'drawn' : 'added',
        reason,
        added_by: by.accountId,
        added_at: by.at,
      })),
    )
    // A file that was taken out comes back under its old number, with the new reason.
    .onConflict((conflict) =>
      conflict.columns(['centre_id', 'inspection_id', 'case_id']).doUpdateSet((row) => ({
        reason: row.ref('excluded.reason'),
        added_by: row.ref('excluded.added_by'),
        added_at: row.ref('excluded.added_at'),
        withdrawn_why: null,
        withdrawn_by: null,
        withdrawn_at: null,
        address_why: null,
        address_by: null,
        address_at: null,
      })),
    )
    .execute();
}

const one = (tx: Db, centreId: string, inspectionId: string, caseId: string) =>
  tx
    .updateTable('inspection_file')
    .where('centre_id', '=', centreId)
    .where('inspection_id', '=', inspectionId)
    .where('case_id', '=', caseId);

/** Takes a file out of a sample. */
export async function saveWithdrawal(
  tx: Db,
  centreId: string,
  inspectionId: string,
  caseId: string,
  why: string,
  by: By,
): Promise<void> {
  await one(tx, centreId, inspectionId, caseId)
    .set({ withdrawn_why: why, withdrawn_by: by.accountId, withdrawn_at: by.at })
    .execute();
}

/** Lets a hidden address be shown to the inspectors. */
export async function saveAddressShown(
  tx: Db,
  centreId: string,
  inspectionId: string,
  caseId: string,
  why: string,
  by: By,
): Promise<void> {
  await one(tx, centreId, inspectionId, caseId)
    .set({ address_why: why, address_by: by.accountId, address_at: by.at })
    .execute();
}

/** Of a person, or of one case: the cases that are in some sample now. For who can see a record. */
export async function sampledCases(
  db: Db,
  centreId: string,
  of: { personId: string } | { caseId: string },
): Promise<string[]> {
  const which = 'personId' in of ? sql`c.person_id = ${of.personId}` : sql`c.id = ${of.caseId}`;
  const { rows } = await sql<{ id: string }>`
    select distinct c.id from case_file c
    join inspection_file f on f.centre_id = c.centre_id and f.case_id = c.id and f.withdrawn_at is null
    where c.centre_id = ${centreId} and ${which}`.execute(db);
  return rows.map(({ id }) => id);
}

/** An issued paper or an attachment of a case, without its bytes. */
export interface PaperHead {
  id: string;
  kind: 'document' | 'attachment';
  title: string;
  on: string;
  size: number | null;
}

const documents = (centreId: string, caseId: string) => sql`
  select d.id, 'document' as kind, d.title, d.issued_on::text as "on", octet_length(d.pdf) as size, d.pdf as bytes, d.letter
  from document d where d.centre_id = ${centreId} and d.case_id = ${caseId}
  union all
  select a.id, 'attachment', a.name, to_char(a.added_at at time zone 'Europe/Warsaw', 'YYYY-MM-DD'), a.size, a.content, null
  from attachment a where a.centre_id = ${centreId} and a.case_id = ${caseId}`;

/** Issued papers and attachments of a case, the oldest first. */
export async function listPaperHeads(db: Db, centreId: string, caseId: string): Promise<PaperHead[]> {
  const { rows } = await sql<PaperHead>`
    select id, kind, title, "on", size from (${documents(centreId, caseId)}) paper order by kind desc, "on", id`.execute(
    db,
  );
  return rows;
}

/** The same with their bytes (Base64); of a paper whose file is still being made, its words instead. */
export type PaperContent = PaperHead & { content: string | null; letter: unknown };

export async function readPaperContents(db: Db, centreId: string, caseId: string): Promise<PaperContent[]> {
  const { rows } = await sql<PaperHead & { bytes: Buffer | null; letter: unknown }>`
    select id, kind, title, "on", size, bytes, case when bytes is null then letter end as letter
    from (${documents(centreId, caseId)}) paper order by kind desc, "on", id`.execute(db);
  return rows.map(({ bytes, ...paper }) => ({ ...paper, content: bytes?.toString('base64') ?? null }));
}
