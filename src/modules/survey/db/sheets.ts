import { sql } from 'kysely';
import type { Lang } from '../../../lang.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Coded } from '../domain/columns.ts';
import type { Mode } from '../domain/survey.ts';
import { gathered } from './gathered.ts';

// Sheets are written in this file and nowhere else: each statement that changes them counts the change in its transaction.

/** One sheet of answers as it is kept. */
export interface Sheet extends Coded {
  id: string;
  surveyId: string;
  versionNo: number;
  mode: Mode;
  day: string;
  lang: Lang;
  stratumNo: number | null;
  minutes: number | null;
  flags: string[];
}

/** Counts a change of the sheets of surveys. In the order of their ids, so that two transactions wait in one direction only. */
export async function countChange(tx: Db, centreId: string, surveyIds: readonly string[]): Promise<void> {
  await sql`
    insert into survey_change (centre_id, survey_id, changes)
    select ${centreId}::uuid, changed.id, 1 from unnest(${[...new Set(surveyIds)].sort()}::uuid[]) as changed (id)
    on conflict (centre_id, survey_id) do update set changes = survey_change.changes + 1`.execute(tx);
}

/**
 * How often the sheets of a survey have changed: what was read after the same number still holds. `settled` is false in a
 * transaction that has written something: what it reads may yet be undone, and then the number would come again.
 */
export async function changesOf(
  db: Db,
  centreId: string,
  surveyId: string,
): Promise<{ changes: number; settled: boolean }> {
  const read = await sql<{ changes: number | null; settled: boolean }>`
    select pg_current_xact_id_if_assigned() is null as settled,
      (select changes from survey_change where centre_id = ${centreId}::uuid and survey_id = ${surveyId}::uuid) as changes`.execute(
    db,
  );
  const [row] = read.rows;
  return { changes: row?.changes ?? 0, settled: row?.settled ?? false };
}

/** An array as PostgreSQL reads it: a third of the work of a JSON array. */
const arrayText = (codes: readonly number[]): string => `{${codes.join()}}`;

/**
 * Keeps a sheet, those of one batch in one statement. false: this sheet was here before, and nothing was written.
 */
export const insertSheet = gathered<{ centreId: string; sheet: Sheet }, boolean>(async (tx, wanted) => {
  const [first] = wanted;
  if (!first) return [];
  const rows = wanted.map(({ sheet }) => ({
    survey_id: sheet.surveyId,
    id: sheet.id,
    version_no: sheet.versionNo,
    mode: sheet.mode,
    day: sheet.day,
    lang: sheet.lang,
    stratum_no: sheet.stratumNo,
    minutes: sheet.minutes,
    codes: arrayText(sheet.codes),
    texts: Object.keys(sheet.texts).length > 0 ? sheet.texts : null,
    flags: sheet.flags,
  }));
  const [written] = await Promise.all([
    sql<{ id: string }>`
      insert into survey_sheet (centre_id, survey_id, id, version_no, mode, day, lang, stratum_no, minutes, codes, texts, flags)
      select ${first.centreId}::uuid, r.survey_id, r.id, r.version_no, r.mode, r.day, r.lang, r.stratum_no, r.minutes, r.codes, r.texts, r.flags
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (survey_id uuid, id uuid, version_no int, mode text, day date,
        lang text, stratum_no int, minutes int, codes int[], texts jsonb, flags text[])
      on conflict (centre_id, survey_id, id) do nothing
      returning id`.execute(tx),
    countChange(
      tx,
      first.centreId,
      wanted.map(({ sheet }) => sheet.surveyId),
    ),
  ]);
  const fresh = new Set(written.rows.map(({ id }) => id));
  return wanted.map(({ sheet }) => fresh.has(sheet.id));
});

/** Writes the codes and texts of a sheet again. */
export async function rewriteSheet(
  tx: Db,
  centreId: string,
  surveyId: string,
  sheetId: string,
  { codes, texts }: Coded,
): Promise<void> {
  await Promise.all([
    tx
      .updateTable('survey_sheet')
      .set({
        codes,
        texts: Object.keys(texts).length > 0 ? sql`${JSON.stringify(texts)}::jsonb` : null,
      })
      .where('centre_id', '=', centreId)
      .where('survey_id', '=', surveyId)
      .where('id', '=', sheetId)
      .execute(),
    countChange(tx, centreId, [surveyId]),
  ]);
}

/** The ids of those sheets that are already kept. */
export async function knownSheets(
  db: Db,
  centreId: string,
  surveyId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('survey_sheet')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('survey_id', '=', surveyId)
    .where('id', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Whether a sheet of the survey at an address is already kept; those of one batch together. */
export const sheetSent = gathered<{ centreId: string; slug: string; sheetId: string }, boolean>(
  async (tx, wanted) => {
    const [first] = wanted;
    if (!first) return [];
    const rows = await tx
      .selectFrom('survey')
      .innerJoin('survey_sheet', (join) =>
        join
          .onRef('survey_sheet.centre_id', '=', 'survey.centre_id')
          .onRef('survey_sheet.survey_id', '=', 'survey.id'),
      )
      .select(['survey.slug', 'survey_sheet.id'])
      .where('survey.centre_id', '=', first.centreId)
      .where('survey_sheet.centre_id', '=', first.centreId)
      .where(sql<boolean>`survey.slug = any(${[...new Set(wanted.map(({ slug }) => slug))]}::text[])`)
      .where(sql<boolean>`survey_sheet.id = any(${wanted.map(({ sheetId }) => sheetId)}::uuid[])`)
      .execute();
    const sent = new Set(rows.map(({ slug, id }) => `${slug} ${id}`));
    return wanted.map(({ slug, sheetId }) => sent.has(`${slug} ${sheetId}`));
  },
);
