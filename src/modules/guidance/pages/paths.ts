import type { PageContext } from '../../../platform/http/route.ts';
import { againParameter, answersParameter, type Question, questionWord } from '../domain/address.ts';

/** Where the guided help is, in the language of the page. */
export const helpPath = (home: string): string => `${home}/pomoc`;

/** A question asked once more, with all answers kept: they stay sealed as they are. */
export function againPath(
  { centre, sealed }: Pick<PageContext, 'centre' | 'sealed'>,
  question: Question,
): string {
  const answers = sealed?.[answersParameter];
  const query = new URLSearchParams({
    ...(answers === undefined ? {} : { [answersParameter]: answers }),
    [againParameter]: questionWord(question),
  });
  return `${helpPath(centre.home)}?${query.toString()}`;
}
