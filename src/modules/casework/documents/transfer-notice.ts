import { basis } from '../../../law/index.ts';
import { paragraph } from '../../../platform/documents/letter.ts';
import type { LetterContent } from '../../records/index.ts';
import type { Transfer } from '../db/transfers.ts';
import { legalBasis } from '../domain/legal-basis.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { translated } from './translation.ts';
import { dayOf, letterOf, type OutcomeLetter } from './outcome-letters.ts';

const words = outcomeWords.transfer.letter;
const bases = [
  basis('cus', '38 ust. 1', 'statute'),
  basis('cus', '19', 'statute'),
  basis('kpa', '65', 'secondary'),
];

/** The notice that an application was handed over with the applicant's agreement (art. 38(1), art. 19; KPA art. 65). */
export const transferNotice = (
  of: OutcomeLetter & {
    services: readonly string[];
    transfer: Pick<Transfer, 'targetKind' | 'targetName' | 'reason' | 'agreedOn' | 'agreedHow'>;
  },
): LetterContent => {
  const { file, party, services, transfer, moment } = of;
  return letterOf(of, {
    title: outcomeWords.transfer.documentTitle,
    blocks: [
      { type: 'legalBasis', text: legalBasis(bases) },
      paragraph(
        words.opening(file.submittedOn === null ? null : dayOf(file.submittedOn), transfer.targetName),
      ),
      {
        type: 'facts',
        items: [
          { term: words.person, value: party.party },
          ...(services.length > 0 ? [{ term: words.services, value: services.join(', ') }] : []),
          {
            term: words.target,
            value: `${transfer.targetName} (${outcomeWords.transfer.targets[transfer.targetKind]})`,
          },
          { term: words.sentOn, value: dayOf(moment.today) },
          { term: words.reason, value: transfer.reason },
          { term: words.agreement, value: words.agreed(dayOf(transfer.agreedOn), transfer.agreedHow) },
        ],
      },
      paragraph(words.whatNext),
      paragraph(words.notDecision),
      ...translated(party.addressee.lang, ({ transfer: say }, day) => [
        paragraph(say.lead(transfer.targetName, day(moment.today))),
        paragraph(say.reason(transfer.reason)),
        paragraph(say.next),
        paragraph(say.notDecision),
      ]),
    ],
    recipients: [words.recipientAddressee, transfer.targetName, words.recipientFile],
  });
};
