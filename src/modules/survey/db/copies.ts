import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Coded } from '../domain/columns.ts';
import { rewriteSheet } from './sheets.ts';

const textsSchema = z.record(z.string(), z.string()).nullable();

/** A paper copy that came back. */
export interface Copy {
  no: number;
  sheetId: string;
  versionNo: number;
  enteredBy: string;
  secondBy: string | null;
  second: Coded | null;
  differing: number | null;
  settledBy: string | null;
}

const fields = [
  'no',
  'sheet_id',
  'version_no',
  'entered_by',
  'second_by',
  'second_codes',
  'second_texts',
  'differing',
  'settled_by',
] as const;

interface Row {
  no: number;
  sheet_id: string;
  version_no: number;
  entered_by: string;
  second_by: string | null;
  second_codes: number[] | null;
  second_texts: unknown;
  differing: number | null;
  settled_by: string | null;
}

const copyOf = (row: Row): Copy => ({
  no: row.no,
  sheetId: row.sheet_id,
  versionNo: row.version_no,
  enteredBy: row.entered_by,
  secondBy: row.second_by,
  second: row.second_codes
    ? { codes: row.second_codes, texts: textsSchema.parse(row.second_texts) ?? {} }
    : null,
  differing: row.differing,
  settledBy: row.settled_by,
});

/** One copy by its number; locked for a change. */
export async function findCopy(
  db: Db,
  centreId: string,
  surveyId: string,
  no: number,
  lock = false,
): Promise<Copy | undefined> {
  const asked = db
    .selectFrom('survey_copy')
    .select(fields)
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .where('no', '=', no);
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst();
  return row && copyOf(row);
}

/** Every copy that came back, in the order of numbers. */
export async function listCopies(db: Db, centreId: string, surveyId: string): Promise<Copy[]> {
  const rows = await db
    .selectFrom('survey_copy')
    .select(fields)
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .orderBy('no')
    .execute();
  return rows.map(copyOf);
}

/** Notes that a copy came back and was typed. */
export async function insertCopy(
  tx: Db,
  centreId: string,
  copy: { surveyId: string; no: number; sheetId: string; versionNo: number; by: string; on: string },
): Promise<void> {
  await tx
    .insertInto('survey_copy')
    .values({
      centre_id: centreId,
      survey_id: copy.surveyId,
      no: copy.no,
      sheet_id: copy.sheetId,
      version_no: copy.versionNo,
      entered_by: copy.by,
      entered_on: copy.on,
    })
    .execute();
}

/** Keeps the second typing beside the first. Without differences it is settled at once. */
export async function saveSecond(
  tx: Db,
  centreId: string,
  surveyId: string,
  no: number,
  second: Coded & { by: string; on: string; differing: number },
): Promise<void> {
  await tx
    .updateTable('survey_copy')
    .set({
      second_by: second.by,
      second_codes: second.codes,
      second_texts: sql`${JSON.stringify(second.texts)}::jsonb`,
      differing: second.differing,
      ...(second.differing === 0 ? { settled_by: second.by, settled_on: second.on } : {}),
    })
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .where('no', '=', no)
    .execute();
}

/** The codes and texts of a sheet. */
export async function findSheet(
  db: Db,
  centreId: string,
  surveyId: string,
  sheetId: string,
): Promise<Coded | undefined> {
  const row = await db
    .selectFrom('survey_sheet')
    .select(['codes', 'texts'])
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .where('id', '=', sheetId)
    .executeTakeFirst();
  return row && { codes: row.codes, texts: textsSchema.parse(row.texts) ?? {} };
}

/** Writes what was settled into the sheet. */
export async function settle(
  tx: Db,
  centreId: string,
  surveyId: string,
  copy: { no: number; sheetId: string },
  coded: Coded,
  by: { accountId: string; today: string },
): Promise<void> {
  await rewriteSheet(tx, centreId, surveyId, copy.sheetId, coded);
  await tx
    .updateTable('survey_copy')
    .set({ settled_by: by.accountId, settled_on: by.today })
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .where('no', '=', copy.no)
    .execute();
}

/** Copies printed together, with the version of the questions on them. */
export interface PrintRun {
  from: number;
  to: number;
  versionNo: number;
}

/** Notes which copies were printed with which version. */
export async function insertPrintRun(
  tx: Db,
  centreId: string,
  surveyId: string,
  run: PrintRun,
): Promise<void> {
  await tx
    .insertInto('survey_print')
    .values({
      centre_id: centreId,
      survey_id: surveyId,
      from_no: run.from,
      to_no: run.to,
      version_no: run.versionNo,
    })
    .execute();
}

/** Every print run of a survey, in the order of numbers. */
export async function printRuns(db: Db, centreId: string, surveyId: string): Promise<PrintRun[]> {
  const rows = await db
    .selectFrom('survey_print')
    .select(['from_no', 'to_no', 'version_no'])
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .orderBy('from_no')
    .execute();
  return rows.map((row) => ({ from: row.from_no, to: row.to_no, versionNo: row.version_no }));
}

/** The version that a copy was printed with; undefined: it was not printed. */
export const versionOfCopy = (runs: readonly PrintRun[], no: number): number | undefined =>
  runs.find(({ from, to }) => from <= no && no <= to)?.versionNo;
