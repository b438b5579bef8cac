import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Code } from '../domain/coding.ts';

type By = { centreId: string; accountId: string; today: string };

export interface KeptCode extends Code {
  surveyId: string;
  question: string;
  version: number;
}

/** The codes of an open question in the order of their names; all of the survey's without a question. */
export async function codesOfQuestion(
  db: Db,
  centreId: string,
  surveyId: string,
  question: string,
): Promise<KeptCode[]> {
  const rows = await db
    .selectFrom('result_code')
    .select(['id', 'survey_id', 'question', 'name', 'words', 'version'])
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .where('question', '=', question)
    .orderBy('name')
    .execute();
  return rows.map(({ survey_id, ...row }) => ({ ...row, surveyId: survey_id }));
}

/** One code; locked. */
export async function findCode(tx: Db, centreId: string, codeId: string): Promise<KeptCode | undefined> {
  const row = await tx
    .selectFrom('result_code')
    .select(['id', 'survey_id', 'question', 'name', 'words', 'version'])
    .where('centre_id', '=', centreId)
    .where('id', '=', codeId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const { survey_id, ...rest } = row;
  return { ...rest, surveyId: survey_id };
}

/** Writes a code, over the one of the same id. */
export async function writeCode(tx: Db, by: By, code: Omit<KeptCode, 'version'>): Promise<void> {
  const columns = {
    name: code.name,
    words: [...code.words],
    written_by: by.accountId,
    written_on: by.today,
  };
  await tx
    .insertInto('result_code')
    .values({
      centre_id: by.centreId,
      id: code.id,
      survey_id: code.surveyId,
      question: code.question,
      ...columns,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'id'])
        .doUpdateSet((set) => ({ ...columns, version: set('result_code.version', '+', 1) })),
    )
    .execute();
}

/** Takes a code away, also from the answers that were coded with it by hand; one left with none is to be coded again. */
export async function deleteCode(tx: Db, centreId: string, code: KeptCode): Promise<void> {
  const { id, surveyId, question } = code;
  await sql`update result_coding set codes = array_remove(codes, ${id}::uuid)
    where centre_id = ${centreId}::uuid and survey_id = ${surveyId}::uuid and question = ${question}
      and ${id}::uuid = any (codes) and array_length(codes, 1) > 1`.execute(tx);
  await sql`delete from result_coding
    where centre_id = ${centreId}::uuid and survey_id = ${surveyId}::uuid and question = ${question}
      and codes = array[${id}::uuid]`.execute(tx);
  await tx.deleteFrom('result_code').where('centre_id', '=', centreId).where('id', '=', id).execute();
}

/** Codes given by hand, by the sheet. */
export async function codedByHand(
  db: Db,
  centreId: string,
  surveyId: string,
  question: string,
): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('result_coding')
    .select(['sheet_id', 'codes'])
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .where('question', '=', question)
    .execute();
  return new Map(rows.map(({ sheet_id, codes }) => [sheet_id, codes]));
}

/** Codes an answer by hand, over what was given before. */
export async function writeCoding(
  tx: Db,
  by: By,
  coding: { surveyId: string; question: string; sheetId: string; codes: readonly string[] },
): Promise<void> {
  const columns = { codes: [...coding.codes], coded_by: by.accountId, coded_on: by.today };
  await tx
    .insertInto('result_coding')
    .values({
      centre_id: by.centreId,
      survey_id: coding.surveyId,
      question: coding.question,
      sheet_id: coding.sheetId,
      ...columns,
    })
    .onConflict((conflict) =>
      conflict.columns(['centre_id', 'survey_id', 'question', 'sheet_id']).doUpdateSet(columns),
    )
    .execute();
}
