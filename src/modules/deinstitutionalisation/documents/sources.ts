import type { Block } from '../../../platform/documents/letter.ts';
import type { Figure, Passport } from '../../../statistics/figure.ts';
import { figureText } from '../../../ui/index.ts';
import { plDocument as words } from '../pl-document.ts';

/** Numbers of a document that lead to their passports, "127 [4.2]", and the list that the brackets point into. */
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

/** One source as of one day, and the ways in which numbers were taken from it, in the order of their first use. */
interface Group {
  number: number;
  passport: Passport;
  ways: Map<string, string[]>;
}

const split = (text: string): string[] =>
  text
    .split('; ')
    .map((clause) => clause.replace(/[.;\s]+$/, ''))
    .filter(Boolean);

/** Which rows, and how they were counted, clause by clause: what all numbers of a source share is printed once. */
const clausesOf = ({ filter, formula }: Passport): string[] => {
  const [how, ...more] = split(formula);
  return [...split(filter), ...(how === undefined ? [] : [words.how(how)]), ...more];
};

const sentence = (clauses: readonly string[]): string => {
  const said = clauses.join('; ');
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
};

function groupBlocks({ number, passport, ways }: Group): Block[] {
  const all = [...ways.values()];
  const shared =
    all.length < 2 ? [] : (all[0] ?? []).filter((clause) => all.every((one) => one.includes(clause)));
  const own = all.map((clauses) => clauses.filter((clause) => !shared.includes(clause)));
  const head = words.sourceOf(passport.source, passport.asOf, passport.synthetic ?? false);
  return [
    {
      type: 'paragraph',
      runs: [
        { text: `[${number}] `, bold: true },
        { text: [head, sentence(shared)].filter(Boolean).join(' ') },
      ],
    },
    ...(own.every((clauses) => clauses.length === 0)
      ? []
      : [
          {
            type: 'list',
            ordered: false,
            items: own.map((clauses, at) => [
              { text: `[${number}.${at + 1}] `, bold: true },
              { text: sentence(clauses) || words.wholeSource },
            ]),
          } satisfies Block,
        ]),
  ];
}

/** A fresh list of passports: by source and day, then by filter and formula; equal ones have one number. */
export function sourcesOf(): Sources {
  const groups = new Map<string, Group>();
  const numberOf = (passport: Passport): string => {
    const place = `${passport.source}\n${passport.asOf}`;
    const group = groups.get(place) ?? {
      number: groups.size + 1,
      passport,
      ways: new Map<string, string[]>(),
    };
    groups.set(place, group);
    const clauses = clausesOf(passport);
    const way = clauses.join('; ');
    if (!group.ways.has(way)) group.ways.set(way, clauses);
    return `[${group.number}.${[...group.ways.keys()].indexOf(way) + 1}]`;
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
    list: () => [...groups.values()].flatMap(groupBlocks),
  };
}
