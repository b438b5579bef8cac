import { basis, zloty } from '../../../law/index.ts';
import { heading, paragraph } from '../../../platform/documents/letter.ts';
import type { LetterContent } from '../../records/index.ts';
import { legalBasis } from '../domain/legal-basis.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { listed, translated } from './translation.ts';
import { dayOf, letterOf, type OutcomeLetter } from './outcome-letters.ts';

/** A service as the letter tells of it; amounts in grosze. */
export interface QualifiedService {
  name: string;
  programmeName: string;
  performer: string | null;
  startsOn: string;
  endsOn: string;
  units: number;
  /** After a number: "godz.", "wizyt". */
  unit: string;
  feeGrosze: number;
  feeSteps: readonly string[];
}

const words = outcomeWords.qualify.letter;
const bases = [basis('cus', '42 ust. 1', 'statute'), basis('cus', '42 ust. 2', 'statute')];
const feeBasis = basis('cus', '43 ust. 1', 'statute');

const amountOf = (service: QualifiedService): string =>
  service.feeGrosze === 0 ? words.free : zloty(service.feeGrosze);

/** The information that somebody was taken in (art. 42(1)): not a decision, so it has no ruling and no appeal. */
export const qualificationInformation = (
  of: OutcomeLetter & {
    services: readonly QualifiedService[];
    feeDueOn: string | null;
    bankAccount: string | null;
  },
): LetterContent => {
  const { file, party, services, feeDueOn, bankAccount } = of;
  const charged = services.filter((service) => service.feeGrosze > 0);
  const total = charged.reduce((sum, service) => sum + service.feeGrosze, 0);
  return letterOf(of, {
    title: words.title,
    subtitle: words.subtitle,
    blocks: [
      { type: 'legalBasis', text: legalBasis(charged.length > 0 ? [...bases, feeBasis] : bases) },
      paragraph(words.opening(file.submittedOn === null ? null : dayOf(file.submittedOn), party.party)),
      {
        type: 'table',
        caption: words.table,
        header: [words.service, words.programme, words.performer, words.period, words.quantity, words.fee],
        rows: services.map((service) => [
          service.name,
          service.programmeName,
          service.performer ?? words.performerLater,
          words.fromTo(dayOf(service.startsOn), dayOf(service.endsOn)),
          `${service.units} ${service.unit}`,
          amountOf(service),
        ]),
      },
      ...(charged.length > 0
        ? [
            heading(words.feeHeading),
            paragraph(words.feeWords(zloty(total), feeDueOn === null ? null : dayOf(feeDueOn), bankAccount)),
            {
              type: 'list' as const,
              ordered: false,
              items: charged.flatMap((service) =>
                service.feeSteps.map((step) => [{ text: `${service.name}: ${step}` }]),
              ),
            },
            paragraph(words.resignation),
          ]
        : [paragraph(words.noFee)]),
      heading(words.nextHeading),
      paragraph(words.next),
      paragraph(words.notDecision),
      ...translated(party.addressee.lang, ({ qualification: say }, day) => [
        paragraph(say.lead),
        listed(
          services.map((service) =>
            say.service(
              service.name,
              day(service.startsOn),
              day(service.endsOn),
              service.feeGrosze === 0 ? say.free : zloty(service.feeGrosze),
            ),
          ),
        ),
        ...(charged.length > 0
          ? [paragraph(say.feeDue(zloty(total), feeDueOn && day(feeDueOn))), paragraph(say.resignation)]
          : []),
        paragraph(say.next),
        paragraph(say.notDecision),
      ]),
    ],
    recipients: [words.recipientAddressee, words.recipientFile],
  });
};
