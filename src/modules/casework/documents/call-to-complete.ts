import { heading, paragraph } from '../../../platform/documents/letter.ts';
import type { LetterContent } from '../../records/index.ts';
import { letterWords } from '../pl-letters.ts';
import { listed, translated } from './translation.ts';
import { type Addressee, addresseeLines, signatureOf, type Worker } from './receipt.ts';

interface Call {
  sign: string;
  addressee: Addressee;
  submittedOn: string;
  services: readonly string[];
  /** What is missing, each in a line of its own. */
  gaps: readonly string[];
  /** Days to complete, from the delivery. */
  days: number;
  worker: Worker;
}

const words = letterWords.call;

function write(call: Call): LetterContent {
  const [before, outcome, basis] = words.result;
  return {
    caseSign: call.sign,
    handler: signatureOf(call.worker),
    addressee: addresseeLines(call.addressee),
    title: words.title,
    blocks: [
      { type: 'legalBasis', text: words.basis },
      paragraph(words.lead(call.submittedOn, call.services.join(', '), call.days)),
      { type: 'list', ordered: true, items: call.gaps.map((text) => [{ text }]) },
      {
        type: 'paragraph',
        runs: [{ text: before ?? '' }, { text: outcome ?? '', bold: true }, { text: basis ?? '' }],
      },
      heading(words.how),
      { type: 'list', ordered: false, items: words.ways.map((text) => [{ text }]) },
      paragraph(words.count),
      ...translated(call.addressee.lang, ({ call: say }, day) => [
        paragraph(say.lead(day(call.submittedOn), call.services.join(', '), call.days)),
        paragraph(say.gaps),
        paragraph(say.result),
        listed(say.ways),
        paragraph(say.count),
      ]),
    ],
    signature: signatureOf(call.worker),
  };
}

/** The call of art. 64 § 2 KPA: what is missing, by when, and what happens otherwise. */
export const callLetter = { title: words.title, write };
