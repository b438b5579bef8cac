import { z } from 'zod';
import { id, optionalInteger, optionalText } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { questionsOf } from '../../survey/index.ts';
import { codedAnswers } from '../coded.ts';
import { mayRead, resultsBasis } from '../domain/access.ts';
import { hints, masked } from '../domain/coding.ts';
import { shareSchema } from '../domain/estimates.ts';
import { loadResults } from '../load.ts';
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
    const coded = await codedAnswers(db, centreId, results, question);
    const { given, uncoded } = coded;
    const few = given > 0 && given < fewest;
    const pages = Math.max(1, Math.ceil(uncoded.length / pageSize));
    const shown = Math.min(page, pages);
    return {
      ...empty,
      codes: coded.codes.map(({ code, share }) => ({
        id: code.id,
        name: code.name,
        words: [...code.words],
        version: code.version,
        share,
      })),
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
