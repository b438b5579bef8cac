import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/database/tenant.ts';
import { type Column, columnsOf, notAsked, openQuestionsOf } from '../domain/columns.ts';
import { codesOf, type Definition, questionsOf } from '../domain/definition.ts';
import { modes } from '../domain/survey.ts';
import { keeper } from './kept-answers.ts';
import { changesOf } from './sheets.ts';
import { findSurvey, findVersion, versionsOf } from './surveys.ts';
import { type StratumCount, strataOf } from './sample.ts';
import type { Sampling } from '../domain/survey.ts';

/** Codes of one column, in the smallest numbers that hold them. */
export type Codes = Int8Array | Int16Array | Int32Array;

/** What the sheets of a survey hold, in columns; row n of every column is the same sheet. Never changed: it is shared. */
interface Read {
  /** The newest published questionnaire: texts of codes and lines. */
  definition: Definition;
  /** Of all versions by their keys; a sheet of a version without the question has -8 there. */
  columns: { column: Column; codes: Codes }[];
  rows: number;
  versions: Int16Array;
  /** Channel, as a place in `modes`. */
  modes: Uint8Array;
  /** Days since 1970-01-01. */
  days: Int32Array;
  /** Number of the stratum; 0: none. */
  strata: Int32Array;
  /** Whole minutes of answering; -1: not known. */
  minutes: Int16Array;
  /** Open answers by question: rows that gave one, with the id of the sheet and the text. */
  texts: { question: string; rows: number[]; ids: string[]; texts: string[] }[];
  /** Sheets with something wrong that was kept visible: `hidden:q3`. */
  flags: { row: number; flags: string[] }[];
  /** Room that it takes. */
  bytes: number;
}

