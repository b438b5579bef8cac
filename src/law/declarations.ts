import { basis, type LawEntries } from './basis.ts';

/** The clause every declaration must contain, letter for letter (art. 36(2)). Never paraphrased, never inflected. */
export const declarationClause =
  'Jestem świadomy odpowiedzialności karnej za złożenie fałszywego oświadczenia.';

export const declarationBasis = basis('cus', '36 ust. 2', 'statute');

/** Whether a declaration carries the clause literally; another spacing, gender or ending does not count. */
export function carriesClause(text: string): boolean {
  return text.includes(declarationClause);
}

export const basisOf: LawEntries = {
  subject: 'Oświadczenia we wniosku',
  functions: { carriesClause: [declarationBasis] },
};
