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

/** Numbers of a document that lead to their passports: "127 [4]", and the list that the brackets point into. */
export interface Sources {
  /** A figure in a cell, with the number of its passport; none at all is a dash. */
  cell(figure: Figure | undefined): string;
  /** A figure whose passport another cell or column of its row tells. */
  bare(figure: Figure | undefined): string;
  /** The numbers of passports of a row, without their formulas: they differ by the column only. */
  ofRow(figures: readonly (Figure | undefined)[]): string;
  /** The number of a source that stands in words. */
  named(source: string, asOf: string): string;
  list(): Block[];
}

const bare = (figure: Figure | undefined): string => {
  if (!figure) return '–';
  const between = figure.between
    ? ` (${Math.round(figure.between.low)}–${Math.round(figure.between.high)})`
    : '';
  return `${figureText(figure, 'pl', true)}${between}${figure.doubt ? ` ${words.doubt}` : ''}`;
};

/** A fresh list of passports; equal ones have one number. */
export function sourcesOf(): Sources {
  const known = new Map<string, number>();
  const numberOf = (passport: Passport): string => {
    const key = words.note(passport);
    const found = known.get(key) ?? known.size + 1;
    known.set(key, found);
    return `[${found}]`;
  };
  return {
    bare,
    cell: (figure) => (figure ? `${bare(figure)} ${numberOf(figure.passport)}` : bare(figure)),
    ofRow: (figures) =>
      [
        ...new Set(
          figures.flatMap((figure) => (figure ? [numberOf({ ...figure.passport, formula: '' })] : [])),
        ),
      ].join(' ') || '–',
    named: (source, asOf) => numberOf({ source, asOf, filter: '', formula: '' }),
    list: () =>
      known.size === 0
        ? []
        : [{ type: 'list', ordered: true, items: [...known.keys()].map((text) => [{ text }]) }],
  };
}
