import { z } from 'zod';
import { choice, optionalText, tick } from '../../../platform/fields.ts';
import { pl as fileWords } from '../../../platform/files/pl.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { insertSurvey, slugTaken } from '../db/surveys.ts';
import { definitionSchema } from '../domain/definition-schema.ts';
import { slugOf } from '../domain/slug.ts';
import { samplings, surveyBasis } from '../domain/survey.ts';
import { isRefusal, type RowRemark } from '../domain/xlsform/problem.ts';
import { countOf, type Imported, readXlsform } from '../domain/xlsform/read.ts';
import { pl } from '../pl.ts';
import { xlsform } from '../pl-xlsform.ts';
import { readWorkbook, type XlsformFault } from '../xlsform-file.ts';
import { designs } from './roles.ts';

const words = xlsform.errors;

/** A file of a form or, in Base64, of the API and of the page that shows what was understood. */
const sentFile = z.preprocess(
  (value) => {
    const content =
      typeof value === 'object' && value !== null && 'content' in value ? value.content : undefined;
    return typeof content === 'string' ? Buffer.from(content, 'base64') : content;
  },
  z.instanceof(Uint8Array, { error: words.choose }).refine((bytes) => bytes.length > 0, words.choose),
);

const isOwn = (fault: string): fault is keyof typeof words => Object.hasOwn(words, fault);

const faultWords = (fault: XlsformFault | Extract<Imported, { ok: false }>['fault']): string =>
  isOwn(fault) ? words[fault] : fileWords.faults[fault];

/** A fault as the end of a code: `noSurvey` is `no-survey`, `FILE_MACROS` is `file-macros`. */
const codeOf = (fault: string): string =>
  (fault.includes('_')
    ? fault.replaceAll('_', '-')
    : fault.replace(/[A-Z]/g, (letter) => `-${letter}`)
  ).toLowerCase();

const remark: z.ZodType<RowRemark> = z.object({
  sheet: z.string(),
  row: z.number(),
  kind: z.custom<RowRemark['kind']>((value) => typeof value === 'string'),
  about: z.string(),
  problem: z.custom<RowRemark['problem']>().optional(),
});

const mostTold = 500;

/** Reads an XLSForm and tells row by row what was not understood; with `take` the understood part becomes a new draft. */
export const importXlsform = command({
  name: 'survey.import-xlsform',
  summary:
    'Preview an XLSForm workbook (XLSX): what is understood, and every refused row; with `take` it becomes a new survey',
  input: z.object({
    file: sentFile,
    /** Blank: the title of the form. */
    title: optionalText(120),
    sampling: choice(samplings),
    take: tick(),
  }),
  result: z.object({
    /** null: only read. */
    surveyId: z.string().nullable(),
    sampling: choice(samplings),
    definition: definitionSchema,
    remarks: z.array(remark),
    refusedCount: z.number(),
    /** What was only read, in Base64: to be sent again with `take`. */
    file: z.string().nullable(),
  }),
  basis: surveyBasis,
  files: true,
  async load(tx, { file, title }, { actor, today }) {
    // Whoever may not design is not worth the work of reading.
    if (!actor.roles.some((role) => role in designs)) return {};
    const workbook = await readWorkbook(file);
    if (!workbook.ok) return { fault: workbook.fault };
    const imported = readXlsform(workbook.value, {
      choice: xlsform.otherChoice,
      question: xlsform.otherQuestion,
      section: xlsform.untitled,
    });
    if (!imported.ok) return { fault: imported.fault };
    const named = title ?? imported.definition.title.pl.slice(0, 120);
    const slug = `${slugOf(named) || 'ankieta'}-${today.slice(0, 4)}`;
    return { imported, named, slug, taken: await slugTaken(tx, actor.centreId, slug) };
  },
  allow: designs,
  decide({ fault, imported, named = '', slug = '', taken }, { sampling, take, file }) {
    if (fault || !imported)
      return refuse(`survey.xlsform-${codeOf(fault ?? 'notXlsx')}`, faultWords(fault ?? 'notXlsx'), {
        field: 'file',
      });
    const { remarks } = imported;
    const definition = { ...imported.definition, title: { ...imported.definition.title, pl: named } };
    const told = { sampling, definition, remarks, refusedCount: remarks.filter(isRefusal).length };
    if (!take) return { ...told, survey: undefined, file: Buffer.from(file).toString('base64') };
    if (countOf(definition).questions === 0)
      return refuse('survey.xlsform-nothing', words.nothing, { field: 'file' });
    if (named === '') return refuse('survey.xlsform-title', words.title, { field: 'title' });
    if (taken) return refuse('survey.slug-taken', pl.errors.slugTaken, { field: 'title' });
    return { ...told, survey: { id: newId(), slug, title: named, sampling, draft: definition }, file: null };
  },
  async save(tx, { survey, sampling, definition, remarks, refusedCount, file }, { actor, today }) {
    if (survey) await insertSurvey(tx, actor.centreId, survey, today);
    return {
      surveyId: survey?.id ?? null,
      sampling,
      definition,
      remarks: remarks.slice(0, mostTold),
      refusedCount,
      file,
    };
  },
  // What was only read changed nothing, and may be read again.
  receipt: (result) => (result.surveyId === null ? undefined : result),
  audit: ({ survey, definition, refusedCount }) => ({
    what: { surveyId: survey?.id ?? null, ...countOf(definition), refusedCount },
  }),
  constraints: {
    survey_centre_id_slug_key: refuse('survey.slug-taken', pl.errors.slugTaken, { field: 'title' }),
  },
});
