import type { Lang, Translate } from '../../lang.ts';
import type { Problem } from '../runner/outcome.ts';

const status: Record<Problem['kind'], number> = {
  invalid: 422,
  refused: 409,
  stale: 409,
  forbidden: 403,
  unproved: 403,
  not_found: 404,
};

/** The HTTP status of a problem. */
export const statusOf = (problem: Problem): number => status[problem.kind];

/** A problem in the language of the page that shows it. The legal basis stays as the law writes it. */
export const problemIn = <P extends Problem>(translate: Translate, lang: Lang, problem: P): P =>
  lang === 'pl'
    ? problem
    : {
        ...problem,
        words: translate(lang, problem.words),
        ...(problem.fields
          ? {
              fields: Object.fromEntries(
                Object.entries(problem.fields).map(([field, words]) => [field, translate(lang, words)]),
              ),
            }
          : {}),
      };

/** The RFC 9457 problem document. `errors` holds messages by field, `basis` the legal basis of a refusal. */
export function problemDocument(problem: Problem): Record<string, unknown> {
  return {
    type: `/api/problems/${problem.code}`,
    title: problem.code,
    status: statusOf(problem),
    detail: problem.words,
    code: problem.code,
    ...(problem.basis ? { basis: problem.basis } : {}),
    ...(problem.fields ? { errors: problem.fields } : {}),
  };
}
