import { type Block, paragraph } from '../../../platform/documents/letter.ts';
import type { Figure, Passport } from '../../../statistics/figure.ts';
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

const sameKey = (passport: Passport): string => words.note(passport);

/** Numbers of a document that lead to their passports: "127 [4]", and the list that the brackets point into. */
export interface Sources {
  /** A figure in a cell, with the number of its passport; none at all is a dash. */
  cell(figure: Figure | undefined): string;
  list(): Block[];
}

/** A fresh list of passports; equal ones have one number. */
export function sourcesOf(): Sources {
  const known = new Map<string, number>();
  const numberOf = (passport: Passport): number => {
    const key = sameKey(passport);
    const found = known.get(key) ?? known.size + 1;
    known.set(key, found);
    return found;
  };
  return {
    cell: (figure) => {
      if (!figure) return '–';
      const between = figure.between
        ? ` (${Math.round(figure.between.low)}–${Math.round(figure.between.high)})`
        : '';
      const doubt = figure.doubt ? ` ${words.doubt}` : '';
      return `${figureText(figure, 'pl', true)}${between}${doubt} [${numberOf(figure.passport)}]`;
    },
    list: () =>
      known.size === 0
        ? []
        : [{ type: 'list', ordered: true, items: [...known.keys()].map((text) => [{ text }]) }],
  };
}
