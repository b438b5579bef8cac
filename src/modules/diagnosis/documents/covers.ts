import { paragraph } from '../../../platform/documents/letter.ts';
import { fullDate } from '../../../ui/index.ts';
import type { LetterContent } from '../../records/index.ts';
import { plDocument } from '../pl-document.ts';
import type { Printed } from './diagnosis.ts';

const words = plDocument.cover;

/** To whom a diagnosis is handed over by the Act: the mayor and the council of the gmina (art. 21). */
export type Receiver = 'mayor' | 'council';

/** Who receives it, when nobody wrote it otherwise: the seventh digit of TERYT tells a rural gmina, which has a wójt. */
export const receiverOf = (receiver: Receiver, gmina: { teryt: string; name: string } | undefined): string =>
  words.receivers[receiver](gmina?.name ?? '', gmina?.teryt.endsWith('2') ?? false);

/** The letter with which a diagnosis goes to the mayor or to the council, with what is enclosed. */
export function coverLetter(
  of: Printed,
  { to, receiver, remarks }: { to: string; receiver: Receiver; remarks: number },
): LetterContent {
  const { consultedFrom, consultedTo, toMayorOn, gminaName, fromYear, toYear } = of;
  const years = plDocument.subtitle(gminaName, fromYear, toYear);
  return {
    addressee: to.split('\n').slice(0, 6),
    title: words.title,
    subtitle: years,
    blocks: [
      paragraph(words.lead(of.title, years)),
      ...(consultedFrom === null || consultedTo === null
        ? []
        : [paragraph(words.consulted(fullDate(consultedFrom), fullDate(consultedTo), remarks))]),
      ...(receiver === 'council' && toMayorOn !== null
        ? [paragraph(words.mayorHas(fullDate(toMayorOn)))]
        : []),
      paragraph(words.holds),
      { type: 'legalBasis', text: words.basis },
      { type: 'signLines', people: [{ role: words.signs }] },
    ],
    attachments: [words.enclosed.diagnosis, words.enclosed.report],
  };
}