/** The answers of a survey as they stand now. */
export interface SurveyAnswers extends Read {
  sampling: Sampling;
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

/** The largest code that may stand in a column: options and their numbers of the definition, not what anybody sent. */
function largestOf({ values, question }: Column, definition: Definition): number {
  if (values === 'number') return Number.POSITIVE_INFINITY;
  if (values === 'ticked') return 1;
  const asked = questionsOf(definition).find(({ name }) => name === question);
  return asked ? Math.max(...(codesOf(asked) ?? []), 'options' in asked ? asked.options.length : 0) : 999;
}

/** A column of rows in which nobody was asked. */
function emptyColumn(rows: number, largest: number): Codes {
  if (largest <= 127) return new Int8Array(rows).fill(notAsked);
  return (largest <= 999 ? new Int16Array(rows) : new Int32Array(rows)).fill(notAsked);
}

/** Whole numbers of `{1,-9,27}` into a row of the columns. Parsed by hand: a million rows of sixty are read this way. */
function spread(text: string, row: number, targets: readonly (Codes | undefined)[]): void {
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

/** The published questionnaires of a survey, oldest first. */
async function definitionsOf(
  db: Db,
  centreId: string,
  surveyId: string,
  numbers: readonly number[],
): Promise<{ no: number; definition: Definition }[]> {
  const found: { no: number; definition: Definition }[] = [];
  for (const no of numbers) {
    const definition = await findVersion(db, centreId, surveyId, no);
    if (definition) found.push({ no, definition });
  }
  return found;
}

/** Room for every column of all versions, and for each version the columns of its codes in their order. */
function layOut(
  definitions: readonly { no: number; definition: Definition }[],
  rows: number,
): { columns: Read['columns']; layouts: Map<number, Codes[]>; open: Map<string, Read['texts'][number]> } {
  const wanted = new Map<string, { column: Column; largest: number }>();
  const open = new Map<string, Read['texts'][number]>();
  for (const { definition } of definitions) {
    for (const question of openQuestionsOf(definition))
      if (!open.has(question)) open.set(question, { question, rows: [], ids: [], texts: [] });
    for (const column of columnsOf(definition)) {
      const known = wanted.get(column.key);
      const largest = Math.max(known?.largest ?? 0, largestOf(column, definition));
      wanted.set(column.key, { column: known?.column ?? column, largest });
    }
  }
  const byKey = new Map(
    [...wanted].map(([key, { column, largest }]) => [key, { column, codes: emptyColumn(rows, largest) }]),
  );
  const layouts = new Map(
    definitions.map(({ no, definition }) => [
      no,
      columnsOf(definition).flatMap(({ key }) => byKey.get(key)?.codes ?? []),
    ]),
  );
  return { columns: [...byKey.values()], layouts, open };
}

/** What a JavaScript array and a short text take beside their letters, in bytes. */
const perText = 64;

function bytesOf({ columns, rows, texts, flags }: Omit<Read, 'bytes'>): number {
  const perRow = 2 + 1 + 4 + 4 + 2;
  return (
    columns.reduce((sum, { codes }) => sum + codes.byteLength, perRow * rows) +
    texts.reduce(
      (sum, one) => one.texts.reduce((letters, text) => letters + 2 * text.length + 2 * perText, sum),
      perText * flags.length,
    )
  );
}

/** Reads every sheet, in the order of their ids, which are made by chance. undefined: no version was published. */
async function readAnswers(
  db: Db,
  centreId: string,
  surveyId: string,
  numbers: readonly number[],
): Promise<Read> {
  const [definitions, counted] = await Promise.all([
    definitionsOf(db, centreId, surveyId, numbers),
    db
      .selectFrom('survey_sheet')
      .select(sql<number>`count(*)::int`.as('rows'))
      .where('centre_id', '=', centreId)
      .where('survey_id', '=', surveyId)
      .executeTakeFirst(),
  ]);
  const newest = definitions.at(-1)?.definition;
  if (!newest) throw new Error('a survey with answers has a published version');
  const rows = counted?.rows ?? 0;
  const { columns, layouts, open } = layOut(definitions, rows);
  const answers = {
    definition: newest,
    columns,
    rows,
    versions: new Int16Array(rows),
    modes: new Uint8Array(rows),
    days: new Int32Array(rows),
    strata: new Int32Array(rows),
    minutes: new Int16Array(rows),
    texts: [...open.values()],
    flags: [] as Read['flags'],
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
      answers.versions[row] = one.version_no;
      answers.modes[row] = modes.findIndex((mode) => mode === one.mode);
      answers.days[row] = Date.parse(`${one.day}T00:00:00Z`) / dayMs;
      answers.strata[row] = one.stratum_no ?? 0;
      answers.minutes[row] = one.minutes ?? -1;
      if (one.texts !== null)
        for (const [question, text] of Object.entries(textsSchema.parse(one.texts) ?? {})) {
          const given = open.get(question);
          given?.rows.push(row);
          given?.ids.push(one.id);
          given?.texts.push(text);
        }
      if (one.flags !== null) answers.flags.push({ row, flags: flagsSchema.parse(one.flags) });
      after = one.id;
      row += 1;
    }
  }
  return { ...answers, bytes: bytesOf(answers) };
}

const kept = keeper<Read>();

/** How many sheets each stratum has, of those read. */
const answeredOf = (strata: Int32Array): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const no of strata) counts.set(no, (counts.get(no) ?? 0) + 1);
  return counts;
};

/**
 * The answers of a survey as columns of codes (see `columnsOf`): -9 no answer, -8 not asked, -1 no opinion. They are kept in
 * memory and read again when a sheet has come or changed since, or another version was published: the numbers that say
 * so are asked first, each time and as the centre itself. undefined: no such survey, or it was never published.
 */
export async function answersOf(
  db: Db,
  centreId: string,
  surveyId: string,
): Promise<SurveyAnswers | undefined> {
  const [survey, { changes, settled }, numbers, strata] = await Promise.all([
    findSurvey(db, centreId, { id: surveyId }),
    changesOf(db, centreId, surveyId),
    versionsOf(db, centreId, surveyId),
    strataOf(db, centreId, surveyId),
  ]);
  if (!survey || survey.answeredVersion === null) return undefined;
  const read = async (): Promise<Read> => await readAnswers(db, centreId, surveyId, numbers);
  const answers = settled
    ? await kept.get(`${centreId} ${surveyId}`, `${changes} ${numbers.join()}`, read)
    : await read();
  const answered = strata.length > 0 ? answeredOf(answers.strata) : undefined;
  return {
    ...answers,
    sampling: survey.sampling,
    sample: strata.map((stratum) => ({ ...stratum, answered: answered?.get(stratum.no) ?? 0 })),
  };
}
