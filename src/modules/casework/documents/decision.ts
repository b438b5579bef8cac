import { type DecisionDraft, deadlineRuleOn, zloty } from '../../../law/index.ts';
import { heading, paragraph } from '../../../platform/documents/letter.ts';
import type { LetterContent } from '../../records/index.ts';
import type { Signatory } from '../domain/decision.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { letterOf, type OutcomeLetter } from './outcome-letters.ts';
import { translated } from './translation.ts';

const words = outcomeWords.decision;

const subtitles = { refusal: words.refusalSubtitle, paymentOrder: words.orderSubtitle } as const;

const paragraphsOf = (text: string | null | undefined) =>
  (text ?? '')
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => paragraph(part.trim()));

type Decision = OutcomeLetter & {
  number: string;
  draft: DecisionDraft;
  signatory: Signatory;
  /** Names of the services that are refused. */
  services?: readonly string[];
};

/** What the decision means and how to appeal, for a person who reads another language: below the signature, no part of it. */
const meaning = ({ draft, moment, party, services = [] }: Decision): Partial<LetterContent> => {
  const { lang } = party.addressee;
  if (lang === 'pl') return {};
  const blocks = translated(lang, ({ decision: say }, day) => [
    paragraph(
      draft.kind === 'refusal'
        ? say.refusal(services.join(', '))
        : say.order(zloty(draft.amountGrosze ?? 0), day(draft.payBy ?? moment.today)),
    ),
    paragraph(say.reasons),
    paragraph(say.appeal(deadlineRuleOn('appeal', moment.today).length)),
    paragraph(say.how),
    paragraph(say.waiver),
    paragraph(say.help),
  ]);
  return { translation: { lang, blocks } };
};

/**
 * A decision on paper: the elements of art. 107 § 1 k.p.a. in their order, the instruction above the signature so that the
 * signature covers it. The one letter for both kinds of decision there are.
 */
export const decisionLetter = (of: Decision): LetterContent => {
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
    ...meaning(of),
  });
};
