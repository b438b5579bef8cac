import { z } from 'zod';
import { id, list, optionalId, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { questionsOf } from '../../survey/index.ts';
import { codesOfQuestion, deleteCode, findCode, writeCode, writeCoding } from '../db/codes.ts';
import { mayWrite, resultsBasis } from '../domain/access.ts';
import { loadSurvey } from '../load.ts';
import { pl } from '../pl.ts';

const words = pl.texts;

const questionName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** Words as they are typed: divided by commas or lines. */
const dictionary = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? value
          .split(/[,;\n]/)
          .map((one) => one.trim())
          .filter((one) => one !== '')
      : (value ?? []),
  z
    .array(
      z
        .string()
        .min(3, words.shortWord)
        .max(60)
        .refine((one) => /[\p{L}\p{N}]{3}/u.test(one), words.shortWord),
    )
    .max(60),
);

const byOf = ({ actor, today }: { actor: { centreId: string; accountId: string }; today: string }) => ({
  centreId: actor.centreId,
  accountId: actor.accountId,
  today,
});

/** A code of the open answers to a question, with the words that lead to it; with an id it is corrected. */
export const writeCodeCommand = command({
  name: 'results.write-code',
  summary: 'Write a code of open answers with the beginnings of words that lead to it',
  input: z.object({
    surveyId: id(),
    question: questionName,
    codeId: optionalId(),
    name: text(80),
    words: dictionary,
  }),
  result: z.object({ surveyId: z.string(), question: z.string() }),
  basis: resultsBasis,
  async load(tx, { surveyId, question, codeId }, { actor }) {
    if (!actor.roles.some((role) => role in mayWrite)) return {};
    const [loaded, codes] = await Promise.all([
      loadSurvey(tx, actor.centreId, surveyId),
      codesOfQuestion(tx, actor.centreId, surveyId, question),
    ]);
    const code = codes.find((one) => one.id === codeId);
    if (!loaded || (codeId !== undefined && !code)) return undefined;
    return code ? { loaded, codes, version: code.version } : { loaded, codes };
  },
  allow: mayWrite,
  decide({ loaded, codes = [] }, input) {
    const question =
      loaded && questionsOf(loaded.answers.definition).find(({ name }) => name === input.question);
    if (question?.type !== 'text') return refuse('results.not-open', words.notOpen, { field: 'question' });
    const sameName = codes.some(({ id: own, name }) => own !== input.codeId && name === input.name);
    if (sameName) return refuse('results.code-twice', words.nameTaken, { field: 'name' });
    return {
      id: input.codeId ?? newId(),
      surveyId: input.surveyId,
      question: input.question,
      name: input.name,
      words: input.words,
    };
  },
  async save(tx, code, moment) {
    await writeCode(tx, byOf(moment), code);
    return { surveyId: code.surveyId, question: code.question };
  },
  constraints: {
    result_code_centre_id_survey_id_question_name_key: refuse('results.code-twice', words.nameTaken, {
      field: 'name',
    }),
  },
  audit: (code) => ({ what: { ...code } }),
});

/** Takes a code of open answers away. */
export const removeCode = command({
  name: 'results.remove-code',
  summary: 'Remove a code of open answers',
  input: z.object({ surveyId: id(), codeId: id() }),
  result: z.object({ surveyId: z.string(), question: z.string() }),
  basis: resultsBasis,
  async load(tx, { surveyId, codeId }, { actor }) {
    const code = await findCode(tx, actor.centreId, codeId);
    return code?.surveyId === surveyId ? { code, version: code.version } : undefined;
  },
  allow: mayWrite,
  decide: ({ code }) => ({ code }),
  async save(tx, { code }, { actor }) {
    await deleteCode(tx, actor.centreId, code);
    return { surveyId: code.surveyId, question: code.question };
  },
  audit: ({ code }) => ({ what: { ...code } }),
});

/** Codes one open answer by hand: stands above the dictionary. No code says that none fits. */
export const codeAnswer = command({
  name: 'results.code-answer',
  summary: 'Code one open answer by hand',
  input: z.object({ surveyId: id(), question: questionName, sheetId: z.uuid(), codes: list(id(), 30) }),
  result: z.object({ surveyId: z.string(), question: z.string() }),
  basis: resultsBasis,
  async load(tx, { surveyId, question, sheetId }, { actor }) {
    if (!actor.roles.some((role) => role in mayWrite)) return {};
    const [loaded, codes] = await Promise.all([
      loadSurvey(tx, actor.centreId, surveyId),
      codesOfQuestion(tx, actor.centreId, surveyId, question),
    ]);
    const given = loaded?.answers.texts.find((one) => one.question === question);
    return given?.ids.includes(sheetId) ? { codes } : undefined;
  },
  allow: mayWrite,
  decide: ({ codes = [] }, input) =>
    input.codes.every((one) => codes.some((code) => code.id === one))
      ? input
      : refuse('results.no-code', words.noCode, { field: 'codes' }),
  async save(tx, { surveyId, question, sheetId, codes }, moment) {
    await writeCoding(tx, byOf(moment), { surveyId, question, sheetId, codes });
    return { surveyId, question };
  },
  audit: ({ surveyId, question, codes }) => ({ what: { surveyId, question, codes } }),
});
