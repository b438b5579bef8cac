import type { Lang } from '../../../lang.ts';
import { type DeadlineKind, deadlineRuleOn } from '../../../law/index.ts';
import { heading, paragraph } from '../../../platform/documents/letter.ts';
import type { LetterContent } from '../../records/index.ts';
import type { ApplicationProgramme } from '../domain/programme.ts';
import type { Channel } from '../domain/report.ts';
import type { Submitted } from '../domain/submission.ts';
import { intakeWords } from '../pl-intake.ts';
import { letterWords } from '../pl-letters.ts';
import { listed, translated } from './translation.ts';

export interface Worker {
  name: string;
  position: string;
}

export interface Addressee {
  name: string;
  address: readonly string[];
  shielded: boolean;
  /** In which language the person reads; the letter itself is Polish. */
  lang: Lang;
}

interface Receipt {
  sign: string;
  addressee: Addressee;
  receivedOn: string;
  channel: Channel;
  personName: string;
  programme: ApplicationProgramme | undefined;
  services: readonly string[];
  submitted: Submitted;
  /** Last day for the individual plan (art. 40). */
  dueOn: string;
  /** Nobody, when the application came by the web. */
  worker: Worker | undefined;
}

/** Name and address where the window of the envelope is; a shielded address is not printed. */
export const addresseeLines = ({ name, address, shielded }: Addressee): string[] =>
  [name, ...(shielded ? [letterWords.shielded] : address)].filter((line) => line !== '');

/** A worker as a letter names them; an account may have no position. */
export const signatureOf = ({ name, position }: Worker): { name: string; position: string } => ({
  name,
  position: position || intakeWords.roleOfWorker,
});

const words = letterWords.receipt;
const { facts } = letterWords;

const daysOf = (kind: DeadlineKind, on: string): number => deadlineRuleOn(kind, on).length;

const inLines = (lines: readonly string[]): string => (lines.length === 0 ? facts.none : lines.join('\n'));

function programmeWords(programme: ApplicationProgramme): string {
  return programme.resolution ? `${programme.name} (${programme.resolution})` : programme.name;
}

function write(receipt: Receipt): LetterContent {
  const { content, declarations, documents } = receipt.submitted;
  const applicant = content.applicantRole === 'person' ? receipt.personName : content.applicant.name;
  const steps = receipt.programme
    ? words.steps(
        receipt.dueOn,
        daysOf('planReady', receipt.receivedOn),
        daysOf('completeApplication', receipt.receivedOn),
      )
    : words.otherTrack;
  return {
    caseSign: receipt.sign,
    addressee: addresseeLines(receipt.addressee),
    title: words.title,
    blocks: [
      paragraph(words.lead(receipt.receivedOn)),
      {
        type: 'facts',
        items: [
          { term: facts.sign, value: receipt.sign },
          { term: facts.channel, value: intakeWords.channels[receipt.channel] },
          { term: facts.person, value: receipt.personName || facts.none },
          ...(applicant
            ? [
                {
                  term: facts.applicant,
                  value: `${applicant} (${intakeWords.applicantRoles[content.applicantRole]})`,
                },
              ]
            : []),
          ...(receipt.programme ? [{ term: facts.programme, value: programmeWords(receipt.programme) }] : []),
          { term: facts.services, value: inLines(receipt.services) },
          { term: facts.declarations, value: words.declared(declarations.length) },
          {
            term: facts.documents,
            value: inLines(documents.flatMap((one) => (one.enclosed ? [one.words] : []))),
          },
        ],
      },
      heading(words.next),
      { type: 'list', ordered: true, items: steps.map((text) => [{ text }]) },
      { type: 'legalBasis', text: words.basis },
      ...translated(receipt.addressee.lang, ({ receipt: say }, day) => [
        paragraph(say.lead(day(receipt.receivedOn), receipt.services.join(', '))),
        listed(
          receipt.programme
            ? say.steps(
                day(receipt.dueOn),
                daysOf('planReady', receipt.receivedOn),
                daysOf('completeApplication', receipt.receivedOn),
              )
            : [say.otherTrack],
          true,
        ),
      ]),
    ],
    ...(receipt.worker
      ? { signature: signatureOf(receipt.worker), handler: signatureOf(receipt.worker) }
      : { footerNotes: [letterWords.noSignature] }),
  };
}

/** Confirmation that an application was received: its sign, its day, what was declared, what comes next and when. */
export const receiptLetter = { title: words.title, write };
