import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { choice, date, id, optionalInteger, tick } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { strataOf } from '../db/sample.ts';
import { noteFile, repeatedInFile, stageSheets, takenOn, takeStaged } from '../db/staged-sheets.ts';
import { findSurvey, findVersion } from '../db/surveys.ts';
import { type AnswerReader, readAnswerFile, rowFaultKinds } from '../domain/answer-file/read.ts';
import { modes, surveyBasis } from '../domain/survey.ts';
import { answerFile as words } from '../pl-answer-file.ts';
import { enters } from './roles.ts';

/** The pieces of a file, from the beginning each time it is asked for. */
export type OpenFile = () => AsyncIterable<Uint8Array>;

const pieceSize = 256 * 1024;

/** Bytes in pieces, with a turn of the loop between them: a large file must not make everybody else wait. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceSize) {
    yield bytes.subarray(at, at + pieceSize);
    await nextTurn();
  }
}

/** A file of a form, in Base64 of the API, or (`open`, only inside this process) one that is read as it goes. */
const answerFile = z.preprocess(
  (value): OpenFile | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    // Only a caller in this process can hand over a function: neither a form nor JSON has any.
    if ('open' in value && typeof value.open === 'function') return value.open as OpenFile;
    const content = 'content' in value ? value.content : undefined;
    const bytes = typeof content === 'string' ? Buffer.from(content, 'base64') : content;
    return bytes instanceof Uint8Array && bytes.length > 0 ? () => inPieces(bytes) : undefined;
  },
  z.custom<OpenFile>((value) => typeof value === 'function', { error: words.errors.choose }),
);

/** Reads a file into the staging table of the transaction; gives its SHA-256. */
async function stage(tx: Db, open: OpenFile, reader: AnswerReader): Promise<Buffer> {
  const hash = createHash('sha256');
  async function* lines(): AsyncGenerator<Uint8Array> {
    for await (const piece of open()) {
      hash.update(piece);
      yield reader.read(piece);
    }
    yield reader.end();
  }
  await stageSheets(tx, lines());
  return hash.digest();
}

const faultSchema = z.object({
  row: z.number(),
  kind: z.enum(rowFaultKinds),
  at: z.string(),
  value: z.string(),
});

/**
 * Takes in a file of coded answers that were collected elsewhere. All of its rows or none: what is wrong with a row is told
 * with its number, and nothing is written until those rows are corrected or given up (`withoutFaulty`).
 */
export const importSheets = command({
  name: 'survey.import-sheets',
  summary:
    'Take in a file (CSV) of coded answers collected elsewhere, all rows or none; faulty rows are told by their numbers',
  input: z.object({
    surveyId: id(),
    file: answerFile,
    /** How they were collected, where the file has no column `mode`. */
    mode: choice(modes),
    /** The day of the answers, where the file has no column `day`. */
    day: date(),
    /** Version of the questions; blank: the one that is answered now. */
    versionNo: optionalInteger(1, 10_000),
    /** Takes the other rows although some are faulty. */
    withoutFaulty: tick(),
  }),
  result: z.object({
    surveyId: z.string(),
    /** Rows with answers in the file. */
    rows: z.number(),
    /** Sheets that are new. */
    added: z.number(),
    /** Sheets that were here before, by their `id`. */
    already: z.number(),
    faults: z.array(faultSchema),
    faultCount: z.number(),
  }),
  basis: surveyBasis,
  files: true,
  async load(tx, { surveyId, file, mode, day, versionNo }, { actor: { centreId, roles }, today }) {
    // Whoever may not take answers in is not worth the work of reading.
    if (!roles.some((role) => role in enters)) return {};
    const survey = await findSurvey(tx, centreId, { id: surveyId });
    if (!survey) return undefined;
    const no = versionNo ?? survey.answeredVersion;
    const definition = no === null ? undefined : await findVersion(tx, centreId, surveyId, no);
    const from = survey.opensOn ?? today;
    if (no === null || !definition || day < from || day > today) return { survey, definition };
    const strata = await strataOf(tx, centreId, surveyId);
    const reader = readAnswerFile(definition, {
      mode,
      day,
      lang: 'pl',
      from,
      to: today,
      strata: new Set(strata.map((stratum) => stratum.no)),
    });
    const digest = await stage(tx, file, reader);
    const { report } = reader;
    return {
      survey,
      definition,
      read: {
        report,
        digest,
        versionNo: no,
        taken: await takenOn(tx, centreId, surveyId, digest),
        repeated: report.named ? await repeatedInFile(tx) : [],
      },
    };
  },
  allow: enters,
  decide({ survey, definition, read }, { withoutFaulty }) {
    if (!survey || survey.state === 'draft')
      return refuse('survey.not-running', words.errors.notPublished, { field: 'file' });
    if (!definition) return refuse('survey.unknown-version', words.errors.version, { field: 'versionNo' });
    if (!read) return refuse('survey.file-day', words.errors.day, { field: 'day' });
    const { report, digest, taken, repeated, versionNo } = read;
    if (report.head)
      return refuse(`survey.file-head-${report.head.kind}`, words.head[report.head.kind](report.head.names), {
        field: 'file',
      });
    if (taken) return refuse('survey.file-taken', words.errors.taken(taken), { field: 'file' });
    if (report.rows === 0) return refuse('survey.file-empty', words.head.empty(), { field: 'file' });
    const twice = repeated.map(({ row, id: value }) => ({
      row,
      kind: 'sheetTwice' as const,
      at: 'id',
      value,
    }));
    const faultCount = report.faultCount + repeated.length;
    return {
      surveyId: survey.id,
      versionNo,
      digest,
      rows: report.rows,
      fit: report.good - repeated.length,
      faults: [...report.faults, ...twice].toSorted((a, b) => a.row - b.row),
      faultCount,
      take: faultCount === 0 || withoutFaulty,
    };
  },
  async save(tx, file, { actor, today }) {
    const { surveyId, rows, faults, faultCount, take, fit } = file;
    const told = { surveyId, rows, faults, faultCount };
    if (!take) return { ...told, added: 0, already: 0 };
    const added = await takeStaged(tx, actor.centreId, file);
    await noteFile(tx, actor.centreId, surveyId, {
      digest: file.digest,
      on: today,
      by: actor.accountId,
      sheets: added,
      leftOut: faultCount,
    });
    return { ...told, added, already: fit - added };
  },
  audit: ({ surveyId, rows, faultCount, take }, { added, already }) => ({
    what: { surveyId, rows, faulty: faultCount, taken: take, added, already },
  }),
  // What was only read changed nothing, and may be read again.
  receipt: (result) => (result.added + result.already > 0 ? { ...result, faults: [] } : undefined),
  constraints: {
    survey_import_pkey: refuse('survey.file-taken', words.errors.takenNow, { field: 'file' }),
    survey_sheet_pkey: refuse('survey.file-taken', words.errors.takenNow, { field: 'file' }),
  },
});
