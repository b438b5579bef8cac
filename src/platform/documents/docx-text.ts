import { FootnoteReferenceRun, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Run } from './letter.ts';

/** A run whose note stands under the page by its number. */
export type NumberedRun = Run & { readonly noteNumber?: number };

/** Twentieths of a point, the unit of lengths in WordprocessingML. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** The width between the margins of an A4 letter. */
export const TEXT_WIDTH = twips(210 - 25 - 20);

export const colours = {
  ink: '171B2B',
  quiet: '555566',
  accent: '1E3F9E',
  tint: 'F7F2E6',
  hair: 'D9CFBA',
} as const;

/** Styles that a person editing the file finds in the list of styles. */
export type StyleName =
  | 'Reference'
  | 'ReferenceLabel'
  | 'Addressee'
  | 'Subtitle'
  | 'LegalBasis'
  | 'Notice'
  | 'NoticeTitle'
  | 'Cell'
  | 'CellHead'
  | 'TableCaption'
  | 'FactTerm'
  | 'FactValue'
  | 'Signature'
  | 'SignatureNote'
  | 'SmallHeading'
  | 'Small'
  | 'Letterhead'
  | 'Banner';

/** Runs with their line breaks and references to their notes; formatting is bold or none. */
export function runsOf(runs: readonly NumberedRun[]): ParagraphChild[] {
  return runs.flatMap(({ text, bold = false, noteNumber }) => [
    ...text
      .split('\n')
      .map(
        (line, index) => new TextRun({ text: line, ...(bold && { bold }), ...(index > 0 && { break: 1 }) }),
      ),
    ...(noteNumber === undefined ? [] : [new FootnoteReferenceRun(noteNumber)]),
  ]);
}

/** A paragraph of plain text in a named style. */
export const styled = (style: StyleName, text: string): Paragraph =>
  new Paragraph({ style, children: runsOf([{ text }]) });
