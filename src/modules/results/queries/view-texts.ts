import { z } from 'zod';
import { id, optionalInteger, optionalText } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { questionsOf } from '../../survey/index.ts';
import { codedByHand, codesOfQuestion } from '../db/codes.ts';
import { mayRead, resultsBasis } from '../domain/access.ts';
import { codesOf, hints, masked } from '../domain/coding.ts';
import { shareSchema, tableOf } from '../domain/estimates.ts';
import { loadResults, type Results } from '../load.ts';
import { pl } from '../pl.ts';
import { headOf, headSchema } from './view-results.ts';

const textsSchema = z.object({
  head: headSchema,
  questions: z.array(z.object({ name: z.string(), text: z.string(), given: z.number() })),
  question: z.string().nullable(),
  codes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      words: z.array(z.string()),
      version: z.number(),
      /** Of all sheets with an answer to this question; small counts hidden. */
      share: shareSchema,
    }),
  ),
  uncoded: z.number(),
  /** Answers without a code, without what leads to a person; none when fewer than five answered. */
  answers: z.array(z.object({ sheetId: z.string(), text: z.string(), hints: z.array(z.enum(hints)) })),
  few: z.boolean(),
  page: z.number(),
  pages: z.number(),
});
export type TextsView = z.infer<typeof textsSchema>;

const pageSize = 25;
const fewest = 5;

/** Shares of a code among those who gave an open answer, as an option of several that may be chosen. */
function shareOfCode(
  results: Results,
  given: readonly number[],
  coded: ReadonlyMap<number, string[]>,
  codeId: string,
) {
  const codes = new Uint8Array(results.answers.rows).fill(2);
  const asked = new Uint8Array(results.answers.rows);
  for (const row of given) {
    codes[row] = coded.get(row)?.includes(codeId) ? 0 : 1;
    asked[row] = 1;
  }
  const [question] = results.answers.definition.sections.flatMap(({ questions }) => questions);
  const categories = [
    { code: 1, text: pl.answers.chosen },
    { code: 0, text: pl.answers.notChosen },
  ];
  const [share] = question
    ? tableOf(
        { key: codeId, part: null, question, categories, column: { codes, categories: 2 }, asked },
        results.weighted,
        results.representative,
      ).shares
    : [];
  return share;
}

/** Open answers of a survey: codes with their shares, and answers that no code holds yet. */
export const viewTexts = query({
  name: 'results.open-answers',
  summary:
    'Open answers of a survey: codes with their dictionary and weighted shares, and answers without a code, with personal data masked',
  input: z.object({ surveyId: id(), question: optionalText(60), page: optionalInteger(1, 100_000) }),
  output: textsSchema,
  basis: resultsBasis,
  async read(db, { surveyId, question: named, page = 1 }, { actor: { centreId } }) {
    const found = await loadResults(db, centreId, surveyId);
    if (!found) return undefined;
    const { loaded, results } = found;
    const questions = questionsOf(loaded.answers.definition).flatMap(({ name, text, type }) => {
      const given = loaded.answers.texts.find((one) => one.question === name);
      return type === 'text' ? [{ name, text: text.pl, given: given?.texts.length ?? 0 }] : [];
    });
    const question = named ?? questions[0]?.name ?? null;
    if (named !== undefined && !questions.some(({ name }) => name === named)) return undefined;
    const empty = {
      head: headOf(loaded, results),
      questions,
      question,
      codes: [],
      uncoded: 0,
      answers: [],
      few: false,
      page: 1,
      pages: 1,
    };
    if (question === null || !results) return empty;
    const [codes, byHand] = await Promise.all([
      codesOfQuestion(db, centreId, surveyId, question),
      codedByHand(db, centreId, surveyId, question),
    ]);
    const given = loaded.answers.texts.find((one) => one.question === question) ?? {
      rows: [],
      ids: [],
      texts: [],
    };
    const coded = new Map<number, string[]>();
    const uncoded: { sheetId: string; text: string }[] = [];
    given.rows.forEach((row, at) => {
      const text = given.texts[at] ?? '';
      const sheetId = given.ids[at] ?? '';
      const hand = byHand.get(sheetId);
      const own = hand ?? codesOf(text, codes);
      coded.set(row, own);
      if (!hand && own.length === 0) uncoded.push({ sheetId, text });
    });
    const few = given.rows.length > 0 && given.rows.length < fewest;
    const pages = Math.max(1, Math.ceil(uncoded.length / pageSize));
    const shown = Math.min(page, pages);
    return {
      ...empty,
      codes: codes.flatMap((code) => {
        const share = shareOfCode(results, given.rows, coded, code.id);
        return share
          ? [{ id: code.id, name: code.name, words: [...code.words], version: code.version, share }]
          : [];
      }),
      uncoded: uncoded.length,
      few,
      answers: few
        ? []
        : uncoded.slice((shown - 1) * pageSize, shown * pageSize).map(({ sheetId, text }) => ({
            sheetId,
            ...masked(text, pl.texts.hints),
          })),
      page: shown,
      pages,
    };
  },
  allow: mayRead,
  discloses: () => undefined,
});
