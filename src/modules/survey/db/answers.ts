import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { type Column, columnsOf, notAsked, openQuestionsOf } from '../domain/columns.ts';
import type { Definition } from '../domain/definition.ts';
import { modes } from '../domain/survey.ts';
import { findSurvey, findVersion, versionsOf } from './surveys.ts';
import { type StratumCount, strataOf } from './sample.ts';
import type { Sampling } from '../domain/survey.ts';

/** Every sheet of a survey in columns of codes; row n of every column is the same sheet. */
export interface SurveyAnswers {
  sampling: Sampling;
  /** The newest published questionnaire: texts of codes and lines. */
  definition: Definition;
  /** Of all versions by their keys; a sheet of a version without the question has -8 there. */
  columns: { column: Column; codes: Int32Array }[];
  rows: number;
  ids: string[];
  versions: Int32Array;
  /** Channel, as a place in `modes`. */
  modes: Uint8Array;
  /** Days since 1970-01-01. */
  days: Int32Array;
  /** Number of the stratum; 0: none. */
  strata: Int32Array;
  /** Whole minutes of answering; -1: not known. */
  minutes: Int16Array;
  /** Open answers by question: rows that gave one, with the text. */
  texts: { question: string; rows: number[]; texts: string[] }[];
  /** Sheets with something wrong that was kept visible: `hidden:q3`. */
  flags: { row: number; flags: string[] }[];
  /** Of a survey by sample: its strata with population, drawn, answered, silent. */
  sample: StratumCount[];
}

const textsSchema = z.record(z.string(), z.string()).nullable();
const flagsSchema = z.array(z.string());

const pageSize = 20_000;
const dayMs = 86_400_000;

interface Page {
  id: string;
  version_no: number;
  mode: string;
  day: string;
  stratum_no: number | null;
  minutes: number | null;
  codes: string;
  texts: unknown;
  flags: unknown;
}

/** Whole numbers of `{1,-9,27}` into a row of the columns. Parsed by hand: a million rows of sixty are read this way. */
function spread(text: string, row: number, targets: readonly (Int32Array | undefined)[]): void {
  let value = 0;
  let negative = false;
  let column = 0;
  for (let at = 1; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign >= 48 && sign <= 57) value = value * 10 + sign - 48;
    else if (sign === 45) negative = true;
    else {
      const target = targets[column];
      if (target) target[row] = negative ? -value : value;
      column += 1;
      value = 0;
      negative = false;
    }
  }
}

/**
 * The answers of a survey as columns of codes (see `columnsOf`): -9 no answer, -8 not asked, -1 no opinion. Sheets come in
 * the order of their ids, which are made by chance. undefined: no such survey, or it was never published.
 */
export async function answersOf(
  db: Db,
  centreId: string,
  surveyId: string,
): Promise<SurveyAnswers | undefined> {
  const survey = await findSurvey(db, centreId, { id: surveyId });
  if (!survey || survey.answeredVersion === null) return undefined;
  const [numbers, strata, counted] = await Promise.all([
    versionsOf(db, centreId, surveyId),
    strataOf(db, centreId, surveyId),
    db
      .selectFrom('survey_sheet')
      .select(sql<number>`count(*)::int`.as('rows'))
      .where('centre_id', '=', centreId)
      .where('survey_id', '=', surveyId)
      .executeTakeFirst(),
  ]);
  const rows = counted?.rows ?? 0;
  const byKey = new Map<string, { column: Column; codes: Int32Array }>();
  const layouts = new Map<number, Int32Array[]>();
  const open = new Map<string, { question: string; rows: number[]; texts: string[] }>();
  let newest: Definition | undefined;
  for (const no of numbers) {
    const definition = await findVersion(db, centreId, surveyId, no);
    if (!definition) continue;
    newest = definition;
    for (const question of openQuestionsOf(definition))
      if (!open.has(question)) open.set(question, { question, rows: [], texts: [] });
    layouts.set(
      no,
      columnsOf(definition).map((column) => {
        const known = byKey.get(column.key) ?? { column, codes: new Int32Array(rows).fill(notAsked) };
        byKey.set(column.key, known);
        return known.codes;
      }),
    );
  }
  if (!newest) return undefined;
  const answers: SurveyAnswers = {
    sampling: survey.sampling,
    definition: newest,
    columns: [...byKey.values()],
    rows,
    ids: [],
    versions: new Int32Array(rows),
    modes: new Uint8Array(rows),
    days: new Int32Array(rows),
    strata: new Int32Array(rows),
    minutes: new Int16Array(rows),
    texts: [...open.values()],
    flags: [],
    sample: strata,
  };
  let after = '00000000-0000-0000-0000-000000000000';
  for (let row = 0; row < rows; ) {
    const page = await sql<Page>`
      select id, version_no, mode, day::text as day, stratum_no, minutes, codes::text as codes, texts,
        case when flags <> '{}' then to_jsonb(flags) end as flags
      from survey_sheet where centre_id = ${centreId}::uuid and survey_id = ${surveyId}::uuid and id > ${after}::uuid
      order by id limit ${Math.min(pageSize, rows - row)}`.execute(db);
    if (page.rows.length === 0) break;
    for (const one of page.rows) {
      spread(one.codes, row, layouts.get(one.version_no) ?? []);
      answers.ids.push(one.id);
      answers.versions[row] = one.version_no;
      answers.modes[row] = modes.findIndex((mode) => mode === one.mode);
      answers.days[row] = Date.parse(`${one.day}T00:00:00Z`) / dayMs;
      answers.strata[row] = one.stratum_no ?? 0;
      answers.minutes[row] = one.minutes ?? -1;
      if (one.texts !== null)
        for (const [question, text] of Object.entries(textsSchema.parse(one.texts) ?? {})) {
          open.get(question)?.rows.push(row);
          open.get(question)?.texts.push(text);
        }
      if (one.flags !== null) answers.flags.push({ row, flags: flagsSchema.parse(one.flags) });
      after = one.id;
      row += 1;
    }
  }
  return answers;
}
