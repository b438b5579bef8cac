import type { DecisionDraft } from '../../../law/index.ts';
import { heading, paragraph } from '../../../platform/documents/letter.ts';
import type { LetterContent } from '../../records/index.ts';
import type { Signatory } from '../domain/decision.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { letterOf, type OutcomeLetter } from './outcome-letters.ts';

const words = outcomeWords.decision;

const subtitles = { refusal: words.refusalSubtitle, paymentOrder: words.orderSubtitle } as const;

const paragraphsOf = (text: string | null | undefined) =>
  (text ?? '')
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => paragraph(part.trim()));

/**
 * A decision on paper: the elements of art. 107 § 1 k.p.a. in their order, the instruction above the signature so that the
 * signature covers it. The one letter for both kinds of decision there are.
 */
export const decisionLetter = (
  of: OutcomeLetter & { number: string; draft: DecisionDraft; signatory: Signatory },
): LetterContent => {
  const { draft, signatory } = of;
  return letterOf(of, {
    title: words.title(of.number),
    subtitle: subtitles[draft.kind],
    blocks: [
      { type: 'facts', items: [{ term: words.authority, value: draft.authority ?? '' }] },
      { type: 'legalBasis', text: draft.legalBasis ?? '' },
      paragraph(draft.ruling ?? ''),
      heading(words.reasoning),
      heading(words.factual, 3),
      ...paragraphsOf(draft.factualReasoning),
      heading(words.legal, 3),
      ...paragraphsOf(draft.legalReasoning),
    ],
    instruction: [[{ text: draft.appealInstruction ?? '' }], [{ text: words.howToAppeal }]],
    signature: {
      name: signatory.name,
      position: signatory.position,
      note: words.onBehalf(signatory.grantedBy, signatory.document),
    },
    recipients: [words.recipientAddressee, words.recipientFile],
  });
};
