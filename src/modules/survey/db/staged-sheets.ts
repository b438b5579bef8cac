import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import { copyInto } from '../../../platform/database/copy.ts';
import { countChange } from './sheets.ts';

/**
 * Brings rows of a file into a table of this transaction alone: COPY into a table under row-level security is refused, and
 * what was not asked for must not be written. The pieces are lines of domain/answer-file/lines.ts. Gives how many there were.
 */
export async function stageSheets(tx: Db, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  await sql`create temp table survey_staged (no int, id uuid, mode text, day date, lang text, stratum_no int, minutes int,
    codes int[], texts jsonb, flags text[]) on commit drop`.execute(tx);
  return await copyInto(tx, 'copy survey_staged from stdin', pieces);
}

/** Rows of the file whose sheet stands in an earlier row already. */
export async function repeatedInFile(tx: Db): Promise<{ row: number; id: string }[]> {
  const found = await sql<{ row: number; id: string }>`
    select no as row, id::text from (select no, id, row_number() over (partition by id order by no) as nth from survey_staged) s
    where nth > 1 order by no`.execute(tx);
  return found.rows;
}

/**
 * Keeps what was staged; a sheet that is there already, or stands twice in the file, is written once. In the order of the key,
 * which is half of the time that any other order takes. Gives how many are new.
 * @throws 23505 (survey_sheet_pkey) when another transaction has brought one of them meanwhile
 */
export async function takeStaged(
  tx: Db,
  centreId: string,
  { surveyId, versionNo }: { surveyId: string; versionNo: number },
): Promise<number> {
  const written = await sql`
    insert into survey_sheet (centre_id, survey_id, id, version_no, mode, day, lang, stratum_no, minutes, codes, texts, flags)
    select distinct on (s.id) ${centreId}::uuid, ${surveyId}::uuid, s.id, ${versionNo}::int, s.mode, s.day, s.lang, s.stratum_no,
      s.minutes, s.codes, s.texts, s.flags
    from survey_staged s
    where not exists (
      select from survey_sheet k where k.centre_id = ${centreId}::uuid and k.survey_id = ${surveyId}::uuid and k.id = s.id)
    order by s.id, s.no`.execute(tx);
  await countChange(tx, centreId, [surveyId]);
  return Number(written.numAffectedRows ?? 0);
}

/** A file that was taken in. */
export interface TakenFile {
  /** SHA-256. */
  digest: Buffer;
  on: string;
  by: string;
  sheets: number;
  leftOut: number;
}

/** The day on which this very file was taken in; undefined: it was not. */
export async function takenOn(
  tx: Db,
  centreId: string,
  surveyId: string,
  digest: Buffer,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('survey_import')
    .select('taken_on')
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row?.taken_on;
}

/** Notes that a file was taken in. */
export async function noteFile(tx: Db, centreId: string, surveyId: string, file: TakenFile): Promise<void> {
  await tx
    .insertInto('survey_import')
    .values({
      centre_id: centreId,
      survey_id: surveyId,
      digest: file.digest,
      taken_on: file.on,
      taken_by: file.by,
      sheets: file.sheets,
      left_out: file.leftOut,
    })
    .execute();
}
