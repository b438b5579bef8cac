import type { Db } from '../../platform/database/tenant.ts';
import { codedByHand, codesOfQuestion, type KeptCode } from './db/codes.ts';
import { codesOf } from './domain/coding.ts';
import { type Share, tableOf } from './domain/estimates.ts';
import type { Results } from './load.ts';
import { pl } from './pl.ts';

/** Shares of a code among those who gave an open answer, as an option of several that may be chosen. */
function shareOfCode(
  results: Results,
  given: readonly number[],
  coded: ReadonlyMap<number, string[]>,
  codeId: string,
): Share | undefined {
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

/** An open question with its codes, their shares, and the answers that no code holds. */
export interface Coded {
  given: number;
  codes: { code: KeptCode; share: Share }[];
  /** Sheets whose answer has no code, with its words. */
  uncoded: { sheetId: string; text: string }[];
}

/** The codes of an open question: by hand stands above the dictionary. Shares are of those who wrote something. */
export async function codedAnswers(
  db: Db,
  centreId: string,
  results: Results,
  question: string,
): Promise<Coded> {
  const [codes, byHand] = await Promise.all([
    codesOfQuestion(db, centreId, results.surveyId, question),
    codedByHand(db, centreId, results.surveyId, question),
  ]);
  const given = results.answers.texts.find((one) => one.question === question) ?? {
    rows: [],
    ids: [],
    texts: [],
  };
  const coded = new Map<number, string[]>();
  const uncoded: Coded['uncoded'] = [];
  given.rows.forEach((row, at) => {
    const text = given.texts[at] ?? '';
    const sheetId = given.ids[at] ?? '';
    const hand = byHand.get(sheetId);
    const own = hand ?? codesOf(text, codes);
    coded.set(row, own);
    if (!hand && own.length === 0) uncoded.push({ sheetId, text });
  });
  return {
    given: given.rows.length,
    codes: codes.flatMap((code) => {
      const share = shareOfCode(results, given.rows, coded, code.id);
      return share ? [{ code, share }] : [];
    }),
    uncoded,
  };
}
