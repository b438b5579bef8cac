import { type Block, paragraph } from '../../../platform/documents/letter.ts';
import type { Figure } from '../../../statistics/figure.ts';
import { figureText } from '../../../ui/index.ts';
import { plDocument as words } from '../pl-document.ts';

/** A table, or that nothing is written: an empty heading would look like a mistake. */
export const table = (
  caption: string,
  header: string[],
  rows: string[][],
  numeric: number[] = [],
): Block[] =>
  rows.length === 0 ? [paragraph(words.nothing)] : [{ type: 'table', caption, header, rows, numeric }];

/** A number with its passport in a note under the page. */
export const noted = (figure: Figure) => ({
  text: figureText(figure),
  bold: true,
  note: words.note(figure.passport),
});
