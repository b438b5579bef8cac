import { dateWords } from '../../../law/index.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import type { LetterContent } from '../../records/index.ts';
import type { CaseFile } from '../db/cases.ts';
import type { Party } from '../db/parties.ts';
import { addresseeLines, signatureOf } from './receipt.ts';

/** What every letter of an outcome is about, to whom it goes, and who writes it. */
export interface OutcomeLetter {
  file: Pick<CaseFile, 'sign' | 'submittedOn'>;
  party: Party;
  moment: Moment;
}

/** "2 listopada 2026 r." */
export const dayOf = (date: string): string => `${dateWords(date)} r.`;

/** The frame of a letter: sign of the case, address window, who handles it, signature of the worker. */
export const letterOf = (
  { file, party, moment }: OutcomeLetter,
  content: Pick<LetterContent, 'title' | 'blocks'> & Partial<LetterContent>,
): LetterContent => ({
  ...(file.sign ? { caseSign: file.sign } : {}),
  handler: signatureOf(moment.actor),
  addressee: addresseeLines(party.addressee),
  signature: signatureOf(moment.actor),
  ...content,
});
