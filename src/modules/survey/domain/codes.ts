import { createHash, randomInt } from 'node:crypto';
import { codeLength, codeLetters } from './code-text.ts';

/** A code by chance: ten letters that are hard to misread, 31 to the power of ten of them. */
export const newCode = (): string =>
  Array.from({ length: codeLength }, () => codeLetters.charAt(randomInt(codeLetters.length))).join('');

/** What is kept of a code: it cannot be turned back, and means nothing in another centre. */
export const codeMark = (centreId: string, use: 'draft' | 'invitation', code: string): Buffer =>
  createHash('sha256').update(['survey', use, centreId, code].join('\n')).digest();

/** A weighted sum modulo 11, as in ISBN-10; its remainder 10 counts as 0, so that people type digits only. */
const checkOf = (no: number): number => {
  const digits = String(no).split('').map(Number);
  const sum = digits.reduceRight((total, digit, at) => total + digit * (digits.length - at + 1), 0);
  return (sum % 11) % 10;
};

/** The code of a paper copy: its number and a digit that a slip of the hand changes (12-7). */
export const copyCode = (no: number): string => `${no}-${checkOf(no)}`;

/** The number of a copy from its typed code; undefined when the digit does not belong to the number. */
export function readCopyCode(typed: string): number | undefined {
  const [, no, check] = /^\s*(\d{1,6})\s*[-–\s]\s*(\d)\s*$/.exec(typed) ?? [];
  if (no === undefined || Number(check) !== checkOf(Number(no)) || Number(no) === 0) return undefined;
  return Number(no);
}

/** Whether a copy was drawn to be typed twice: by its number and the seed of the survey, `share` of a hundred. */
export function typedTwice(seed: string, no: number, share: number): boolean {
  const lot = createHash('sha256').update(`${seed}\n${no}`).digest().readUInt32BE(0);
  return lot % 100 < share;
}
